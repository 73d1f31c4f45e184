"""The receipt of a pack: what it holds, and the hash by which one changed byte shows."""

import json

from carfacilitator.services.packing import PackMade
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, SMALL, Words

_SHORT = 8  # signs of a hash at its beginning and end


class ReceiptCard(Card):
    """What a receipt says, in short; its decisions and whole hash unfold."""

    def __init__(self) -> None:
        super().__init__("Receipt")
        self._hash = ""
        self._holds, self._sum = Words("", MUTED, wraps=True), Words("", SMALL, wraps=True)
        self._more = Words("", SMALL, wraps=True)
        self.show_all = Button("Show all of it", "down", "quiet")
        self.show_all.clicked.connect(lambda: self._unfold(folded=not self._more.isHidden()))
        for part in (self._holds, self._sum, self._more, Flow(self.show_all)):
            self.add(part)
        self._unfold(folded=True)

    def show_pack(self, made: PackMade, name: str) -> None:
        """Show the receipt of a pack."""
        told = json.loads(made.receipt.data)
        self.set_title(f"Receipt for {name}’s file")
        held = ", ".join(_counted(what, count) for what, count in told["counts"].items() if count)
        self._holds.setText(f"It holds {held}. If one byte changes, this receipt no longer holds.")
        self._hash = made.document.sha256
        self._more.setText("\n".join((f"Pack {told['code']}", *map(_sentence, told["decisions"]))))
        self._unfold(folded=self._more.isHidden())

    def _unfold(self, *, folded: bool) -> None:
        self._more.setHidden(folded)
        shown = f"{self._hash[:_SHORT]} … {self._hash[-_SHORT:]}" if folded else self._hash
        self._sum.setText(f"SHA-256  {shown}")
        self.show_all.say("Show all of it" if folded else "Show less")
        self.show_all.set_icon("down" if folded else "up")


def _counted(what: str, count: int) -> str:
    """Return 'one cover note' for one of 'cover notes'."""
    return spoken.counted(count, what.removesuffix("s"), what)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
