"""Two drafts on two sheets of paper, to be read, chosen from and gone through by mouse and by keyboard."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.passage_area import PassageArea
from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_caret import Selection, Spot, Steps
from carfacilitator.ui.widgets.sheet_page import Part
from carfacilitator.ui.widgets.sheet_rows import Shape
from carfacilitator.ui.widgets.sheet_tags import other_end

OVERLAP = 48  # pixels of the last page that stay when one pages


class ComparisonView(PassageArea):
    """The sheets as one works on them: a click goes to a row, a drag chooses words, keys move the caret."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self._dragging = False
        self._word_chosen_at: int | None = None  # milliseconds of Qt's clock: a third click soon takes the paragraph

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open a fold, jump along a move, take up a comment, or put the caret where the mouse is."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position()
        letter = next((passage for area, passage in self.letters() if area.contains(point)), None)
        if letter:
            self.passage_activated.emit(letter.id)
            return
        found = self._spot_under(point)
        if found is None:
            return
        index, here = found
        strip = self.model.strips[index]
        end = other_end(self.model, strip)
        if strip.shape is Shape.FOLD:
            self.open_fold(strip)
        elif strip.lost is not None:
            self.passage_activated.emit(strip.lost.id)
        elif end and self._on_tag(index, point):
            self.go_to_leaf(*end)
        elif here:
            self._press(*here, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose words while the button is held; else show what a click would do."""
        if not self._dragging:
            self.viewport().setCursor(self._pointer(event.position()))
            return
        found = self._spot_under(event.position())
        if not (found and found[1]):
            return
        part, offset = found[1]
        if part.side is Side.OLD and self.old_choice is not None:
            self.old_choice = Selection(self.old_choice.fixed, Spot(part.leaf, offset))
            self.viewport().update()
        elif part.side is Side.NEW and self.old_choice is None:
            self.cursor_on_sheet.place(Spot(part.leaf, offset), extend=True)
            self.show_caret()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End choosing words; a mere click goes to the row."""
        if not self._dragging:
            return
        self._dragging = False
        found = self._spot_under(event.position())
        if self.old_choice is not None and not self.old_choice.empty:
            self.viewport().update()
        elif self.passage():
            self.tell_choice()
        elif found and found[1]:
            self._click(*found[1])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a word."""
        found = self._spot_under(event.position())
        if found and found[1] and found[1][0].side is Side.NEW:
            part, offset = found[1]
            self.cursor_on_sheet.choose_word(Spot(part.leaf, offset))
            self._word_chosen_at = event.timestamp()
            self.tell_choice()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret and choose words; whatever else is pressed goes on to who holds this view."""
        if event.matches(QKeySequence.StandardKey.Copy) and (words := self._chosen_words()):
            self.copy_wanted.emit(words)
        elif event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            way = 1 if event.key() == Qt.Key.Key_PageDown else -1
            self.verticalScrollBar().setValue(self.scrolled + way * (self.viewport().height() - theme.px(OVERLAP)))
        elif self.cursor_on_sheet.press(event):
            self.old_choice = None
            self.show_caret()
            if self.passage():
                self.tell_choice()
        else:
            event.ignore()

    def commented(self) -> Anchor | None:
        """Return what a new comment would be about: the chosen words, else the paragraph that the caret is in."""
        selection = self.cursor_on_sheet.selection
        if selection is None:
            return None
        chosen = selection if not selection.empty else self.cursor_on_sheet.steps.paragraph_at(selection.caret)
        return chosen.anchor()

    def show_moves(self) -> None:
        """Mark the sentences that moved, which were not known before."""
        if self.model.drafts.known_moves:
            self.model.mark_anew()
            self._lay_out(hold=True)

    def reading_at(self) -> tuple[Side, int] | None:
        """Return the first paragraph in sight."""
        held = self._held()
        return held[:2] if held else None

    def read_on(self, at: tuple[Side, int]) -> None:
        """Have a paragraph at the top again, where `reading_at` found it."""
        self.go_to_leaf(*at)
        index = self.model.strip_of(*at)
        if index is not None:
            self.verticalScrollBar().setValue(round(self.stack.shelf.top(index)))

    def _spot_under(self, point: QPointF) -> tuple[int, tuple[Part, int] | None] | None:
        return self.stack.at(point + QPointF(0, self.scrolled))

    def _press(self, part: Part, offset: int, event: QMouseEvent) -> None:
        self._dragging = True
        spot = Spot(part.leaf, offset)
        self.old_choice = Selection(spot, spot) if part.side is Side.OLD else None
        if part.side is not Side.NEW:
            return
        chosen_at, self._word_chosen_at = self._word_chosen_at, None
        if chosen_at is not None and event.timestamp() - chosen_at < QApplication.doubleClickInterval():
            self._dragging = False
            self.cursor_on_sheet.choose_paragraph(spot)
            self.tell_choice()
            return
        self.cursor_on_sheet.place(spot, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self.show_caret()

    def _click(self, part: Part, offset: int) -> None:
        row = self.model.drafts.row_of.get((part.side, part.leaf))
        if row is not None:
            self.row_activated.emit(row)
        if part.side is Side.NEW and (comment := self.comment_at(part.leaf, offset)):
            self.passage_activated.emit(comment)

    def _chosen_words(self) -> str:
        """Return what is chosen, on whichever sheet that is."""
        if self.old_choice is None or self.old_choice.empty:
            return self.cursor_on_sheet.words() if self.passage() else ""
        drafts = self.model.drafts
        shown = [leaf for strip in drafts.strips for cell in strip.old for leaf in cell]
        return Steps(drafts.texts[Side.OLD], shown).words_in(self.old_choice)

    def _on_tag(self, index: int, point: QPointF) -> bool:
        """Tell whether a point is on the line that names the other end of a move."""
        laid = self.stack.page.strip(index)
        y = point.y() + self.scrolled - self.stack.shelf.top(index) - laid.top
        inside = (c for c in laid.cells if c.tag and c.area.left() <= point.x() <= c.area.right())
        return any(0 <= y < cell.parts[0].y for cell in inside)

    def _pointer(self, point: QPointF) -> Qt.CursorShape:
        found = self._spot_under(point)
        if found is None:
            return Qt.CursorShape.ArrowCursor
        index, here = found
        strip = self.model.strips[index]
        on_letter = any(area.contains(point) for area, _ in self.letters())
        pressed = on_letter or strip.shape in {Shape.FOLD, Shape.LOST}
        if pressed or (other_end(self.model, strip) and self._on_tag(index, point)):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor if here else Qt.CursorShape.ArrowCursor
