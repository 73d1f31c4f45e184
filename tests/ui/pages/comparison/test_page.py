from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from carfacilitator.document.profiles import AS_USUAL
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.comparison import page as comparison
from carfacilitator.ui.pages.comparison.page import ComparisonPage
from carfacilitator.word.reader import read
from tests.ui.conftest import Answers

Files = tuple[Path, Path]


def show(page: ComparisonPage, qtbot: QtBot, files: Files) -> None:
    page.compare(*files)
    qtbot.waitUntil(page.review.isVisible, timeout=20_000)


def test_two_files_that_are_dropped_are_compared_side_by_side(
    qtbot: QtBot, page: ComparisonPage, files: Files, services: Services
) -> None:
    assert page.head.title == "Compare two Word files"
    assert not page.commands[comparison.REDLINE].isVisible()
    page.take(list(files))
    qtbot.waitUntil(page.review.isVisible, timeout=20_000)
    assert page.head.title in {file.name for file in files}
    assert page.review.changes.entries
    assert services.drafts.rows() == []


def test_what_changed_is_saved_as_a_redline_and_as_pdf(
    qtbot: QtBot, page: ComparisonPage, files: Files, answers: Answers, tmp_path: Path
) -> None:
    show(page, qtbot, files)
    answers.file = tmp_path / "redline.docx"
    page.commands[comparison.REDLINE].trigger()
    qtbot.waitUntil(answers.file.exists, timeout=20_000)
    assert read(answers.file.read_bytes()).texts()
    answers.file = tmp_path / "changes"
    page.commands[comparison.SHEET].trigger()
    qtbot.waitUntil((tmp_path / "changes.pdf").exists, timeout=20_000)
    assert PdfReader(tmp_path / "changes.pdf").pages


def test_the_files_are_compared_anew_in_another_way(qtbot: QtBot, page: ComparisonPage, files: Files) -> None:
    show(page, qtbot, files)
    wanted = replace(AS_USUAL, ignore_formatting=False, ignore_spaces=False)
    page.review.bar.compare.profile_chosen.emit(wanted)
    qtbot.waitUntil(lambda: page.review.bar.compare.profile == wanted, timeout=20_000)
    comparison = page.review.view.model.drafts.comparison
    assert comparison is not None
    assert comparison.profile == wanted


def test_esc_goes_back_to_what_was_compared(qtbot: QtBot, page: ComparisonPage, files: Files) -> None:
    assert not page.step_back()
    show(page, qtbot, files)
    assert not page.step_back()
    page.commands[comparison.OTHERS].trigger()
    assert page.files.isVisible()
    assert page.step_back()
    assert page.review.isVisible()


def test_a_file_that_cannot_be_read_says_why(
    qtbot: QtBot, page: ComparisonPage, files: Files, desk: Desk, tmp_path: Path
) -> None:
    desk.jobs.failed.connect(desk.messages.fail)
    page.compare(files[0], tmp_path / "gone.docx")
    qtbot.waitUntil(lambda: bool(desk.messages.shown), timeout=20_000)
    assert "There is no file gone.docx there" in desk.messages.shown[0]


def test_a_way_of_comparing_is_kept_under_a_name_and_forgotten(
    page: ComparisonPage, services: Services, answers: Answers, desk: Desk
) -> None:
    answers.text = "Strict"
    page.review.bar.compare.keep_wanted.emit(replace(AS_USUAL, ignore_case=True))
    [kept] = services.profiles.rows()
    assert kept.name == "Strict"
    page.review.bar.compare.forget_wanted.emit(str(kept.id))
    assert services.profiles.rows() == []
    assert desk.messages.shown[-1] == "This way of comparing is kept no longer."
