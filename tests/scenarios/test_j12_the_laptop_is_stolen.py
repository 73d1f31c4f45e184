"""Getting out: the laptop is stolen, and all of it comes back from a stick by the printed recovery code alone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.openers import by_code
from carfacilitator.services.recovery_sheets import new_sheet
from carfacilitator.services.workspace import Services, open_with
from carfacilitator.ui.dialogs import QtDialogs
from carfacilitator.ui.jobs import Jobs
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.page import Desk
from carfacilitator.ui.restore_front import RestoreFront
from carfacilitator.ui.restore_verbs import RestoreVerbs
from tests.builders import a_person, a_setting, a_workspace


class ChoosesFolder(QtDialogs):
    """A person who always takes the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        del title, start
        return self.folder


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    del qtbot
    made = Jobs()
    yield made
    made.finish()


def names(services: Services) -> list[str]:
    return sorted(row.name for row in services.people.rows())


def test_what_was_on_the_stick_comes_back_on_another_computer_by_the_code_alone(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    services = a_workspace(tmp_path)
    for name in ("Ailsa Reid", "Dougie Kerr", "Jean Lockhart"):
        a_person(services, name)
    code = new_sheet(services).code
    stick, other = tmp_path / "stick", tmp_path / "other computer"
    stick.mkdir()
    other.mkdir()
    services.backups.choose_second_place(stick)
    services.backups.make()
    proof = services.rehearsals.rehearse()
    there = names(services)
    services.close()
    shutil.rmtree(services.folder)  # stolen

    messages = Messages()
    qtbot.addWidget(messages)
    front = RestoreFront(other, Desk(jobs, messages, ChoosesFolder(other)))
    qtbot.addWidget(front)
    front.use(RestoreVerbs(), stick)
    form = front.form
    form.choose(form.list.rows[0].id)  # type: ignore[arg-type]  # the rows stand for files
    form.opens_with.use_code(code=True)
    form.opens_with.code.line.setText(code.lower().replace("-", " "))
    form._look.click()
    qtbot.waitUntil(lambda: form.found is not None)
    assert form.found is not None
    assert form.found.preview.entries == proof.entries
    assert "3 people" in form._inside.text()
    with qtbot.waitSignal(form.restored) as restored:
        form._restore.click()

    again = open_with(restored.args[0], by_code(code), a_setting())
    assert names(again) == there
    again.close()
