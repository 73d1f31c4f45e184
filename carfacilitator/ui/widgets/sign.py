"""An icon as a widget of its own, drawn in the colour of a token."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import icons, theme, tokens


class Sign(QWidget):
    """A line icon beside words; `heard` is what a screen reader says where no words stand beside it."""

    def __init__(
        self, name: str, tone: str = "muted", size: float = icons.SIZE, heard: str = "", accent: str = "lead"
    ) -> None:
        super().__init__()
        self._name, self._tone, self._size, self._accent = name, tone, size, accent
        self.setAccessibleName(heard)
        self.setToolTip(heard)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_sign(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        side = theme.px(self._size)
        area = QRectF(0, 0, side, side)
        area.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, area, self._name, self._tone, self._accent)


_TINT = 0.14  # of a colour that has no soft one of its own, as those of the kinds of comment


@dataclass(frozen=True)
class DiscLook:
    """What stands on a disc: initials, or else an icon; "muted" stands on paper."""

    initials: str = ""
    icon: str = ""
    tone: str = "lead"


class Disc(QWidget):
    """Initials, or an icon, on a round ground: who or what a row is about."""

    def __init__(self, initials: str = "", icon: str = "", tone: str = "lead", size: float = 36) -> None:
        super().__init__()
        self._look, self._size = DiscLook(initials, icon, tone), size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the disc."""
        paint_disc(QPainter(self), QRectF(self.rect()), self._look)


def paint_disc(painter: QPainter, area: QRectF, look: DiscLook, *, on_selected: bool = False) -> None:
    """Draw a disc that fills `area`; on a selected row it stands on surface, so that it does not vanish."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface") if on_selected else _ground(look.tone))
    painter.drawEllipse(area)
    if not look.initials:
        side = area.width() / 2 + 2
        inner = QRectF(0, 0, side, side)
        inner.moveCenter(area.center())
        icons.paint(painter, inner, look.icon, look.tone)
        return
    painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD))
    painter.setPen(theme.colour(look.tone))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), look.initials)


def _ground(tone: str) -> QColor:
    if tone == "muted":
        return theme.colour("paper")
    return theme.colour(f"{tone}_soft") if f"{tone}_soft" in tokens.LIGHT else theme.mixed(tone, "surface", _TINT)
