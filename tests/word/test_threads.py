import pytest
from lxml import etree

from carfacilitator.document.blocks import FileComment
from carfacilitator.errors import NotFoundError
from carfacilitator.word.commenting import Marks
from carfacilitator.word.names import Element, W
from carfacilitator.word.threads import ThreadMarks, members_of
from tests.word_builders import DECLARED, commented, paragraph, reference, run

COMMENTS = [
    FileComment("1", "a"),
    FileComment("2", "b", parent="1"),
    FileComment("3", "c"),
    FileComment("4", "d", parent="2"),
]


def test_a_thread_is_named_by_any_of_its_comments() -> None:
    for one in ("1", "2", "4"):
        assert members_of(COMMENTS, one) == ["1", "2", "4"]
    assert members_of(COMMENTS, "3") == ["3"]


def test_comments_that_answer_each_other_in_a_ring_end_somewhere() -> None:
    ring = [FileComment("1", "a", parent="2"), FileComment("2", "b", parent="1")]
    assert sorted(members_of(ring, "1")) == ["1", "2"]


def test_a_comment_that_is_not_there_has_no_thread() -> None:
    with pytest.raises(NotFoundError):
        members_of(COMMENTS, "9")


def mark(name: str) -> Element:
    return etree.Element(W + name, {W + "id": "9"})


def put(*content: str) -> list[str]:
    """Return the children of a paragraph, by name and id, after an answer was put beside the thread of 1 and 2."""
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(*content)}</w:body>")
    marks = Marks((mark("commentRangeStart"),), (mark("commentRangeEnd"), mark("ref")))
    ThreadMarks(root).put_beside(["1", "2"], marks)
    short = {"commentRangeStart": "start", "commentRangeEnd": "end", "r": "r", "ref": "ref"}
    return [f"{short[child.tag.removeprefix(W)]}{child.get(W + 'id', '')}" for child in root[0]]


def test_an_answers_marks_stand_where_word_puts_them() -> None:
    assert put(commented(run("x"), 1, 2)) == [
        *("start1", "start9", "start2", "r", "end1", "r", "end2", "r", "end9", "ref9"),
    ]


def test_where_the_thread_has_no_range_the_answer_has_one_without_words() -> None:
    assert put(run("x"), reference(1)) == ["r", "r", "start9", "end9", "ref9"]


def test_where_the_thread_has_no_marks_the_answer_stands_at_the_beginning() -> None:
    assert put(run("x")) == ["start9", "end9", "ref9", "r"]
