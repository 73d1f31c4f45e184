from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.codebook import page as codebook
from carfacilitator.ui.pages.codebook.page import CodebookPage
from tests.ui.conftest import Answers

Kinds = dict[str, UUID]


def letters(page: CodebookPage) -> str:
    return "".join(row.initials for row in page.side.list.rows)


def test_the_kinds_stand_in_their_order_with_how_often_they_were_used(page: CodebookPage) -> None:
    assert letters(page) == "IAWPEV"
    assert page.side.list.rows[0].pills[0].text == "2"
    assert page.card.name.text == "Interpretation"


def test_a_new_kind_gets_a_letter_and_is_shown(page: CodebookPage, answers: Answers, qtbot: QtBot) -> None:
    answers.text = "Tone"
    page.commands[codebook.NEW].trigger()
    assert letters(page) == "IAWPEVT"
    assert page.card.name.text == "Tone"
    qtbot.waitUntil(page.card.question.line.hasFocus)


def test_alt_and_the_arrows_move_a_kind(page: CodebookPage, kinds: Kinds, services: Services) -> None:
    page.open(kinds["A"])
    page.commands[codebook.EARLIER].trigger()
    assert letters(page) == "AIWPEV"
    assert not page.commands[codebook.EARLIER].isEnabled()
    page.commands[codebook.LATER].trigger()
    assert [kind.letter for kind in services.codebook.rows()] == list("IAWPEV")


def test_a_retired_kind_stands_at_the_end_and_comes_back(page: CodebookPage, kinds: Kinds, desk: Desk) -> None:
    page.open(kinds["I"])
    page.commands[codebook.RETIRE].trigger()
    page.refresh()
    assert page.side.list.rows[-1].section == "Not in use"
    assert desk.messages.shown == ["‘Interpretation’ is not in use any more."]
    assert page.commands[codebook.BRING_BACK].isVisible()
    assert not page.commands[codebook.MERGE].isVisible()
    page.commands[codebook.BRING_BACK].trigger()
    page.refresh()
    assert letters(page) == "IAWPEV"


def test_merging_gives_the_comments_to_another_kind(
    page: CodebookPage, kinds: Kinds, services: Services, desk: Desk, answers: Answers
) -> None:
    page.open(kinds["I"])
    answers.option = 1
    page.commands[codebook.MERGE].trigger()
    assert desk.messages.shown == ["Two comments moved to ‘Writing style’."]
    assert {kind.letter: kind.comments for kind in services.codebook.rows()}["W"] == 2
    services.history.undo()
    assert {kind.letter: kind.comments for kind in services.codebook.rows()}["I"] == 2


def test_a_saved_codebook_can_be_looked_at_before_it_is_taken_in(
    page: CodebookPage, services: Services, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "out" / "Ours"
    page.commands[codebook.SAVE].trigger()
    saved = tmp_path / "out" / "Ours.json"
    saved.write_text(saved.read_text().replace("Evidence", "Proof"))
    answers.files = [saved]
    page.commands[codebook.LOAD].trigger()
    assert page.card.isHidden()
    assert len(services.codebook.rows()) == 6
    page.incoming.take.click()
    assert [kind.name for kind in services.codebook.rows()][-1] == "Proof"
    assert page.incoming.isHidden()


def test_esc_leaves_the_file_that_was_looked_at(
    page: CodebookPage, services: Services, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "kinds.csv"
    file.write_text("name,letter\nTone,T\n")
    answers.files = [file]
    page.commands[codebook.LOAD].trigger()
    assert page.step_back()
    assert not page.card.isHidden()
    assert len(services.codebook.rows()) == 6
    assert not page.step_back()


def test_the_codebook_is_saved_as_a_table_where_the_name_says_so(
    page: CodebookPage, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "Ours.csv"
    page.commands[codebook.SAVE].trigger()
    assert "Whose meaning" in answers.file.read_text(encoding="utf-8-sig")


def test_the_list_has_the_focus_and_ctrl_f_goes_to_its_filter(page: CodebookPage, qtbot: QtBot) -> None:
    page.setFocus()
    assert page.side.list.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.side.filter.hasFocus()
