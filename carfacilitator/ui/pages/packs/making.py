"""Making packs of a draft: what is wished at the left, what it means for each person, and what they will see."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.days import today
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.pack_wishes import PackWishes
from carfacilitator.services.rules import Objection, PackAction
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.consent import ConsentLines
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pack_ask import PackAsk
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.meaning import Meaning
from carfacilitator.ui.pages.packs.objection_card import ObjectionCard
from carfacilitator.ui.pages.packs.order import Order
from carfacilitator.ui.pages.packs.person_card import Own
from carfacilitator.ui.pages.packs.saving import Wanted
from carfacilitator.ui.pages.packs.wishes_card import WishesCard
from carfacilitator.ui.pages.packs.written import Written
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.columns import Columns


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
        self._rule = Rule()
        self.meaning = Meaning(before, after, day)
        self.objection = ObjectionCard(day)
        self.setFocusProxy(self.wishes.people)
        self._lay_out()
        self.wishes.changed.connect(self._heed)
        self.wishes.people.looked_at.connect(self._look_at)
        self.meaning.changed.connect(self._heed)
        self.meaning.person.own_chosen.connect(self._take_own)
        self.objection.reason.typed.connect(lambda _: self._heed())
        self.objection.agreed.connect(self._agree)
        self.objection.overruled.connect(self._overrule)

    def begin(self, draft_id: UUID, ask: PackAsk | None = None) -> None:
        """Begin packs of a draft, or go on with those that were begun, for those whom another page asks for."""
        self.order = Order(self._services, draft_id)
        self._looked_at = None
        begun = self.order.written()
        written = _as_asked(begun or Written(), ask)
        self.wishes.people.offer(self.order.recipients())
        self.wishes.people.choose([UUID(id_) for id_ in written.people] if begun or ask else self.order.usual())
        self.wishes.show_written(written)
        self.meaning.leave_in(written.left_in)
        self.objection.begin(written.reason)
        self._own = {UUID(id_): Own(as_changes=changes, seen_as=seen) for id_, changes, seen in written.own}
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
            self._keeping.attempt(partial(self._prepare, order, self._looked_at))
        own = self._own.get(self._looked_at, Own()) if self._looked_at is not None else Own()
        self.meaning.show_plan(self.plan, own, is_anybody=self._looked_at is not None)
        self._show_objection(order)
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

    def keep_for(self, left: Sequence[UUID]) -> None:
        """Forget the form that is done, but for those who are left."""
        if self.order is None:
            return
        if left:
            self.wishes.people.choose(left)
            self._heed()
        else:
            self.order.forget()

    def finish(self) -> None:
        """Take what is being typed, and plan with it."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.refresh()

    def _prepare(self, order: Order, id_: UUID) -> None:
        chosen, keeper = self.wishes.people.chosen, self._services.gatekeepers.open(id_)
        self.meaning.person.show_person(keeper.name, (chosen.index(id_) + 1, len(chosen)), keeper.belongs_to)
        self._plans[id_] = self._services.packs.prepare(order.draft.id, id_, self._wishes(id_))

    def _show_objection(self, order: Order) -> None:
        """Say above everything which clause stands in the way; where none does, what the author said stands below."""
        held = [self.wishes.people.name_of(id_) for id_ in self._objections]
        for objection in list(self._objections.values())[:1]:
            self.objection.show_objection(objection, order.study.author, held)
        self.objection.setHidden(not held)
        for part in (self._rule, self.consent):
            part.setHidden(bool(held) or not self.consent.says_something)

    def _wishes(self, id_: UUID) -> PackWishes:
        return self.meaning.wishes_for(self.wishes.wishes, self._own.get(id_, Own()))

    def _look_at(self, id_: UUID) -> None:
        self._looked_at = id_
        self.show_plan()

    def _heed(self) -> None:
        """Keep what was chosen or typed, and plan anew."""
        if self.order is not None:
            written = replace(
                self.wishes.written,
                own=tuple((str(id_), one.as_changes, one.seen_as) for id_, one in self._own.items()),
                left_in=self.meaning.left_in,
                reason=self.objection.reason.text,
            )
            self._keeping.attempt(partial(self.order.keep, written))
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
            self.objection.begin()
            self._heed()

    def _overrule(self, reason: str) -> None:
        """Set the clause aside for everybody against whom it stands."""
        order = self.order
        if order is None or not self._objections:
            return
        first, *others = [PackAction(order.draft.id, id_) for id_ in self._objections]
        if self._keeping.attempt(partial(self._services.rules.overrule, first, reason, *others)):
            self._keeping.say_done("The reason is kept. The pack can be made.", self.show_plan)
            self.objection.begin()
            self._heed()

    def _lay_out(self) -> None:
        self.wishes.setProperty("panel", "form")
        self.wishes.add(self._rule)
        self.wishes.add(self.consent)
        columns = Columns(5, 9, least=290)
        columns.add(0, self.wishes)
        columns.add(1, self.meaning)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(self.objection)
        column.addWidget(columns)


def _as_asked(written: Written, ask: PackAsk | None) -> Written:
    """Return what stands in a form, with what another page asks for."""
    if ask is None:
        return written
    day = ask.reply_by.isoformat() if ask.reply_by else written.reply_by
    return replace(written, people=tuple(str(id_) for id_ in ask.people), asked=ask.asked, reply_by=day)
