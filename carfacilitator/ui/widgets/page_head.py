"""The head of a page: where it belongs, what is open, a line about it, and the buttons at the right."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, SECTION, STUDY_TITLE, TITLE, Words

_LEAST_TITLE, _LONG_TITLE = 280, 520  # at 100 per cent; with less room the buttons go below the title


@runtime_checkable
class Folding(Protocol):
    """What can do with less room in the head of a page."""

    def fold(self, *, folded: bool) -> None:
        """Give way, or take the usual room again."""


class PageHead(QWidget):
    """Title, second line and crumbs at the left, buttons at the right; on a narrow page the buttons stand below."""

    crumb_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", "head")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._crumb = Button("", "back", "quiet")
        self._crumb.clicked.connect(self.crumb_chosen)
        self._crumb.hide()
        self._title = Words("", TITLE)
        self._title.setObjectName("title")
        self._second = Words("", MUTED)
        self._buttons = Flow(right=True)
        self._worded: QWidget | None = None
        self._serif = self._low = False
        self._titles = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(theme.Space.SMALL)
        self._fill_titles()
        self._row.addLayout(self._titles, 1)
        self._row.addWidget(self._buttons)
        self._take_form()

    def set_title(self, title: str, second: str = "", *, serif: bool = False) -> None:
        """Say what is open and one line about it; a practitioner's own title stands in serif."""
        self._serif = serif
        self._title.setText(title)
        self._second.setText(second)
        self._take_form()

    def set_crumb(self, words: str) -> None:
        """Offer the way back to where this belongs ('Case studies'); nothing takes it away."""
        self._crumb.say(words)
        self._crumb.setHidden(not words)

    def add_button(self, button: QWidget, *, keeps_words: bool = False) -> None:
        """Put a button (or another control) at the right, after those that are there; one may keep its words."""
        self._buttons.add(button)
        if keeps_words:
            self._worded = button
        self._turn()

    def set_low(self, *, low: bool) -> None:
        """Take one line: a smaller title, signs without words; for pages whose text needs the height."""
        if low != self._low:
            self._low = low
            self._take_form()

    @property
    def title(self) -> str:
        """The words of the title."""
        return self._title.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _take_form(self) -> None:
        self._title.set_style(SECTION if self._low else STUDY_TITLE if self._serif else TITLE)
        self._second.setHidden(self._low or not self._second.text())
        for part in (self._crumb, *self._buttons.findChildren(QWidget)):
            if isinstance(part, Folding) and part is not self._worded:
                part.fold(folded=self._low)
        directions = QBoxLayout.Direction
        self._titles.setDirection(directions.LeftToRight if self._low else directions.TopToBottom)
        above, below = (theme.Space.SMALL, theme.Space.TINY) if self._low else (20, theme.Space.LARGE)
        self._row.setContentsMargins(theme.Space.HUGE, above, theme.Space.HUGE, below)
        self._turn()

    def _turn(self) -> None:
        title = min(max(self._title.sizeHint().width(), theme.px(_LEAST_TITLE)), theme.px(_LONG_TITLE))
        wanted = self._buttons.sizeHint().width() + title + 2 * theme.Space.HUGE + theme.Space.SMALL
        beside = self._low or wanted <= self.width()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _fill_titles(self) -> None:
        self._titles.setSpacing(2)
        self._titles.addWidget(self._crumb, 0, Qt.AlignmentFlag.AlignLeft)
        self._titles.addWidget(self._title)
        self._titles.addWidget(self._second)
        self._titles.addStretch(1)
