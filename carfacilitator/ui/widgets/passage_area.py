"""The sheets with what stands on the newer one besides its text: brackets and letters of comments, caret and choice."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui import theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_area import SheetArea
from carfacilitator.ui.widgets.sheet_caret import Selection, Spot
from carfacilitator.ui.widgets.sheet_cursor import SheetCursor
from carfacilitator.ui.widgets.sheet_model import Drafts
from carfacilitator.ui.widgets.sheet_paint import Passage, Scene
from carfacilitator.ui.widgets.sheet_rows import LostHere
from carfacilitator.ui.widgets.sheet_speech import spoken_row

LETTER_RIGHT, LETTERS_APART = 25, 21
NEAR = 2  # strips beyond those in sight


class PassageArea(SheetArea):
    """The sheets with caret, chosen words and the brackets of comments.

    `row_activated` names a row of the comparison, `passage_activated` a comment, `passage_chosen` an Anchor on the
    newer draft, `copy_wanted` the chosen words: the clipboard is not this widget's.
    """

    row_activated = Signal(int)
    passage_chosen = Signal(object)
    passage_activated = Signal(str)
    copy_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.cursor_on_sheet = SheetCursor(self.stack)
        self.current_row = -1
        self.old_choice: Selection | None = None  # on the older sheet, where there is no caret
        self._passages: tuple[Passage, ...] = ()
        self._by_leaf: dict[int, list[Passage]] = {}
        self.laid_out.connect(lambda: self.cursor_on_sheet.move_to(self.stack))
        self._name()

    def read(self, drafts: Drafts, kept: Sequence[int] = ()) -> None:
        """Show these drafts."""
        self.current_row, self.old_choice = -1, None
        self.set_passages(())
        self.show_drafts(drafts, kept)
        self.cursor_on_sheet = SheetCursor(self.stack)
        self._name()

    def set_passages(self, passages: Sequence[Passage], lost: Sequence[LostHere] = ()) -> None:
        """Draw the brackets of these comments, and the bands of those whose words were cut."""
        self._passages = tuple(passages)
        self._by_leaf = {}
        for passage in passages:
            for leaf in range(passage.anchor.first, passage.anchor.last + 1):
                self._by_leaf.setdefault(leaf, []).append(passage)
        self.keep({passage.anchor.first for passage in passages} | self.model.kept, lost)
        self.viewport().update()

    def go_to_row(self, row: int) -> None:
        """Make a row of the comparison the one that one is at, and bring it into sight."""
        self.current_row = row
        index = self.model.strip_of_row(row)
        if index is not None:
            self.go_to_strip(index)
        self.say(spoken_row(self.model, row))

    def go_to_passage(self, anchor: Anchor) -> None:
        """Bring a passage into sight, and the caret to its beginning."""
        self.go_to_leaf(Side.NEW, anchor.first)
        self.cursor_on_sheet.place(Spot(anchor.first, anchor.start))
        self.viewport().update()

    def choose(self, anchor: Anchor) -> None:
        """Choose a passage as if it were chosen by hand."""
        self.go_to_leaf(Side.NEW, anchor.first)
        self.cursor_on_sheet.choose(Selection(Spot(anchor.first, anchor.start), Spot(anchor.last, anchor.end)))
        self.tell_choice()

    def passage(self) -> Anchor | None:
        """Return the chosen words' place, None when none are chosen."""
        return self.cursor_on_sheet.passage()

    def passage_height(self, anchor: Anchor) -> float | None:
        """Return where a passage begins, in pixels from the top of the view; None if it is folded away."""
        caret = self.stack.caret(anchor.first, anchor.start) if self._is_near(anchor.first) else None
        height = caret.top() if caret else self.stack.height_of(anchor.first)
        return None if height is None else height - self.scrolled

    def say(self, words: str) -> None:
        """Tell a screen reader."""
        self.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def scene(self) -> Scene:
        """Return the comments, the chosen words and the caret."""
        return Scene(
            self._by_leaf, self.cursor_on_sheet.selection, self.old_choice, self.current_row, caret=self.hasFocus()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheets, the letters of comments, and the ring of the focus."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area, passage in self.letters():
            marks.badge(painter, area, passage.letter, passage.tone, hollow=passage.hollow)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("lead"), theme.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 4, 4)

    def letters(self) -> list[tuple[QRectF, Passage]]:
        """Return where the letters of the comments in sight stand, never upon one another."""
        found, size = [], theme.px(marks.BADGE)
        x = self.stack.page.columns[-1].right - theme.px(LETTER_RIGHT)
        placed = [(self.passage_height(p.anchor), p) for p in self._passages if self._is_near(p.anchor.first)]
        last = float("-inf")
        for height, passage in sorted(((h, p) for h, p in placed if h is not None), key=lambda pair: pair[0]):
            last = max(height, last + theme.px(LETTERS_APART))
            found.append((QRectF(x, last, size, size), passage))
        return found

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the caret where one reads, if it is nowhere yet."""
        super().focusInEvent(event)
        if self.cursor_on_sheet.selection is None:
            parts = chain.from_iterable(cell.parts for seen in self._seen for cell in seen.laid.cells)
            first = next((part for part in parts if part.side is Side.NEW), None)
            if first:
                self.cursor_on_sheet.place(Spot(first.leaf, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring and the caret away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def show_caret(self) -> None:
        """Bring the caret into sight, opening the fold that it is in."""
        selection = self.cursor_on_sheet.selection
        if selection is None:
            return
        if self.stack.part(Side.NEW, selection.caret.leaf) is None:
            self.go_to_leaf(Side.NEW, selection.caret.leaf)
        if caret := self.stack.caret(*selection.caret):
            self.reveal(caret.top(), caret.bottom())
        self.viewport().update()

    def tell_choice(self) -> None:
        """Show what is chosen and say so."""
        self.show_caret()
        if passage := self.passage():
            self.passage_chosen.emit(passage)

    def comment_at(self, leaf: int, offset: int) -> str:
        """Return the comment whose passage holds a character, '' if there is none."""
        length = len(self.model.text(Side.NEW, leaf))
        covering = ((passage, passage.within(leaf, length)) for passage in self._by_leaf.get(leaf, ()))
        return next((passage.id for passage, part in covering if part and part[0] <= offset <= part[1]), "")

    def distance(self, side: Side, leaf: int) -> float:
        """Return how far a paragraph is from the middle of what is in sight, in pixels."""
        index = self.model.strip_of(side, leaf)
        middle = self.scrolled + self.viewport().height() / 2
        return abs(self.stack.shelf.top(index) - middle) if index is not None else 0.0

    def _is_near(self, leaf: int) -> bool:
        """Tell whether a leaf of the newer draft is in sight or just beyond."""
        index = self.model.strip_of(Side.NEW, leaf)
        if index is None or not self._seen:
            return False
        return self._seen[0].index - NEAR <= index <= self._seen[-1].index + NEAR

    def _name(self) -> None:
        new, old = self.model.drafts.new_head.title or "Draft", self.model.drafts.old_head.title
        self.setAccessibleName(f"{new}, compared with {old}" if old else new)
