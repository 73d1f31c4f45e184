from collections.abc import Callable
from pathlib import Path

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.backups import DELETE, ELSEWHERE, NOW, RESTORE, BackupsSection
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.restoring import RestoringSection
from tests.ui.conftest import Answers

Settled = Callable[[], None]


def section(page: WorkspacePage) -> BackupsSection:
    page.open(sections.BACKUPS)
    assert isinstance(page.section, BackupsSection)
    return page.section


def test_a_backup_made_now_stands_first_in_the_list(page: WorkspacePage, desk: Desk, settled: Settled) -> None:
    shown = section(page)
    assert shown.list.isHidden()
    page.commands[NOW].trigger()
    settled()
    assert [row.strong for row in shown.list.rows] == ["Tuesday 10 March, 12:00"]
    assert "made by hand" in shown.list.rows[0].muted
    assert desk.messages.shown == ["The backup is made and checked."]


def test_without_a_choice_nothing_is_restored_or_deleted(page: WorkspacePage) -> None:
    section(page)
    assert not page.commands[RESTORE].isEnabled()
    assert not page.commands[DELETE].isEnabled()


def test_a_backup_can_be_made_anywhere(page: WorkspacePage, answers: Answers, tmp_path: Path, settled: Settled) -> None:
    section(page)
    answers.file = tmp_path / "Mine"
    page.commands[ELSEWHERE].trigger()
    settled()
    assert (tmp_path / "Mine.carbackup").is_file()


def test_one_is_deleted_only_after_a_question(page: WorkspacePage, services: Services, answers: Answers) -> None:
    made = services.backups.make()
    shown = section(page)
    page.refresh()
    shown.list.choose_first()
    answers.yes = False
    page.commands[DELETE].trigger()
    assert made.exists()
    answers.yes = True
    page.commands[DELETE].trigger()
    assert not made.exists()
    assert shown.list.isHidden()


def test_restoring_one_goes_to_the_form_with_it(page: WorkspacePage, services: Services) -> None:
    made = services.backups.make()
    shown = section(page)
    page.refresh()
    shown.list.choose_first()
    page.commands[RESTORE].trigger()
    assert isinstance(page.section, RestoringSection)
    assert page.section.form._file == made


def test_what_is_to_be_seen_to_is_said_above(page: WorkspacePage) -> None:
    assert section(page).notes.said == ("There is no backup yet.",)
