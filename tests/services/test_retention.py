from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from carfacilitator.errors import NotFoundError
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_what_was_promised_is_listed_and_what_is_due_is_said(services: Services) -> None:
    study_id, person_id = a_case_study(services, "The bus"), a_person(services, "Tom Baird")
    services.retention.keep_until("CaseStudy", study_id, date(2026, 3, 9), "the consent form")
    services.retention.keep_until("Person", person_id, date(2026, 3, 10))
    assert [(row.title, row.is_due) for row in services.retention.rows()] == [("The bus", True), ("Tom Baird", False)]
    assert [row.why for row in services.retention.due()] == ["the consent form"]


def test_a_date_can_be_altered_taken_away_and_taken_back(services: Services) -> None:
    person_id = a_person(services)
    services.retention.keep_until("Person", person_id, date(2026, 3, 9))
    services.retention.keep_until("Person", person_id, date(2031, 1, 1))
    assert [row.keep_until.year for row in services.retention.rows()] == [2031]
    services.retention.release(person_id)
    services.retention.release(person_id)
    assert services.retention.rows() == []
    services.history.undo()
    assert [row.keep_until.year for row in services.retention.rows()] == [2031]


def test_only_what_is_there_has_a_date(services: Services) -> None:
    with pytest.raises(NotFoundError):
        services.retention.keep_until("Person", uuid4(), date(2026, 3, 9))
