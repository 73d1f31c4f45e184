import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import Document
from carfacilitator.document.comparison import compare
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.change_entries import told
from carfacilitator.ui.widgets.review_data import Detail, DraftHead, Side, ViewMode
from carfacilitator.ui.widgets.review_desk import ReviewDesk
from carfacilitator.ui.widgets.sheet_model import Drafts, Way
from tests.ui.widgets.review_demo import AUDIENCES, KINDS, NEW, cards, drafts, paragraph, place


@pytest.fixture
def desk(qtbot: QtBot) -> ReviewDesk:
    made = ReviewDesk(KINDS, AUDIENCES)
    qtbot.addWidget(made)
    made.resize(1350, 780)
    made.show()
    made.show_drafts(drafts())
    made.show_cards(cards(), "most")
    return made


def mode(desk: ReviewDesk) -> ViewMode:
    return desk.view.way.mode


def test_the_sentence_and_the_list_tell_the_same_number(desk: ReviewDesk) -> None:
    comparison = desk.view.model.drafts.comparison
    assert comparison is not None
    assert comparison.summary.sentence.startswith(f"{len(desk.changes.entries)} changes")


def test_list_sheets_and_bar_go_to_a_change_together(desk: ReviewDesk) -> None:
    desk.go_to_change(4)
    assert desk.changes.current == 4
    assert desk.view.current_row == desk.changes.entries[4].row
    desk.go_to_change(99)
    assert desk.changes.current == 4


def test_a_click_on_a_row_marks_it_in_the_list(desk: ReviewDesk, qtbot: QtBot) -> None:
    most = place("Most said")
    desk.view.go_to_leaf(Side.NEW, most.first)
    caret = desk.view.stack.caret(most.first, 4)
    assert caret is not None
    spot = QPoint(round(caret.x()) + 1, round(caret.center().y()) - desk.view.scrolled)
    qtbot.mouseClick(desk.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    row = desk.view.model.drafts.row_of[Side.NEW, most.first]
    assert desk.changes.entries[desk.changes.current].row == row


def test_a_way_to_look_is_shown_remembered_and_told(desk: ReviewDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.way_chosen) as told:
        desk.bar.way_chosen.emit(Way(ViewMode.CLEAN, Detail.SENTENCE))
    assert told.args == [Way(ViewMode.CLEAN, Detail.SENTENCE)]
    assert mode(desk) is ViewMode.CLEAN


def test_the_changes_tracked_in_the_file_fill_the_list(desk: ReviewDesk) -> None:
    desk.look(Way(own_changes=True))
    assert [entry.look.title for entry in desk.changes.entries] == ["Inserted in Word", "Deleted in Word"]
    desk.look(Way())
    assert len(desk.changes.entries) > 2


def test_side_by_side_may_be_insisted_on_in_a_narrow_desk(desk: ReviewDesk) -> None:
    desk.resize(934, 640)
    assert mode(desk) is ViewMode.INLINE
    desk.bar.way_chosen.emit(Way(ViewMode.SIDE))
    assert mode(desk) is ViewMode.SIDE


def test_a_first_draft_is_read_alone(desk: ReviewDesk) -> None:
    desk.show_drafts(Drafts(NEW, new_head=DraftHead("Draft 1", "came by email")))
    desk.show_cards(cards())
    assert not desk.changes.entries
    assert desk.view.accessibleName() == "Draft 1"
    assert not desk.grab().isNull()


def test_drafts_that_are_alike_and_empty_ones_can_be_shown(desk: ReviewDesk) -> None:
    for old, new in ((NEW, NEW), (Document(), Document()), (NEW, Document())):
        desk.show_drafts(Drafts(new, old, compare(old, new)))
        desk.show_cards(())
        desk.changes.step(1)
        desk.comments.step(1)
        assert not desk.grab().isNull()


def test_the_tray_folds_while_one_writes(desk: ReviewDesk) -> None:
    high = desk.tray.sizeHint().height()
    desk.view.choose(place("Most said"))
    desk.comments.writing.start()
    assert desk.comments.open_widget is desk.composer
    assert desk.tray.isVisible()
    assert desk.tray.sizeHint().height() < high


def test_every_widget_that_takes_the_focus_has_a_name(desk: ReviewDesk) -> None:
    desk.comments.activate("early")
    desk.comments.writing.resume(desk.composer.written())
    nameless = [
        widget
        for widget in desk.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName()
    ]
    assert [type(widget).__name__ for widget in nameless if widget.objectName() not in QT_INNER] == []


QT_INNER = {"qt_scrollarea_viewport", "qt_spinbox_lineedit"}


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("shape", [(1350, 780, 100), (934, 640, 100), (934, 640, 200)])
def test_the_desk_is_drawn_in_every_look(
    desk: ReviewDesk, qapp: QApplication, look: str, shape: tuple[int, int, int]
) -> None:
    width, height, size = shape
    theme.apply(qapp, Settings(theme=look, text_size=size))
    desk.resize(width, height)
    qapp.processEvents()
    image = desk.grab().toImage()
    assert desk.width() == width
    assert len({image.pixel(x, y) for x in range(0, width, 7) for y in range(0, height, 7)}) > 20
    assert desk.margin.isHidden() or desk.margin.geometry().right() <= desk.width()
    assert desk.view.width() > width * 0.4


def test_a_long_draft_is_shown_without_laying_out_all_of_it(desk: ReviewDesk) -> None:
    old = Document(tuple(paragraph(f"Paragraph {n} says little, and says it twice. " * 4) for n in range(1000)))
    new = Document(tuple(paragraph(f"Paragraph {n} says little, yet says it twice. " * 4) for n in range(1000)))
    desk.show_drafts(Drafts(new, old, compare(old, new)))
    assert not desk.view.stack.shelf.is_measured(900)
    desk.go_to_change(3000)
    assert desk.view.current_row == desk.changes.entries[3000].row


def test_the_rows_stand_there_before_the_changes_are_counted(desk: ReviewDesk) -> None:
    shown = cards()
    desk.show_rows(drafts())
    desk.show_cards(shown)
    assert desk.view.model.strips
    assert not desk.changes.entries
    desk.show_changes(told(desk.view.model.drafts))
    assert len(desk.changes.entries) == len(told(drafts()).entries)
    assert any(entry.comments for entry in desk.changes.entries)
