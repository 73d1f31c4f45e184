from datetime import datetime

from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.offers import Answer, Answered
from carfacilitator.document.own_changes import Piece
from carfacilitator.services.sent_packs import Marks, answers_told, offers_of

MADE = datetime(2026, 6, 10, 13, 0)  # noqa: DTZ001  a wall clock's time, as Word keeps it
OURS = Revision(RevisionKind.INSERT, "Isla Munro", "2026-06-10T13:00:00Z")
THEIRS = Revision(RevisionKind.INSERT, "Isla Munro", "2026-05-01T09:00:00Z")
SENT = Document(
    (Block("b0", spans=(Span("We "), Span("really ", revisions=(OURS,)), Span("never ", revisions=(THEIRS,)))),)
)


def test_only_what_was_marked_when_the_pack_was_made_is_ours() -> None:
    assert offers_of(Marks(MADE), SENT).base.texts() == ("We never ",)


def test_a_redline_is_the_draft_as_it_stands() -> None:
    assert offers_of(Marks(MADE, redline=True), SENT).base is SENT


def test_in_a_pack_without_changes_of_ours_nothing_is() -> None:
    assert offers_of(Marks(), SENT).base is SENT


def test_what_was_answered_is_said_in_a_sentence_in_which_words_for_words_count_once() -> None:
    def piece(start: int, end: int) -> Piece:
        return Piece(start, end, start, "", "", "x", 0, 0, OURS)

    answers = [
        (piece(3, 3), Answer.ACCEPTED),
        (piece(3, 9), Answer.ACCEPTED),
        (piece(20, 24), Answer.DECLINED),
        (piece(30, 30), Answer.ACCEPTED),
        (piece(30, 33), Answer.OPEN),
    ]
    (told,) = answers_told(Answered([], answers))
    assert (told.kind, told.count) == ("answered", 3)
    assert told.sentence == "Of 3 changes that the pack showed: 1 accepted, 1 declined, 1 altered."
    assert list(answers_told(Answered([], []))) == []
