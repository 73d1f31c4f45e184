from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carfacilitator.document.blocks import Anchor, Block, Document, Revision, RevisionKind, Span
from carfacilitator.document.flat import Flat
from carfacilitator.document.offers import Answer, Offers
from carfacilitator.document.strokes import How, Stroke, strokes_of

CAME = Revision(RevisionKind.INSERT, "Isla", "2026-03-11T10:05:00Z")
WENT = Revision(RevisionKind.DELETE, "Isla", "2026-03-11T10:05:00Z")
THEY_PUT = Revision(RevisionKind.INSERT, "Alan", "2026-03-20T09:00:00Z")
THEY_CUT = Revision(RevisionKind.DELETE, "Alan", "2026-03-20T09:00:00Z")


def paragraph(*spans: Span, ends: Sequence[Revision] = (), name: str = "b0") -> Document:
    return Document((Block(name, spans=spans, revisions=tuple(ends)),))


def came(words: str) -> Span:
    return Span(words, revisions=(CAME,))


def went(words: str) -> Span:
    return Span(words, revisions=(WENT,))


def is_ours(change: Revision) -> bool:
    return change.author == "Isla"


def done(sent: Document, returned: Document, *, redline: bool = False) -> tuple[str, list[Stroke], list[Answer]]:
    """Return what the reviewer's text comes to without our changes, by which strokes, and what he answered."""
    offers = Offers(sent, is_ours, done=redline)
    answered = offers.answered(strokes_of(sent, returned))
    text = written(Flat(offers.base.texts()).text, answered.strokes)
    return text, answered.strokes, [answer for _, answer in answered.answers]


def written(text: str, strokes: Sequence[Stroke]) -> str:
    parts, at = [], 0
    for stroke in strokes:
        parts += [text[at : stroke.start], stroke.text]
        at = stroke.end
    return "".join([*parts, text[at:]])


SENT = paragraph(Span("We wore "), went("wet"), came("damp"), Span(" shoes all day."))


def test_the_text_without_what_we_propose_is_the_draft() -> None:
    assert Offers(SENT, is_ours, done=False).base.texts() == ("We wore wet shoes all day.",)
    assert Offers(SENT, is_ours, done=True).base.texts() == ("We wore damp shoes all day.",)


def test_what_was_left_alone_is_no_answer() -> None:
    assert done(SENT, SENT) == ("We wore wet shoes all day.\n", [], [Answer.OPEN, Answer.OPEN])


def test_what_was_accepted_is_the_reviewers_wish_and_no_silent_edit() -> None:
    text, (stroke,), answers = done(SENT, paragraph(Span("We wore damp shoes all day.")))
    assert (text, stroke.how) == ("We wore damp shoes all day.\n", How.TRACKED)
    assert answers == [Answer.ACCEPTED, Answer.ACCEPTED]


def test_what_was_declined_changes_nothing() -> None:
    text, strokes, answers = done(SENT, paragraph(Span("We wore wet shoes all day.")))
    assert (text, strokes, answers) == ("We wore wet shoes all day.\n", [], [Answer.DECLINED, Answer.DECLINED])


def test_what_was_declined_by_deleting_our_words_changes_nothing_either() -> None:
    cut = Span("damp", revisions=(CAME, THEY_CUT))
    text, strokes, answers = done(SENT, paragraph(Span("We wore "), went("wet"), cut, Span(" shoes all day.")))
    assert (text, strokes, answers) == ("We wore wet shoes all day.\n", [], [Answer.OPEN, Answer.DECLINED])


def test_our_words_can_be_altered() -> None:
    returned = paragraph(
        Span("We wore "), came("da"), Span("nkish, da", revisions=(THEY_PUT,)), came("mp"), Span(" shoes all day.")
    )
    _, (stroke,), answers = done(paragraph(Span("We wore "), came("damp"), Span(" shoes all day.")), returned)
    assert (stroke.text, stroke.how) == ("dankish, damp", How.TRACKED)
    assert answers == [Answer.CHANGED]


def test_an_edit_of_the_reviewers_own_stands_where_it_does_in_the_draft() -> None:
    returned = paragraph(Span("We wore "), went("wet"), came("damp"), Span(" boots all day."))
    text, (stroke,), answers = done(SENT, returned)
    assert (text, stroke.how, stroke.text) == ("We wore wet boots all day.\n", How.SILENT, "boots")
    assert answers == [Answer.OPEN, Answer.OPEN]


def test_a_silent_edit_beside_what_was_accepted_is_told_as_one() -> None:
    text, (stroke,), _ = done(SENT, paragraph(Span("We wore damp boots all day.")))
    assert (text, stroke.how) == ("We wore damp boots all day.\n", How.SILENT)


def test_in_a_redline_what_was_accepted_is_nothing_and_what_was_rejected_is_a_wish() -> None:
    text, strokes, _ = done(SENT, paragraph(Span("We wore damp shoes all day.")), redline=True)
    assert (text, strokes) == ("We wore damp shoes all day.\n", [])
    text, (stroke,), _ = done(SENT, paragraph(Span("We wore wet shoes all day.")), redline=True)
    assert (text, stroke.how) == ("We wore wet shoes all day.\n", How.EARLIER)


def test_a_paragraph_that_a_redline_shows_as_cut_can_be_wished_back() -> None:
    mark = Revision(RevisionKind.PARAGRAPH_MARK, "Isla", "2026-03-11T10:05:00Z", arrives=False)
    cut = Block("b1", spans=(went("Nobody was hurt."),), revisions=(mark,))
    first, last = Block("b0", spans=(Span("It rained."),)), Block("b2", spans=(Span("We left."),))
    sent = Document((first, cut, last))
    back = Document((first, Block("b1", spans=(Span("Nobody was hurt."),)), last))
    assert Offers(sent, is_ours, done=True).base.texts() == ("It rained.", "We left.")
    assert done(sent, sent, redline=True)[:2] == ("It rained.\nWe left.\n", [])
    assert done(sent, Document((first, last)), redline=True)[:2] == ("It rained.\nWe left.\n", [])
    assert done(sent, back, redline=True)[0] == "It rained.\nNobody was hurt.\nWe left.\n"


def test_a_passage_of_the_file_that_was_sent_is_found_in_the_draft() -> None:
    offers = Offers(SENT, is_ours, done=False)
    assert offers.anchor(Anchor(0, 13, 0, 18)) == Anchor(0, 12, 0, 17)
    assert offers.anchor(Anchor(0, 8, 0, 12)) == Anchor(0, 11, 0, 11)  # our words stand behind those they replace


def test_a_file_without_changes_of_ours_is_its_own_base() -> None:
    plain = paragraph(Span("We wore wet shoes."))
    assert Offers(plain, is_ours, done=False).base is plain


WORDS = "the tenant moved in March and repairs were done by council twice in all of it".split()  # noqa: SIM905  prose
KEPT, CAME_IN, WENT_OUT = range(3)
ACCEPTED, DECLINED, OPEN, SILENT, PUT, CUT = range(6)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Document, Document, str]:
    """Draw a paragraph with changes of ours, what somebody made of it, and how the draft reads for him."""
    sent: list[Span] = []
    returned: list[Span] = []
    expected: list[str] = []
    for number, word in enumerate(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))):
        text = f"{word}{number} "
        kind = draw(st.sampled_from([KEPT, KEPT, CAME_IN, WENT_OUT]))
        if kind == KEPT:
            text = f"so {number} it was with {text}in those {number} days "
        sent.append({KEPT: Span(text), CAME_IN: came(text), WENT_OUT: went(text)}[kind])
        if kind == KEPT:
            answer = draw(st.sampled_from([OPEN, OPEN, SILENT, PUT, CUT]))
            after = {
                OPEN: [sent[-1]],
                SILENT: [Span(text.replace(word, "otherwise"))],
                PUT: [Span(text[:5]), Span("besides ", revisions=(THEY_PUT,)), Span(text[5:])],
                CUT: [Span(text[:5]), Span(text[5:9], revisions=(THEY_CUT,)), Span(text[9:])],
            }[answer]
            returned += after
            expected += [span.text for span in after if THEY_CUT not in span.revisions]
            continue
        answer = draw(st.sampled_from([ACCEPTED, DECLINED, OPEN]))
        stands = (kind == CAME_IN) is (answer == ACCEPTED)
        if answer == OPEN:
            returned.append(sent[-1])
        elif stands:
            returned.append(Span(text))
        if stands if answer != OPEN else kind == WENT_OUT:
            expected.append(text)
    first, last = Span("On the day when it rained at last "), Span("and that was all that anybody heard of it")
    text = f"{first.text}{''.join(expected)}{last.text}\n"
    return paragraph(first, *sent, last), paragraph(first, *returned, last), text


@settings(max_examples=300, deadline=None)
@given(answered())
def test_whatever_is_answered_the_draft_reads_as_the_reviewer_wants_it(case: tuple[Document, Document, str]) -> None:
    sent, returned, expected = case
    assert done(sent, returned)[0] == expected


@pytest.mark.parametrize("redline", [True, False])
@settings(max_examples=100, deadline=None)
@given(answered())
def test_an_untouched_file_says_nothing(redline: bool, case: tuple[Document, Document, str]) -> None:  # noqa: FBT001  parametrize passes it
    assert done(case[0], case[0], redline=redline)[1] == []
