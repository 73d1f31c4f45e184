from dataclasses import replace

from carfacilitator.document.blocks import Anchor, Block, Bookmark, Document, FileComment, Span
from carfacilitator.document.covers import COVER, cover_in, cover_of, cover_words, without_cover

COMMENTS = (
    FileComment("1", "On the letter", anchor=Anchor(0, 0, 0, 4)),
    FileComment("2", "On the text", anchor=Anchor(3, 4, 3, 10)),
)
MARKS = (Bookmark(COVER, 0), Bookmark("_car_p0_7KQ4MX", 3))


def a_pack(*texts: str, marks: tuple[Bookmark, ...] = MARKS) -> Document:
    blocks = tuple(Block(f"p{number}", spans=(Span(text),)) for number, text in enumerate(texts))
    return Document(blocks, COMMENTS, bookmarks=marks)


COVER_TEXTS = ("Dear Fiona", "What would you change?", "Please answer by 1 April.", "Pack 7KQ-4MX")
TEXT = ("Keeping a tenancy", "The tenant moved in March.", "The repairs were done in May.", "Nobody complained.")
CODE = "7KQ-4MX"


def test_a_cover_ends_with_the_line_that_bears_the_code_and_what_is_empty_after_it_is_text() -> None:
    pack = a_pack("Dear Fiona", "Pack 7KQ-4MX", "", "The tenant moved.", marks=())
    assert cover_of(pack, CODE) == range(2)
    assert cover_words(pack, range(2)) == ["Dear Fiona", "Pack 7KQ-4MX"]


def test_a_cover_whose_code_is_gone_ends_where_our_first_paragraph_begins() -> None:
    pack = a_pack("Dear Fiona", "Thanks", "", "The tenant moved.")
    assert cover_of(pack, CODE) == range(3)


def test_a_second_bookmark_that_a_program_makes_of_the_covers_is_none_of_the_text() -> None:
    pack = a_pack("Dear Fiona", "Thanks", "", "The tenant moved.", marks=(*MARKS, Bookmark(f"{COVER}_Copy_1", 1)))
    assert cover_of(pack, CODE) == range(3)


def left_of(*texts: str, marks: tuple[Bookmark, ...] = ()) -> tuple[str, ...]:
    """Return what is left of a file that came back without its cover."""
    returned = a_pack(*texts, marks=marks)
    return without_cover(returned, cover_in(returned, a_pack(*COVER_TEXTS, *TEXT), CODE)).texts()


def test_a_cover_is_found_where_it_stood_however_it_was_edited() -> None:
    assert left_of(*COVER_TEXTS, *TEXT) == TEXT
    assert left_of("All fine, Fiona", *COVER_TEXTS[1:], *TEXT) == TEXT
    assert left_of(*COVER_TEXTS[:3], "I cannot before May.", "Pack 7KQ-4MX", *TEXT[1:]) == TEXT[1:]


def test_a_blank_paragraph_that_a_program_puts_in_where_the_page_ends_is_of_the_cover() -> None:
    assert left_of(*COVER_TEXTS, "", *TEXT) == TEXT


def test_a_cover_that_was_deleted_takes_nothing_of_the_text_with_it() -> None:
    assert left_of(*TEXT) == TEXT
    assert left_of(*TEXT, "I wrote this about 7KQ-4MX.") == TEXT


def test_a_cover_that_was_moved_to_the_end_is_found_there() -> None:
    assert left_of(*TEXT, *COVER_TEXTS) == TEXT
    assert left_of(*TEXT, *COVER_TEXTS, marks=(Bookmark(COVER, 4), Bookmark("_car_p0_7KQ4MX", 0))) == TEXT
    assert left_of(*TEXT, *COVER_TEXTS[:3], "Pack 7KQ-4NX") == (*TEXT, "Pack 7KQ-4NX")


def test_a_cover_whose_code_was_mistyped_is_known_by_its_words() -> None:
    assert left_of(*COVER_TEXTS[:3], "Pack 7KQ-4NX", *TEXT) == TEXT
    assert left_of(*COVER_TEXTS[:3], *TEXT) == TEXT
    assert left_of(*COVER_TEXTS[:3], "Code", *TEXT, marks=(Bookmark(COVER, 0), Bookmark("_car_p0_7KQ4MX", 4))) == TEXT


def test_a_remark_on_a_cover_that_was_moved_has_no_place_and_one_on_the_text_keeps_its_own() -> None:
    returned = replace(
        a_pack(*TEXT[:2], *COVER_TEXTS, *TEXT[2:]),
        comments=tuple(FileComment(str(n), "x", anchor=Anchor(n, 0, n, 3)) for n in (1, 2, 7)),
    )
    text = without_cover(returned, cover_in(returned, a_pack(*COVER_TEXTS, *TEXT), CODE))
    assert text.texts() == TEXT
    assert [comment.anchor for comment in text.comments] == [Anchor(1, 0, 1, 3), None, Anchor(3, 0, 3, 3)]


def test_without_its_cover_a_pack_reads_like_the_draft_and_remarks_stand_where_they_are_about() -> None:
    text = without_cover(a_pack("Dear Fiona", "Pack 7KQ-4MX", "", "The tenant moved."), range(3))
    assert text.texts() == ("The tenant moved.",)
    assert [comment.anchor for comment in text.comments] == [None, Anchor(0, 4, 0, 10)]
    assert text.bookmarks == (Bookmark("_car_p0_7KQ4MX", 0),)
