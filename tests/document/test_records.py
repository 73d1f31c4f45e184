import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.blocks import (
    Anchor,
    Block,
    BlockKind,
    Bookmark,
    Document,
    FileComment,
    Finding,
    Revision,
    RevisionKind,
    Source,
    Span,
    SpanKind,
    Story,
)
from carfacilitator.document.records import from_record, to_record

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.integers(0, 9999)
revisions = st.builds(Revision, st.sampled_from(RevisionKind), words, words, words, st.booleans())
spans = st.builds(
    Span,
    words,
    st.sampled_from(SpanKind),
    st.frozensets(st.sampled_from(["bold", "hidden"])),
    st.tuples(revisions) | st.just(()),
    words,
)
sources = st.none() | st.builds(Source, words, numbers)
leaves = st.builds(
    Block,
    words,
    st.sampled_from(BlockKind),
    st.lists(spans, max_size=3).map(tuple),
    level=numbers,
    label=words,
    style=words,
    story=st.sampled_from(Story),
    revisions=st.tuples(revisions) | st.just(()),
    source=sources,
)
blocks = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Block, words, rows=st.tuples(st.tuples(st.tuples(inner), st.tuples(inner, inner))))
        | st.builds(Block, words, blocks=st.tuples(inner))
    ),
    max_leaves=6,
)
anchors = st.none() | st.builds(Anchor, numbers, numbers, numbers, numbers)
comments = st.builds(FileComment, words, words, words, anchor=anchors, resolved=st.booleans(), quote=words)
findings = st.builds(Finding, words, numbers, words)
documents = st.builds(
    Document,
    st.lists(blocks, max_size=4).map(tuple),
    st.lists(comments, max_size=2).map(tuple),
    st.lists(findings, max_size=2).map(tuple),
    st.dictionaries(words, words, max_size=2),
    st.lists(st.builds(Bookmark, words, numbers), max_size=2).map(tuple),
)


@given(documents)
def test_a_document_goes_through_json_and_comes_back_the_same(document: Document) -> None:
    assert from_record(json.loads(json.dumps(to_record(document)))) == document


def test_what_goes_without_saying_is_left_out() -> None:
    record = to_record(Document((Block("b0", spans=(Span("word"),)),)))
    assert record == {"format": 1, "blocks": [{"id": "b0", "spans": [{"text": "word"}]}]}


@pytest.mark.parametrize("record", [{}, {"format": 2}, {"format": 1, "pages": []}, {"format": 1, "blocks": [{}]}])
def test_a_record_of_another_make_is_refused(record: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_record(record)
