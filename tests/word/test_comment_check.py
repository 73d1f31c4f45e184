from dataclasses import replace
from datetime import UTC, datetime

import pytest

from carfacilitator.document.blocks import Anchor, Block, Document, FileComment, Source, Span
from carfacilitator.word.comment_check import difference_in_comments, same_comment
from carfacilitator.word.commenting import NewComment

MADE = datetime(2026, 3, 11, 10, 5, tzinfo=UTC)
BEFORE = Document((Block("p0", spans=(Span("We listened."),), source=Source("word/document.xml", 0)),))
ORDERED = NewComment(
    text="Who?",
    author="Ann",
    initials="A",
    made=MADE,
    anchor=Anchor(0, 3, 0, 11),
    replies=(),
)
FOUND = FileComment("1", "Who?", "Ann", "A", quote="listened")


def test_what_is_as_ordered_differs_in_nothing() -> None:
    assert difference_in_comments([FOUND], [ORDERED], BEFORE) == ""


@pytest.mark.parametrize(
    ("found", "what"),
    [
        ([], "the number of comments"),
        ([replace(FOUND, text="Who")], "a comment"),
        ([replace(FOUND, author="Ben")], "a comment"),
        ([replace(FOUND, parent="0")], "the thread of a comment"),
        ([replace(FOUND, resolved=True)], "the state of a comment"),
        ([replace(FOUND, quote="We")], "the passage of a comment"),
    ],
)
def test_what_differs_is_named(found: list[FileComment], what: str) -> None:
    assert difference_in_comments(found, [ORDERED], BEFORE) == what


def test_passages_can_be_left_aside() -> None:
    assert difference_in_comments([replace(FOUND, quote="We")], [ORDERED], BEFORE, with_passages=False) == ""


def test_spaces_make_no_other_comment() -> None:
    assert same_comment(replace(FOUND, text="Who? "), ORDERED)


def test_a_passage_of_words_outside_any_paragraph_need_not_be_found_again() -> None:
    stray = Document((replace(BEFORE.blocks[0], source=None),))
    assert difference_in_comments([replace(FOUND, quote="")], [ORDERED], stray) == ""
