from datetime import UTC, datetime

import pytest

from carfacilitator.document.blocks import Anchor, FileComment
from carfacilitator.word.commenting import CommentParts, NewComment
from carfacilitator.word.identifiers import FreshIds
from carfacilitator.word.package import open_package
from carfacilitator.word.places import Places
from carfacilitator.word.reader import read, read_package
from tests.word_builders import WordFile, cell, note_reference, paragraph, plain, row, run, table, text_box, word_file

# Leaves: 0 the title, 1 a cell, 2 text with a note and a box, 3 the box, 4 the note, 5 the header.
DRAFT = (
    word_file(
        plain("The title"),
        table(row(cell(plain("in a cell")))),
        paragraph(run("before"), note_reference(2), text_box(plain("boxed")), run("after")),
    )
    .note(2, plain("the note"))
    .margin("header", plain("the head"))
)


def placed(anchor: Anchor | None, file: WordFile = DRAFT) -> FileComment:
    package = open_package(file.to_bytes())
    places = Places(package, read_package(package))
    comment = NewComment(text="why?", author="Isla", made=datetime(2026, 3, 1, tzinfo=UTC))
    places.mark(anchor, CommentParts(package, FreshIds("x")).add(comment))
    package.touch(package.main)
    return read(package.to_bytes()).comments[0]


@pytest.mark.parametrize(
    ("anchor", "quote"),
    [
        (Anchor(0, 4, 0, 9), "title"),
        (Anchor(0, 0, 0, 9), "The title"),
        (Anchor(1, 3, 1, 9), "a cell"),
        (Anchor(0, 4, 1, 2), "title\nin"),
        (Anchor(2, 3, 2, 9), "ore\ufffcaf"),
    ],
)
def test_a_passage_in_the_text_is_marked_to_the_character(anchor: Anchor, quote: str) -> None:
    found = placed(anchor)
    assert (found.anchor, found.quote) == (anchor, quote)


def test_a_point_stays_a_point() -> None:
    assert placed(Anchor(0, 3, 0, 3)).anchor == Anchor(0, 3, 0, 3)


def test_a_comment_on_a_note_stands_at_its_reference() -> None:
    assert placed(Anchor(4, 0, 4, 3)).anchor == Anchor(2, 6, 2, 7)


def test_a_comment_in_a_text_box_stands_at_the_box() -> None:
    assert placed(Anchor(3, 0, 3, 5)).anchor == Anchor(2, 7, 2, 7)


@pytest.mark.parametrize("anchor", [None, Anchor(5, 0, 5, 3)])
def test_a_comment_on_a_margin_or_on_nothing_stands_at_the_beginning(anchor: Anchor | None) -> None:
    assert placed(anchor).anchor == Anchor(0, 0, 0, 0)


def test_a_passage_that_leaves_the_text_ends_where_it_does() -> None:
    assert placed(Anchor(2, 0, 4, 3)).anchor == Anchor(2, 0, 2, 12)


def test_a_leaf_knows_its_paragraph_and_part() -> None:
    package = open_package(DRAFT.to_bytes())
    places = Places(package, read_package(package))
    assert [places.part(leaf) for leaf in (0, 4, 5)] == ["word/document.xml", "word/footnotes.xml", "word/header.xml"]
    assert places.text(0).paragraph(read_package(package).leaves()[0].block.source) is places.paragraph(0)  # type: ignore[arg-type]  # it has one


def test_a_comment_on_words_outside_any_paragraph_stands_at_the_next() -> None:
    file = word_file(plain("before"), run("stray"), plain("after"))
    assert placed(Anchor(1, 0, 1, 5), file).anchor == Anchor(2, 0, 2, 0)
