from collections.abc import Callable
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.gatekeepers.map import Map, could_stop, share
from carfacilitator.ui.pages.gatekeepers.overview import Overview, standings


@pytest.fixture
def picture(qtbot: QtBot, services: Services, look_at: Callable[[str], Overview]) -> Map:
    made = Map()
    qtbot.addWidget(made)
    made.fill(standings(services), look_at("Ruth").standing)
    made.resize(760, 480)
    made.show()
    return made


def test_it_shows_those_of_one_partnership_with_the_open_one_chosen(picture: Map) -> None:
    assert len(picture.picture.areas()) == 8
    assert picture.picture.accessibleDescription() == "Ruth McKay, five days late, could stop something"


def test_a_card_that_is_chosen_is_told(qtbot: QtBot, picture: Map, ids: dict[str, UUID]) -> None:
    with qtbot.waitSignal(picture.chosen) as told:
        picture.picture.chosen.emit(ids["Fiona"])
    assert told.args == [ids["Fiona"]]


def test_further_out_is_longer_and_never_is_the_edge() -> None:
    assert share(0) < share(14) < share(42) < share(400) < share(None) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Publication.", True), ("", False), ("Nothing, and says so.", False), ("no", False), ("Notices", True)],
)
def test_only_what_could_be_stopped_gets_a_sign(text: str, *, expected: bool) -> None:
    assert could_stop(text) is expected
