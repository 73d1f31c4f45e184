import pytest
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.row_paint import is_cut
from carfacilitator.ui.widgets.rows import Row

LONG = Row(id=1, strong="A title that goes on for rather longer than there is room for", muted="short", initials="AR")
STATED = Row(id=2, strong="Family hub", muted="Eleven members", pills=(PillLook("No date", "warn", "alert"),))


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    made = RowList("Groups")
    qtbot.addWidget(made)
    made.set_rows([LONG, STATED])
    made.resize(360, 200)
    made.show()
    return made


def height(rows: RowList, id_: int) -> int:
    return rows.visualRect(rows._rows.place_of(id_)).height()


def test_pills_go_below_where_there_is_no_room_beside_the_words(qtbot: QtBot, rows: RowList) -> None:
    beside = height(rows, 2)
    rows.resize(200, 200)
    qtbot.waitUntil(lambda: height(rows, 2) > beside)


def test_rows_grow_with_the_text(qtbot: QtBot, qapp: QApplication, rows: RowList) -> None:
    before = height(rows, 1)
    theme.apply(qapp, Settings(theme="light", text_size=200))
    qtbot.waitUntil(lambda: height(rows, 1) > 1.4 * before)


def test_what_is_cut_says_itself_on_hover(rows: RowList) -> None:
    assert is_cut(LONG, 300)
    assert not is_cut(STATED, 360)
    at = rows.visualRect(rows._rows.place_of(1)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, rows.viewport().mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), event)
    assert QToolTip.text() == f"{LONG.strong}\nshort"
    QToolTip.hideText()


def test_the_current_row_is_told_apart(rows: RowList) -> None:
    def picture() -> QImage:
        return rows.viewport().grab(rows.visualRect(rows._rows.place_of(2))).toImage()

    plain = picture()
    rows.choose(2)
    assert picture() != plain
    corner = picture().pixelColor(QPoint(20, 6))
    assert corner.name() == theme.colour("lead_soft").name()
    assert picture().size() != QSize()


def test_what_is_done_with_stands_back(qtbot: QtBot) -> None:
    made = RowList("What there is to decide")
    qtbot.addWidget(made)
    made.resize(300, 60)
    pictures = list[QImage]()
    for faint in (False, True):
        made.set_rows([Row(id=1, strong="Three wordings", faint=faint)])
        pictures.append(made.grab().toImage())
    assert pictures[0] != pictures[1]
