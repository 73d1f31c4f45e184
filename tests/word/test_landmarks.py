from carfacilitator.document.blocks import Bookmark
from carfacilitator.word.reader import read
from tests.word_builders import WordFile, cell, note_reference, paragraph, plain, row, run, table, text_box, word_file


def bookmarked(name: str, content: str = "", number: int = 1) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def found(file: WordFile) -> list[tuple[str, str]]:
    document = read(file.to_bytes())
    texts = document.texts()
    return [(one.name, texts[one.block]) for one in document.bookmarks]


def test_a_bookmark_tells_the_paragraph_in_which_it_begins() -> None:
    body = paragraph(run("one")), paragraph(bookmarked("_car_7", run("two"))), table(row(cell(plain("three"))))
    assert read(word_file(*body).to_bytes()).bookmarks == (Bookmark("_car_7", 1),)


def test_one_that_begins_between_paragraphs_begins_the_next() -> None:
    assert found(word_file(plain("one"), bookmarked("between"), plain("two"))) == [("between", "two")]


def test_boxes_and_notes_have_bookmarks_too() -> None:
    box = text_box(paragraph(bookmarked("boxed", run("in the box"))))
    file = word_file(paragraph(run("text"), box, note_reference(2))).note(2, paragraph(bookmarked("n", run("a note"))))
    assert found(file) == [("boxed", "in the box"), ("n", "a note")]


def test_where_the_cursor_stood_is_no_bookmark() -> None:
    assert found(word_file(paragraph(bookmarked("_GoBack")), bookmarked("at the very end"))) == []
