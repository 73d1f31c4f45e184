"""Draws laid-out strips on paper: tints before the text, marks after it, and what stands around a paragraph."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui import icons, theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.lost_band import paint_lost
from carfacilitator.ui.widgets.review_data import Side, ViewMode
from carfacilitator.ui.widgets.sheet_caret import Selection
from carfacilitator.ui.widgets.sheet_page import Cell, LaidStrip, Part, SheetPage
from carfacilitator.ui.widgets.sheet_rows import Look, Shape
from carfacilitator.ui.widgets.sheet_runs import Mark

BARS = {
    Look.NEW: "inserted",
    Look.CUT: "deleted",
    Look.MOVED_HERE: "moved",
    Look.MOVED_AWAY: "moved",
    Look.SPLIT: "moved",
    Look.MERGED: "moved",
    Look.CHANGED: "muted",
}
TAGS = {Look.MOVED_AWAY: "arrow-down", Look.MOVED_HERE: "arrow-up", Look.SPLIT: "split", Look.MERGED: "split"}
MOVED = frozenset({Look.MOVED_AWAY, Look.MOVED_HERE})
ICON = 14


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a comment stands on the newer sheet, and how its brackets are drawn."""

    id: str
    anchor: Anchor
    letter: str
    tone: str
    hollow: bool = False
    active: bool = False

    def within(self, leaf: int, length: int) -> tuple[int, int] | None:
        """Return the offsets of a leaf that it covers."""
        if not self.anchor.first <= leaf <= self.anchor.last:
            return None
        start = self.anchor.start if leaf == self.anchor.first else 0
        return min(start, length), min(self.anchor.end if leaf == self.anchor.last else length, length)


@dataclass(frozen=True)
class Scene:
    """What is drawn besides the drafts: comments by leaf, what is chosen, the row one is at, the caret."""

    passages: Mapping[int, Sequence[Passage]] = field(default_factory=dict)
    selection: Selection | None = None
    old_choice: Selection | None = None  # what is chosen on the older sheet, to be copied
    current: int = -1
    caret: bool = False
    hovered: int = -1


class SheetPainter:
    """Draws the strips of a page, one call for each strip in sight."""

    def __init__(self, painter: QPainter, page: SheetPage, scene: Scene) -> None:
        self._painter, self._page, self._scene = painter, page, scene

    def papers(self, top: float, bottom: float) -> None:
        """Draw the empty sheets between two heights of the view."""
        self._painter.setPen(QPen(theme.colour("line")))
        self._painter.setBrush(theme.colour("surface"))
        for column in self._page.columns:
            area = QRectF(column.left, top, column.right - column.left, bottom - top)
            self._painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def strip(self, laid: LaidStrip, y: float) -> None:
        """Draw a strip whose own top is at `y` of the view."""
        self._painter.save()
        self._painter.translate(0, y)
        if laid.strip.shape is Shape.FOLD:
            self._fold(laid)
        elif laid.strip.shape is Shape.STORY:
            self._story(laid)
        elif laid.strip.shape is Shape.LOST:
            paint_lost(self._painter, laid.strip, self._page.columns[-1], laid.height)
        else:
            self._rows(laid)
        self._painter.restore()

    def connect_moves(self, strips: Iterable[tuple[LaidStrip, float]]) -> None:
        """Join the two ends of a move where both are in sight, between two sheets."""
        if self._page.model.way.mode is not ViewMode.SIDE:
            return
        moved = [(laid.strip, y + theme.px(8)) for laid, y in strips if laid.strip.look in MOVED]
        ends = {(strip.rows[0], strip.look): y for strip, y in moved}
        old, new = self._page.columns
        for (row, look), y in ends.items():
            if look is Look.MOVED_AWAY and (row, Look.MOVED_HERE) in ends:
                start, end = QPointF(old.right - 4, y), QPointF(new.left + 4, ends[row, Look.MOVED_HERE])
                marks.connector(self._painter, start, end)

    def _rows(self, laid: LaidStrip) -> None:
        if self._scene.current in laid.strip.rows:
            self._current(laid)
        shown = {cell.column for cell in laid.cells}
        for n, column in enumerate(self._page.columns):
            if n not in shown:
                self._nothing(QRectF(column.left + 12, -2, column.right - column.left - 24, laid.height + 4))
        for n in sorted(shown):
            self._bar(laid, n)
        for cell in laid.cells:
            self._cell(cell, laid.strip.look)

    def _current(self, laid: LaidStrip) -> None:
        for column in self._page.columns:
            area = QRectF(column.left + 1, -7, column.right - column.left - 2, laid.height + 14)
            self._painter.fillRect(area, marks.tinted("lead_soft", 0.6))

    def _nothing(self, area: QRectF) -> None:
        """Where the other draft has nothing: a quiet block of paper."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme.colour("paper"))
        self._painter.drawRoundedRect(area, 4, 4)

    def _bar(self, laid: LaidStrip, column: int) -> None:
        token = BARS.get(laid.strip.look)
        if not token:
            return
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(theme.colour(token))
        left = self._page.columns[column].left
        self._painter.drawRoundedRect(QRectF(left + 10, 2, 3, max(laid.height - 4, 4)), 1.5, 1.5)

    def _cell(self, cell: Cell, look: Look) -> None:
        if cell.boxed:
            self._painter.setPen(QPen(theme.colour("line")))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRect(cell.area.adjusted(0.5, 0.5, 0.5, 0.5))
        if cell.tag:
            self._tag(cell, look)
        if look in MOVED and not cell.boxed:
            self._moved_box(cell, look)
        for part in cell.parts:
            self._part(part)

    def _moved_box(self, cell: Cell, look: Look) -> None:
        if self._page.model.way.mode is ViewMode.CLEAN:
            return
        top, bottom = cell.parts[0].y, cell.parts[-1].bottom
        area = QRectF(cell.area.left() - 6, top - 3, cell.area.width() + 12, bottom - top + 6)
        marks.dotted_box(self._painter, area, faint=look is Look.MOVED_AWAY)

    def _tag(self, cell: Cell, look: Look) -> None:
        size = theme.px(ICON)
        area = QRectF(cell.area.left(), 0, cell.area.width(), cell.parts[0].y)
        face = theme.font(theme.CAPTION, theme.MEDIUM)
        middle = QFontMetricsF(face).height() / 2
        icons.paint(self._painter, QRectF(area.left() - 2, middle - size / 2, size, size), TAGS[look], "moved")
        self._painter.setFont(face)
        self._painter.setPen(theme.colour("moved"))
        words = QFontMetricsF(face).elidedText(cell.tag, Qt.TextElideMode.ElideRight, area.width() - size)
        self._painter.drawText(QPointF(area.left() + size + 2, QFontMetricsF(face).ascent()), words)

    def _part(self, part: Part) -> None:
        self._painter.save()
        self._painter.translate(part.x, part.y)
        paragraph = part.paragraph
        told = [(shown, paragraph.rectangles(shown.at, shown.end)) for shown in paragraph.shown if shown.run]
        changed = [(shown.run.mark, areas) for shown, areas in told if shown.run and shown.run.mark is not Mark.PLAIN]
        for mark, areas in changed:
            marks.fill(self._painter, areas, mark)
        passages = self._passages(part)
        for passage, areas in passages:
            if not passage.hollow:
                marks.passage_fill(self._painter, areas, passage.tone, active=passage.active)
        self._selected(part)
        self._painter.setPen(theme.colour("ink"))
        self._label(part)
        paragraph.layout().draw(self._painter, QPointF(0, 0))
        for mark, areas in changed:
            marks.line(self._painter, areas, mark, QFontMetricsF(part.face.font).ascent())
        for passage, areas in passages:
            self._brackets(passage, areas, part.leaf)
        self._caret(part)
        self._painter.restore()

    def _label(self, part: Part) -> None:
        if part.face.label:
            self._painter.setFont(part.face.font)
            first = part.paragraph.caret(0)
            base = first.top() + QFontMetricsF(part.face.font).ascent()
            self._painter.drawText(QPointF(part.face.label_at - part.face.indent, base), part.face.label)

    def _passages(self, part: Part) -> list[tuple[Passage, list[QRectF]]]:
        if part.side is not Side.NEW:
            return []
        length = len(self._page.model.text(part.side, part.leaf))
        here = ((passage, passage.within(part.leaf, length)) for passage in self._scene.passages.get(part.leaf, ()))
        return [(passage, part.paragraph.passage(*within)) for passage, within in here if within]

    def _brackets(self, passage: Passage, areas: list[QRectF], leaf: int) -> None:
        first = areas[0] if leaf == passage.anchor.first else None
        last = areas[-1] if leaf == passage.anchor.last else None
        tone = "warn" if passage.hollow else passage.tone
        marks.brackets(self._painter, first, last, tone, dotted=passage.hollow)

    def _selected(self, part: Part) -> None:
        selection = self._scene.selection if part.side is Side.NEW else self._scene.old_choice
        if selection is None:
            return
        if within := selection.within(part.leaf, len(self._page.model.text(part.side, part.leaf))):
            for area in part.paragraph.passage(*within):
                self._painter.fillRect(area.adjusted(0, -2, 0, 2), marks.tinted("lead", 0.28))

    def _caret(self, part: Part) -> None:
        selection = self._scene.selection
        if self._scene.caret and selection and part.side is Side.NEW and selection.caret.leaf == part.leaf:
            area = part.paragraph.caret(selection.caret.offset)
            self._painter.fillRect(QRectF(area.left() - 0.5, area.top(), 2, area.height()), theme.colour("lead"))

    def _fold(self, laid: LaidStrip) -> None:
        left, right = self._page.columns[0].left, self._page.columns[-1].right
        self._painter.setPen(QPen(theme.colour("line")))
        self._painter.setBrush(theme.colour("paper"))
        self._painter.drawRect(QRectF(left + 0.5, 0.5, right - left - 1, laid.height - 1))
        size, text_left = theme.px(ICON + 2), self._page.columns[0].text_left
        icons.paint(self._painter, QRectF(text_left - 2, (laid.height - size) / 2, size, size), "fold")
        face = theme.font(theme.SMALL, theme.MEDIUM)
        self._painter.setFont(face)
        x = text_left + size + 6
        base = (laid.height + QFontMetricsF(face).ascent() - QFontMetricsF(face).descent()) / 2
        for words, token in ((laid.strip.words, "muted"), ("Show", "lead")):
            self._painter.setPen(theme.colour(token))
            self._painter.drawText(QPointF(x, base), words)
            x += QFontMetricsF(face).horizontalAdvance(words) + 16

    def _story(self, laid: LaidStrip) -> None:
        face = theme.font(theme.CAPTION, theme.SEMIBOLD)
        self._painter.setFont(face)
        for column in self._page.columns:
            y = laid.height - 8
            self._painter.setPen(QPen(theme.colour("line")))
            self._painter.drawLine(QPointF(column.text_left, 2.5), QPointF(column.text_left + column.text_width, 2.5))
            self._painter.setPen(theme.colour("muted"))
            self._painter.drawText(QPointF(column.text_left, y), laid.strip.words)
