"""The geometry of the sheets: columns of paper, and every strip laid out on them when it is needed."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.review_data import Side, ViewMode
from carfacilitator.ui.widgets.sheet_faces import BETWEEN, Face, face
from carfacilitator.ui.widgets.sheet_model import SheetModel
from carfacilitator.ui.widgets.sheet_rows import Cells, Shape, Strip
from carfacilitator.ui.widgets.sheet_runs import Run
from carfacilitator.ui.widgets.sheet_tables import shares
from carfacilitator.ui.widgets.sheet_tags import tag
from carfacilitator.ui.widgets.sheet_text import Paragraph

GUTTER = 30  # between the sheets
BROADEST = 720  # of a sheet that stands alone, at a text size of 100 per cent
LETTERS = 36  # right of the newer text, for the letters of comments
FOLD_HEIGHT, STORY_HEIGHT = 30, 30
TAG_GAP = 4
CELL_SIDE, CELL_TOP = 8, 3
BETWEEN_PARTS = 10
NARROWEST_TEXT = 60
RunsOf = Callable[[Side, int], Sequence[Run]]


@dataclass(frozen=True, slots=True)
class Column:
    """One sheet of paper: its edges, and where its text stands."""

    left: float
    right: float
    text_left: float
    text_width: float


@dataclass(slots=True)
class Part:
    """A paragraph on a sheet; `x` and `y` are where its text begins, from the strip's top left."""

    side: Side
    leaf: int
    face: Face
    paragraph: Paragraph
    x: float
    y: float

    @property
    def bottom(self) -> float:
        """Return where it ends."""
        return self.y + self.paragraph.height


@dataclass(slots=True)
class Cell:
    """What one sheet shows of a strip, or one cell of a table's row, with its frame."""

    column: int
    area: QRectF
    parts: list[Part] = field(default_factory=list)
    tag: str = ""
    boxed: bool = False


@dataclass(slots=True)
class LaidStrip:
    """A strip with everything in its place; `top` is the space above it and `height` its own, without the spaces."""

    strip: Strip
    top: float
    height: float
    below: float
    cells: list[Cell] = field(default_factory=list)

    @property
    def room(self) -> float:
        """Return the height that it takes on the shelf."""
        return self.top + self.height + self.below

    def part(self, side: Side, leaf: int) -> Part | None:
        """Return a leaf's paragraph in this strip."""
        return next((p for cell in self.cells for p in cell.parts if (p.side, p.leaf) == (side, leaf)), None)


def columns(mode: ViewMode, width: float) -> tuple[Column, ...]:
    """Return the sheets for a view of the given width in pixels."""
    pad, letters = theme.Space.WIDE, theme.px(LETTERS)
    if mode is ViewMode.SIDE:
        half = (width - GUTTER - theme.Space.SMALL) / 2
        edges = [(0.0, half, pad), (half + GUTTER, width, letters)]
    else:
        broad = min(width, theme.px(BROADEST))
        edges = [((width - broad) / 2, (width + broad) / 2, letters)]
    return tuple(
        Column(left, right, left + pad, max(right - left - pad - after, NARROWEST_TEXT)) for left, right, after in edges
    )


class SheetPage:
    """Lays out the strips of a model for one width, each when it is asked for."""

    def __init__(self, model: SheetModel, width: float) -> None:
        self.model = model
        self.columns = columns(model.way.mode, width)
        self._laid: dict[int, LaidStrip] = {}
        self._shares: dict[int, list[float]] = {}
        draft = theme.font(theme.DRAFT, serif=True)
        self._leading = theme.line_height(draft)
        self._letter = QFontMetricsF(draft).averageCharWidth()
        self._tag_height = QFontMetricsF(theme.font(theme.CAPTION, theme.MEDIUM)).height() + TAG_GAP

    def strip(self, index: int) -> LaidStrip:
        """Return a strip with everything in its place."""
        if index not in self._laid:
            self._laid[index] = self._lay(self.model.strips[index], self.model.runs)
        return self._laid[index]

    def keep_only(self, indexes: Collection[int]) -> None:
        """Give back what all other strips hold; they are laid out again when they are asked for."""
        self._laid = {index: laid for index, laid in self._laid.items() if index in indexes}

    def room(self, index: int) -> float:
        """Return the height that a strip takes, in pixels, without comparing words where that can be."""
        if index in self._laid:
            return self._laid[index].room
        return self._lay(self.model.strips[index], self.model.bare_runs).room

    def estimates(self) -> list[float]:
        """Return a guess of every strip's room, from the length of its texts."""
        return [self._guess(strip) for strip in self.model.strips]

    def nearest(self, index: int, point: QPointF) -> tuple[Part, int] | None:
        """Return the paragraph nearest to a point of a strip, and the offset there; None where no text stands."""
        laid = self.strip(index)
        cells = [cell for cell in laid.cells if cell.parts]
        if not cells:
            return None
        cell = min(cells, key=lambda cell: _distance(point.x(), cell.area.left(), cell.area.right()))
        y = point.y() - laid.top
        part = min(cell.parts, key=lambda part: _distance(y, part.y, part.bottom))
        return part, part.paragraph.offset_at(QPointF(point.x() - part.x, y - part.y))

    def _guess(self, strip: Strip) -> float:
        if strip.shape in {Shape.FOLD, Shape.STORY, Shape.LOST}:
            return theme.px(FOLD_HEIGHT) + BETWEEN
        line = self.columns[-1].text_width / max(len(strip.new or strip.old), 1) / self._letter
        most = 0.0
        for shown in self.model.columns(strip):
            side, cells = shown or (Side.NEW, ())
            for cell in cells:
                most = max(most, sum(1 + len(self.model.text(side, leaf)) // line for leaf in cell))
        return most * self._leading + BETWEEN

    def _lay(self, strip: Strip, runs: RunsOf) -> LaidStrip:
        if strip.shape in {Shape.FOLD, Shape.LOST}:
            return LaidStrip(strip, 0, theme.px(FOLD_HEIGHT), BETWEEN)
        if strip.shape is Shape.STORY:
            return LaidStrip(strip, BETWEEN, theme.px(STORY_HEIGHT), 0)
        return self._lay_table_row(strip, runs) if strip.shape is Shape.TABLE else self._lay_text(strip, runs)

    def _lay_text(self, strip: Strip, runs: RunsOf) -> LaidStrip:
        laid = LaidStrip(strip, 0, 0, BETWEEN)
        for n, shown in enumerate(self.model.columns(strip)):
            if shown is None:
                continue
            column, (side, cells) = self.columns[n], shown
            words = tag(self.model, strip, side)
            cell = Cell(n, QRectF(), tag=words)
            top = self._tag_height if words else 0.0
            bottom = self._stack(cell, cells[0], side, QRectF(column.text_left, top, column.text_width, 0), runs)
            cell.area = QRectF(column.text_left, 0, column.text_width, bottom)
            laid.cells.append(cell)
        laid.height = max(cell.area.height() for cell in laid.cells)
        faces = [part.face for cell in laid.cells for part in cell.parts]
        laid.top = max(face.above for face in faces)
        laid.below = min(face.below for face in faces)
        return laid

    def _lay_table_row(self, strip: Strip, runs: RunsOf) -> LaidStrip:
        laid = LaidStrip(strip, 0, 0, BETWEEN + theme.Space.TINY if self.model.ends_table(strip) else 0)
        for n, shown in enumerate(self.model.columns(strip)):
            if shown is not None:
                for cell, leaves in zip(self._frames(strip, n, shown[1]), shown[1], strict=True):
                    inner = QRectF(cell.area.left() + CELL_SIDE, CELL_TOP, cell.area.width() - 2 * CELL_SIDE, 0)
                    bottom = self._stack(cell, leaves, shown[0], inner, runs)
                    cell.area.setHeight(max(bottom, self._leading) + CELL_TOP)
                    laid.cells.append(cell)
        laid.height = max((cell.area.height() for cell in laid.cells), default=self._leading)
        for cell in laid.cells:
            cell.area.setHeight(laid.height)
        return laid

    def _frames(self, strip: Strip, column: int, cells: Cells) -> list[Cell]:
        """Return the empty cells of a table's row, the last one as wide as is left."""
        paper, weights = self.columns[column], self._weights(strip.table)
        x, right = paper.text_left, paper.text_left + paper.text_width
        made = []
        for n in range(len(cells)):
            width = right - x if n == len(cells) - 1 else weights[n] * paper.text_width
            made.append(Cell(column, QRectF(x, 0, width, 0), boxed=True))
            x += width
        return made

    def _stack(self, cell: Cell, leaves: Sequence[int], side: Side, room: QRectF, runs: RunsOf) -> float:
        """Put leaves one below the other and return where the last one ends."""
        y = room.top()
        for leaf in leaves:
            setting = face(self.model.block(side, leaf), in_table=cell.boxed)
            width = max(room.width() - setting.indent, 1)
            paragraph = Paragraph(runs(side, leaf), setting.font, width, setting.leading)
            cell.parts.append(Part(side, leaf, setting, paragraph, room.left() + setting.indent, y))
            y += paragraph.height + (0 if cell.boxed else BETWEEN_PARTS)
        return y - (0 if cell.boxed or not leaves else BETWEEN_PARTS)

    def _weights(self, table: int) -> list[float]:
        if table not in self._shares:
            rows = [strip for strip in self.model.drafts.strips if strip.table == table]
            sides = [(Side.OLD, strip.old) for strip in rows] + [(Side.NEW, strip.new) for strip in rows]
            self._shares[table] = shares([[self._longest(side, cell) for cell in cells] for side, cells in sides])
        return self._shares[table]

    def _longest(self, side: Side, leaves: Sequence[int]) -> int:
        return max((len(self.model.text(side, leaf)) for leaf in leaves), default=0)


def _distance(at: float, start: float, end: float) -> float:
    return max(start - at, at - end, 0)
