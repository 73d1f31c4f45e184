from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from carfacilitator.services.workspace import Services, create
from carfacilitator.sharing.door import NoOutlets
from carfacilitator.ui.dialogs import TABLES
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk
from carfacilitator.ui.saving import Saving
from carfacilitator.ui.widgets.button import Button
from tests.builders import ISLA, PASSPHRASE, a_setting
from tests.ui.conftest import Answers


class Screen(NoOutlets):
    """A computer that shows files, or has nothing to show them with."""

    def __init__(self) -> None:
        self.shown: list[Path] = []
        self.can_show = True

    def show_in_folder(self, file: Path) -> bool:
        self.shown.append(file)
        return self.can_show


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def services(tmp_path: Path, screen: Screen) -> Iterator[Services]:
    made = create(tmp_path / "Work.car", PASSPHRASE, ISLA, replace(a_setting(), outlets=screen))
    yield made
    made.close()


def press_show(desk: Desk) -> None:
    next(b for b in desk.messages.findChildren(Message)[-1].findChildren(Button) if b.text() == "Show it").click()


def test_what_was_saved_is_said_and_can_be_shown(
    services: Services, desk: Desk, answers: Answers, tmp_path: Path, screen: Screen
) -> None:
    answers.file = tmp_path / "Ours"
    saved = Saving(services, desk).ask(services.codebook.file(), "Save the kinds", TABLES)
    assert saved == tmp_path / "Ours.json"
    assert answers.asked == [f"Save the kinds Kinds of comment.json {TABLES}"]
    assert desk.messages.shown == ["Ours.json was saved."]
    press_show(desk)
    assert screen.shown == [saved]


def test_where_nothing_can_show_it_the_folder_is_named(
    services: Services, desk: Desk, tmp_path: Path, screen: Screen
) -> None:
    screen.can_show = False
    Saving(services, desk).save_as(services.codebook.file(), tmp_path / "Ours.json")
    press_show(desk)
    assert desk.messages.shown[-1] == f"It is in {tmp_path}."


def test_thinking_better_of_it_saves_nothing(services: Services, desk: Desk) -> None:
    assert Saving(services, desk).ask(services.codebook.file(), "Save the kinds", TABLES) is None
    assert services.departures.rows() == []
