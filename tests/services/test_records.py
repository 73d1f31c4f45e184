from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.people import Person
from carfacilitator.services import records
from tests.builders import a_group, a_meeting, a_member, a_partnership, a_person, a_workspace


def test_what_is_not_there_is_said_with_its_noun(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    with (
        services.database.reading() as session,
        pytest.raises(NotFoundError, match="A person was asked for that is not here"),
    ):
        records.get(session, Person, uuid4())
    services.close()


def test_what_was_removed_is_not_there(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    person_id = a_person(services)
    services.people.remove(person_id)
    with pytest.raises(NotFoundError):
        services.people.open(person_id)
    services.close()


def test_what_belongs_to_something_goes_with_it_and_comes_back_with_it_but_no_more(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    group_id = a_group(services)
    person_id = a_member(services, group_id)
    kept, removed_before = (a_meeting(services, group_id, date(2026, month, 1)) for month in (4, 5))
    services.agendas.add(kept, "Welcome")
    services.mentoring.add(person_id)
    services.meetings.remove(removed_before)
    services.partnerships.remove(a_partnership(services))
    assert not [*services.partnerships.rows(), *services.groups.rows(), *services.meetings.rows()]
    assert services.people.open(person_id).places == ()
    assert len(services.mentoring.rows()) == 1
    with pytest.raises(NotFoundError):
        services.meetings.open(kept)
    assert services.history.undo() == "removed a partnership"
    assert [row.id for row in services.meetings.rows()] == [kept]
    assert len(services.meetings.open(kept).agenda) == len(services.people.open(person_id).places) == 1
    services.close()


def test_text_loses_the_spaces_around_it() -> None:
    person = Person(name="Ailsa")
    records.amend(person, {"job": "  housing officer \n"})
    assert person.job == "housing officer"


def test_what_is_needed_cannot_be_empty() -> None:
    with pytest.raises(KnownError, match="The name of a person cannot be empty"):
        records.amend(Person(name="Ailsa"), {"name": "  "}, "name")


def test_a_dataclass_is_told_from_an_entity_and_what_is_given_besides() -> None:
    @dataclass(frozen=True)
    class Line:
        name: str
        group: str

    assert records.tell(Line, Person(name="Ailsa"), group="Group A") == Line("Ailsa", "Group A")
