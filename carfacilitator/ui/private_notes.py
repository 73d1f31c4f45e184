"""The facilitator's own notes about whatever is open, which nobody else sees."""

from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.fact import Fact


class PrivateNotes(Card):
    """A text on paper, with a lock."""

    def __init__(self, keeping: Keeping) -> None:
        super().__init__("Your notes", private=True)
        field = Fact("Your notes", "Only you see them.", paragraphs=True, serif=True)
        field.hide_label()
        self.notes = Kept(field, keeping)
        self.add(field)
        keeping.conceal(self)
