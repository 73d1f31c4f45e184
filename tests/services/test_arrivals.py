from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.document.blocks import Document, Finding
from carfacilitator.model.case_studies import CaseStudy
from carfacilitator.services import arrivals, records
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_file, a_workspace

WALKED = "I walked to the door of every house, and I wrote down what I heard there."
LETTER = "A letter is not contact, and nobody whom I asked could tell me what it said."


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def lineage(services: Services) -> list[str]:
    study_id = services.case_studies.rows()[0].id
    with services.database.reading() as session:
        draft = arrivals.newest(session, records.get(session, CaseStudy, study_id))
        assert draft is not None
        return draft.lineage


def test_a_paragraph_keeps_its_id_from_draft_to_draft(services: Services) -> None:
    study_id = a_case_study(services)
    services.drafts.receive_draft(study_id, a_file(WALKED, LETTER))
    walked, letter = lineage(services)
    services.drafts.receive_draft(study_id, a_file("A new beginning.", WALKED + " It took a week.", LETTER))
    services.drafts.receive_draft(study_id, a_file("A new beginning.", LETTER, WALKED + " It took two weeks."))
    assert lineage(services)[1:] == [letter, walked]


def test_what_could_not_be_read_is_said_at_arrival_and_kept(services: Services) -> None:
    report = (Finding("chart", 2, "Two charts are kept but not shown."),)
    received = services.drafts.receive_draft(
        a_case_study(services), OpenedFile("x.docx", b"x", Document(report=report))
    )
    assert received.report == report
    assert services.drafts.document(received.id).report == report


def test_bytes_are_kept_once_whoever_asks_for_them(services: Services) -> None:
    with services.database.transaction(None) as session:
        first = arrivals.keep(session, b"the same")
        session.add(first)
        session.flush()
        assert arrivals.keep(session, b"the same") is first
        assert arrivals.keep(session, b"others") is not first
