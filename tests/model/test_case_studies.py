from datetime import UTC, datetime

from sqlalchemy import inspect

from carfacilitator.model.case_studies import CaseStudy, Draft, Justification, StoredFile
from carfacilitator.model.groups import Group
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Stage


def a_case_study() -> CaseStudy:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    return CaseStudy(group=group, author=Person(name="Ailsa Reid"), title="Keeping a tenancy after the flood")


def test_a_case_study_begins_with_its_topic() -> None:
    assert a_case_study().stage is Stage.TOPIC


def test_a_justification_is_of_one_stage() -> None:
    assert Justification(case_study=a_case_study(), stage=Stage.COLLECTION, text="Minutes exist.").stage.value


def test_the_heavy_parts_of_a_draft_wait_until_they_are_asked_for() -> None:
    assert all(inspect(Draft).attrs[name].deferred for name in ("frame", "passages", "lineage"))
    assert inspect(StoredFile).attrs["content"].deferred


def test_a_draft_names_where_it_came_from() -> None:
    file = StoredFile(sha256="00", size=1, content=b"x")
    arrived = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)
    draft = Draft(case_study=a_case_study(), file=file, number=4, received_at=arrived, arrived_by="email")
    assert (draft.number, draft.arrived_by, draft.lineage) == (4, "email", [])
