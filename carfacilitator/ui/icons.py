"""Our own line icons: one SVG file each, drawn in the colour of a token."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from carfacilitator import paths
from carfacilitator.ui import theme

SIZE = 18  # of an icon in a button or a row, at a text size of 100 per cent


def paint(painter: QPainter, area: QRectF, name: str, tone: str = "muted", accent: str = "lead") -> None:
    """Draw the icon `name` into `area` in the colour of the token `tone`."""
    _renderer(name, theme.colour(tone).name(), theme.colour(accent).name()).render(painter, area)


def pixmap(name: str, tone: str = "muted", size: int = SIZE, ratio: float = 0) -> QPixmap:
    """Return the icon as a picture of `size` logical pixels (not grown with the text), with `ratio` dots to each."""
    ratio = ratio or QGuiApplication.primaryScreen().devicePixelRatio()
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, size, size), name, tone)
    painter.end()
    return made


def icon(name: str, tone: str = "ink", size: int = SIZE) -> QIcon:
    """Return the icon for a button or a menu, grown with the text; what is disabled is muted.

    It holds pictures in the colours of the theme in force: whoever keeps it asks again when the palette changes.
    """
    made = QIcon()
    for ratio in sorted({1.0, 2.0, QGuiApplication.primaryScreen().devicePixelRatio()}):
        made.addPixmap(pixmap(name, tone, theme.px(size), ratio))
        made.addPixmap(pixmap(name, "muted", theme.px(size), ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def _renderer(name: str, ink: str, accent: str) -> QSvgRenderer:
    """Return the drawing with its colours put in: Qt takes currentColor for black."""
    drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).replace("accentColor", accent).encode()))
