"""What a codebook file would bring, before any of it is taken in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.services.codebook import Incoming
from carfacilitator.ui.pages.codebook import texts
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.entry import Entry
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.kind_badge import KindBadge
from carfacilitator.ui.widgets.words import LABEL, MUTED, SECTION, Words


class IncomingCard(Card):
    """A card; `taken` carries what shall be taken in, `left` says that nothing shall."""

    taken = Signal(object)  # an Incoming
    left = Signal()

    def __init__(self) -> None:
        super().__init__("A codebook from a file")
        self._incoming: Incoming | None = None
        self._about = Words("", MUTED, wraps=True)
        self._told = QVBoxLayout()
        self.take = Button("Add them", "plus", "primary")
        self.leave = Button("Cancel")
        self.take.clicked.connect(lambda _: self.taken.emit(self._incoming))
        self.leave.clicked.connect(lambda _: self.left.emit())
        self.add(self._about)
        self.body.addLayout(self._told)
        self.add(Flow(self.take, self.leave))

    def show_incoming(self, incoming: Incoming, file_name: str) -> None:
        """Show what a file would do."""
        self._incoming = incoming
        self._about.setText(f"{file_name} · nothing changes until you say so, and nothing of yours is overwritten.")
        self._empty()
        self._tell(Words(texts.fresh(incoming), SECTION, wraps=True))
        for kind in incoming.fresh:
            self._tell(Entry(kind.name, texts.described(kind), KindBadge(kind.letter or "?", kind.colour or "muted")))
        if incoming.differing:
            self._tell(Rule())
            self._tell(Words("Here already, in other words", LABEL))
            for ours, theirs in incoming.differing:
                self._tell(Words(f"{ours.name}: {texts.difference(ours, theirs)}", MUTED, wraps=True))
        if incoming.known:
            self._tell(Rule())
            self._tell(Words(f"Here already, the same: {', '.join(incoming.known)}.", MUTED, wraps=True))
        self.take.setHidden(not incoming.fresh)
        self.leave.say("Cancel" if incoming.fresh else "Back")
        self.setFocusProxy(self.take if incoming.fresh else self.leave)

    def _tell(self, part: QWidget) -> None:
        self._told.addWidget(part)

    def _empty(self) -> None:
        while (item := self._told.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
