"""Deciding about an edit: each way to do it, what is said of it, and how it is taken back."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.combined_rows import EditRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping

_SAID = {
    Verdict.ACCEPTED: "Accepted",
    Verdict.OWN_WORDING: "Another wording is kept",
    Verdict.KEPT: "It stays as it was sent",
    Verdict.REJECTED: "Rejected, with your reason",
    Verdict.DISCUSS: "It is to be discussed with the author; a comment for them stands there",
    Verdict.COMMENT: "A comment for the author stands there now",
}


class Deciding(QObject):
    """Makes decisions, each one step of undo. `made`, `opened` and `undone` tell the key of the edit."""

    made = Signal(str)
    opened = Signal(str)
    undone = Signal(str)

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._reviews = services.combined_reviews
        self._keeping = keeping

    def decide(self, draft_id: UUID, edit: EditRow, choice: EditChoice) -> bool:
        """Decide about an edit; tell whether it went well."""
        done = self._keeping.attempt(partial(self._reviews.decide, draft_id, edit.key, choice))
        if done:
            whose = f" {edit.wordings[choice.choice].people[0]}’s wording" if choice.verdict is Verdict.ACCEPTED else ""
            self._keeping.say_done(f"{_SAID[choice.verdict]}{whose}.", partial(self.undone.emit, edit.key))
            self.made.emit(edit.key)
        return done

    def open_again(self, draft_id: UUID, key: str) -> None:
        """Take a decision back, so that it is to be made again."""
        if self._keeping.attempt(partial(self._reviews.leave_open, draft_id, key)):
            self._keeping.say_done("It is to be decided again.", partial(self.undone.emit, key))
            self.opened.emit(key)
