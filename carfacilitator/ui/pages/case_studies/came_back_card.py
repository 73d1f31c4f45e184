"""What came back of the packs, and how much of it waits for a decision."""

from PySide6.QtWidgets import QHBoxLayout

from carfacilitator.services.combined_waiting import Waiting
from carfacilitator.ui import theme
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import PLAIN, Words


class CameBackCard(Card):
    """One sentence and the way there; not seen where nothing came back."""

    def __init__(self, open_: Button) -> None:
        super().__init__()
        self.setAccessibleName("What came back")
        self._sentence = Words("", PLAIN, wraps=True)
        row = QHBoxLayout()
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(Sign("receive", "lead"))
        row.addWidget(self._sentence, 1)
        row.addWidget(open_)
        self.body.addLayout(row)
        self.hide()

    def show_waiting(self, waiting: Waiting | None) -> None:
        """Say what waits."""
        self.setHidden(waiting is None)
        if waiting is not None:
            self._sentence.setText(sentence(waiting))


def sentence(waiting: Waiting) -> str:
    """Return how many packs came back and what waits: 'Two packs came back, for draft 4: 12 places to decide'."""
    packs = spoken.counted(waiting.packs, "pack")
    came = f"{packs[0].upper()}{packs[1:]} came back, for draft {waiting.draft_number}"
    if waiting.places is None:
        return f"{came}, with {_count(waiting.remarks, 'remark')} and {_count(waiting.edits, 'edit')}."
    if waiting.places:
        return f"{came}: {_count(waiting.places, 'place')} to decide."
    return f"{came}: everything is decided."


def _count(count: int, one: str) -> str:
    return f"{count} {one if count == 1 else one + 's'}"
