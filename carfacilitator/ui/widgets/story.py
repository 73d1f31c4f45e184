"""What happened, one thing below the other along a line: a sign, what it was, when, and what is to be read of it."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.sign import Disc
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words

_DISC = 28


class Moment(QWidget):
    """One thing that happened; put what is to be read of it into `body`. The line goes on to the next one below."""

    def __init__(self, icon: str, tone: str = "lead") -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._disc = _Dot(icon=icon, tone=tone, size=_DISC)
        self._title = Words("", STRONG, wraps=True)
        self._when = Words("", SMALL)
        self._when.setMinimumHeight(theme.px(_DISC))  # in the middle of the sign's height, as a title of one line is
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.Space.TINY)
        head = QHBoxLayout()
        head.setSpacing(theme.Space.MEDIUM)
        head.addWidget(self._title, 1)
        head.addWidget(self._when, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, theme.Space.LARGE)
        grid.setHorizontalSpacing(theme.Space.LARGE)
        grid.setVerticalSpacing(theme.Space.TINY)
        grid.addWidget(self._disc, 0, 0, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(head, 0, 1)
        grid.addLayout(self.body, 1, 1)
        grid.setColumnStretch(1, 1)

    def set_icon(self, icon: str) -> None:
        """Show another sign."""
        self._disc.set_icon(icon)

    def set_words(self, title: str, when: str, when_exactly: str = "") -> None:
        """Say what it was and when; `when_exactly` stands on hover."""
        self._title.setText(title)
        self._when.setText(when)
        self._when.setToolTip(when_exactly)
        self.setAccessibleName(f"{title}, {when}")

    @property
    def title(self) -> str:
        """What it was."""
        return self._title.text()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the date beside the sign at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._when.setMinimumHeight(theme.px(_DISC))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the line below the sign."""
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("line"), 2))
        middle = self._disc.geometry().center().x() + 0.5
        top = self._disc.geometry().bottom() + theme.Space.TINY
        painter.drawLine(QPointF(middle, top), QPointF(middle, self.height() - theme.Space.TINY))


class _Dot(Disc):
    """The sign on the line."""

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._look = replace(self._look, icon=icon)
        self.update()
