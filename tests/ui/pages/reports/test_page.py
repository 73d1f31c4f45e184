from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.errors import NotFoundError
from carfacilitator.model.terms import Audience
from carfacilitator.services.comments import CommentFilter
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.reports import page as reports
from carfacilitator.ui.pages.reports.page import ReportsPage
from carfacilitator.ui.reports import ReportAsk, ReportKind
from carfacilitator.ui.widgets.words import Words
from carfacilitator.word.reader import read
from tests.builders import a_case_study
from tests.ui.conftest import Answers
from tests.ui.pages.reports.conftest import Printer


def is_made(page: ReportsPage) -> bool:
    return page.commands[reports.SAVE].isEnabled()


def words(page: ReportsPage) -> str:
    return " ".join(label.text() for label in page.made.findChildren(Words) if label.isVisible())


def test_what_changed_is_shown_as_it_will_be_printed(
    page: ReportsPage, drafts: list[UUID], qtbot: QtBot, printer: Printer
) -> None:
    page.open(drafts[-1])
    qtbot.waitUntil(lambda: is_made(page), timeout=20_000)
    assert page.made.paper.count > 0
    assert "changes draft 2 to draft 3.pdf" in words(page)
    page.commands[reports.PRINT].trigger()
    assert printer.printed == [("Keeping a tenancy changes draft 2 to draft 3.pdf", page.made.paper.count)]


def test_a_redline_is_saved_with_its_receipt_and_replaces_only_when_asked(
    page: ReportsPage, drafts: list[UUID], qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    page.open(ReportAsk(new_id=drafts[-1], old_id=drafts[0], kind=ReportKind.REDLINE))
    qtbot.waitUntil(lambda: is_made(page), timeout=20_000)
    answers.file = tmp_path / "out"
    page.commands[reports.SAVE].trigger()
    saved = answers.file / "Keeping a tenancy draft 1 to draft 3.docx"
    assert read(saved.read_bytes()).texts()
    assert {file.suffix for file in answers.file.iterdir()} == {".docx", ".json"}
    saved.write_bytes(b"mine")
    answers.yes = False
    page.commands[reports.SAVE].trigger()
    assert saved.read_bytes() == b"mine"
    answers.yes = True
    page.commands[reports.SAVE].trigger()
    assert saved.read_bytes() != b"mine"


def test_comments_go_as_far_as_they_may_be_seen(
    page: ReportsPage, drafts: list[UUID], qtbot: QtBot, services: Services
) -> None:
    wanted = CommentFilter(case_study_id=services.drafts.open(drafts[0]).case_study_id)
    page.open(ReportAsk(new_id=drafts[-1], kind=ReportKind.TABLE, wanted=wanted))
    qtbot.waitUntil(lambda: is_made(page), timeout=20_000)
    assert "One comment. One more stays here: for other eyes." in words(page)
    assert not page.commands[reports.PRINT].isVisible()


def test_why_a_report_cannot_be_made_is_said_where_it_would_stand(
    page: ReportsPage, drafts: list[UUID], qtbot: QtBot
) -> None:
    page.open(drafts[-1])
    qtbot.waitUntil(lambda: is_made(page), timeout=20_000)
    page.wishes.audience.set_value(Audience.PUBLIC)
    page.wishes.audience.chosen.emit(Audience.PUBLIC)
    qtbot.waitUntil(page.made.wrong.isVisible, timeout=20_000)
    assert "may not be seen by the public" in words(page)
    assert not is_made(page)


def test_a_first_draft_has_only_comments_and_the_way_up_is_its_case_study(
    page: ReportsPage, drafts: list[UUID], qtbot: QtBot, services: Services
) -> None:
    page.open(drafts[0])
    assert "no draft before this one" in words(page)
    with qtbot.waitSignal(page.wants) as wants:
        page.head.crumb_chosen.emit()
    assert wants.args == ["case-studies", services.drafts.open(drafts[0]).case_study_id]


def test_a_case_study_without_drafts_says_so(page: ReportsPage, services: Services, desk: Desk) -> None:
    study = a_case_study(services, "Seven doors", "Priya Nair")
    with pytest.raises(NotFoundError, match="No draft"):
        page.open(study)
    assert desk.messages.shown == []
