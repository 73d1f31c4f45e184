"""A pill: a state in one or two words; its colour only repeats what the word says."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import icons, theme

_SIDE, _BETWEEN, _ICON, _HEIGHT = 8, 4, 14, 22


@dataclass(frozen=True)
class PillLook:
    """What a pill says and how: the tone is muted, lead, warn, bad or good."""

    text: str
    tone: str = "muted"
    icon: str = ""


FACILITATOR_ONLY = PillLook("Facilitator only", icon="lock")


class Pill(QWidget):
    """One pill as a widget; where there is no room for its words they end in an ellipsis, and are said on hover."""

    def __init__(self, look: PillLook) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: PillLook) -> None:
        """Say something else."""
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """What it says."""
        return self._look.text

    def sizeHint(self) -> QSize:
        """Return the room for the words, grown with the text."""
        size = pill_size(self._look)
        return QSize(math.ceil(size.width()), math.ceil(size.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the room for its sign and a letter or two."""
        least = math.ceil(pill_size(replace(self._look, text="n…")).width())
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say on hover what has no room."""
        super().resizeEvent(event)
        self.setToolTip(self._look.text if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw it."""
        spare = self.width() - pill_size(self._look).width()
        words = QFontMetricsF(_face())
        room = words.horizontalAdvance(self._look.text) + min(0.0, spare)
        shown = words.elidedText(self._look.text, Qt.TextElideMode.ElideRight, room + 0.5)
        paint_pill(QPainter(self), QPointF(0, 0), replace(self._look, text=shown))


def pill_size(look: PillLook) -> QSizeF:
    """Return the room that a pill takes."""
    words = QFontMetricsF(_face()).horizontalAdvance(look.text)
    sign = theme.px(_ICON) + _BETWEEN if look.icon else 0
    return QSizeF(words + sign + 2 * _SIDE + 2, theme.px(_HEIGHT))


def paint_pill(painter: QPainter, at: QPointF, look: PillLook, *, on_selected: bool = False) -> None:
    """Draw a pill with its top left corner `at`; on a selected row it stands on surface, so that it does not vanish."""
    area = QRectF(at, pill_size(look)).adjusted(0.5, 0.5, -0.5, -0.5)
    ground = {"muted": "paper", "lead": "lead_soft"}.get(look.tone, f"{look.tone}_soft")
    edge = "line" if look.tone == "muted" else ground
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(edge), 1))
    painter.setBrush(theme.colour("surface" if on_selected else ground))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    left = area.left() + _SIDE
    if look.icon:
        side = theme.px(_ICON)
        icons.paint(painter, QRectF(left, area.center().y() - side / 2, side, side), look.icon, look.tone)
        left += side + _BETWEEN
    painter.setFont(_face())
    painter.setPen(theme.colour(look.tone))
    painter.drawText(
        QRectF(left, area.top(), area.right() - left, area.height()), int(Qt.AlignmentFlag.AlignVCenter), look.text
    )


def _face() -> QFont:
    return theme.font(theme.CAPTION, theme.MEDIUM)
