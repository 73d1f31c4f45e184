from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.model.case_studies import Draft
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.services import handover_scope
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_group, a_member, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_other_groups_stay_and_the_partnerships_gatekeepers_come(services: Services) -> None:
    group_id = a_group(services)
    a_member(services, group_id)
    a_member(services, a_group(services, "Group B"), "Euan Baird")
    a_gatekeeper(services)
    a_draft(services, a_case_study(services, "A study", "Morag Innes"), a_file("Why"))
    with services.database.reading() as session:
        scope = handover_scope.of_group(session, group_id, with_private=False)
    assert {kind: len(scope.keys[kind]) for kind in (Group, Person, Gatekeeper, Draft)} == {
        Group: 1,
        Person: 2,
        Gatekeeper: 1,
        Draft: 1,
    }


def test_back_stage_words_stay_but_for_how_to_reach_somebody(services: Services) -> None:
    group_id = a_group(services)
    with services.database.reading() as session:
        scope = handover_scope.of_group(session, group_id, with_private=False)
        everything = handover_scope.of_group(session, group_id, with_private=True)
    assert scope.columns_left_out(Person) == {"notes"}
    assert not everything.columns_left_out(Person)
