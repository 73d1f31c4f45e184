from datetime import date
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.people.rows import NO_GROUP, person_rows
from tests.builders import a_group, a_person


def test_everybody_stands_once_under_their_first_group(services: Services, jean: UUID, group_id: UUID) -> None:
    strategy = a_group(services, "A strategy group")
    priya, tom, alone = (a_person(services, name, organisation="Council") for name in ("Priya Nair", "Tom Baird", "Al"))
    for person, group in ((priya, strategy), (priya, group_id), (tom, group_id)):
        services.people.join(person, group)
    rows = person_rows(services)
    assert [(row.id, row.section) for row in rows] == [
        (priya, "A strategy group"),
        (tom, "Case-study group"),
        (jean, "Case-study group"),
        (alone, NO_GROUP),
    ]
    assert (rows[2].muted, rows[2].initials, rows[1].muted) == ("Chair", "JL", "Council")


def test_who_left_stands_with_those_in_no_group(services: Services, jean: UUID) -> None:
    (place,) = services.people.open(jean).places
    services.people.amend_place(place.id, left=date(2026, 3, 1))
    assert [row.section for row in person_rows(services)] == [NO_GROUP]
