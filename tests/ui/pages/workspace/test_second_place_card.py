from collections.abc import Callable
from pathlib import Path

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.second_place_card import SecondPlaceCard
from tests.ui.conftest import Answers


def test_a_stick_that_is_chosen_gets_the_newest_backup_at_once_and_is_given_up_again(  # noqa: PLR0913, PLR0917  fixtures
    page: WorkspacePage, services: Services, desk: Desk, answers: Answers, tmp_path: Path, settled: Callable[[], None]
) -> None:
    services.backups.make()
    card = page.findChildren(SecondPlaceCard)[0]
    stick = tmp_path / "stick"
    stick.mkdir()
    answers.file = stick
    card.choose.click()
    settled()
    assert len(list(stick.glob("*.carbackup"))) == 1
    assert "read back" in desk.messages.shown[0]
    assert "is in" in card._state.text()
    card.give_up.click()
    assert services.backups.second_place() is None
    assert card.give_up.isHidden()


def test_a_stick_that_is_away_is_named(page: WorkspacePage, services: Services, tmp_path: Path) -> None:
    services.backups.choose_second_place(tmp_path / "stick")
    services.backups.make()
    page.refresh()
    card = page.findChildren(SecondPlaceCard)[0]
    assert "is not connected" in card._state.text()
    assert not card.copy.isEnabled()
