"""An icon as a widget of its own, drawn in the colour of a token."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import icons, theme


class Sign(QWidget):
    """A line icon beside words; `heard` is what a screen reader says where no words stand beside it."""

    def __init__(self, name: str, tone: str = "muted", size: float = icons.SIZE, heard: str = "") -> None:
        super().__init__()
        self._name, self._tone, self._size = name, tone, size
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
        icons.paint(painter, area, self._name, self._tone)


class Disc(QWidget):
    """Initials, or an icon, on a round ground: who or what a row is about."""

    def __init__(self, initials: str = "", icon: str = "", tone: str = "lead", size: float = 36) -> None:
        super().__init__()
        self._initials, self._icon, self._tone, self._size = initials, icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the disc."""
        painter = QPainter(self)
        paint_disc(painter, QRectF(self.rect()), self._initials or self._icon, self._tone, icon=not self._initials)


def paint_disc(painter: QPainter, area: QRectF, sign: str, tone: str = "lead", *, icon: bool) -> None:
    """Draw initials, or the icon of that name, on a disc that fills `area`; "muted" stands on paper."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("paper" if tone == "muted" else f"{tone}_soft"))
    painter.drawEllipse(area)
    if icon:
        side = area.width() / 2 + 2
        inner = QRectF(0, 0, side, side)
        inner.moveCenter(area.center())
        icons.paint(painter, inner, sign, tone)
        return
    painter.setFont(theme.font(theme.CAPTION, theme.SEMIBOLD))
    painter.setPen(theme.colour(tone))
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), sign)
