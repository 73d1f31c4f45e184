"""The scroll area that sheets of drafts stand in: lays out what is in sight, measures the rest when nobody waits."""

from collections.abc import Collection, Sequence
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_folds import fold_key
from carfacilitator.ui.widgets.sheet_model import Drafts, SheetModel, Way
from carfacilitator.ui.widgets.sheet_page import SheetPage
from carfacilitator.ui.widgets.sheet_paint import Scene, SheetPainter
from carfacilitator.ui.widgets.sheet_rows import LostHere, Shape, Strip
from carfacilitator.ui.widgets.sheet_stack import Seen, SheetStack

IDLE_SHARE = 0.004  # seconds of measuring between two events
TOLD_EVERY = 0.25  # seconds between two times that the overview hears of what was measured
LEAD = 0.28  # of the height: where what one goes to comes to stand
CALM = (0.06, 0.8)  # what stands between these parts of the height is not moved
LEAST = (280, 160)  # pixels in which a text can still be read
RENEWING = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange}


class SheetArea(QAbstractScrollArea):
    """Sheets of one or two drafts. `laid_out` says that something stands elsewhere now: scrolled, measured, folded."""

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the overview strip is the scroll bar
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(*LEAST)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.model = SheetModel(Drafts.empty(), Way())
        self.stack = SheetStack(SheetPage(self.model, 1))
        self.way = Way()
        self._seen: list[Seen] = []
        self._told_at = 0.0
        self._measuring = QTimer(self, interval=0, singleShot=True)
        self._measuring.timeout.connect(self._measure_some)

    def show_drafts(self, drafts: Drafts, kept: Collection[int] = ()) -> None:
        """Show other drafts, from their beginning; `kept` are leaves of the newer one that no fold may hide."""
        self.model = SheetModel(drafts, self.way, kept)
        self._lay_out(hold=False)

    def look(self, way: Way) -> None:
        """Look at the same drafts another way, staying at the place one reads."""
        if way == self.way:
            return
        self.way = way
        self.model = SheetModel(self.model.drafts, way, self.model.kept, self.model.opened, self.model.lost)
        self._lay_out(hold=True)

    def keep(self, leaves: Collection[int], lost: Sequence[LostHere] = ()) -> None:
        """Never fold these leaves of the newer draft, and say where the words of lost comments were cut."""
        if frozenset(leaves) - self.model.kept or tuple(lost) != self.model.lost:
            self.model = SheetModel(self.model.drafts, self.way, leaves, self.model.opened, lost)
            self._lay_out(hold=True)

    def open_fold(self, strip: Strip) -> None:
        """Show what a fold stands for."""
        self.model.open(fold_key(strip))
        self._lay_out(hold=True)

    def go_to_strip(self, index: int) -> None:
        """Bring a strip into sight, opening it if it is a fold."""
        strip = self.model.strips[index]
        if strip.shape is Shape.FOLD:
            self.open_fold(strip)  # its first paragraph takes the fold's place
        goal = self.stack.reach(index, self.viewport().height() * LEAD)
        top = self.stack.shelf.top(index) - self.scrolled
        low, high = (self.viewport().height() * part for part in CALM)
        if not low <= top <= high or top + self.stack.shelf.height(index) > self.viewport().height():
            self._set_range()
            self.verticalScrollBar().setValue(round(goal))
        self._settle()

    def go_to_leaf(self, side: Side, leaf: int) -> None:
        """Bring a paragraph into sight, opening the fold that hides it."""
        index = self.model.strip_of(side, leaf)
        if index is not None and self.model.strips[index].shape is Shape.FOLD:
            self.open_fold(self.model.strips[index])
            index = self.model.strip_of(side, leaf)
        if index is not None:
            self.go_to_strip(index)

    def reveal(self, top: float, bottom: float) -> None:
        """Scroll as little as needed to show what stands between two heights of the sheets."""
        spare = theme.Space.HUGE
        if top - spare < self.scrolled:
            self.verticalScrollBar().setValue(round(top - spare))
        elif bottom + spare > self.scrolled + self.viewport().height():
            self.verticalScrollBar().setValue(round(bottom + spare - self.viewport().height()))

    @property
    def scrolled(self) -> int:
        """Return how far the sheets are scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def lens(self) -> tuple[float, float]:
        """Return which part of the whole height is in sight, as fractions."""
        total = max(self.stack.total, self.viewport().height(), 1)
        return self.scrolled / total, min(1.0, (self.scrolled + self.viewport().height()) / total)

    def scene(self) -> Scene:
        """Return what is drawn besides the drafts."""
        return Scene()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw what is in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = SheetPainter(painter, self.stack.page, self.scene())
        drawing.papers(max(-self.scrolled, -20), min(self.stack.total - self.scrolled, self.viewport().height() + 20))
        for seen in self._seen:
            drawing.strip(seen.laid, seen.y - self.scrolled)
        drawing.connect_moves((seen.laid, seen.y - self.scrolled) for seen in self._seen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out for another width; the place one reads stays."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out(hold=True)
        else:
            self._settle()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and the text size of the look that comes into force."""
        super().changeEvent(event)
        if event.type() in RENEWING and hasattr(self, "_measuring"):
            self._lay_out(hold=True)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Lay out what comes into sight."""
        self._settle()

    def _lay_out(self, *, hold: bool) -> None:
        held = self._held() if hold else None
        self.stack = SheetStack(SheetPage(self.model, max(self.viewport().width(), 1)))
        if held is not None:
            side, leaf, beyond = held
            index = self.model.strip_of(side, leaf)
            goal = self.stack.shelf.top(index) + beyond if index is not None else 0
            self._set_range()
            self.verticalScrollBar().setValue(round(goal))
        elif not hold:
            self.verticalScrollBar().setValue(0)
        self._settle()
        self._measuring.start()

    def _held(self) -> tuple[Side, int, float] | None:
        """Return the first paragraph in sight, and how far one has read beyond its beginning."""
        for index in range(self.stack.shelf.at(self.scrolled) if self.model.strips else 0, len(self.stack.strips)):
            strip = self.stack.strips[index]
            for part in strip.hidden or (strip,):
                for is_new, leaf in part.leaves():
                    side = Side.NEW if is_new else Side.OLD
                    return side, leaf, self.scrolled - self.stack.shelf.top(index)
        return None

    def _settle(self) -> None:
        self._seen = self.stack.seen(self.scrolled, self.viewport().height())
        self._set_range()
        self.viewport().update()
        self.laid_out.emit()

    def _set_range(self) -> None:
        height = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self.stack.total) - height))
        bar.setPageStep(height)
        bar.setSingleStep(theme.px(24))

    def _measure_some(self) -> None:
        """Measure strips that nobody has seen yet, a few milliseconds at a time; tell of it now and then."""
        started, shift = perf_counter(), 0.0
        while (moved := self.stack.measure_next(self.scrolled + shift)) is not None:
            shift += moved
            if perf_counter() - started > IDLE_SHARE:
                self._measuring.start()
                break
        goal = round(self.scrolled + shift)
        self._set_range()
        self.verticalScrollBar().setValue(goal)
        if moved is None or started - self._told_at > TOLD_EVERY:
            self._told_at = started
            self._settle()
