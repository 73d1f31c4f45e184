from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import RefusedError
from carfacilitator.model.departures import Departure
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Audience
from carfacilitator.model.veils import Veil
from carfacilitator.services import records
from carfacilitator.services.workspace import Services
from carfacilitator.store.recording import Deed
from tests.builders import NOON, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_what_is_veiled_cannot_be_altered_and_stands_as_it_was(services: Services) -> None:
    person_id = a_person(services, "Ailsa Reid", job="officer for Ailsa Reid", organisation="Homes")
    services.database.draw_veil(Veil(["Ailsa Reid"]))
    for name in ("name", "job"):
        with pytest.raises(RefusedError), services.database.transaction(Deed("changed", Person)) as session:
            setattr(records.get(session, Person, person_id), name, "other")
    with services.database.transaction(Deed("changed", Person)) as session:
        records.get(session, Person, person_id).organisation = "Other homes"
    services.database.draw_veil(None)
    person = services.people.open(person_id)
    assert (person.name, person.job, person.organisation) == ("Ailsa Reid", "officer for Ailsa Reid", "Other homes")


def test_an_open_text_that_is_veiled_may_be_written_on(services: Services) -> None:
    person_id = a_person(services, "Ailsa Reid", job="officer for Ailsa Reid", notes="tired")
    services.database.draw_veil(Veil(["Ailsa Reid"]))
    services.people.amend(person_id, job="officer for AR and others")
    for changes in ({"name": "AR and others"}, {"notes": " and more"}):
        with pytest.raises(RefusedError):
            services.people.amend(person_id, **changes)  # type: ignore[arg-type]  # any of them
    services.database.draw_veil(None)
    person = services.people.open(person_id)
    assert (person.name, person.job, person.notes) == ("Ailsa Reid", "officer for Ailsa Reid and others", "tired")


def test_an_empty_back_stage_text_may_be_written(services: Services) -> None:
    person_id = a_person(services)
    services.database.draw_veil(Veil([]))
    services.people.amend(person_id, needs="a lift")
    services.database.draw_veil(None)
    assert services.people.open(person_id).needs == "a lift"


def test_nothing_leaves_while_it_is_discreet(services: Services) -> None:
    services.database.draw_veil(Veil([]))
    gone = Departure(left_at=NOON, name="a.docx", sha256="00", audience=Audience.PUBLIC)
    with (
        pytest.raises(RefusedError, match="Nothing leaves"),
        services.database.transaction(Deed("recorded", Departure)) as session,
    ):
        session.add(gone)


def test_nobody_new_is_called_by_initials(services: Services) -> None:
    services.database.draw_veil(Veil(["Ailsa Reid"]))
    with pytest.raises(RefusedError):
        a_person(services, "AR")
    a_person(services, "Jo")
    services.database.draw_veil(None)
    assert [row.name for row in services.people.rows()] == ["Jo"]


def test_what_is_read_to_be_kept_is_read_plainly_or_not_at_all(services: Services) -> None:
    person_id = a_person(services, "Ailsa Reid")
    with services.database.reading_plainly() as session:
        assert records.get(session, Person, person_id).name == "Ailsa Reid"
    services.database.draw_veil(Veil(["Ailsa Reid"]))
    with pytest.raises(RefusedError), services.database.reading_plainly():
        pass
