from pathlib import Path

import pytest

from carfacilitator.document.blocks import Anchor, FileComment
from carfacilitator.word.comments import passage
from carfacilitator.word.reader import read
from tests.word_builders import (
    Comment,
    WordFile,
    commented,
    deleted,
    drawing,
    inserted,
    note_reference,
    packed,
    paragraph,
    plain,
    reference,
    run,
    text_box,
    word_file,
)
from tests.word_oracles import needs_libreoffice, saved_by_libreoffice


def comments(file: WordFile, *made: Comment) -> dict[str, FileComment]:
    file.comments = list(made)
    return {one.id: one for one in read(file.to_bytes()).comments}


def about(*content: str) -> FileComment:
    return comments(word_file(plain("before"), paragraph(*content)), Comment(id=1, text="why?"))["1"]


def test_a_comment_brings_words_author_initials_and_dates() -> None:
    one = comments(
        word_file(paragraph(commented(run("x"), 1))),
        Comment(id=1, text="first line\nsecond", author="Ann", initials="A", date_utc="2026-01-05T15:00:00Z"),
    )["1"]
    assert (one.text, one.author, one.initials) == ("first line\nsecond", "Ann", "A")
    assert (one.date, one.date_utc) == ("2026-01-05T10:00:00Z", "2026-01-05T15:00:00Z")


def test_a_date_of_no_day_is_none() -> None:
    file = word_file(paragraph(commented(run("words"), 1)))
    assert comments(file, Comment(id=1, text="When?", date="0-00-00T00:00:00Z"))["1"].date == ""


def test_a_passage_is_exact_to_the_character() -> None:
    one = about(run("we found tru"), commented(run("st to ma"), 1), run("tter"))
    assert (one.anchor, one.quote) == (Anchor(1, 12, 1, 20), "st to ma")


def test_marks_inside_changes_are_found() -> None:
    one = about(run("a "), inserted(commented(run("new"), 1)), run(" z"))
    assert (one.anchor, one.quote) == (Anchor(1, 2, 1, 5), "new")


def test_marks_between_paragraphs_belong_to_their_neighbours() -> None:
    body = (
        '<w:commentRangeStart w:id="1"/>',
        plain("one"),
        plain("two"),
        '<w:commentRangeEnd w:id="1"/>',
        paragraph(reference(1)),
    )
    one = comments(word_file(*body), Comment(id=1, text="both"))["1"]
    assert (one.anchor, one.quote) == (Anchor(0, 0, 1, 3), "one\ntwo")


def test_a_comment_without_a_range_stands_at_its_reference() -> None:
    one = about(run("here"), reference(1), run(" and on"))
    assert (one.anchor, one.quote) == (Anchor(1, 4, 1, 4), "")


def test_a_comment_on_deleted_words_keeps_them() -> None:
    one = about(run("a "), commented(deleted("gone words"), 1), run(" z"))
    assert (one.anchor, one.quote) == (Anchor(1, 2, 1, 2), "gone words")


def test_a_range_that_begins_at_the_very_end_begins_in_the_next_paragraph() -> None:
    body = (
        paragraph(run("one"), '<w:commentRangeStart w:id="1"/>'),
        paragraph(run("two"), '<w:commentRangeEnd w:id="1"/>', reference(1)),
    )
    one = comments(word_file(*body), Comment(id=1, text="x"))["1"]
    assert (one.anchor, one.quote) == (Anchor(1, 0, 1, 3), "two")


def test_threads_and_what_is_resolved_come_from_the_last_paragraphs_key() -> None:
    found = comments(
        word_file(paragraph(commented(run("x"), 1, 2))),
        Comment(id=1, text="question\nin two lines", resolved=True),
        Comment(id=2, text="answer", parent=1),
    )
    assert (found["2"].parent, found["2"].inferred_parent) == ("1", False)
    assert (found["1"].resolved, found["2"].resolved) == (True, False)


def test_threads_that_lost_their_links_are_rebuilt_by_place_and_marked() -> None:
    found = comments(
        word_file(paragraph(commented(run("x"), 1, 2), commented(run("y"), 3))),
        Comment(id=1, text="answer", date="2026-01-06T10:00:00Z", linked=False),
        Comment(id=2, text="question", date="2026-01-05T10:00:00Z", linked=False),
        Comment(id=3, text="elsewhere", linked=False),
    )
    assert (found["1"].parent, found["1"].inferred_parent) == ("2", True)
    assert (found["2"].parent, found["3"].parent) == ("", "")


def test_a_row_for_what_is_resolved_says_nothing_of_threads() -> None:
    found = comments(
        word_file(paragraph(commented(run("x"), 1, 2), commented(run("y"), 3))),
        Comment(id=1, text="answer", date="2026-01-06T10:00:00Z", resolved=True),
        Comment(id=2, text="question", date="2026-01-05T10:00:00Z", resolved=True),
        Comment(id=3, text="open", linked=False),
    )
    assert (found["1"].parent, found["1"].inferred_parent) == ("2", True)


def test_rows_under_keys_of_libreoffice_say_nothing_of_threads() -> None:
    file = word_file(paragraph(commented(run("x"), 1, 2)))
    file.comments = [Comment(id=1, text="question"), Comment(id=2, text="answer", date="2026-01-06T10:00:00Z")]
    parts = file.parts()
    for name in ("word/comments.xml", "word/commentsExtended.xml"):
        for number, comment in enumerate(file.comments, 1):
            parts[name] = parts[name].replace(comment.key.encode(), f"0{number}000000".encode())
    assert [one.parent for one in read(packed(parts)).comments] == ["", "1"]


@pytest.mark.oracle
@needs_libreoffice
def test_threads_that_libreoffice_saved_are_found_again(tmp_path: Path) -> None:
    open_ones, resolved = commented(run("a passage"), 1, 2, 3), commented(run("another"), 5, 6)
    file = word_file(paragraph(open_ones, run(" and "), commented(run("one alone"), 4)), paragraph(resolved))
    file.comments = [
        Comment(id=1, text="question", date="2026-01-05T10:00:00Z"),
        Comment(id=2, text="answer", date="2026-01-05T10:05:00Z", parent=1),
        Comment(id=3, text="and more", date="2026-01-05T10:07:00Z", parent=1),
        Comment(id=4, text="alone", date="2026-01-04T10:00:00Z"),
        Comment(id=5, text="settled", date="2026-01-05T10:00:00Z", resolved=True),
        Comment(id=6, text="yes", date="2026-01-05T11:00:00Z", parent=5, resolved=True),
    ]
    found = read(saved_by_libreoffice(file.to_bytes(), tmp_path)).comments
    texts = {one.id: one.text for one in found}
    answers = {one.text: texts[one.parent] for one in found if one.parent}
    assert answers == {"answer": "question", "and more": "question", "yes": "settled"}
    assert all(one.inferred_parent for one in found if one.parent)
    assert {one.text for one in found if one.resolved} == {"settled", "yes"}


def test_the_moment_may_stand_at_the_comment_itself() -> None:
    file = word_file(paragraph(commented(run("x"), 1)))
    file.comments = [Comment(id=1, text="why?")]
    parts = file.parts()
    address = "http://schemas.microsoft.com/office/word/2023/wordml/word16du"
    xml = parts["word/comments.xml"].decode()
    moment = f'<w:comment xmlns:w16du="{address}" w16du:dateUtc="2026-01-05T09:00:00Z" '
    parts["word/comments.xml"] = xml.replace("<w:comment ", moment).encode()
    assert read(packed(parts)).comments[0].date_utc == "2026-01-05T09:00:00Z"


def test_a_picture_and_a_box_in_a_comment_are_there_once() -> None:
    file = word_file(paragraph(commented(run("x"), 1)))
    file.comments = [Comment(id=1, text="why?")]
    parts = file.parts()
    more = paragraph(run("see "), drawing("picture"), text_box(plain("boxed")))
    parts["word/comments.xml"] = parts["word/comments.xml"].replace(b"</w:comment>", f"{more}</w:comment>".encode())
    document = read(packed(parts))
    assert document.comments[0].text == "why?\nsee \ufffc\nboxed"
    assert [line.sentence for line in document.report] == [
        "1 comment holds a picture or the like, which is kept but not shown."
    ]


def test_a_comment_that_word_says_is_no_reply_is_none() -> None:
    found = comments(
        word_file(paragraph(commented(run("x"), 1, 2))), Comment(id=1, text="one"), Comment(id=2, text="two")
    )
    assert found["2"].parent == ""


def test_a_comment_without_a_place_is_kept_and_reported() -> None:
    file = word_file(plain("x"))
    file.comments = [Comment(id=1, text="lost")]
    document = read(file.to_bytes())
    assert document.comments[0].anchor is None
    assert [line.sentence for line in document.report] == ["1 comment belongs to no place in the text."]


def test_a_passage_over_paragraphs_is_parted_by_line_feeds() -> None:
    assert passage(["abc", "def", "ghi"], Anchor(0, 1, 2, 2)) == "bc\ndef\ngh"


def test_comments_may_stand_in_notes_and_margins() -> None:
    file = word_file(paragraph(run("text"), note_reference(2))).note(2, paragraph(run("a "), commented(run("note"), 1)))
    found = comments(
        file.margin("footer", paragraph(commented(run("foot"), 2))), Comment(id=1, text="x"), Comment(id=2, text="y")
    )
    assert [(one.quote, one.anchor) for one in found.values()] == [
        ("note", Anchor(1, 2, 1, 6)),
        ("foot", Anchor(2, 0, 2, 4)),
    ]
