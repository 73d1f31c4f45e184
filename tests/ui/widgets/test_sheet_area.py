import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import Document
from carfacilitator.document.comparison import compare
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.review_data import Side, ViewMode
from carfacilitator.ui.widgets.sheet_area import SheetArea
from carfacilitator.ui.widgets.sheet_model import Drafts, Way
from carfacilitator.ui.widgets.sheet_rows import Shape
from tests.ui.widgets.review_demo import drafts, paragraph, place


@pytest.fixture
def area(qtbot: QtBot) -> SheetArea:
    made = SheetArea()
    qtbot.addWidget(made)
    made.resize(760, 500)
    made.show()
    made.show_drafts(drafts())
    return made


def long_drafts(number: int = 300) -> Drafts:
    new = Document(tuple(paragraph(f"Paragraph {n} of a long draft, which says little. " * 3) for n in range(number)))
    old = Document(tuple(paragraph(f"Paragraph {n} of a long draft, that says little. " * 3) for n in range(number)))
    return Drafts(new, old, compare(old, new))


def first_leaf(area: SheetArea) -> int:
    index = area.stack.shelf.at(area.scrolled)
    return next(leaf for is_new, leaf in area.stack.strips[index].leaves() if is_new)


def test_one_can_go_to_a_paragraph_that_nobody_has_seen(area: SheetArea) -> None:
    area.show_drafts(long_drafts())
    area.go_to_leaf(Side.NEW, 250)
    index = area.model.strip_of(Side.NEW, 250)
    assert index is not None
    assert 0 <= area.stack.shelf.top(index) - area.scrolled <= 500


def test_what_is_in_sight_already_is_not_moved(area: SheetArea) -> None:
    area.go_to_leaf(Side.NEW, 3)
    assert area.scrolled == 0


def test_a_fold_opens_when_one_goes_into_it(area: SheetArea) -> None:
    assert any(strip.shape is Shape.FOLD for strip in area.model.strips)
    area.go_to_leaf(Side.NEW, 6)
    assert not any(strip.shape is Shape.FOLD for strip in area.model.strips)


def test_what_one_reads_stays_when_the_way_or_the_width_changes(area: SheetArea) -> None:
    area.show_drafts(long_drafts())
    area.go_to_leaf(Side.NEW, 150)
    before = first_leaf(area)
    area.look(Way(ViewMode.INLINE))
    assert abs(first_leaf(area) - before) <= 1
    area.resize(600, 500)
    assert abs(first_leaf(area) - before) <= 1


def test_what_one_reads_stays_while_the_rest_is_measured(area: SheetArea, qtbot: QtBot) -> None:
    area.show_drafts(long_drafts())
    area.verticalScrollBar().setValue(9000)
    before = first_leaf(area)
    qtbot.waitUntil(lambda: area.stack.shelf.next_unmeasured() is None)
    assert first_leaf(area) == before


def test_the_lens_is_what_is_in_sight(area: SheetArea) -> None:
    start, end = area.lens()
    assert start == 0
    assert 0 < end < 1
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert area.lens()[1] > 0.97


def test_the_wheel_scrolls(area: SheetArea) -> None:
    middle = QPointF(200, 200)
    turn = QWheelEvent(
        middle,
        QPointF(area.viewport().mapToGlobal(QPoint(200, 200))),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt's own signature: not inverted
    )
    QApplication.sendEvent(area.viewport(), turn)
    assert area.scrolled > 0


def test_a_leaf_with_a_comment_is_not_folded(area: SheetArea) -> None:
    area.keep({6})
    index = area.model.strip_of(Side.NEW, 6)
    assert index is not None
    assert area.model.strips[index].shape is Shape.TEXT


def test_another_theme_and_text_size_are_taken_at_once(area: SheetArea, qapp: QApplication) -> None:
    area.go_to_leaf(Side.NEW, place("Most said").first)
    small = area.stack.total
    theme.apply(qapp, Settings(theme="dark", text_size=150))
    qapp.processEvents()
    assert area.stack.total > small * 1.3
    pixel = area.viewport().grab().toImage().pixelColor(4, 100)
    assert pixel.lightness() < 80


def test_an_area_without_drafts_can_be_looked_at(qtbot: QtBot) -> None:
    made = SheetArea()
    qtbot.addWidget(made)
    made.show()
    assert not made.grab().isNull()
    assert made.lens() == (0, 1)
