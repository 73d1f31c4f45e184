from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.terms import Audience, Stage
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_group, a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_a_case_study_begins_at_its_topic_for_the_facilitator_only(services: Services) -> None:
    study_id = a_case_study(services, "  Keeping a tenancy ", question="What helped?")
    study = services.case_studies.open(study_id)
    assert (study.title, study.question, study.author, study.group) == (
        "Keeping a tenancy",
        "What helped?",
        "Ailsa Reid",
        "Group A",
    )
    assert (study.stage, study.stage_number, study.audience) == (Stage.TOPIC, 1, Audience.FACILITATOR)


def test_a_case_study_needs_a_title(services: Services) -> None:
    with pytest.raises(KnownError, match="title of a case study"):
        a_case_study(services, "  ")
    study_id = a_case_study(services)
    with pytest.raises(KnownError, match="title of a case study"):
        services.case_studies.amend(study_id, title="")


def test_choice_and_reason_stand_at_their_stage_and_either_can_be_altered_alone(services: Services) -> None:
    study_id = a_case_study(services, stage=Stage.COLLECTION)
    services.case_studies.justify(study_id, Stage.TOPIC, choice="Two streets", text="The next flood will come.")
    services.case_studies.justify(study_id, Stage.TOPIC, text="There will be another flood.")
    topic, collection, storage, *_ = services.case_studies.open(study_id).stages
    assert (topic.choice, topic.justification) == ("Two streets", "There will be another flood.")
    assert (collection.number, collection.reached, collection.justification) == (2, True, "")
    assert not storage.reached


def test_case_studies_stand_by_title_and_are_found_by_author_and_group(services: Services) -> None:
    tenancy = a_case_study(services, "Keeping a tenancy", "Ailsa Reid")
    bus = a_case_study(services, "Élan: the bus", "Jean Lockhart")
    assert [row.id for row in services.case_studies.rows()] == [bus, tenancy]
    assert [row.id for row in services.case_studies.rows("lockhart elan")] == [bus]
    assert services.case_studies.rows(group_id=a_group(services, "Group B")) == []
    row = services.case_studies.rows("tenancy")[0]
    assert (row.drafts, row.latest, row.open_comments) == (0, None, 0)


def test_whose_case_study_it_is_can_be_put_right(services: Services) -> None:
    study_id = a_case_study(services)
    tom, group = a_person(services, "Tom Baird"), a_group(services, "Group B")
    services.case_studies.give_to(study_id, author_id=tom, group_id=group)
    study = services.case_studies.open(study_id)
    assert (study.author, study.group) == ("Tom Baird", "Group B")


def test_a_removed_case_study_is_gone_until_undo_brings_it_back(services: Services) -> None:
    study_id = a_case_study(services)
    services.case_studies.remove(study_id)
    assert services.case_studies.rows() == []
    with pytest.raises(NotFoundError):
        services.case_studies.open(study_id)
    assert services.history.undo() == "removed a case study"
    assert [row.id for row in services.case_studies.rows()] == [study_id]


def test_undo_takes_a_justification_back(services: Services) -> None:
    study_id = a_case_study(services)
    services.case_studies.justify(study_id, Stage.TOPIC, text="First")
    services.case_studies.justify(study_id, Stage.TOPIC, text="Second")
    services.history.undo()
    assert services.case_studies.open(study_id).stages[0].justification == "First"
    services.history.undo()
    assert services.case_studies.open(study_id).stages[0].justification == ""
    services.case_studies.justify(study_id, Stage.TOPIC, text="Third")
    assert services.case_studies.open(study_id).stages[0].justification == "Third"
