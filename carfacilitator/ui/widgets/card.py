"""A card: a quiet surface with a heading, and what stands in it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words

_EDGE = 10  # each of the two margins at a side: rows stand between them, so that their words stand under the heading's

_LOCK = 32  # the room for a lock before the heading


class Card(QFrame):
    """A titled card. A private one stands on paper with a lock, told apart without colour."""

    def __init__(self, title: str = "", note: str = "", *, private: bool = False, look: str = "card") -> None:
        super().__init__()
        self.setProperty("look", "private" if private else look)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(_EDGE, theme.Space.LARGE, _EDGE, theme.Space.LARGE)
        self._outer.setSpacing(theme.Space.SMALL)
        self._inner = self._part()
        self._title = Words(title, SECTION)
        self._note = Words(note, MUTED)
        if not note:
            self._note.hide()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside = QHBoxLayout()
        if title:
            self._fill_head(private=private)

    @property
    def body(self) -> QVBoxLayout:
        """Where widgets and layouts go, below what is there."""
        return self._inner

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below the others; a list reaches further out, so that its words stand under the heading."""
        if isinstance(widget, RowList):
            self._outer.addWidget(widget, stretch)
            self._inner = self._part()
            return
        self._inner.addWidget(widget, stretch)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a pill, a count or a quiet button at the right of the heading."""
        self._beside.insertWidget(self._beside.count() - 1, widget)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._turn()

    def set_note(self, note: str) -> None:
        """Change the muted words at the right of the heading."""
        self._note.setText(note)
        self._note.setHidden(not note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what stands beside the heading below it, before the heading is cut."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        lock = _LOCK if self.property("look") == "private" else 0
        needed = self._title.sizeHint().width() + self._beside.sizeHint().width() + lock + 4 * _EDGE
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.LeftToRight if needed <= self.width() else directions.TopToBottom)

    def _part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setContentsMargins(_EDGE, 0, _EDGE, 0)
        part.setSpacing(theme.Space.SMALL)
        self._outer.addLayout(part)
        return part

    def _fill_head(self, *, private: bool) -> None:
        heading = QHBoxLayout()
        for part in (heading, self._head, self._beside):
            part.setSpacing(theme.Space.SMALL)
        if private:
            heading.addWidget(Sign("lock", heard="Only you see this"))
        heading.addWidget(self._title, 1)
        self._beside.addWidget(self._note)
        self._beside.addStretch()
        self._head.addLayout(heading, 1)
        self._head.addLayout(self._beside)
        self._inner.addLayout(self._head)


class Rule(QFrame):
    """A hairline between two parts of a card."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("look", "rule")
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
