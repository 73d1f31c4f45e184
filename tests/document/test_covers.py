from carfacilitator.document.blocks import Anchor, Block, Bookmark, Document, FileComment, Span
from carfacilitator.document.covers import COVER, cover_length, cover_words, without_cover

COMMENTS = (
    FileComment("1", "On the letter", anchor=Anchor(0, 0, 0, 4)),
    FileComment("2", "On the text", anchor=Anchor(3, 4, 3, 10)),
)
MARKS = (Bookmark(COVER, 0), Bookmark("_car_p0_7KQ4MX", 3))


def a_pack(*texts: str, marks: tuple[Bookmark, ...] = MARKS) -> Document:
    blocks = tuple(Block(f"p{number}", spans=(Span(text),)) for number, text in enumerate(texts))
    return Document(blocks, COMMENTS, bookmarks=marks)


def test_a_cover_ends_with_the_line_that_bears_the_code_and_what_is_empty_after_it_is_text() -> None:
    pack = a_pack("Dear Fiona", "Pack 7KQ-4MX", "", "The tenant moved.", marks=())
    assert cover_length(pack, "7KQ-4MX") == 2
    assert cover_words(pack, 2) == ["Dear Fiona", "Pack 7KQ-4MX"]


def test_a_cover_whose_code_is_gone_ends_where_our_first_paragraph_begins() -> None:
    pack = a_pack("Dear Fiona", "Thanks", "", "The tenant moved.")
    assert cover_length(pack, "7KQ-4MX") == 3


def test_a_second_bookmark_that_a_program_makes_of_the_covers_is_none_of_the_text() -> None:
    pack = a_pack("Dear Fiona", "Thanks", "", "The tenant moved.", marks=(*MARKS, Bookmark(f"{COVER}_Copy_1", 1)))
    assert cover_length(pack, "7KQ-4MX") == 3


def test_a_text_that_was_copied_into_a_new_file_has_no_cover() -> None:
    assert cover_length(a_pack("The tenant moved.", marks=()), "7KQ-4MX") == 0


def test_without_its_cover_a_pack_reads_like_the_draft_and_remarks_stand_where_they_are_about() -> None:
    text = without_cover(a_pack("Dear Fiona", "Pack 7KQ-4MX", "", "The tenant moved."), 3)
    assert text.texts() == ("The tenant moved.",)
    assert [comment.anchor for comment in text.comments] == [None, Anchor(0, 4, 0, 10)]
    assert text.bookmarks == (Bookmark("_car_p0_7KQ4MX", 0),)
