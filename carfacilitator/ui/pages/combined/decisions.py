"""Everything to decide beside the one thing that is open, or the one without the other: going about, and deciding."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Found, Page
from carfacilitator.ui.pages.combined import page_actions as acts
from carfacilitator.ui.pages.combined.besides import Shown
from carfacilitator.ui.pages.combined.deciding import Deciding
from carfacilitator.ui.pages.combined.decision_list import DecisionList
from carfacilitator.ui.pages.combined.entries import Entry, found, next_open
from carfacilitator.ui.pages.combined.middle import Middle
from carfacilitator.ui.pages.combined.reading import as_sent
from carfacilitator.ui.widgets.list_detail import ListDetail


class Decisions(ListDetail):
    """The list and the item. `changed` tells that something was decided: read it again, and show it.

    Then the next undecided thing opens.
    """

    changed = Signal()
    shifted = Signal()  # list or item came to be seen, or not, on a narrow window

    def __init__(self, services: Services, page: Page) -> None:
        side, middle = DecisionList(), Middle(services, page.desk, page.commands)
        super().__init__(side, middle, "Everything to decide")
        self.side, self.middle = side, middle
        self._page = page
        self._shown: Shown | None = None
        self._decided_at = 0  # the number of what was decided just now
        self.deciding = Deciding(services, Keeping(services, page.desk.messages))
        self._bind()
        self._connect()

    @property
    def entry(self) -> Entry | None:
        """What is open."""
        return self.middle.entry

    def clear(self) -> None:
        """Show nothing of what was open: something else is."""
        self._shown = None
        self.middle.clear()

    def show_review(self, shown: Shown, wanted: str = "") -> None:
        """Show what came back, and stay where one is, or go to what is wanted: an entry, a remark or an answer."""
        self._shown = shown
        self.side.show_entries(shown.entries, shown.people)
        number, self._decided_at = self._decided_at, 0
        following = next_open(self.side.shown, number) if number else None
        open_id = self.entry.id if self.entry is not None else ""
        entry = found(shown.entries, shown.review, wanted) or following or found(shown.entries, shown.review, open_id)
        self._show(entry or self._first())
        if wanted:
            self.show_detail()

    def go_to(self, id_: str, *, focus: bool = False) -> None:
        """Open something, also where the list does not show it."""
        if self._shown is None:
            return
        entry = found(self._shown.entries, self._shown.review, id_)
        if entry is not None:
            self._show(entry)
            self.show_detail()
            self.shifted.emit()
            if focus:
                self.middle.take_focus()

    def decide(self, choice: EditChoice) -> None:
        """Decide about the edit that is open."""
        entry = self.entry
        if entry is None or entry.edit is None or self._shown is None:
            return
        if self.deciding.decide(self._shown.review.draft_id, entry.edit, choice):
            self.middle.leave_field()  # it may be hidden now, and the focus would go elsewhere
            self.middle.edit.forget()
            self._tell_decided()

    def step(self, steps: int) -> None:
        """Go so many things further along the list."""
        id_ = self.side.step(steps)
        if id_:
            self.go_to(id_)

    def _do(self, to_edit: Callable[[], object], to_remark: Callable[[], object]) -> None:
        """Do the one thing or the other, by what is open; what is open and not seen is shown first."""
        if self.entry is None:
            return
        if self.is_narrow and not self.middle.isVisible():
            self.go_to(self.entry.id, focus=True)
            return
        (to_remark if self.entry.edit is None else to_edit)()

    def _tell_decided(self) -> None:
        self._decided_at = self.entry.number if self.entry is not None else 0
        self.changed.emit()

    def _open_again(self, id_: str) -> None:
        if self._shown is not None:
            self.deciding.open_again(self._shown.review.draft_id, id_)

    def _show_again(self, id_: str) -> None:
        self.changed.emit()
        self.go_to(id_)

    def _turn_alone(self) -> None:
        self.set_alone(alone=not self.is_alone)
        alone = self._page.commands[acts.ALONE]
        alone.setText("Show the list" if self.is_alone else acts.ALONE.text)
        if self.entry is not None:
            self.show_detail()
        self.middle.take_focus()
        self.shifted.emit()

    def _see_page(self) -> None:
        if self._shown is not None and self.entry is not None and self.entry.edit is not None:
            sent = as_sent(self._shown.review, self.entry.edit)
            self._page.wants.emit("review", Found(self._shown.review.draft_id, sent.leaf))

    def _first(self) -> Entry | None:
        shown = self.side.shown
        return next((one for one in shown if not one.decided), next(iter(shown), None))

    def _narrowed(self) -> None:
        """Stay with what is open if it is still listed, else go to the first that is."""
        ids = {one.id for one in self.side.shown}
        self._show(self.entry if self.entry is not None and self.entry.id in ids else self._first())

    def _show(self, entry: Entry | None) -> None:
        if entry is None or self._shown is None:
            self.middle.clear()
        else:
            if self.entry is None or self.entry.id != entry.id:
                QTimer.singleShot(0, self, self.show_top)  # when what is shown then has its place
            self.side.list.choose(entry.id)
            self.middle.show_entry(self._shown, entry)
        acts.allow(self._page.commands, self.entry, (bool(self.side.step(-1)), bool(self.side.step(1))))

    def _bind(self) -> None:
        on, edit, remark = self._page.on, self.middle.edit, self.middle.remark
        on(acts.NEXT, partial(self.step, 1))
        on(acts.BEFORE, partial(self.step, -1))
        for index, action in enumerate(acts.TAKE):
            on(action, partial(self._do, partial(edit.take, index), partial(remark.choose_kind, index)))
        on(acts.ACCEPT, partial(self._do, partial(edit.take, 0), remark.accept))
        keep = partial(self.decide, EditChoice(verdict=Verdict.KEPT))
        on(acts.KEEP, partial(self._do, keep, keep))
        discuss, comment = (EditChoice(verdict=verdict) for verdict in (Verdict.DISCUSS, Verdict.COMMENT))
        on(acts.DISCUSS, partial(self._do, partial(self.decide, discuss), remark.discuss))
        on(acts.COMMENT, partial(self._do, partial(self.decide, comment), remark.make_comment))
        on(acts.REJECT, partial(self._do, edit.ask_reason, remark.decline))
        on(acts.AGAIN, lambda: self._open_again(self.entry.id if self.entry else ""))
        on(acts.PAGE, self._see_page)
        on(acts.ALONE, self._turn_alone)

    def _connect(self) -> None:
        self.side.chosen.connect(self._choose)
        self.side.opened.connect(partial(self.go_to, focus=True))
        self.side.narrowed.connect(self._narrowed)
        self.came_back.connect(self.shifted)
        self.middle.edit.chosen.connect(self.decide)
        self.middle.edit.page_wanted.connect(self._see_page)
        self.middle.remark.decided.connect(self._tell_decided)
        self.middle.remark.wants.connect(self._page.wants)
        self.middle.beside.picked.connect(self.go_to)
        self.middle.beside.opened_again.connect(self._open_again)
        self.deciding.undone.connect(self._show_again)
        self.deciding.opened.connect(self._show_again)

    def _choose(self, id_: str) -> None:
        """Show what becomes current in the list, which keeps the focus."""
        if self._shown is not None:
            self._show(found(self._shown.entries, self._shown.review, id_))
