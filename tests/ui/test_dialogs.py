from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.dialogs import Ask, AskText, Choose, QtDialogs, Question
from carfacilitator.ui.widgets.button import Button

QUESTION = Question("Remove the group?", "Its meetings go with it. You can undo this.", "Remove it", "Keep it")


def test_going_on_and_going_back_are_told_apart(qtbot: QtBot) -> None:
    for pressed, result in ((0, QDialog.DialogCode.Accepted), (1, QDialog.DialogCode.Rejected)):
        asked = Ask(QUESTION)
        qtbot.addWidget(asked)
        asked.show()
        qtbot.mouseClick((asked.go_on, asked.go_back)[pressed], Qt.MouseButton.LeftButton)
        assert asked.result() == result


def test_escape_goes_back(qtbot: QtBot) -> None:
    asked = Ask(QUESTION)
    qtbot.addWidget(asked)
    asked.show()
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.result() == QDialog.DialogCode.Rejected


def test_a_text_is_needed_to_go_on_and_comes_without_space_around_it(qtbot: QtBot) -> None:
    asked = AskText(Question("New group"), "Name of the group", "")
    qtbot.addWidget(asked)
    asked.show()
    assert not asked.go_on.isEnabled()
    line = asked.findChild(QLineEdit)
    assert line is not None
    assert line.accessibleName() == "Name of the group"
    qtbot.keyClicks(line, "  Strathmorran ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert asked.result() == QDialog.DialogCode.Accepted
    assert asked.text == "Strathmorran"


def test_one_of_a_few_is_chosen_by_its_button(qtbot: QtBot) -> None:
    asked = Choose(Question("Which group?"), ["Strathmorran", "Eastlaw"])
    qtbot.addWidget(asked)
    asked.show()
    offered = {button.accessibleName(): button for button in asked.findChildren(Button)}
    qtbot.mouseClick(offered["Eastlaw"], Qt.MouseButton.LeftButton)
    assert asked.chosen == 1


def test_a_folder_is_asked_for_where_the_last_one_was(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent, began = QWidget(), []
    qtbot.addWidget(parent)

    def answer(_: QWidget, __: str, start: str) -> str:
        began.append(start)
        return str(tmp_path) if len(began) == 1 else ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    dialogs = QtDialogs(parent)
    assert dialogs.choose_folder("Where?") == tmp_path
    assert dialogs.choose_folder("Where?") is None
    assert dialogs.choose_folder("Where?") is None
    assert began == [str(Path.home()), str(tmp_path), str(tmp_path)]
