from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span, Story
from carfacilitator.word.outcomes import outcome
from carfacilitator.word.settling import Verdict

CAME, WENT = Revision(RevisionKind.INSERT, "Ann"), Revision(RevisionKind.DELETE, "Ben")
DOCUMENT = Document(
    (
        Block("p0", spans=(Span("a"), Span("b", revisions=(CAME,)), Span("c", revisions=(CAME, WENT)))),
        Block("h0", spans=(Span("head"),), story=Story.HEADER),
    )
)


def test_what_stays_a_change_stands_in_the_text() -> None:
    assert outcome(DOCUMENT, {}) == {Story.BODY: "abc", Story.HEADER: "head"}


def test_words_that_came_and_went_need_both_decisions_to_stay() -> None:
    found = {
        (came, went): outcome(DOCUMENT, {"c0": came, "c1": went})[Story.BODY] for came in Verdict for went in Verdict
    }
    assert found == {
        (Verdict.ACCEPT, Verdict.ACCEPT): "ab",
        (Verdict.ACCEPT, Verdict.REJECT): "abc",
        (Verdict.REJECT, Verdict.ACCEPT): "a",
        (Verdict.REJECT, Verdict.REJECT): "a",
    }


def test_all_others_are_decided_at_once() -> None:
    assert outcome(DOCUMENT, {"c1": Verdict.REJECT}, Verdict.ACCEPT)[Story.BODY] == "abc"
