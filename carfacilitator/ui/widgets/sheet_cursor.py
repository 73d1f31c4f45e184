"""The caret on the newer sheet: what keys and the mouse do to it, with the geometry of the lines it stands in."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_caret import Selection, Spot, Steps
from carfacilitator.ui.widgets.sheet_stack import SheetStack

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class SheetCursor:
    """Where the caret is and what is chosen; moves over a stack's newer sheet."""

    def __init__(self, stack: SheetStack) -> None:
        drafts = stack.page.model.drafts
        shown = [leaf for strip in drafts.strips for cell in strip.new for leaf in cell]
        self.steps = Steps(drafts.texts[Side.NEW], shown)
        self.selection: Selection | None = None
        self._stack = stack
        self._column: float | None = None  # where Up and Down aim at

    def move_to(self, stack: SheetStack) -> None:
        """Go on over the same drafts laid out anew."""
        self._stack = stack

    def place(self, spot: Spot, *, extend: bool = False) -> None:
        """Put the caret at a spot, choosing everything from where a choice was begun if `extend`."""
        fixed = self.selection.fixed if extend and self.selection else spot
        self.selection = Selection(fixed, spot)
        self._column = None

    def choose(self, selection: Selection) -> None:
        """Choose words."""
        self.selection = selection
        self._column = None

    def choose_word(self, spot: Spot) -> None:
        """Choose the word that a spot touches."""
        self.choose(self.steps.word_at(spot))

    def choose_paragraph(self, spot: Spot) -> None:
        """Choose the whole paragraph."""
        self.choose(self.steps.paragraph_at(spot))

    def passage(self) -> Anchor | None:
        """Return what is chosen, None when no words are."""
        return self.selection.anchor() if self.selection and not self.selection.empty else None

    def words(self) -> str:
        """Return the chosen words."""
        return self.steps.words_in(self.selection) if self.selection else ""

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for and tell whether it was one for the caret."""
        controlled = bool(event.modifiers() & CONTROL)
        extended = bool(event.modifiers() & SHIFT)
        caret = self.selection.caret if self.selection else self.steps.start()
        step = self._step(event.key(), controlled=controlled, extended=extended)
        if step is None or caret is None:
            return False
        column = self._column
        self.place(step(caret), extend=extended)
        if event.key() in {KEY.Key_Up, KEY.Key_Down} and not controlled:
            self._column = column if column is not None else self._x(caret)
        return True

    def _step(self, key: int, *, controlled: bool, extended: bool) -> Callable[[Spot], Spot] | None:
        steps = self.steps
        plain: dict[int, Callable[[Spot], Spot]] = {
            KEY.Key_Right: steps.right,
            KEY.Key_Left: steps.left,
            KEY.Key_Down: lambda spot: self._line(spot, 1),
            KEY.Key_Up: lambda spot: self._line(spot, -1),
            KEY.Key_Home: lambda spot: self._edge(spot, -1),
            KEY.Key_End: lambda spot: self._edge(spot, 1),
        }
        with_control: dict[int, Callable[[Spot], Spot]] = {
            KEY.Key_Right: steps.sentence_right if extended else steps.word_right,
            KEY.Key_Left: steps.sentence_left if extended else steps.word_left,
            KEY.Key_Down: steps.paragraph_right,
            KEY.Key_Up: steps.paragraph_left,
            KEY.Key_Home: lambda spot: steps.start() or spot,
            KEY.Key_End: lambda spot: steps.finish() or spot,
        }
        return (with_control if controlled else plain).get(key)

    def _x(self, spot: Spot) -> float:
        caret = self._stack.caret(spot.leaf, spot.offset)
        return caret.x() if caret else 0.0

    def _line(self, spot: Spot, way: int) -> Spot:
        """Return the spot a line further, in the next paragraph where this one ends."""
        x = self._column if self._column is not None else self._x(spot)
        found = self._stack.part(Side.NEW, spot.leaf)
        if found:
            part, _ = found
            y = part.paragraph.caret(spot.offset).center().y() + way * part.paragraph.leading
            if 0 <= y < part.paragraph.height:
                return Spot(spot.leaf, part.paragraph.offset_at(QPointF(x - part.x, y)))
        return self._entered(spot, x, way)

    def _entered(self, spot: Spot, x: float, way: int) -> Spot:
        edge = self.steps.paragraph_at(spot)
        following = self.steps.right(edge.last) if way > 0 else self.steps.left(edge.first)
        found = self._stack.part(Side.NEW, following.leaf)
        if found is None or following.leaf == spot.leaf:
            return following
        part, _ = found
        y = 0.0 if way > 0 else part.paragraph.height - 1
        return Spot(following.leaf, part.paragraph.offset_at(QPointF(x - part.x, y)))

    def _edge(self, spot: Spot, way: int) -> Spot:
        found = self._stack.part(Side.NEW, spot.leaf)
        if found is None:
            return spot
        paragraph = found[0].paragraph
        y = paragraph.caret(spot.offset).center().y()
        return Spot(spot.leaf, paragraph.offset_at(QPointF(way * 1e6, y)))
