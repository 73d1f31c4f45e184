from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.restoring import RestoringSection
from carfacilitator.ui.requests import WhileClosed
from tests.builders import PASSPHRASE
from tests.ui.conftest import Answers


@pytest.fixture
def section(qtbot: QtBot, page: WorkspacePage, services: Services) -> RestoringSection:
    made = services.backups.make()
    page.open(sections.RESTORING)
    shown = page.section
    assert isinstance(shown, RestoringSection)
    shown.take(made)
    shown.form.opens_with.passphrase.line.setText(PASSPHRASE)
    shown.form._look.click()
    qtbot.waitUntil(lambda: shown.form.found is not None)
    return shown


def test_a_restored_workspace_is_told_with_its_folder(
    section: RestoringSection, desk: Desk, answers: Answers, tmp_path: Path, settled: Callable[[], None]
) -> None:
    answers.file = tmp_path
    section.form._restore.click()
    settled()
    assert str(tmp_path / "Work 2.car") in desk.messages.shown[0]


def test_putting_it_in_place_is_asked_backed_up_and_left_to_the_program(
    section: RestoringSection,
    services: Services,
    answers: Answers,
    asked: list[WhileClosed],
    settled: Callable[[], None],
) -> None:
    answers.yes = False
    section.here.click()
    assert not section.page.desk.jobs.busy
    answers.yes = True
    section.here.click()
    settled()
    assert [errand.what for errand in asked] == ["Restoring the backup"]
    assert [row.why for row in services.backups.rows()] == ["before a restore", "by hand"]
