import os
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carfacilitator.document.blocks import Anchor, Block, Document, FileComment, Revision, RevisionKind, Span
from carfacilitator.document.changes import Change, changes
from carfacilitator.document.combining import Combination, accepting, combine, decided
from carfacilitator.document.flat import Flat
from carfacilitator.document.items import ItemKind
from carfacilitator.document.settled import new_changes
from carfacilitator.word.reader import read
from tests.bench.bench_combining import found
from tests.planted import REVIEWERS, Review
from tests.planted_files import as_word

SENTENCE = "The tenant moved in March and the repairs were done in April by the council."


def a_document(*texts: str) -> Document:
    return Document(tuple(Block(f"b{number}", spans=(Span(text),)) for number, text in enumerate(texts)))


def test_nothing_is_applied_without_a_choice() -> None:
    combination = combine(a_document(SENTENCE), [a_document(SENTENCE.replace("March", "May"))])
    assert decided(combination, {}) == SENTENCE + "\n"


def test_an_own_wording_can_be_written_for_any_item() -> None:
    sent = a_document(SENTENCE)
    combination = combine(sent, [a_document(SENTENCE.replace("March", month)) for month in ("May", "June")])
    (item,) = combination.items
    assert item.kind is ItemKind.CONFLICT
    assert decided(combination, {item.id: "spring"}) == SENTENCE.replace("March", "spring") + "\n"


def test_what_was_done_with_tracking_off_is_asked_first() -> None:
    change = Revision(RevisionKind.INSERT, "Fiona", "2026-03-12T10:00:00")
    returned = Document(
        (Block("b0", spans=(Span("So: ", revisions=(change,)), Span(SENTENCE.replace("council", "landlord")))),)
    )
    combination = combine(a_document(SENTENCE), [returned])
    assert [item.silent for item in combination.items] == [False, True]
    assert [item.silent for item in combination.for_reading()] == [True, False]


def test_what_one_moved_as_a_block_and_another_by_parts_keeps_each_order() -> None:
    texts = [" ".join(f"{word}{number}" for number in range(40)) for word in ("alpha", "bravo", "charlie", "delta")]
    block, parts = ([texts[place] for place in order] for order in ((1, 2, 0, 3), (1, 3, 2, 0)))
    returned = [a_document(*block[:3], f"new {block[3]}"), a_document(*parts)]
    combination = combine(a_document(*texts), returned)
    for number, document in enumerate(returned):
        assert decided(combination, accepting(combination, number), number) == Flat(document.texts()).text


def test_planted_reviews_are_found_and_each_can_be_accepted_alone() -> None:
    review = Review(5, words=1_500)
    review.plant()
    made = review.sent(), *(review.returned(number) for number in range(len(REVIEWERS)))
    sent, *returned = [read(as_word(document)) for document in made]
    combination = combine(sent, returned)
    for number, document in enumerate(returned):
        assert (
            decided(combination, accepting(combination, number), number).split() == "\n".join(document.texts()).split()
        )
    assert [planting for planting in review.planted if planting.kind not in found(combination, planting)] == []


WORDS = "the tenant moved in March and repairs were done by council twice in all of it".split()  # noqa: SIM905  prose
paragraph = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
drafts = st.lists(paragraph, min_size=1, max_size=5)
SILENT, PUT, CUT = range(3)


@st.composite
def reviews(draw: st.DrawFn) -> tuple[Document, list[Document]]:
    """Draw a draft and what two or three reviewers made of it: paragraphs kept, reworded, cut, put in and shuffled."""
    texts = draw(drafts)
    returned = []
    for number in range(draw(st.integers(2, 3))):
        change = (f"R{number}", f"2026-03-12T10:0{number}:00")
        order = draw(st.permutations(list(range(len(texts)))) | st.just(list(range(len(texts)))))
        blocks = []
        for place in order:
            words = texts[place].split(" ")
            spans = [Span(" ".join(words))]
            if draw(st.integers(0, 1)):
                at = draw(st.integers(0, len(words)))
                until = draw(st.integers(at, len(words)))
                kind = draw(st.sampled_from((SILENT, PUT, CUT)))
                spans = _changed(words, at, until, kind, change)
            blocks.append(Block(f"b{place}", spans=tuple(spans)))
        returned.append(Document(tuple(blocks)))
    return a_document(*texts), returned


def _changed(words: list[str], at: int, until: int, kind: int, change: tuple[str, str]) -> list[Span]:
    before, middle, after = " ".join(words[:at]), " ".join(words[at:until]), " ".join(words[until:])
    if kind == SILENT:
        return [Span(before + "new" + after)]
    if kind == PUT:
        return [
            Span(before),
            Span(" put in ", revisions=(Revision(RevisionKind.INSERT, *change),)),
            Span(middle + after),
        ]
    return [Span(before), Span(middle, revisions=(Revision(RevisionKind.DELETE, *change),)), Span(after)]


@settings(max_examples=80, deadline=None)
@given(reviews())
def test_accepting_one_reviewer_alone_gives_his_text_and_rejecting_all_the_one_that_was_sent(
    case: tuple[Document, list[Document]],
) -> None:
    sent, returned = case
    combination = combine(sent, returned)
    assert decided(combination, {}) == Flat(sent.texts()).text
    for number, document in enumerate(returned):
        assert decided(combination, accepting(combination, number), number) == Flat(document.texts()).text


ANN, BOB = ("Ann", "2026-03-01T09:00:00"), ("Bob", "2026-03-12T10:00:00")
KEPT, ACCEPTED, REJECTED = range(3)
word = st.sampled_from(WORDS)


@st.composite
def reworked(draw: st.DrawFn) -> tuple[Document, Document]:
    """Draw a draft with Ann's tracked changes and remark, and Bob's file: her changes settled or not, and his own."""
    sent, returned = [], []
    for number in range(draw(st.integers(1, 4))):
        before, after = [], []
        for _ in range(draw(st.integers(0, 5))):
            text = draw(word) + " "
            kind = draw(st.sampled_from((None, None, RevisionKind.INSERT, RevisionKind.DELETE)))
            hers = (Revision(kind, *ANN),) if kind else ()
            before.append(Span(text, revisions=hers))
            after += _reworked(before[-1], draw(st.integers(KEPT, REJECTED)), draw(st.integers(0, 4)), draw(word))
        mark = draw(st.sampled_from((None, None, None, True, False)))
        ends = (Revision(RevisionKind.PARAGRAPH_MARK, *BOB, arrives=mark),) if mark is not None else ()
        sent.append(Block(f"b{number}", spans=tuple(before)))
        returned.append(Block(f"b{number}", spans=tuple(after), revisions=ends))
    old = FileComment("1", "Is this right?", *ANN[:1], date=ANN[1], anchor=Anchor(0, 0, 0, 0))
    new = FileComment("1", draw(word), *BOB[:1], date=BOB[1], anchor=Anchor(0, 0, 0, 0))
    kept = replace(old, id="2", date=draw(st.sampled_from((ANN[1], ANN[1][:16], ""))))
    return Document(tuple(sent), (old,)), Document(tuple(returned), (new, kept))


def _reworked(span: Span, fate: int, deed: int, other: str) -> list[Span]:
    """Return a span as it comes back: Ann's change on it kept, accepted or rejected, and what Bob did there."""
    (hers,) = span.revisions or (None,)
    goes = hers is not None and fate == (REJECTED if hers.kind is RevisionKind.INSERT else ACCEPTED)
    spans = [] if goes else [span if fate == KEPT else replace(span, revisions=())]
    if deed == 1:
        spans.append(Span(f"{other}! ", revisions=(Revision(RevisionKind.INSERT, *BOB),)))
    elif deed == 2:  # silently
        spans.append(Span(f"{other}? "))
    elif deed == 3 and spans:
        spans = [replace(one, revisions=(*one.revisions, Revision(RevisionKind.DELETE, *BOB))) for one in spans]
    return spans


@settings(max_examples=150, deadline=None)
@given(reworked())
def test_what_was_tracked_before_and_since_is_told_apart_and_the_text_rebuilt(case: tuple[Document, Document]) -> None:
    sent, returned = case
    combination = combine(sent, [returned])
    assert decided(combination, {}) == Flat(sent.texts()).text
    assert decided(combination, accepting(combination, 0), 0) == as_accepted(returned, combination)
    new = new_changes(returned, combination.strokes[0].tally)
    assert [change for change in changes(returned) if change.author == BOB[0]] == list(new)
    assert [remark.comment.author for remark in combination.remarks] == [BOB[0]]


@pytest.mark.outside
def test_real_drafts_become_one_another_and_nothing_old_is_new() -> None:
    folder = os.environ.get("CARFACILITATOR_DRAFTS")
    if not folder:
        pytest.skip("no drafts beside the checkout")
    files = sorted(Path(folder).glob("*.docx"))
    pairs = [both for both in pairwise(files) if both[0].name.partition("__")[0] == both[1].name.partition("__")[0]]
    assert pairs
    for both in pairs if os.environ.get("CARFACILITATOR_EVERY") else pairs[::6]:
        sent, returned = (read(file.read_bytes()) for file in both)
        combination = combine(sent, [returned])
        assert decided(combination, accepting(combination, 0), 0) == as_accepted(returned, combination)
        before = {known_by(change) for change in changes(sent)}
        new = new_changes(returned, combination.strokes[0].tally)
        assert [change for change in changes(returned) if known_by(change) not in before] == list(new)
        assert len({remark.comment.id for remark in combination.remarks}) == len(combination.remarks)


def known_by(change: Change) -> tuple[str, str, str]:
    """Return what tells a change; LibreOffice makes moves of what was cut here and put in there."""
    same = {RevisionKind.MOVE_TO: RevisionKind.INSERT, RevisionKind.MOVE_FROM: RevisionKind.DELETE}
    return same.get(change.kind, change.kind), change.author, change.date


def as_accepted(returned: Document, combination: Combination) -> str:
    """Return the final text, without the ends of paragraphs that the reviewer has marked as deleted."""
    ends = (RevisionKind.PARAGRAPH_MARK, RevisionKind.ROW)
    new = combination.strokes[0].tally.new
    joined = {leaf for leaf, _, change in new if change.kind in ends and not change.arrives}
    return "".join(text + ("" if leaf in joined else "\n") for leaf, text in enumerate(returned.texts()))
