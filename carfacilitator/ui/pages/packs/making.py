"""Making packs of a draft: what is wished at the left, what it means for each person, and what they will see."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import Audience
from carfacilitator.services.days import today
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.pack_wishes import PackWishes
from carfacilitator.services.rules import Objection, PackAction
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.consent import ConsentLines
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.contents import CountCard, InsideCard, going, staying
from carfacilitator.ui.pages.packs.first_page import FirstPage
from carfacilitator.ui.pages.packs.objection_card import ObjectionCard
from carfacilitator.ui.pages.packs.order import Order
from carfacilitator.ui.pages.packs.person_card import Own, PersonCard
from carfacilitator.ui.pages.packs.saving import Wanted
from carfacilitator.ui.pages.packs.wishes_card import WishesCard
from carfacilitator.ui.pages.packs.written import Written
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.words import MUTED, Words

_NOBODY = "Tick to whom it goes. What goes out and what stays here is then said for each of them."


class Making(QWidget):
    """The form and what comes of it for the person looked at; it tells whenever there is something else to say."""

    shown = Signal()

    def __init__(self, services: Services, desk: Desk, before: QAction, after: QAction) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        day = partial(today, services.clock)
        self.order: Order | None = None
        self._plans: dict[UUID, PackPlan] = {}
        self._looked_at: UUID | None = None
        self._objections: dict[UUID, Objection] = {}
        self._own: dict[UUID, Own] = {}
        self.wishes = WishesCard(day)
        self.consent = ConsentLines(services, self._keeping)
        self.person = PersonCard(before, after)
        self.objection = ObjectionCard(day)
        self.goes, self.stays = CountCard("Goes out", "", "check"), CountCard("Stays here", "", "lock", private=True)
        self.inside, self.first = InsideCard(), FirstPage()
        self._nobody = Words(_NOBODY, MUTED, wraps=True)
        self.setFocusProxy(self.wishes.people)
        self._lay_out()
        self._connect()

    def begin(self, draft_id: UUID) -> None:
        """Begin packs of a draft, or go on with those that were begun."""
        self.order = Order(self._services, draft_id)
        self._looked_at = None
        self.inside.clear()
        self.objection.fold()
        written = self.order.written()
        people = self.order.recipients()
        self.wishes.people.offer(people)
        self.wishes.people.choose([UUID(id_) for id_ in written.people] if written else self.order.usual())
        self.wishes.show_written(written or Written())
        self._own = {
            UUID(id_): Own(as_changes=changes, seen_as=seen) for id_, changes, seen in (written or Written()).own
        }
        for part in (self.wishes.questions, self.wishes.proposals):
            part.look_in(self.order.whereabouts)
        self.show_plan()

    def refresh(self) -> None:
        """Look again at whom there is and what would go out."""
        if self.order is not None:
            self.wishes.people.offer(self.order.recipients())
            self.show_plan()

    def show_plan(self) -> None:
        """Say what would go to the person looked at, or what stands in the way."""
        order, chosen = self.order, self.wishes.people.chosen
        if order is None:
            return
        if self._looked_at not in chosen:
            self._looked_at = chosen[0] if chosen else None
        self._objections = order.objections(chosen)
        self.wishes.people.mark(self._looked_at if len(chosen) > 1 else None)
        self.consent.show_study(order.study.id)
        self._plans = {}
        if self._looked_at is not None:
            self._plan_for(order, self._looked_at)
        self._arrange()
        self.shown.emit()

    def step(self, by: int) -> None:
        """Look at the next of those who were chosen, or the one before."""
        chosen = self.wishes.people.chosen
        if self._looked_at in chosen:
            self._look_at(chosen[(chosen.index(self._looked_at) + by) % len(chosen)])

    @property
    def plan(self) -> PackPlan | None:
        """What would go to the person looked at; None if it cannot be made."""
        return self._plans.get(self._looked_at) if self._looked_at is not None else None

    @property
    def names(self) -> list[str]:
        """Who was chosen."""
        return [self.wishes.people.name_of(id_) for id_ in self.wishes.people.chosen]

    @property
    def why_not(self) -> str:
        """Why nothing can be saved yet; '' if it can."""
        if not self.wishes.people.chosen:
            return "Say to whom it goes."
        if self._objections:
            clause = next(iter(self._objections.values())).clause
            return f"{clause} stands in the way."
        if self.wishes.questions.is_astray or self.wishes.proposals.is_astray:
            return "Some words of yours do not stand in this draft."
        return "" if self.plan is not None else "It cannot be made like this."

    def wanted(self) -> list[Wanted]:
        """Return the packs that are to be made, with what was looked at of them."""
        return [
            Wanted(
                id_,
                self.wishes.people.name_of(id_),
                self._wishes(id_),
                self._plans.get(id_),
            )
            for id_ in self.wishes.people.chosen
        ]

    def keep_for(self, refused: Sequence[UUID]) -> None:
        """Forget the form that is done, but for those who were refused."""
        if self.order is None:
            return
        if refused:
            self.wishes.people.choose(refused)
            self._heed()
        else:
            self.order.forget()

    def finish(self) -> None:
        """Take what is being typed, and plan with it."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.refresh()

    def _plan_for(self, order: Order, id_: UUID) -> None:
        self._keeping.attempt(lambda: self._prepare(order, id_))
        held = [self.wishes.people.name_of(one) for one in self._objections]
        for objection in list(self._objections.values())[:1]:
            self.objection.show_objection(objection, order.study.author, held)

    def _prepare(self, order: Order, id_: UUID) -> None:
        chosen, keeper = self.wishes.people.chosen, self._services.gatekeepers.open(id_)
        self.person.show_person(keeper.name, (chosen.index(id_) + 1, len(chosen)), keeper.belongs_to)
        self._plans[id_] = plan = self._services.packs.prepare(order.draft.id, id_, self._wishes(id_))
        self.person.show_plan(plan, self._own.get(id_, Own()))
        self.goes.show_lines(going(plan))
        self.stays.show_lines(staying(plan))
        self.inside.show_plan(plan)
        self.first.show_plan(plan)

    def _wishes(self, id_: UUID) -> PackWishes:
        """Return what is wished for one person; what shows changes proposes none."""
        own, wishes = self._own.get(id_, Own()), self.wishes.wishes
        return replace(
            wishes,
            redline=own.as_changes,
            proposals=() if own.as_changes else wishes.proposals,
            audience=Audience(own.seen_as) if own.seen_as else None,
            keep_comments=self.inside.kept("comments"),
            keep_changes=self.inside.kept("changes"),
            keep_hidden=self.inside.kept("hidden"),
            keep_names=self.inside.kept("names"),
        )

    def _arrange(self) -> None:
        """Show what is planned for the person looked at, above it what stands in the way, or that nobody is chosen."""
        planned, objected = self.plan is not None, bool(self._objections)
        self.consent.setHidden(objected or not self.consent.says_something)
        self.objection.setHidden(not objected)
        self._nobody.setHidden(self._looked_at is not None)
        self.person.setHidden(self._looked_at is None)
        for part in (self.goes, self.stays, self.inside, self.first):
            part.setHidden(not planned)

    def _look_at(self, id_: UUID) -> None:
        self._looked_at = id_
        self.show_plan()

    def _heed(self) -> None:
        """Keep what was chosen or typed, and plan anew."""
        if self.order is not None:
            own = tuple((str(id_), one.as_changes, one.seen_as) for id_, one in self._own.items())
            self._keeping.attempt(partial(self.order.keep, replace(self.wishes.written, own=own)))
        self.show_plan()

    def _take_own(self, own: Own) -> None:
        if self._looked_at is not None:
            self._own[self._looked_at] = own
            self._heed()

    def _agree(self, day: date, how: str) -> None:
        order, objection = self.order, next(iter(self._objections.values()), None)
        if order is None or objection is None:
            return
        agreed = partial(self._services.rules.author_agreed, objection.clause_id, order.study.id, day, how)
        if self._keeping.attempt(agreed):
            self._keeping.say_done(f"Noted: {order.study.author} agreed.", self.show_plan)
            self.objection.fold()
            self.show_plan()

    def _overrule(self, reason: str) -> None:
        """Set the clause aside for everybody against whom it stands."""
        if self.order is None:
            return
        for id_ in list(self._objections):
            action = PackAction(self.order.draft.id, id_)
            if not self._keeping.attempt(partial(self._services.rules.overrule, action, reason)):
                return
        self._keeping.say_done("The reason is kept. The pack can be made.", self.show_plan)
        self.objection.done()
        self.show_plan()

    def _connect(self) -> None:
        self.wishes.changed.connect(self._heed)
        self.wishes.people.looked_at.connect(self._look_at)
        self.inside.changed.connect(self.show_plan)
        self.person.own_chosen.connect(self._take_own)
        self.objection.agreed.connect(self._agree)
        self.objection.overruled.connect(self._overrule)

    def _lay_out(self) -> None:
        self.wishes.setProperty("panel", "form")
        self.person.setProperty("panel", "detail")
        self.wishes.add(Rule())
        self.wishes.add(self.consent)
        means = Columns(5, 4, least=290)
        for part in (self._nobody, self.person, self.goes, self.stays, self.inside):
            means.add(0, part)
        means.add(1, self.first)
        means.end()
        columns = Columns(5, 9, least=290)
        columns.add(0, self.wishes)
        columns.add(1, means)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(self.objection)
        column.addWidget(columns)
