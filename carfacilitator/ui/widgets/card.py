"""A card: a quiet surface with a heading, and what stands in it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words

_EDGE = 10  # each of the two margins at a side: rows stand between them, so that their words stand under the heading's


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
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.Space.SMALL)
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
        self._head.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_note(self, note: str) -> None:
        """Change the muted words at the right of the heading."""
        self._note.setText(note)
        self._note.setHidden(not note)

    def _part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setContentsMargins(_EDGE, 0, _EDGE, 0)
        part.setSpacing(theme.Space.SMALL)
        self._outer.addLayout(part)
        return part

    def _fill_head(self, *, private: bool) -> None:
        if private:
            self._head.addWidget(Sign("lock", heard="Only you see this"))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._note)
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
