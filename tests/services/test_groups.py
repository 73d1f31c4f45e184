from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import GroupKind
from carfacilitator.services.workspace import Services
from tests.builders import a_group, a_meeting, a_member, a_partnership, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_groups_stand_by_partnership_and_name_with_their_members(services: Services) -> None:
    group_id = a_group(services, "Strategy group", kind=GroupKind.STRATEGY, stated_size=12)
    a_member(services, group_id, "Ailsa Reid")
    east = services.partnerships.add("Eastlaw")
    services.groups.add(east, "Family hub")
    rows = services.groups.rows()
    assert [(row.partnership, row.name, row.members) for row in rows] == [
        ("Eastlaw", "Family hub", 0),
        ("Strathmorran", "Strategy group", 1),
    ]
    assert [row.name for row in services.groups.rows("strategy strathmorran")] == ["Strategy group"]
    assert [row.name for row in services.groups.rows(partnership_id=east)] == ["Family hub"]


def test_a_group_is_opened_with_its_members_and_rules(services: Services) -> None:
    group_id = a_group(services, purpose="Each writes a case study.")
    for name in ("Ailsa Reid", "Tom Baird"):
        a_member(services, group_id, name)
    services.groups.agree_rule(group_id, "What is said here stays here.", date(2025, 11, 4))
    services.groups.agree_rule(group_id, "Challenge the idea, not the person.")
    group = services.groups.open(group_id)
    assert [place.person for place in group.members] == ["Tom Baird", "Ailsa Reid"]
    assert [rule.text for rule in group.ground_rules] == [
        "What is said here stays here.",
        "Challenge the idea, not the person.",
    ]
    assert (group.partnership, group.purpose) == ("Strathmorran", "Each writes a case study.")


def test_a_ground_rule_is_altered_moved_and_taken_away(services: Services) -> None:
    group_id = a_group(services)
    first, second = (services.groups.agree_rule(group_id, text) for text in ("first", "second"))
    services.groups.amend_rule(first, position=9, text="first, now last")
    assert [rule.text for rule in services.groups.open(group_id).ground_rules] == ["second", "first, now last"]
    services.groups.remove_rule(second)
    assert len(services.groups.open(group_id).ground_rules) == 1
    with pytest.raises(KnownError, match="The text of a ground rule cannot be empty"):
        services.groups.agree_rule(group_id, "  ")


def test_a_ground_rule_is_put_at_another_place_in_one_step(services: Services) -> None:
    group_id = a_group(services)
    rules = [services.groups.agree_rule(group_id, text) for text in ("one", "two", "three")]
    services.groups.move_rule(rules[2], 0)
    assert [rule.text for rule in services.groups.open(group_id).ground_rules] == ["three", "one", "two"]
    services.history.undo()
    assert [rule.text for rule in services.groups.open(group_id).ground_rules] == ["one", "two", "three"]


def test_a_group_without_a_name_is_not_added(services: Services) -> None:
    with pytest.raises(KnownError, match="The name of a group cannot be empty"):
        services.groups.add(a_partnership(services), "")
    assert services.groups.rows() == []


def test_a_group_goes_with_its_meetings_and_comes_back_with_them(services: Services) -> None:
    group_id = a_group(services)
    a_meeting(services, group_id)
    services.groups.remove(group_id)
    assert services.meetings.rows() == []
    services.history.undo()
    services.groups.amend(group_id, ended=date(2026, 12, 1))
    assert services.groups.rows()[0].ended == date(2026, 12, 1)
    assert len(services.meetings.rows()) == 1
