from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Block, Document, Source, Span
from carfacilitator.document.records import to_record
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.groups import Group
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Person
from carfacilitator.model.schema import METADATA
from carfacilitator.model.texts import PASSAGES, packed, unpacked

ARRIVED = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def a_case_study() -> CaseStudy:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    return CaseStudy(group=group, author=Person(name="Ailsa Reid"), title="Keeping a tenancy after the flood")


def a_record(*paragraphs: str) -> dict[str, object]:
    blocks = [
        Block(f"p{place}", spans=(Span(words),), source=Source("word/document.xml", place))
        for place, words in enumerate(paragraphs)
    ]
    return to_record(Document(tuple(blocks)))


def a_draft(session: Session, study: CaseStudy, number: int, *paragraphs: str) -> Draft:
    file = StoredFile(sha256=f"{study.id}{number}", size=1, content=b"x")
    draft = Draft(case_study=study, file=file, number=number, received_at=ARRIVED)
    draft.keep_text(session, a_record(*paragraphs))
    session.add(draft)
    session.commit()
    return draft


def kept(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(PASSAGES)) or 0


def test_what_was_read_from_a_draft_is_told_as_it_was(session: Session) -> None:
    draft = a_draft(session, a_case_study(), 1, "It rained.", "It stopped.")
    assert draft.document == a_record("It rained.", "It stopped.")


def test_what_drafts_of_a_case_study_share_is_kept_once_wherever_it_stands(session: Session) -> None:
    study = a_case_study()
    a_draft(session, study, 1, "It rained.", "It stopped.")
    second = a_draft(session, study, 2, "New.", "It rained.", "It stopped.", "It rained.")
    assert kept(session) == 3
    assert second.document == a_record("New.", "It rained.", "It stopped.", "It rained.")


def test_case_studies_share_nothing_so_that_each_can_be_erased_alone(session: Session) -> None:
    a_draft(session, a_case_study(), 1, "It rained.")
    a_draft(session, a_case_study(), 1, "It rained.")
    assert kept(session) == 2


def test_the_text_is_read_while_the_session_is_open(session: Session) -> None:
    draft = a_draft(session, a_case_study(), 1, "It rained.")
    session.expunge(draft)
    with pytest.raises(LookupError):
        _ = draft.document


def test_a_packed_value_is_small_and_comes_back() -> None:
    value = {"spans": [{"text": "It was the best of times in the village and for the people who live there."}]}
    assert unpacked(packed(value)) == value
    assert len(packed(value)) < 75
