from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.settled import Outcome, new_changes, outcomes
from carfacilitator.document.strokes import strokes_of

SENTENCE = "The tenant moved in March and the repairs were done in April by the council. "
EARLY = "Ailsa Reid", "2026-03-01T09:00:00"
LATE = "Fiona Grant", "2026-03-12T10:00:00"
PUT, CUT = Revision(RevisionKind.INSERT, *EARLY), Revision(RevisionKind.DELETE, *EARLY)


def a_document(*spans: Span, revisions: tuple[Revision, ...] = ()) -> Document:
    return Document(
        (Block("b0", spans=(Span(SENTENCE), *spans), revisions=revisions), Block("b1", spans=(Span("Last"),)))
    )


def test_of_every_earlier_change_it_is_known_what_became_of_it() -> None:
    sent = a_document(
        Span("first ", revisions=(PUT,)), Span("second ", revisions=(CUT,)), Span("third", revisions=(PUT,))
    )
    returned = a_document(Span("first "), Span("second "), Span("third", revisions=(PUT,)))
    told = [outcome for _, outcome in outcomes(sent, strokes_of(sent, returned).tally)]
    assert told == [Outcome.ACCEPTED, Outcome.REJECTED, Outcome.TRACKED]


def test_words_that_are_gone_were_rejected_if_they_had_been_put_in_and_accepted_if_cut() -> None:
    sent = a_document(Span("first ", revisions=(PUT,)), Span("and"), Span(" second", revisions=(CUT,)))
    told = [outcome for _, outcome in outcomes(sent, strokes_of(sent, a_document(Span("and"))).tally)]
    assert told == [Outcome.REJECTED, Outcome.ACCEPTED]


def test_only_what_came_since_is_new() -> None:
    sent = a_document(Span("first ", revisions=(PUT,)))
    late = Revision(RevisionKind.INSERT, *LATE)
    returned = a_document(Span("first ", revisions=(PUT,)), Span("second", revisions=(late,)))
    (new,) = new_changes(returned, strokes_of(sent, returned).tally)
    assert (new.text, new.author) == ("second", "Fiona Grant")


def test_changes_of_format_and_of_a_paragraphs_end_are_new_once() -> None:
    late = (Revision(RevisionKind.FORMAT, *LATE), Revision(RevisionKind.PARAGRAPH_MARK, *LATE, arrives=False))
    sent, returned = a_document(), a_document(revisions=late)
    tally = strokes_of(sent, returned).tally
    assert [change.kind for change in new_changes(returned, tally)] == ["format", "paragraph_mark"]
    assert new_changes(returned, strokes_of(returned, returned).tally) == ()
