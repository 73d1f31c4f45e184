from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.find_bar import FindBar
from carfacilitator.ui.widgets.words import Words


def test_typing_looks_and_enter_goes_on_and_back(qtbot: QtBot) -> None:
    bar = FindBar()
    qtbot.addWidget(bar)
    looked: list[str] = []
    steps: list[int] = []
    bar.looked.connect(looked.append)
    bar.stepped.connect(steps.append)
    bar.begin()
    qtbot.keyClicks(bar.line, "tap")
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    qtbot.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert looked[-1] == "tap"
    assert steps == [1, -1]
    bar.tell(0, 0)
    assert "not in this draft" in [words.text() for words in bar.findChildren(Words)]
    bar.tell(2, 3)
    assert "2 of 3" in [words.text() for words in bar.findChildren(Words)]


def test_esc_empties_the_line_and_then_closes(qtbot: QtBot) -> None:
    bar = FindBar()
    qtbot.addWidget(bar)
    bar.begin()
    qtbot.keyClicks(bar.line, "tap")
    with qtbot.assertNotEmitted(bar.closed):
        qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
