from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.caretaker import Caretaker
from carfacilitator.ui.page import Desk
from tests.builders import a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def caretaker(qtbot: QtBot, services: Services, desk: Desk) -> Iterator[Caretaker]:
    window = QWidget()
    qtbot.addWidget(window)
    made = Caretaker(services, desk, window)
    yield made
    made.let_go()


@pytest.fixture
def settled(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_what_changed_is_backed_up_at_the_start_and_rehearsed(
    caretaker: Caretaker, services: Services, settled: Callable[[], None], desk: Desk
) -> None:
    a_person(services)
    caretaker.see_to(at_start=True)
    settled()
    assert [row.why for row in services.backups.rows()] == ["at the start"]
    assert services.rehearsals.last() is not None
    assert desk.messages.shown == []


def test_a_workspace_in_which_nothing_was_done_needs_none(
    caretaker: Caretaker, services: Services, settled: Callable[[], None]
) -> None:
    caretaker.see_to(at_start=True)
    settled()
    assert services.backups.rows() == []


def test_what_cannot_be_done_is_said_once(caretaker: Caretaker, desk: Desk) -> None:
    for _ in range(2):
        caretaker._say_once(KnownError("There is no room on the drive."))
    assert desk.messages.shown == ["There is no room on the drive."]
    caretaker._say_once(KnownError("The drive is gone."))
    assert len(desk.messages.shown) == 2


def test_it_sees_to_nothing_after_it_was_let_go(caretaker: Caretaker) -> None:
    caretaker.let_go()
    assert not caretaker._hourly.isActive()
    assert not caretaker._first.isActive()
