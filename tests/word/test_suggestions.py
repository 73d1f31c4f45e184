from datetime import datetime

import pytest

from carfacilitator.document.blocks import Anchor, Document, View
from carfacilitator.document.changes import changes
from carfacilitator.word.package import open_package
from carfacilitator.word.reader import read, read_package
from carfacilitator.word.suggestions import Suggestion, expected_texts, suggest
from carfacilitator.word.views import paragraphs
from tests.word_builders import (
    cell,
    complex_field,
    control,
    deleted,
    drawing,
    inserted,
    note_reference,
    paragraph,
    plain,
    row,
    run,
    table,
    text_box,
    word_file,
)

CLOCK = datetime(2026, 3, 11, 10, 5)  # noqa: DTZ001  a wall clock's time, as Word keeps it
LINK = f'<w:hyperlink w:anchor="x">{run("a link")}</w:hyperlink>'


def with_suggestions(body: list[str], *suggestions: Suggestion) -> Document:
    package = open_package(word_file(*body).to_bytes())
    suggest(package, read_package(package), suggestions)
    return read(package.to_bytes())


def at(leaf: int, start: int, end: int, *words: str, author: str = "Ann") -> Suggestion:
    return Suggestion(anchor=Anchor(leaf, start, leaf, end), paragraphs=words or ("",), author=author, when=CLOCK)


def told(document: Document) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.author) for one in changes(document)]


def test_only_the_words_that_differ_are_marked() -> None:
    document = with_suggestions([plain("We met in the old library.")], at(0, 0, 26, "We met in the new library."))
    assert told(document) == [("delete", "old", "Ann"), ("insert", "new", "Ann")]
    assert changes(document)[0].date == "2026-03-11T10:05:00Z"


def test_a_suggestion_that_changes_nothing_marks_nothing() -> None:
    assert told(with_suggestions([plain("We met.")], at(0, 0, 7, "We met."))) == []


def test_new_words_look_like_those_they_replace() -> None:
    document = with_suggestions([paragraph(run("We "), run("met", "<w:b/>"), run("."))], at(0, 3, 6, "talked"))
    assert ["bold" in span.marks for span in document.leaves()[0].block.spans if span.revisions] == [True, True]


def test_words_inside_anothers_insertion_part_it_so_that_each_can_be_decided_alone() -> None:
    document = with_suggestions([paragraph(inserted(run("one three"), "Ben"))], at(0, 4, 4, "two "))
    assert told(document) == [("insert", "one ", "Ben"), ("insert", "two ", "Ann"), ("insert", "three", "Ben")]


def test_deleting_anothers_insertion_is_a_deletion_inside_it() -> None:
    document = with_suggestions([paragraph(inserted(run("one two"), "Ben"))], at(0, 3, 7))
    assert told(document) == [("insert", "one two", "Ben"), ("delete", " two", "Ann")]


def test_earlier_deletions_are_passed_over() -> None:
    document = with_suggestions([paragraph(run("a"), deleted(" b"), run(" c d"))], at(0, 1, 3))
    assert (document.texts(), document.texts(View.ORIGINAL)) == (("a d",), ("a b c d",))


@pytest.mark.parametrize(
    ("inner", "about"),
    [(LINK, "#x"), (complex_field("REF x", run("a link")), "REF"), (control(run("a link")), "")],
    ids=["link", "field", "control"],
)
def test_words_at_the_edge_stand_outside_and_words_amid_stand_inside(inner: str, about: str) -> None:
    body = [paragraph(run("<"), inner, run(">")), paragraph(inner)]
    document = with_suggestions(
        body, at(0, 1, 1, "1"), at(0, 2, 2, "2"), at(0, 7, 7, "3"), at(1, 0, 0, "4"), at(1, 6, 6, "5")
    )
    assert document.texts() == ("<1a2 link3>", "4a link5")
    found = {span.text: span.about for leaf in document.leaves() for span in leaf.block.spans if span.revisions}
    assert found == {"1": "", "2": about, "3": "", "4": "", "5": ""}


def test_a_field_whose_whole_result_is_deleted_goes_with_its_instruction() -> None:
    package = open_package(word_file(paragraph(run("see "), complex_field("REF x", run("one")))).to_bytes())
    suggest(package, read_package(package), [at(0, 4, 7)])
    assert package.data("word/document.xml").count(b"delInstrText") == 2
    assert b"<w:instrText" not in package.data("word/document.xml")


def test_a_paragraph_is_parted_and_a_new_one_comes_after_another() -> None:
    document = with_suggestions([plain("one two"), plain("three")], at(0, 4, 4, "", ""), at(0, 7, 7, "", "new"))
    assert paragraphs(document, View.FINAL) == ["one ", "two", "new", "three"]
    assert paragraphs(document, View.ORIGINAL) == ["one two", "three"]


def test_a_passage_over_paragraphs_joins_them() -> None:
    over = Suggestion(anchor=Anchor(0, 4, 2, 3), paragraphs=("and",), author="Ann", when=CLOCK)
    document = with_suggestions([plain("one two"), plain("gone"), plain("bad three")], over)
    assert paragraphs(document, View.FINAL) == ["one and three"]
    assert paragraphs(document, View.ORIGINAL) == ["one two", "gone", "bad three"]


def test_suggestions_that_overlap_all_count_the_text_as_it_was() -> None:
    document = with_suggestions([plain("one two three")], at(0, 0, 7, "a"), at(0, 4, 13, "b", author="Ben"))
    assert document.texts(View.ORIGINAL) == ("one two three",)
    assert document.texts() == ("ab",)


def test_what_stands_in_a_deleted_row_is_left_as_it_is() -> None:
    body = [table(row(cell(plain("gone")), change="del"), row(cell(plain("kept"))))]
    assert with_suggestions(body, at(0, 0, 0, "x"), at(1, 0, 4, "y")).texts() == ("", "y")


def test_the_text_to_expect_is_reckoned_without_the_file() -> None:
    document = read(word_file(plain("one two"), plain("three")).to_bytes())
    assert expected_texts(document, [at(0, 4, 7, "2"), at(1, 5, 5, "", "four")]) == ["one 2", "threefour"]


def test_pictures_and_notes_are_deleted_as_what_they_are() -> None:
    file = word_file(paragraph(run("a"), note_reference(2), run("b"))).note(2, plain("n"))
    package = open_package(file.to_bytes())
    suggest(package, read_package(package), [at(0, 0, 3)])
    assert [(one.kind, one.text) for one in changes(read(package.to_bytes()))] == [("delete", "a\ufffcb")]


def test_pictures_that_stay_stay_and_none_is_made_of_words() -> None:
    picture = drawing("picture", description="a boat")
    document = with_suggestions([paragraph(run("see "), picture, run(" here"))], at(0, 0, 10, "look \ufffc here"))
    assert told(document) == [("delete", "see", "Ann"), ("insert", "look", "Ann")]
    assert with_suggestions([plain("x")], at(0, 1, 1, "\ufffc")).texts() == ("x",)


def test_a_box_stays_when_the_words_that_it_hangs_among_go() -> None:
    document = with_suggestions([paragraph(run("a "), text_box(plain("boxed")), run(" b"))], at(0, 0, 4))
    assert (document.texts(), document.texts(View.ORIGINAL)) == (("", "boxed"), ("a  b", "boxed"))
