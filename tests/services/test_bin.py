from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import FixedClock
from carfacilitator.services.sanctions import Request
from carfacilitator.services.workspace import Services
from tests.builders import (
    NOON,
    a_case_study,
    a_draft,
    a_file,
    a_gatekeeper,
    a_group,
    a_meeting,
    a_member,
    a_person,
    a_workspace,
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_what_was_removed_lies_in_the_bin_with_what_went_along(services: Services) -> None:
    group_id = a_group(services, "Group A")
    a_member(services, group_id)
    services.agendas.add(a_meeting(services, group_id), "Welcome")
    services.groups.remove(group_id)
    (row,) = services.bin.rows()
    assert (row.noun, row.words, row.title, row.removed_at) == ("Group", "a group", "Group A", NOON)
    assert row.along == 3
    assert services.bin.rows(matching="group b") == []


def test_what_is_restored_is_there_again_with_all_that_went_along_and_can_be_taken_back(services: Services) -> None:
    group_id = a_group(services)
    meeting_id = a_meeting(services, group_id)
    services.groups.remove(group_id)
    services.bin.restore("Group", group_id)
    assert services.bin.rows() == []
    assert services.meetings.open(meeting_id).id == meeting_id
    assert services.history.events()[0].summary == "restored a group"
    services.history.undo()
    assert services.groups.rows() == []


def test_what_was_removed_before_stays_in_the_bin(services: Services) -> None:
    group_id = a_group(services)
    services.meetings.remove(a_meeting(services, group_id))
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = NOON + timedelta(hours=1)
    services.groups.remove(group_id)
    assert [row.noun for row in services.bin.rows()] == ["Group", "Meeting"]
    meeting = services.bin.rows()[1]
    with pytest.raises(KnownError, match="belongs to a group that was removed too"):
        services.bin.restore("Meeting", meeting.id)
    services.bin.restore("Group", group_id)
    assert [row.noun for row in services.bin.rows()] == ["Meeting"]


def test_what_has_another_in_its_place_is_not_restored(services: Services) -> None:
    study_id = a_case_study(services)
    first = a_draft(services, study_id, a_file("It rained."))
    services.drafts.remove(first)
    a_draft(services, study_id, a_file("It stopped."))
    with pytest.raises(KnownError, match="Another draft stands in its place now"):
        services.bin.restore("Draft", first)


def test_one_of_several_who_were_asked_to_agree_comes_back_beside_the_others(services: Services) -> None:
    study_id = a_case_study(services)
    ruth, alan = (a_gatekeeper(services, name) for name in ("Ruth McKay", "Alan Petrie"))
    services.sanctions.request(study_id, Request(output="Report", gatekeepers=(ruth, alan), author=True))
    services.gatekeepers.remove(ruth)
    services.bin.restore("Gatekeeper", ruth)
    assert [row.gatekeeper for row in services.sanctions.ledger(study_id).rows] == [
        "Ailsa Reid",
        "Ruth McKay",
        "Alan Petrie",
    ]


def test_what_stands_is_left_alone(services: Services) -> None:
    person_id = a_person(services)
    before = services.history.events()
    services.bin.restore("Person", person_id)
    assert services.history.events() == before
