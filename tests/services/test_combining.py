from pathlib import Path

import pytest

from carfacilitator import paths
from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.combining import combine
from carfacilitator.errors import KnownError, UnreadableFileError
from carfacilitator.services.combining import IdentifiedBy, author_names, combine_files, identified, report_of

SENTENCE = "The tenant moved in March and the repairs were done in April by the council, who paid for all of it."
FIONA = "Fiona Grant", "2026-03-12T10:00:00"


def a_document(*spans: Span, properties: dict[str, str] | None = None) -> Document:
    return Document((Block("b0", spans=spans or (Span(SENTENCE),)),), properties=properties or {})


@pytest.fixture
def draft() -> Path:
    return paths.resource("sample") / "keeping-a-tenancy-draft-3.docx"


def test_a_pack_is_known_by_its_code_and_else_by_its_text() -> None:
    sent = a_document(properties={"code": "CAR-7", "identity": "x"})
    rewritten = a_document(Span("Nothing of it is left."), properties={"code": "CAR-7", "identity": "x"})
    assert identified(sent, rewritten) is IdentifiedBy.IDENTITY
    assert identified(sent, a_document()) is IdentifiedBy.TEXT
    assert identified(sent, a_document(Span("Quite another story about other people elsewhere."))) is None


def test_the_names_on_what_is_new_are_told() -> None:
    returned = a_document(Span(SENTENCE), Span(" Yes.", revisions=(Revision(RevisionKind.INSERT, *FIONA),)))
    assert author_names(combine(a_document(), [returned]), 0, returned) == ("Fiona Grant",)


def test_what_is_no_proposal_is_told_in_a_sentence() -> None:
    returned = a_document(Span(SENTENCE, revisions=(Revision(RevisionKind.FORMAT, *FIONA),)))
    (finding,) = report_of(a_document(), [returned], combine(a_document(), [returned]))
    assert finding.sentence == "1 change of formatting was made; it is not among the proposed edits."


def test_a_file_that_came_back_as_it_was_proposes_nothing(draft: Path) -> None:
    combined = combine_files(draft, [draft, draft])
    assert [reviewer.file for reviewer in combined.reviewers] == [draft.name, draft.name]
    assert combined.combination.items == ()
    assert combined.combination.remarks == ()


def test_another_text_is_refused_by_name(draft: Path) -> None:
    with pytest.raises(KnownError, match="not a version of"):
        combine_files(draft, [draft.with_name("the-bus-that-isnt-there-draft-2.docx")])


def test_a_damaged_file_is_told(draft: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.docx"
    damaged.write_bytes(draft.read_bytes()[:2000])
    with pytest.raises(UnreadableFileError):
        combine_files(draft, [damaged])
