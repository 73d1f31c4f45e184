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
    drawing = _renderer(name, theme.colour(tone).name(), theme.colour("lead").name())
    return _drawn(drawing, size, ratio or QGuiApplication.primaryScreen().devicePixelRatio())


def icon(name: str, tone: str = "ink", size: int = SIZE) -> QIcon:
    """Return the icon for a button or a menu, grown with the text; what is disabled is muted.

    It holds pictures in the colours of the theme in force: whoever keeps it asks again when the palette changes.
    """
    return _icon(name, (theme.colour(tone).name(), theme.colour("muted").name()), theme.px(size))


@lru_cache(maxsize=512)
def _icon(name: str, inks: tuple[str, str], size: int) -> QIcon:
    made = QIcon()
    ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())  # of the finest screen there is
    for ink, mode in zip(inks, (QIcon.Mode.Normal, QIcon.Mode.Disabled), strict=True):
        made.addPixmap(_drawn(_renderer(name, ink, ink), size, ratio), mode)
    return made


def _drawn(drawing: QSvgRenderer, size: int, ratio: float) -> QPixmap:
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


@lru_cache(maxsize=512)
def _renderer(name: str, ink: str, accent: str) -> QSvgRenderer:
    """Return the drawing with its colours put in: Qt takes currentColor for black."""
    drawing = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).replace("accentColor", accent).encode()))
