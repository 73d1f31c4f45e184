from dataclasses import replace
from datetime import UTC, datetime

import pytest

from carfacilitator.document.blocks import Anchor, Block, Document, FileComment, Source, Span, SpanKind, Story
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.pack_check import Expected, PackError, check_pack


def text(words: str, **more: object) -> Block:
    return Block(words, spans=(Span(words, **more),), source=Source("word/document.xml", 0))  # type: ignore[arg-type]  # passed on as they are


ORIGINAL = Document((text("one two"), text("three")))
COVER = text("Dear Alan,")
ORDERED = NewComment(
    text="why?", author="Isla", initials="IM", made=datetime(2026, 3, 1, tzinfo=UTC), anchor=Anchor(0, 4, 0, 7)
)
FOUND = FileComment("0", "why?", author="Isla", initials="IM", anchor=Anchor(1, 4, 1, 7), quote="two")
GOOD = Document((COVER, *ORIGINAL.blocks), comments=(FOUND,))
EXPECTED = Expected(ORIGINAL, 1, (ORDERED,), keep_comments=False, keep_hidden=False)


def problem(pack: Document, expected: Expected = EXPECTED) -> str:
    with pytest.raises(PackError) as caught:
        check_pack(pack, expected)
    return caught.value.sentence


def test_what_was_ordered_passes() -> None:
    check_pack(GOOD, EXPECTED)


def test_a_changed_word_is_found() -> None:
    assert "the text" in problem(replace(GOOD, blocks=(COVER, text("one too"), text("three"))))


def test_hidden_text_must_be_gone_unless_it_was_ordered() -> None:
    hidden = text("secret", marks=frozenset({"hidden"}))
    with_hidden = replace(EXPECTED, original=replace(ORIGINAL, blocks=(*ORIGINAL.blocks, hidden)))
    check_pack(GOOD, with_hidden)
    leaking = replace(GOOD, blocks=(*GOOD.blocks, hidden))
    assert "the text" in problem(leaking, with_hidden)
    check_pack(leaking, replace(with_hidden, keep_hidden=True))


def test_a_note_must_be_as_it_was_and_one_without_a_reference_gone() -> None:
    note = Block("footnote2", story=Story.FOOTNOTE, blocks=(replace(text("a note"), story=Story.FOOTNOTE),))
    note = replace(note, kind=type(note.kind).NOTE)
    loose = replace(EXPECTED, original=replace(ORIGINAL, blocks=(*ORIGINAL.blocks, note)))
    check_pack(GOOD, loose)
    reference = Block("r", spans=(Span("\ufffc", SpanKind.NOTE, about="footnote2"),))
    used = replace(EXPECTED, original=replace(ORIGINAL, blocks=(*ORIGINAL.blocks, reference, note)))
    assert "a note" in problem(replace(GOOD, blocks=(*GOOD.blocks, reference)), used)


def test_a_header_must_be_as_it_was() -> None:
    head = replace(text("head"), story=Story.HEADER)
    assert "header" in problem(replace(GOOD, blocks=(*GOOD.blocks, head)))


def test_a_comment_too_many_or_too_few_is_found() -> None:
    assert "number of comments" in problem(replace(GOOD, comments=()))
    assert "number of comments" in problem(replace(GOOD, comments=(FOUND, FOUND)))


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"text": "who?"}, "a comment"),
        ({"author": "Ann"}, "a comment"),
        ({"resolved": True}, "state"),
        ({"quote": "one"}, "passage"),
        ({"parent": "9"}, "thread"),
    ],
)
def test_a_comment_that_is_not_as_ordered_is_found(changed: dict[str, object], word: str) -> None:
    found = replace(FOUND, **changed)  # type: ignore[arg-type]  # one field each
    assert word in problem(replace(GOOD, comments=(found,)))


def test_nothing_of_the_text_is_quoted() -> None:
    assert "two" not in problem(replace(GOOD, blocks=(COVER, text("one too"))))
