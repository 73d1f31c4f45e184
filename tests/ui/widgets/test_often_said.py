from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.often_said import MOST, OftenSaid, RemarkRow
from carfacilitator.ui.widgets.search_line import SearchLine
from tests.ui.widgets.review_demo import KINDS


def test_a_kinds_remarks_are_put_by_click_by_key_and_by_number(qtbot: QtBot) -> None:
    put: list[str] = []
    often = OftenSaid(put.append)
    qtbot.addWidget(often)
    often.show_remarks(KINDS[1])
    often.resize(300, 120)
    often.show()
    first, second = often.findChildren(RemarkRow)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(second, Qt.Key.Key_Return)
    often.put(0)
    often.put(3)
    assert put == ["How many is most?", "Compared with what?", "How many is most?"]
    assert first.accessibleName() == "How many is most? (Alt+1)"
    assert not often.grab().isNull()


def test_without_remarks_it_takes_no_room(qtbot: QtBot) -> None:
    often = OftenSaid(lambda _: None)
    qtbot.addWidget(often)
    often.show_remarks(KINDS[1])
    often.show_remarks(KINDS[2])
    assert often.isHidden()
    often.show_remarks(None)
    assert often.isHidden()


def test_many_remarks_are_found_as_one_types(qtbot: QtBot) -> None:
    put: list[str] = []
    often = OftenSaid(put.append)
    qtbot.addWidget(often)
    remarks = (*(f"Remark number {n}" for n in range(6)), "Who counted them?")
    often.show_remarks(replace(KINDS[1], remarks=remarks))
    with qtbot.waitActive(often):
        often.show()
    assert len([row for row in often.findChildren(RemarkRow) if row.isVisible()]) == MOST
    often.search()
    line = often.findChild(SearchLine)
    assert line is not None
    assert line.hasFocus()
    qtbot.keyClicks(line, "count who")

    def offered() -> list[str]:
        return [row.toolTip() for row in often.findChildren(RemarkRow) if row.isVisible()]

    qtbot.waitUntil(lambda: offered() == ["Who counted them?"])
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert put == ["Who counted them?"]
