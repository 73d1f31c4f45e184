from dataclasses import replace
from datetime import UTC, datetime

import pytest

from carfacilitator.document.blocks import Anchor, Block, Document, FileComment, Revision, RevisionKind, Span
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.patch_check import check_patch
from carfacilitator.word.patches import Answer, Patch
from carfacilitator.word.proof import ProofError
from carfacilitator.word.suggestions import Suggestion

MADE = datetime(2026, 3, 11, 10, 5, tzinfo=UTC)
EARLIER = FileComment("1", "Who?", "Ann", "A", "2026-03-01T10:00:00Z")
BEFORE = Document((Block("p0", spans=(Span("We listened."),)),), comments=(EARLIER,))
YES = FileComment("2", "Yes.", "Isla", parent="1")
PATCH = Patch(
    answers=(Answer("1", NewComment(text="Yes.", author="Isla", made=MADE)),),
    resolved={"1": True},
    suggestions=(Suggestion(anchor=Anchor(0, 12, 0, 12), paragraphs=(" Twice.",), author="Isla", when=MADE),),
    properties={"title": "T"},
)
COME = Span(" Twice.", revisions=(Revision(RevisionKind.INSERT, "Isla"),))
AFTER = Document(
    (Block("p0", spans=(Span("We listened."), COME)),),
    comments=(replace(EARLIER, resolved=True), YES),
    properties={"title": "T"},
)


def test_what_is_as_ordered_passes() -> None:
    check_patch(BEFORE, PATCH, AFTER)


@pytest.mark.parametrize(
    ("after", "what"),
    [
        (replace(AFTER, blocks=(Block("p0", spans=(Span("We heard."), COME)),)), "the text without the suggestions"),
        (replace(AFTER, blocks=BEFORE.blocks), "the text with the suggestions"),
        (replace(AFTER, comments=(YES,)), "an earlier comment"),
        (replace(AFTER, comments=AFTER.comments[:1]), "the number of comments"),
        (replace(AFTER, comments=(AFTER.comments[0], replace(YES, parent=""))), "the answer to a comment"),
        (replace(AFTER, comments=(EARLIER, YES)), "the state of a comment"),
        (replace(AFTER, properties={}), "a property"),
    ],
)
def test_what_differs_is_refused_and_named(after: Document, what: str) -> None:
    with pytest.raises(ProofError, match=what):
        check_patch(BEFORE, PATCH, after)
