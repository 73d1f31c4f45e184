from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.search_line import SearchLine


def test_escape_empties_it_first(qtbot: QtBot) -> None:
    line = SearchLine("Filter groups")
    qtbot.addWidget(line)
    line.setText("hub")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_it_is_named_and_leaves_room_for_its_sign(qtbot: QtBot, qapp: QApplication) -> None:
    line = SearchLine("Filter groups")
    qtbot.addWidget(line)
    assert line.accessibleName() == line.placeholderText() == "Filter groups"
    before = line.textMargins().left()
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert line.textMargins().left() > before
    assert not line.grab().isNull()
