import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.comparison.files_card import FilesCard
from tests.ui.conftest import Answers


@pytest.fixture
def card(qtbot: QtBot, answers: Answers) -> FilesCard:
    made = FilesCard(answers)
    qtbot.addWidget(made)
    return made


def a_file(folder: Path, name: str, changed: float) -> Path:
    file = folder / name
    file.write_bytes(b"")
    os.utime(file, (changed, changed))
    return file


def test_of_two_files_the_one_changed_last_is_the_newer(card: FilesCard, tmp_path: Path, answers: Answers) -> None:
    first, second = a_file(tmp_path, "a.docx", 2_000), a_file(tmp_path, "b.docx", 1_000)
    answers.files = [first, second]
    card.newer.choose.click()
    assert (card.older.file, card.newer.file) == (second, first)
    card.swap.click()
    assert (card.older.file, card.newer.file) == (first, second)


def test_one_after_the_other_fills_both_places(qtbot: QtBot, card: FilesCard, answers: Answers) -> None:
    assert not card.go.isEnabled()
    card.take([Path("gone.docx")])
    assert not card.go.isEnabled()
    answers.files = [Path("new.docx")]
    card.newer.choose.click()
    with qtbot.waitSignal(card.wanted) as wanted:
        card.go.click()
    assert wanted.args == [Path("gone.docx"), Path("new.docx")]


def test_without_an_answer_nothing_is_chosen(card: FilesCard) -> None:
    card.older.choose.click()
    assert card.older.file is None
