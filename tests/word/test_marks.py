from lxml import etree

from carfacilitator.word.marks import Marks, Place
from carfacilitator.word.names import Element
from tests.word_builders import DECLARED


def mark(kind: str, identifier: int = 1) -> Element:
    return etree.fromstring(f'<w:comment{kind} {DECLARED} w:id="{identifier}"/>')


def test_a_start_between_blocks_waits_for_the_next() -> None:
    marks = Marks()
    marks.between(mark("RangeStart"))
    marks.begin()
    assert marks.of_comment["1"].start == Place(0, 0, 0)


def test_an_end_between_blocks_closes_the_one_before() -> None:
    marks = Marks()
    marks.begin()
    marks.finish(5, 9)
    marks.between(mark("RangeEnd"))
    assert marks.of_comment["1"].end == Place(0, 5, 9)


def test_an_end_before_any_block_waits_too() -> None:
    marks = Marks()
    marks.between(mark("RangeEnd"))
    marks.begin()
    assert marks.of_comment["1"].end == Place(0, 0, 0)


def test_of_several_starts_the_first_counts_and_of_several_ends_the_last() -> None:
    marks = Marks()
    marks.begin()
    for offset in (3, 7):
        marks.note(mark("RangeStart"), offset, offset)
        marks.note(mark("RangeEnd"), offset, offset)
    places = marks.of_comment["1"]
    assert (places.start, places.end) == (Place(0, 3, 3), Place(0, 7, 7))


def test_what_is_no_mark_has_no_place() -> None:
    marks = Marks()
    marks.begin()
    marks.note(etree.fromstring(f"<w:p {DECLARED}/>"), 0, 0)
    assert not marks.of_comment
