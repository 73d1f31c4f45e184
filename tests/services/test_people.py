from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.people import PersonChanges
from carfacilitator.services.workspace import Services
from tests.builders import a_group, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_a_person_is_added_and_opened(services: Services) -> None:
    person_id = services.people.add("Ailsa Reid", organisation="Strathmorran Homes", needs="hearing loop")
    person = services.people.open(person_id)
    assert (person.name, person.organisation, person.needs) == ("Ailsa Reid", "Strathmorran Homes", "hearing loop")
    assert person.places == ()


def test_a_person_needs_a_name_and_keeps_it(services: Services) -> None:
    with pytest.raises(KnownError, match="The name of"):
        services.people.add("   ")
    person_id = a_person(services, "Ailsa Reid")
    with pytest.raises(KnownError, match="The name of"):
        services.people.amend(person_id, name="")
    assert services.people.open(person_id).name == "Ailsa Reid"


def test_people_stand_by_family_name_and_are_found_by_any_word(services: Services) -> None:
    for name in ("Ruth McKay", "Ailsa Reid", "Tom Baird", "Neil MacKay"):
        a_person(services, name, organisation="HSCP" if name.startswith("R") else "Council")
    assert [row.name for row in services.people.rows()] == ["Tom Baird", "Neil MacKay", "Ruth McKay", "Ailsa Reid"]
    assert [row.name for row in services.people.rows("hscp")] == ["Ruth McKay"]


def test_a_person_joins_a_group_and_leaves_it(services: Services) -> None:
    person_id, group_id = a_person(services), a_group(services, "Group A")
    place_id = services.people.join(person_id, group_id, role="member", joined=date(2025, 11, 4))
    assert services.people.rows()[0].groups == ("Group A",)
    assert [row.id for row in services.people.rows(group_id=group_id)] == [person_id]
    services.people.amend_place(place_id, left=date(2026, 2, 1), why_left="a new post")
    (place,) = services.people.open(person_id).places
    assert (place.group, place.role, place.left, place.why_left) == (
        "Group A",
        "member",
        date(2026, 2, 1),
        "a new post",
    )
    assert services.people.rows()[0].groups == ()


def test_a_new_person_is_welcomed_into_a_group_in_one_step(services: Services) -> None:
    group_id = a_group(services)
    known = PersonChanges(job="Cook")
    person_id = services.people.welcome("Effie Ross", group_id, known, role="guest", joined=date(2026, 3, 12))
    (place,) = services.people.open(person_id).places
    assert (place.person, place.job) == ("Effie Ross", "Cook")
    assert (place.group_id, place.role, place.joined) == (group_id, "guest", date(2026, 3, 12))
    services.history.undo()
    assert services.people.rows() == []
    with pytest.raises(KnownError, match="The name of"):
        services.people.welcome(" ", group_id)


def test_nobody_leaves_before_joining(services: Services) -> None:
    person_id, group_id = a_person(services), a_group(services)
    place_id = services.people.join(person_id, group_id, joined=date(2026, 2, 1))
    with pytest.raises(KnownError, match="Nobody leaves a group before"):
        services.people.amend_place(place_id, left=date(2026, 1, 31))
    (place,) = services.people.open(person_id).places
    assert place.left is None


def test_a_place_tells_what_the_person_does_and_needs(services: Services) -> None:
    group_id = a_group(services)
    services.people.join(a_person(services, job="Librarian", needs="A hearing loop."), group_id)
    (place,) = services.groups.open(group_id).members
    assert (place.job, place.needs) == ("Librarian", "A hearing loop.")


def test_a_place_taken_away_is_gone_from_both_sides(services: Services) -> None:
    person_id = a_person(services)
    place_id = services.people.join(person_id, a_group(services))
    services.people.remove_place(place_id)
    assert services.people.open(person_id).places == ()


def test_a_person_who_is_removed_is_in_no_list(services: Services) -> None:
    person_id = a_person(services)
    services.people.remove(person_id)
    assert services.people.rows() == []
