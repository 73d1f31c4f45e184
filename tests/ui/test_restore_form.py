from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import open_workspace
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.restore_form import RestoreForm, free_folder
from carfacilitator.ui.restore_verbs import RestoreVerbs
from tests.builders import PASSPHRASE, a_person, a_setting, a_workspace
from tests.ui.conftest import Answers


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    services = a_workspace(tmp_path)
    a_person(services)
    made = services.backups.make()
    services.close()
    return made


@pytest.fixture
def form(qtbot: QtBot, tmp_path: Path, answers: Dialogs, jobs: Jobs, backup: Path) -> RestoreForm:
    made = RestoreForm(tmp_path, answers, jobs)
    qtbot.addWidget(made)
    made.use(RestoreVerbs(), backup.parent)
    made.show()
    return made


@pytest.fixture
def settled(qtbot: QtBot, jobs: Jobs) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not jobs.busy)


def look_inside(form: RestoreForm, backup: Path, words: str = PASSPHRASE) -> None:
    form.choose(backup)
    form.opens_with.passphrase.line.setText(words)
    form._look.click()


def test_what_is_in_it_is_told_before_anything_is_restored(
    form: RestoreForm, backup: Path, settled: Callable[[], None]
) -> None:
    assert [row.id for row in form.list.rows] == [backup]
    assert form._restore.isHidden() or not form._restore.isVisible()
    look_inside(form, backup)
    settled()
    assert "1 person" in form._inside.text()
    assert form._restore.isVisible()


def test_it_is_restored_to_a_new_folder(
    qtbot: QtBot, form: RestoreForm, backup: Path, answers: Answers, tmp_path: Path
) -> None:
    look_inside(form, backup)
    qtbot.waitUntil(lambda: form.found is not None)
    answers.file = tmp_path
    with qtbot.waitSignal(form.restored) as told:
        form._restore.click()
    assert told.args == [tmp_path / "Work 2.car"]
    again = open_workspace(tmp_path / "Work 2.car", PASSPHRASE, a_setting())
    assert [row.name for row in again.people.rows()] == ["Ailsa Reid"]
    again.close()


def test_a_wrong_passphrase_is_said_below_it(form: RestoreForm, backup: Path, settled: Callable[[], None]) -> None:
    look_inside(form, backup, "another one altogether")
    settled()
    assert form.found is None
    assert "does not open" in form.opens_with.passphrase.line.accessibleDescription()


def test_a_code_with_a_slip_says_where_it_is(form: RestoreForm, backup: Path) -> None:
    form.choose(backup)
    form.opens_with.use_code(code=True)
    form.opens_with.code.line.setText("ABC")
    form._look.click()
    assert form.opens_with.code.line.accessibleDescription()
    assert form.found is None


def test_a_file_that_is_no_backup_is_refused_with_a_reason(form: RestoreForm, answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "letter.carbackup").write_text("Dear Tom", encoding="utf-8")
    answers.files = [tmp_path / "letter.carbackup"]
    form._choose.click()
    assert "damaged, or is no backup" in form._wrong.text()
    assert not form.opens_with.isVisible()


def test_what_was_found_is_forgotten_when_another_passphrase_is_typed(
    form: RestoreForm, backup: Path, settled: Callable[[], None]
) -> None:
    look_inside(form, backup)
    settled()
    form.opens_with.passphrase.line.setText("another one")
    assert form.found is None
    assert not form._restore.isVisible()


def test_a_folder_that_is_there_is_never_taken(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "Isla") == tmp_path / "Isla.car"
    (tmp_path / "Isla.car").mkdir()
    assert free_folder(tmp_path, "Isla") == tmp_path / "Isla 2.car"
