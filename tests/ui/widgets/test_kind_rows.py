from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.kind_rows import KindRow, KindRows
from tests.ui.widgets.review_demo import KINDS


def shown(qtbot: QtBot) -> KindRows:
    rows = KindRows()
    qtbot.addWidget(rows)
    rows.show_kinds(KINDS)
    rows.resize(330, 180)
    rows.show()
    return rows


def test_a_letter_chooses_its_kind_and_others_do_nothing(qtbot: QtBot) -> None:
    rows = shown(qtbot)
    rows.begin()
    first = rows.findChildren(KindRow)[0]
    qtbot.keyClick(first, Qt.Key.Key_X)
    assert rows.kind is None
    with qtbot.waitSignal(rows.chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_E)
    assert told.args == [KINDS[4]]
    assert rows.kind is KINDS[4]


def test_enter_and_the_mouse_choose_too(qtbot: QtBot) -> None:
    rows = shown(qtbot)
    qtbot.keyClick(rows.findChildren(KindRow)[1], Qt.Key.Key_Return)
    assert rows.kind is KINDS[1]
    qtbot.mouseClick(rows.findChildren(KindRow)[2], Qt.MouseButton.LeftButton)
    assert rows.kind is KINDS[2]
    assert not rows.grab().isNull()


def test_a_kind_is_heard_with_its_question(qtbot: QtBot) -> None:
    names = [row.accessibleName() for row in shown(qtbot).findChildren(KindRow)]
    assert "Ethics: who could be known or hurt?" in names


def test_none_may_be_chosen(qtbot: QtBot) -> None:
    rows = shown(qtbot)
    rows.choose("e")
    assert rows.kind is KINDS[4]
    rows.choose("")
    assert rows.kind is None
