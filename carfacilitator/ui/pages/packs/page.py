"""The packs page: one file for each person, and the certainty of what is in it; then handing them over."""

from pathlib import Path
from uuid import UUID

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.pack_ask import PackAsk
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.packs import dispatch_texts
from carfacilitator.ui.pages.packs import pack_actions as acts
from carfacilitator.ui.pages.packs.hand_over import HandOver
from carfacilitator.ui.pages.packs.making import Making
from carfacilitator.ui.pages.packs.saving import Outcome, save_all
from carfacilitator.ui.shared_actions import ANSWERS, PASTE_EMAIL, WHAT_CAME_BACK
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.one_of import OneOf


class PacksPage(Page):
    """Opens for a draft, of which packs are to be made (for whom, a PackAsk says), or for a pack, to be handed over."""

    ID = "packs"
    PLACE = "case-studies"
    OPENS = frozenset({"pack"})
    ACTIONS = (*acts.MAKING, *acts.HANDING)
    SHOWS = frozenset(
        {"Pack", "Gatekeeper", "Comment", "CommentAnchor", "Draft", "Departure", "Return", "ReturnedRemark"}
        | {"Clause", "Clearance"}
    )

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._pack: UUID | None = None
        self.making = Making(services, desk, self.commands[acts.BEFORE], self.commands[acts.AFTER])
        self.hand = HandOver(services, desk, self.commands)
        self._nobody = EmptyState(
            "gatekeepers",
            "No gatekeeper to send it to yet",
            "A pack is made for a gatekeeper. Add the first one under Gatekeepers (Ctrl 6).",
        )
        self.states = OneOf(self.making, self._nobody, self.hand)
        self.body.addWidget(self.states)
        self.body.addStretch(1)
        self.head.set_crumb("Case study")
        self.offer(acts.NEXT)
        self.offer(acts.SAVE, primary=True)
        self._bind()

    def open(self, entity: UUID | PackAsk | None) -> None:
        """Begin packs of a draft, or go on with one that was made; else what was open stays."""
        if isinstance(entity, PackAsk):
            self._begin(entity.draft_id, entity)
            return
        if entity is None or entity == self.shown:
            return
        try:
            self._services.packs.open(entity)
        except NotFoundError:
            self._begin(entity)
        else:
            self._hand_over(entity)

    @property
    def shown(self) -> UUID | None:
        """The draft of which packs are made, or the pack that is handed over."""
        order = self.making.order
        return self._pack or (order.draft.id if order is not None else None)

    def refresh(self) -> None:
        """Look again at what would go out, or at how far the packs are."""
        if self._pack is not None:
            self._look_again(self._pack)
        else:
            self._offer_form()
            self.making.refresh()

    def step_back(self) -> bool:
        """Stop asking by which way a pack was sent."""
        return self._pack is not None and self.hand.step_back()

    def _go_up(self) -> None:
        self.wants.emit(self.PLACE, self._case_study())

    def _case_study(self) -> UUID | None:
        if self._pack is not None:
            return self.hand.row.pack.case_study_id
        return self.making.order.study.id if self.making.order is not None else None

    def _bind(self) -> None:
        handing = self.hand.handing
        for action, run in (
            (acts.SAVE, self._save),
            (acts.BEFORE, lambda: self.making.step(-1)),
            (acts.AFTER, lambda: self.making.step(1)),
            (acts.MAIL, handing.open_mail),
            (acts.COPY, handing.copy_text),
            (acts.ADDRESS, handing.copy_address),
            (acts.FOLDER, handing.show_folder),
            (acts.AGAIN, self._save_again),
            (acts.YES, handing.sent),
            (acts.OTHER, self.hand.steps.question.ask_which),
            (acts.NOT_YET, handing.not_yet),
            (acts.NEXT, self.hand.go_on),
            (WHAT_CAME_BACK, lambda: self.wants.emit("combined", self.hand.row.pack.draft_id)),
            (ANSWERS, lambda: self.wants.emit("answers", self.hand.row.pack.id)),
            (PASTE_EMAIL, lambda: self.wants.emit("emails", self.hand.row.pack.id)),
        ):
            self.on(action, run)
        self.making.shown.connect(self._show_head)
        self.hand.shown.connect(self._follow)
        self.hand.wants.connect(self.wants)

    def _begin(self, draft_id: UUID, ask: PackAsk | None = None) -> None:
        self._pack = None
        self.making.begin(draft_id, ask)
        self._offer_form()

    def _offer_form(self) -> None:
        has_any = bool(self._services.gatekeepers.rows())
        self.states.choose(self.making if has_any else self._nobody)
        self.setFocusProxy(self.making)
        self._show_head()

    def _hand_over(self, pack_id: UUID) -> None:
        self._pack = pack_id
        self.hand.show_pack(pack_id)
        self.states.choose(self.hand)
        self.setFocusProxy(self.hand)

    def _look_again(self, pack_id: UUID) -> None:
        """Look again at a pack; one that is gone gives way to the form of its draft."""
        draft_id = self.hand.row.pack.draft_id
        try:
            self.hand.show_pack(pack_id)
        except NotFoundError:
            self._begin(draft_id)

    def _follow(self) -> None:
        """Another pack is the one that is handed over."""
        self._pack = self.hand.row.pack.id
        self._show_head()

    def _show_head(self) -> None:
        handing = self._pack is not None
        for action in self.ACTIONS:
            is_asked = action not in acts.ASKING or not handing or self.hand.row.pack.handed_over_at is None
            is_here = (action in acts.HANDING) == handing and is_asked
            self.commands[action].setVisible(is_here)
            self.commands.allow(action, if_=is_here, else_="Save the pack first.")
        if handing:
            self._name_batch()
        else:
            self._name_making()

    def _name_batch(self) -> None:
        batch, following = self.hand.batch, self.hand.next_one
        for action in (WHAT_CAME_BACK, ANSWERS):
            self.commands.allow(action, if_=self.hand.row.back is not None, else_="Nothing came back of this pack yet.")
        self.commands[acts.NEXT].setVisible(following is not None)
        self.commands[acts.AGAIN].setVisible(not self.hand.lies_as_made)
        if following is not None:
            self.commands[acts.NEXT].setText(f"Next: {following.pack.gatekeeper}")
        pack = self.hand.row.pack
        title = "Hand over the packs" if len(batch) > 1 else f"Hand over the pack for {pack.gatekeeper}"
        self.head.set_title(title, f"{dispatch_texts.progress(batch)} {pack.case_study}, draft {pack.draft_number}")

    def _name_making(self) -> None:
        making, names = self.making, self.making.names
        if making.order is None:
            self.head.set_title("Review pack")
            return
        why_not = making.why_not
        self.commands[acts.SAVE].setText("Save the packs" if len(names) > 1 else acts.SAVE.text)
        self.commands.allow(acts.SAVE, if_=not why_not, else_=why_not)
        for action in (acts.BEFORE, acts.AFTER):
            self.commands[action].setVisible(len(names) > 1)
            self.commands.allow(action, if_=len(names) > 1, else_="There is no other person.")
        title = f"Review packs for {spoken.number(len(names))} people" if len(names) > 1 else "Review pack"
        title = f"Review pack for {names[0]}" if len(names) == 1 else title
        about = f"{making.order.study.title}, draft {making.order.draft.number}"
        self.head.set_title(title, f"{why_not} {about}" if why_not else about)

    def _save_again(self) -> None:
        self.hand.handing.save_again()
        self.refresh()

    def _save(self) -> None:
        self.making.finish()
        order = self.making.order
        if order is None or self.making.why_not:
            return
        folder = self.desk.dialogs.choose_folder("Where shall the packs be saved?")
        if folder is not None:
            self._start(order.draft.id, Outcome(Path(folder)))

    def _start(self, draft_id: UUID, outcome: Outcome) -> None:
        wanted = self.making.wanted()

        def work(job: Job) -> Outcome:
            return save_all(self._services, draft_id, wanted, outcome, job)

        def tell(_: object = None) -> None:
            self._tell(outcome, [one.gatekeeper_id for one in wanted if one.gatekeeper_id not in outcome.saved])

        what = "Making the packs" if len(wanted) > 1 else "Making the pack"
        job = self.desk.jobs.start(what, work, tell, self.desk.messages.fail)
        job.ended.connect(lambda: tell() if job.cancelled else None)  # what was saved before it was stopped stays

    def _tell(self, outcome: Outcome, left: list[UUID]) -> None:
        """Say what came of it, and go on to handing over what was saved; who is `left` stays in the form."""
        self.making.keep_for(left)
        for pack_id in list(outcome.saved.values())[:1]:
            self._hand_over(pack_id)
        if outcome.refused and not outcome.saved:
            self.desk.messages.fail(KnownError(outcome.said))
        else:
            self.desk.messages.say(
                outcome.said, tone="warn" if outcome.refused else "good", stays=bool(outcome.refused)
            )
