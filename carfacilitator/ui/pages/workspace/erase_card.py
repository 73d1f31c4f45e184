"""Erasing for good: what would go along and which backups still hold it are shown first; then it cannot be undone."""

from PySide6.QtCore import Signal

from carfacilitator.services.days import today
from carfacilitator.services.erasure import ErasurePlan
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace import backup_texts
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, PLAIN, Words

_FOR_GOOD = "Nothing of it can be brought back here afterwards, by you or by anybody."
_NO_BACKUP = "No backup holds it."
_MOST_NAMED = 4


class EraseCard(Card):
    """Stands there while it is asked about something; `ended` when that is over, either way."""

    ended = Signal()
    backups_wanted = Signal()

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Erase for good", look="bad")
        self._services, self._page = services, page
        self.plan: ErasurePlan | None = None
        self.along, self.backups = Words("", PLAIN, wraps=True), Words("", MUTED, wraps=True)
        self.keep_backup = Switch("Make a backup first", "It would hold what is erased")
        self.erase, self.keep = Button("Erase for good", "remove", "primary"), Button("Keep it")
        for part in (self.along, self.backups, self.keep_backup, Flow(self.keep, self.erase, right=True)):
            self.add(part)
        self.keep.clicked.connect(self.close_card)
        self.erase.clicked.connect(self._erase)
        self.hide()

    def ask(self, plan: ErasurePlan) -> None:
        """Show what erasing something would mean."""
        self.plan = plan
        self.set_title(f"Erase ‘{plan.title}’ for good?" if plan.title else "Erase this for good?")
        self.along.setText(f"What goes: {plan.in_words()}. {_FOR_GOOD}")
        self.backups.setText(self._said_backups(plan))
        self.keep_backup.setChecked(False)
        self.show()
        self.keep.setFocus()

    def close_card(self) -> None:
        """Erase nothing."""
        self.plan = None
        self.hide()
        self.ended.emit()

    def _erase(self) -> None:
        plan, keep_backup = self.plan, self.keep_backup.isChecked()
        if plan is None:
            return
        self.close_card()
        self._page.desk.jobs.start(
            "Erasing, and writing the workspace anew without it",
            lambda _: self._services.erasure.erase(plan.noun, plan.id, keep_backup=keep_backup),
            lambda _: self._say_done(len(plan.backups) + keep_backup),
            stops=False,
        )

    def _say_done(self, held: int) -> None:
        if not held:
            self._page.desk.messages.say("It is erased for good.")
            return
        said = f"It is erased for good here. {_sentence(spoken.counted(held, 'backup'))} still {_holds(held)} it."
        self._page.desk.messages.offer(said, "Show the backups", self.backups_wanted.emit)
        self._page.refresh()

    def _said_backups(self, plan: ErasurePlan) -> str:
        if not plan.backups:
            return _NO_BACKUP
        day = today(self._services.clock)
        named = [backup_texts.backup_row(row, day).strong for row in plan.backups[:_MOST_NAMED]]
        more = len(plan.backups) - len(named)
        others = f" and {spoken.counted(more, 'other')}" if more else ""
        count = _sentence(spoken.counted(len(plan.backups), "backup"))
        return f"{count} may still hold it: {'; '.join(named)}{others}. Under Backups they can be deleted one by one."


def _holds(count: int) -> str:
    return "holds" if count == 1 else "hold"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
