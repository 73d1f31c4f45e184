"""A paragraph of a draft that stands by itself, with its marks or one passage tinted, painted as on the sheets."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.sheet_runs import Mark, Run
from carfacilitator.ui.widgets.sheet_text import Paragraph

_LEAST, _USUAL = 160, 480  # pixels at 100 per cent
_CARET = 2
_MARKED = {Mark.NEW: "new", Mark.CUT: "cut", Mark.MOVED: "moved"}


class MarkedText(QWidget):
    """Runs with their marks; `passage` (offsets in the final view) is tinted in the leading colour.

    Of a passage without words its place is shown. A screen reader hears what is marked.
    """

    def __init__(self, size: float = theme.DRAFT) -> None:
        super().__init__()
        self._size = size
        self._runs: tuple[Run, ...] = ()
        self._passage: tuple[int, int] | None = None
        self._laid: Paragraph | None = None
        self._laid_for = 0
        self._heights: dict[int, int] = {}  # layouts ask many times for the same width
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_runs(self, runs: Sequence[Run], passage: tuple[int, int] | None = None) -> None:
        """Show other words."""
        self._runs, self._passage = tuple(runs), passage
        self._forget()
        self.setAccessibleName(spoken_runs(self._runs))
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """All words that are shown, those that are cut too."""
        return "".join(run.text for run in self._runs)

    def sizeHint(self) -> QSize:
        """Return the room at a usual width."""
        width = theme.px(_USUAL)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return little width; the height follows from it."""
        return QSize(theme.px(_LEAST), math.ceil(theme.line_height(self._font())))

    def hasHeightForWidth(self) -> bool:
        """Be lower where it is wider."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        if width not in self._heights:
            self._heights[width] = math.ceil(self._paragraph(width).height) + 2
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Lay the words out anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._forget()
            self.updateGeometry()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the tints, the words, and the lines through and below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        paragraph = self._paragraph(self.width())
        marked = [
            (shown.run.mark, paragraph.rectangles(shown.at, shown.end))
            for shown in paragraph.shown
            if shown.run is not None and shown.run.mark is not Mark.PLAIN
        ]
        for mark, areas in marked:
            marks.fill(painter, areas, mark)
        if self._passage is not None:
            self._tint(painter, paragraph.passage(*self._passage))
        painter.setPen(theme.colour("ink"))
        paragraph.layout().draw(painter, QPointF(0, 0))
        ascent = QFontMetricsF(self._font()).ascent()
        for mark, areas in marked:
            marks.line(painter, areas, mark, ascent)

    def _forget(self) -> None:
        self._laid = None
        self._heights.clear()

    def _tint(self, painter: QPainter, areas: Sequence[QRectF]) -> None:
        if self._passage is not None and self._passage[0] == self._passage[1]:
            place = areas[0]
            painter.fillRect(
                QRectF(place.left() - _CARET / 2, place.top(), _CARET, place.height()), theme.colour("lead")
            )
            return
        for area in areas:
            painter.fillRect(area, theme.colour("lead_soft"))
            painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), theme.colour("lead"))

    def _paragraph(self, width: int) -> Paragraph:
        if self._laid is None or self._laid_for != width:
            font = self._font()
            self._laid = Paragraph(self._runs, font, max(1, width - 2), theme.line_height(font))
            self._laid_for = width
        return self._laid

    def _font(self) -> QFont:
        return theme.font(self._size, serif=True)


def spoken_runs(runs: Sequence[Run]) -> str:
    """Return marked words as a screen reader says them: 'cut “…”, new “…”'; all words where nothing is marked."""
    said = [f"{_MARKED[run.mark]} “{_plain(run.text)}”" for run in runs if run.mark in _MARKED and run.text.strip()]
    return ", ".join(said) or _plain("".join(run.text for run in runs))


def _plain(text: str) -> str:
    return " ".join(text.split())
