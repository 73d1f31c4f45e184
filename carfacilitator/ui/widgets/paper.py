"""Printed pages as they will be on paper, one below the other."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme

_A4 = 297 / 210  # of its width
_WIDEST = 794  # logical pixels: the sheet in its own size on a screen of 96 dots to the inch
_GAP = theme.Space.LARGE


class Paper(QWidget):
    """A4 pages given as SVG, as wide as there is room, up to their own size; paper is white in every theme.

    To a screen reader it is a picture whose name says what it is a picture of.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pages: list[QSvgRenderer] = []
        self._drawn: dict[int, QPixmap] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_pages(self, pages: Sequence[bytes], heard: str) -> None:
        """Show these pages."""
        self._pages = [QSvgRenderer(QByteArray(page)) for page in pages]
        self._drawn = {}
        self.setAccessibleName(heard)
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def hasHeightForWidth(self) -> bool:
        """Be as high as the pages are at a width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all pages with the gaps between them."""
        page = math.ceil(min(width, _WIDEST) * _A4)
        return max(0, self.count * (page + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        """Return the room for the pages at a size that can be read."""
        width = 540
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the room for a small picture of one page."""
        return QSize(240, round(240 * _A4) if self._pages else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are seen."""
        painter = QPainter(self)
        for place, area in enumerate(self._areas()):
            if not area.toAlignedRect().intersects(event.rect()):
                continue
            painter.drawPixmap(area.topLeft(), self._drawing(place, area))
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))

    def _areas(self) -> list[QRectF]:
        width = min(self.width(), _WIDEST)
        left, height = (self.width() - width) // 2, math.ceil(width * _A4)
        return [QRectF(left, place * (height + _GAP), width, height) for place in range(self.count)]

    def _drawing(self, place: int, area: QRectF) -> QPixmap:
        """Return a page at the size of `area`; drawing its outlines takes a while, so it is kept until it changes."""
        size = (area.size() * self.devicePixelRatioF()).toSize()
        kept = self._drawn.get(place)
        if kept is None or kept.size() != size:
            kept = QPixmap(size)
            kept.fill(Qt.GlobalColor.white)
            painter = QPainter(kept)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._pages[place].render(painter)
            painter.end()
            kept.setDevicePixelRatio(self.devicePixelRatioF())
            self._drawn[place] = kept
        return kept
