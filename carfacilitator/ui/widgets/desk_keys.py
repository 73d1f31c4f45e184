"""The keys of the review: from change to change, comment to comment, and a letter each for what is often done."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from carfacilitator.ui.widgets.desk_comments import DeskComments
from carfacilitator.ui.widgets.desk_frame import DeskFrame
from carfacilitator.ui.widgets.remark_field import ENTER
from carfacilitator.ui.widgets.review_data import Detail
from carfacilitator.ui.widgets.sheet_tags import other_end

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Commands = dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]]


def press(frame: DeskFrame, comments: DeskComments, event: QKeyEvent) -> bool:
    """Do what a key asks for; tell whether it was one of the review's. Fields keep the letters typed into them."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in ENTER and modifiers == PLAIN:
        return _to_comment(frame, comments)
    keys = _keys(frame, comments) | (_letters(frame, comments) if frame.letters_live else {})
    run = keys.get((Key(event.key()), modifiers))
    if run is not None:
        run()
    return run is not None


def _keys(frame: DeskFrame, comments: DeskComments) -> Commands:
    return {
        (Key.Key_F7, PLAIN): lambda: frame.changes.step(1),
        (Key.Key_F7, SHIFT): lambda: frame.changes.step(-1),
        (Key.Key_F8, PLAIN): lambda: comments.step(1),
        (Key.Key_F8, SHIFT): lambda: comments.step(-1),
        (Key.Key_M, CONTROL): lambda: _along_move(frame),
    }


def _letters(frame: DeskFrame, comments: DeskComments) -> Commands:
    return {
        (Key.Key_C, PLAIN): comments.writing.start,
        (Key.Key_R, PLAIN): frame.margin.reply,
        (Key.Key_E, PLAIN): comments.resolve,
        (Key.Key_D, PLAIN): lambda: _finer(frame),
    }


def _to_comment(frame: DeskFrame, comments: DeskComments) -> bool:
    """Go from the passage that the caret is in to its card, else to the active one."""
    selection = frame.view.cursor_on_sheet.selection
    here = frame.view.comment_at(*selection.caret) if selection else ""
    if here:
        comments.activate(here)
    frame.margin.focus_active()
    return bool(here or comments.active)


def _finer(frame: DeskFrame) -> None:
    """Mark by word, by sentence, by paragraph, in turn."""
    ways = list(Detail)
    way = frame.view.way
    following = ways[(ways.index(way.detail) + 1) % len(ways)]
    frame.bar.way_chosen.emit(replace(way, detail=following))


def _along_move(frame: DeskFrame) -> None:
    """Go to the other end of the move that one is at."""
    view = frame.view
    ends = (other_end(view.model, strip) for strip in view.model.strips if view.current_row in strip.rows)
    found = [end for end in ends if end is not None]
    if found:
        farthest = max(found, key=lambda end: view.distance(*end))
        view.go_to_leaf(*farthest)
