from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.recovery_sheets import RecoverySheet, new_sheet
from carfacilitator.ui.recovery_code import RecoveryCode
from carfacilitator.ui.widgets.words import Words
from tests.builders import a_workspace
from tests.ui.conftest import Answers


@pytest.fixture
def sheet(tmp_path: Path) -> Iterator[RecoverySheet]:
    services = a_workspace(tmp_path)
    yield new_sheet(services)
    services.close()


@pytest.fixture
def shown(qtbot: QtBot, sheet: RecoverySheet, answers: Answers) -> RecoveryCode:
    made = RecoveryCode(sheet, answers, "Not now")
    qtbot.addWidget(made)
    made.show()
    return made


def test_all_of_it_is_shown(shown: RecoveryCode, sheet: RecoverySheet) -> None:
    said = [words.text() for words in shown.findChildren(Words)]
    assert set(sheet.lines) <= set(said)


def test_it_is_proved_by_the_group_that_is_asked_for(qtbot: QtBot, shown: RecoveryCode, sheet: RecoverySheet) -> None:
    shown.group.line.setText("WRONG")
    shown._go_on.click()
    assert "Look at the paper" in shown.group.line.accessibleDescription()
    shown.group.line.setText(sheet.code.split("-")[shown.asked].lower())
    with qtbot.waitSignal(shown.proved):
        shown._go_on.click()


def test_it_is_saved_where_one_chooses_and_called_unencrypted(
    shown: RecoveryCode, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "code.txt"
    shown._save.click()
    assert (tmp_path / "code.txt").is_file()
    assert "not encrypted" in shown._said.text()


def test_thinking_better_of_it_saves_nothing(shown: RecoveryCode, answers: Answers) -> None:
    answers.file = None
    shown._save.click()
    assert shown._said.text() == "Nothing was saved."


def test_what_cannot_be_saved_is_said(shown: RecoveryCode, answers: Answers, tmp_path: Path) -> None:
    answers.file = tmp_path / "gone" / "deeper" / "code.txt"
    (tmp_path / "gone").write_text("a file, not a folder", encoding="utf-8")
    shown._save.click()
    assert shown._said.isVisible()
    assert "Saved" not in shown._said.text()


def test_a_computer_without_a_printer_says_so(shown: RecoveryCode) -> None:
    shown._print.click()
    assert shown._said.isVisible()
