from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from carfacilitator.services.handovers import HandoverWish
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.take_in_card import TakeInCard
from tests.builders import a_group, a_meeting, a_workspace
from tests.ui.conftest import Answers

AGREED = "seven boats in the harbour"


@pytest.fixture
def came(tmp_path: Path) -> Path:
    other = a_workspace(tmp_path, "Other.car")
    group_id = a_group(other)
    a_meeting(other, group_id)
    wish = HandoverWish(group_id=group_id, recipient="me", passphrase=AGREED)
    file = other.handovers.give(wish, tmp_path / "came")
    other.close()
    return file


@pytest.fixture
def card(page: WorkspacePage, services: Services) -> Iterator[TakeInCard]:
    made = TakeInCard(services, page)
    yield made
    made.deleteLater()


def looked(card: TakeInCard, answers: Answers, came: Path, settled: Callable[[], None]) -> None:
    answers.files = [came]
    card.choose.click()
    card.passphrase.line.setText(AGREED)
    card.look.click()
    settled()


def test_what_came_is_shown_and_taken_in_as_chosen(
    card: TakeInCard, services: Services, answers: Answers, came: Path, settled: Callable[[], None]
) -> None:
    looked(card, answers, came, settled)
    assert "3 new" in card.said.text()
    assert services.groups.rows() == []
    meeting = next(row for row in card.list.rows if row.muted.startswith("meeting"))
    card.list.choose(meeting.id)
    assert card.mine.text() == "Leave it out"
    card.mine.click()
    assert [row.pills[0].text for row in card.list.rows if row.id == meeting.id] == ["Leave it out"]
    card.take.click()
    settled()
    assert [row.name for row in services.groups.rows()] == ["Group A"]
    assert services.meetings.rows() == []
    assert card.incoming is None


def test_another_passphrase_is_said_beside_the_field(
    card: TakeInCard, answers: Answers, came: Path, settled: Callable[[], None]
) -> None:
    answers.files = [came]
    card.choose.click()
    card.passphrase.line.setText("another")
    card.look.click()
    settled()
    assert "does not open" in card.passphrase.line.accessibleDescription()


def test_what_came_can_be_set_aside(
    card: TakeInCard, services: Services, answers: Answers, came: Path, settled: Callable[[], None]
) -> None:
    looked(card, answers, came, settled)
    assert card.step_back()
    assert not card.step_back()
    assert services.groups.rows() == []
