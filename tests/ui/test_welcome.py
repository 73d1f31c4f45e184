from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.welcome import Welcome
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.cycle import CyclePicture


@pytest.fixture
def welcome(qtbot: QtBot, answers: Dialogs, tmp_path: Path) -> Welcome:
    made = Welcome(tmp_path, answers)
    qtbot.addWidget(made)
    made.resize(1280, 840)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def named() -> str:
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused is not None else ""


def test_the_first_door_has_the_focus_and_tab_goes_to_the_other(qtbot: QtBot, welcome: Welcome) -> None:
    assert named() == "Start my workspace"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(welcome.sample_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_the_form_opens_in_place_and_leads_back(qtbot: QtBot, welcome: Welcome) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert welcome.form.isVisible()
    assert welcome.form.name.line.hasFocus()
    welcome.form.left.emit()
    assert not welcome.form.isVisible()
    assert named() == "Start my workspace"


def test_a_workspace_that_one_has_can_be_opened(
    qtbot: QtBot, welcome: Welcome, answers: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "file", tmp_path / "Isla.car")
    button = next(b for b in welcome.findChildren(Button) if b.accessibleName() == "Open a workspace I have")
    with qtbot.waitSignal(welcome.open_wanted) as wanted:
        button.click()
    assert wanted.args == [tmp_path / "Isla.car"]


def test_the_picture_gives_way_on_a_narrow_window(welcome: Welcome) -> None:
    picture = welcome.findChild(CyclePicture)
    assert picture is not None
    assert picture.isVisible()
    welcome.resize(900, 640)
    assert not picture.isVisible()


def test_a_backup_can_be_restored(qtbot: QtBot, welcome: Welcome) -> None:
    button = next(b for b in welcome.findChildren(Button) if b.accessibleName() == "Restore a backup")
    with qtbot.waitSignal(welcome.restore_wanted):
        button.click()
