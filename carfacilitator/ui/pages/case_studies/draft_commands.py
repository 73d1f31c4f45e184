"""What can be done with the draft that is chosen: opened in Word, put in its place, made the newest once more."""

from collections.abc import Sequence
from uuid import UUID

from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.lending import open_in_word
from carfacilitator.ui.page import Page
from carfacilitator.ui.reports import ReportAsk
from carfacilitator.ui.shared_actions import OPEN_IN_WORD, REPORT

MENU = "Case studies"
RESTORE = Action(
    "drafts.restore", "Make it the newest once more", "", "undo", MENU, "Go on from an older draft; none is lost."
)
EARLIER = Action("drafts.earlier", "It came earlier", "Alt+Left", "left", MENU, "Put it before the draft before it.")
LATER = Action("drafts.later", "It came later", "Alt+Right", "right", MENU, "Put it after the draft after it.")
OF_DRAFT = (OPEN_IN_WORD, REPORT, RESTORE, EARLIER, LATER)
_ORDERING, _RESTORING = "Putting the drafts in order", "Making it the newest"


class DraftCommands:
    """Binds the actions of a page to the draft that is chosen in it."""

    def __init__(self, services: Services, page: Page, keeping: Keeping) -> None:
        self._services, self._page, self._keeping = services, page, keeping
        self._drafts: tuple[DraftRow, ...] = ()
        self._chosen: DraftRow | None = None
        page.on(OPEN_IN_WORD, self._open)
        page.on(REPORT, self._report)
        page.on(RESTORE, self._restore)
        page.on(EARLIER, lambda: self._shift(-1))
        page.on(LATER, lambda: self._shift(1))

    def show(self, drafts: Sequence[DraftRow], chosen: DraftRow | None) -> None:
        """Offer what can be done with `chosen`, one of `drafts`, which stand in their order; nothing for None."""
        self._drafts, self._chosen = tuple(drafts), chosen
        commands, place = self._page.commands, self._place()
        for action in OF_DRAFT:
            commands[action].setVisible(chosen is not None)
        last = len(self._drafts) - 1
        commands.allow(RESTORE, if_=0 <= place < last, else_="It is the newest already.")
        commands.allow(EARLIER, if_=place > 0, else_="It is the first already.")
        commands.allow(LATER, if_=0 <= place < last, else_="It is the newest already.")
        if chosen is not None:
            commands[RESTORE].setText(f"Make draft {chosen.number} the newest once more")
            commands[EARLIER].setText(f"Draft {chosen.number} came earlier")
            commands[LATER].setText(f"Draft {chosen.number} came later")

    def _place(self) -> int:
        return self._drafts.index(self._chosen) if self._chosen in self._drafts else -1

    def _open(self) -> None:
        if self._chosen is not None:
            open_in_word(self._services, self._page.desk, self._chosen.id)

    def _report(self) -> None:
        if self._chosen is not None:
            self._page.wants.emit("reports", ReportAsk(new_id=self._chosen.id))

    def _restore(self) -> None:
        old = self._chosen
        if old is not None:
            restore = self._services.drafts.restore
            words = f"Draft {old.number} is the newest once more, as draft {{}}."
            self._page.desk.jobs.start(
                _RESTORING,
                lambda _: restore(old.id).number,
                lambda number: self._keeping.say_done(words.format(number)),
                stops=False,
            )

    def _shift(self, step: int) -> None:
        """Let the chosen draft and the one beside it change places."""
        chosen, place = self._chosen, self._place()
        if chosen is None or not 0 <= place + step < len(self._drafts):
            return
        ids = [draft.id for draft in self._drafts]
        ids[place], ids[place + step] = ids[place + step], ids[place]
        self._reorder(chosen, ids, chosen.number + step)

    def _reorder(self, chosen: DraftRow, ids: Sequence[UUID], number: int) -> None:
        reorder = self._services.drafts.reorder
        words = f"Draft {chosen.number} is draft {number} now; open comments were followed once more."
        self._page.desk.jobs.start(
            _ORDERING,
            lambda _: reorder(chosen.case_study_id, ids),
            lambda _: self._keeping.say_done(words),
            stops=False,
        )
