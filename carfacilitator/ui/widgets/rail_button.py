"""A button of the rail: an icon, a name and its key in a row; or folded, the name beneath the icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets.button import Button

_ICON, _SIDE, _GAP = 20, 10, 12
_TALL = 38
_LABEL = theme.CAPTION - 0.5


class RailButton(Button):
    """It does what its action does; the place where the window is has the leading colour."""

    def __init__(self, action: QAction, name: str = "", look: str = "place") -> None:
        super().__init__("")
        self._spoken = name or action.text().replace("&&", "&")
        self._key = action.shortcut().toString()
        self._sign = str(action.property("icon_name"))
        self._folded = False
        self.setProperty("look", look)
        self.setAccessibleName(self._spoken)
        self.setToolTip(action.toolTip())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.clicked.connect(action.trigger)

    def fold(self, *, folded: bool) -> None:
        """Show the name beneath the icon, or beside it."""
        self._folded = folded
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon and words."""
        return self._size(theme.px(_TALL), air=theme.Space.MEDIUM)

    def minimumSizeHint(self) -> QSize:
        """Return the same with less air, for a low window."""
        return self._size(theme.px(theme.LEAST_TARGET), air=2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground as the style sheet says, and icon and words on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._folded:
            self._paint_folded(painter)
        else:
            self._paint_row(painter)

    def _size(self, row: int, air: int) -> QSize:
        label = QFontMetricsF(_face(_LABEL))
        if self._folded:
            height = theme.px(_ICON) + 2 + label.height() + air
            return QSize(round(label.horizontalAdvance(self._spoken)) + 4, round(height))
        words = QFontMetricsF(_face(theme.BODY)).horizontalAdvance(self._spoken)
        key = QFontMetricsF(_face(theme.CAPTION)).horizontalAdvance(self._key)
        return QSize(round(2 * _SIDE + theme.px(_ICON) + 2 * _GAP + words + key), row)

    def _tones(self) -> tuple[str, str]:
        if self.isChecked():
            return "on_lead", "on_lead"
        return ("rail_muted", "rail_muted") if self.property("look") == "find" else ("rail_ink", "rail_muted")

    def _paint_folded(self, painter: QPainter) -> None:
        tone, _ = self._tones()
        label = QFontMetricsF(_face(_LABEL)).height()
        side = theme.px(_ICON)
        top = (self.height() - side - 2 - label) / 2
        icons.paint(painter, QRectF((self.width() - side) / 2, top, side, side), self._sign, tone)
        painter.setFont(_face(_LABEL))
        painter.setPen(theme.colour(tone))
        area = QRectF(0, top + side + 2, self.width(), label)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._spoken)

    def _paint_row(self, painter: QPainter) -> None:
        tone, key_tone = self._tones()
        side = theme.px(_ICON)
        icons.paint(painter, QRectF(_SIDE, (self.height() - side) / 2, side, side), self._sign, tone)
        flags = Qt.AlignmentFlag
        inner = QRectF(_SIDE + side + _GAP, 0, self.width() - 2 * _SIDE - side - _GAP, self.height())
        painter.setFont(_face(theme.BODY))
        painter.setPen(theme.colour(tone))
        painter.drawText(inner, int(flags.AlignVCenter | flags.AlignLeft), self._spoken)
        painter.setFont(theme.font(theme.CAPTION))
        painter.setPen(theme.colour(key_tone))
        painter.drawText(inner, int(flags.AlignVCenter | flags.AlignRight), self._key)


def _face(size: float) -> QFont:
    return theme.font(size, theme.MEDIUM)
