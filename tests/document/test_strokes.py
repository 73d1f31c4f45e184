from hypothesis import given, settings
from hypothesis import strategies as st

from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.flat import Flat
from carfacilitator.document.settled import new_changes
from carfacilitator.document.strokes import Strokes, strokes_of

FIONA = "Fiona Grant", "2026-03-12T10:00:00"
PUT, CUT = Revision(RevisionKind.INSERT, *FIONA), Revision(RevisionKind.DELETE, *FIONA)
BEFORE = Revision(RevisionKind.INSERT, "Ailsa Reid", "2026-03-01T09:00:00")
GONE_BEFORE = Revision(RevisionKind.DELETE, "Ailsa Reid", "2026-03-01T09:00:00")
SENTENCE = "The tenant moved in March and the repairs were done in April by the council. "


def a_document(*paragraphs: tuple[Span, ...]) -> Document:
    return Document(tuple(Block(f"b{number}", spans=spans) for number, spans in enumerate(paragraphs)))


def told(strokes: Strokes) -> list[tuple[str, str]]:
    return [(stroke.text, str(stroke.how)) for stroke in strokes.strokes]


def applied(sent: Document, strokes: Strokes) -> str:
    base, texts, at = Flat(sent.texts()).text, [], 0
    for stroke in strokes.strokes:
        texts += [base[at : stroke.start], stroke.text]
        at = stroke.end
    return "".join([*texts, base[at:]])


def test_a_file_that_comes_back_as_it_went_has_no_strokes() -> None:
    sent = a_document((Span(SENTENCE), Span("and more", revisions=(BEFORE,))), (Span("Last."),))
    assert strokes_of(sent, sent).strokes == []


def test_tracked_and_silent_strokes_are_told_apart() -> None:
    sent = a_document((Span("About 38 % of the tenants were rehoused within a year of the flood."),))
    returned = a_document(
        (
            Span("About nearly 40 % of the "),
            Span("tenants", revisions=(CUT,)),
            Span("households", revisions=(PUT,)),
            Span(" were rehoused within a year of the flood."),
        )
    )
    strokes = strokes_of(sent, returned)
    assert told(strokes) == [("nearly 40", "silent"), ("households", "tracked")]
    assert strokes.strokes[1].by == CUT


def test_an_earlier_change_that_was_rejected_is_neither_tracked_nor_silent() -> None:
    sent = a_document((Span(SENTENCE), Span("New words. ", revisions=(BEFORE,)), Span(SENTENCE)))
    returned = a_document((Span(SENTENCE + SENTENCE),))
    assert told(strokes_of(sent, returned)) == [("", "earlier")]


def test_an_earlier_change_that_was_accepted_is_no_stroke() -> None:
    sent = a_document((Span(SENTENCE), Span("old words ", revisions=(GONE_BEFORE,)), Span("stay", revisions=(BEFORE,))))
    assert strokes_of(sent, a_document((Span(SENTENCE + "stay"),))).strokes == []


def test_an_earlier_deletion_that_was_rejected_puts_its_words_back() -> None:
    sent = a_document((Span(SENTENCE), Span("old words", revisions=(GONE_BEFORE,))))
    assert told(strokes_of(sent, a_document((Span(SENTENCE + "old words"),)))) == [("old words", "earlier")]


def test_a_change_whose_author_was_taken_away_is_the_one_of_before() -> None:
    sent = a_document((Span(SENTENCE), Span("new words", revisions=(BEFORE,))))
    nameless = Revision(RevisionKind.INSERT, "Author", "")
    returned = a_document((Span(SENTENCE), Span("new words", revisions=(nameless,))))
    strokes = strokes_of(sent, returned)
    assert strokes.strokes == []
    assert new_changes(returned, strokes.tally) == ()


def test_a_paragraph_that_was_moved_is_two_strokes_with_one_name() -> None:
    texts = [f"{SENTENCE} Number {number} of many paragraphs, each with its own words {number}." for number in range(8)]
    moved = [*texts[1:6], texts[0], *texts[6:]]
    sent = a_document(*((Span(text),) for text in texts))
    cut, put = strokes_of(sent, a_document(*((Span(text),) for text in moved))).strokes
    assert (cut.text, put.text) == ("", texts[0] + "\n")
    assert cut.move == put.move != ""


def test_every_place_of_the_returned_file_is_known() -> None:
    sent = a_document((Span("one two three"),), (Span("four"),))
    returned = a_document(
        (
            Span("one "),
            Span("and ", revisions=(PUT,)),
            Span("two three"),
        ),
        (Span("four"),),
    )
    stretches = strokes_of(sent, returned).stretches
    assert [(one.start, one.end, one.base, one.kept) for one in stretches if one.leaf == 0] == [
        (0, 4, 0, True),
        (4, 8, 4, False),
        (8, 17, 4, True),
        (17, 18, 13, True),
    ]


WORDS = "the tenant moved in March and repairs were done by council twice".split()  # noqa: SIM905  prose
words = st.lists(st.sampled_from(WORDS), max_size=9)
kept, put, cut = st.just(()), st.just((PUT,)), st.just((CUT,))
old_put, old_cut = st.just((BEFORE,)), st.just((GONE_BEFORE,))
spans = st.builds(lambda text, changes: Span(" ".join(text) + " ", revisions=changes), words, kept | put | cut)
sent_spans = st.builds(
    lambda text, changes: Span(" ".join(text) + " ", revisions=changes), words, kept | old_put | old_cut
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(sent_spans, max_size=4), min_size=1, max_size=5),
    st.lists(st.lists(spans | sent_spans, max_size=4), min_size=1, max_size=5),
)
def test_strokes_turn_what_was_sent_into_what_came_back(sent: list[list[Span]], returned: list[list[Span]]) -> None:
    before, after = a_document(*map(tuple, sent)), a_document(*map(tuple, returned))
    assert applied(before, strokes_of(before, after)) == Flat(after.texts()).text
