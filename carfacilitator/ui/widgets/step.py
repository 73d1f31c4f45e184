"""One step of a few: its number on a small square, what to do, a line about it, and what it is done with."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.words import MUTED, SECTION, Words

_SIDE, _INSET = 24, 4


class Step(QWidget):
    """Step `number` of `of`; one that is done shows a tick instead of its number."""

    def __init__(self, number: int, of: int, heading: str) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._place = f"Step {number} of {of}"
        self._number = _Number(number)
        self._heading, self._words = Words(heading, SECTION, wraps=True), Words("", MUTED, wraps=True)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme.Space.SMALL)
        self._parts.addWidget(self._heading)
        self._parts.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._parts, 1)
        self.say("")

    def add(self, part: QWidget) -> None:
        """Put what it is done with below its words."""
        self._parts.addWidget(part)

    def say(self, words: str, *, done: bool = False) -> None:
        """Say another line about it, and whether it is done."""
        self._words.setText(words)
        self._words.setHidden(not words)
        self._number.set_done(done=done)
        heard = (self._place, "done" if done else "", self._heading.text(), words)
        self.setAccessibleName(": ".join(filter(None, heard)))


class _Number(QWidget):
    """A number on a square."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._done = number, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_done(self, *, done: bool) -> None:
        """Show a tick, or the number."""
        self._done = done
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("good_soft" if self._done else "lead"))
        painter.drawRoundedRect(area, theme.CONTROL_CORNER, theme.CONTROL_CORNER)
        if self._done:
            inset = theme.px(_INSET)
            icons.paint(painter, area.adjusted(inset, inset, -inset, -inset), "check", "good")
            return
        painter.setFont(theme.font(theme.SMALL, theme.SEMIBOLD))
        painter.setPen(theme.colour("on_lead"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
