from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from carfacilitator.word.commenting import CommentParts, NewComment, take_out
from carfacilitator.word.identifiers import FreshIds
from carfacilitator.word.names import W15, W
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.reader import read
from tests.word_builders import Comment, commented, paragraph, plain, run, style, word_file

MADE = datetime(2026, 3, 11, 10, 5, tzinfo=UTC)
QUESTION = NewComment(text="Who said so?\nAnd when?", author="Isla Munro", initials="IM", made=MADE)
ANSWER = replace(QUESTION, text="A tenant did.", author="Ann & Bo <x>")


def package_with(*comments: NewComment) -> Package:
    package = open_package(word_file(plain("text")).to_bytes())
    parts = CommentParts(package, FreshIds("seed"))
    for comment in comments:
        marks = parts.add(comment)
        place = next(package.tree(package.main).iter(W + "p"))
        place.extend([*marks.before, *marks.after])
    package.touch(package.main)
    return package


def test_a_thread_is_read_back_as_it_was_written() -> None:
    document = read(package_with(replace(QUESTION, replies=(ANSWER,), resolved=True)).to_bytes())
    question, answer = document.comments
    assert (question.text, question.author, question.initials) == (QUESTION.text, "Isla Munro", "IM")
    assert (answer.text, answer.author, answer.parent) == (ANSWER.text, ANSWER.author, question.id)
    assert (question.resolved, answer.resolved, answer.inferred_parent) == (True, True, False)


def test_both_clocks_are_written() -> None:
    made = datetime(2026, 7, 1, 12, 30, tzinfo=timezone(timedelta(hours=1)))
    comment = replace(QUESTION, made=made, local=datetime(2026, 7, 1, 12, 30))  # noqa: DTZ001  a wall clock's time
    found = read(package_with(comment).to_bytes()).comments[0]
    assert (found.date, found.date_utc) == ("2026-07-01T12:30:00Z", "2026-07-01T11:30:00Z")


def test_replies_of_replies_belong_to_the_first_and_all_have_marks() -> None:
    deep = replace(QUESTION, replies=(replace(ANSWER, replies=(replace(ANSWER, text="deeper"),)),))
    document = read(package_with(deep).to_bytes())
    assert {one.parent for one in document.comments[1:]} == {document.comments[0].id}
    assert all(one.anchor is not None for one in document.comments)


def test_marks_stand_in_the_order_of_word() -> None:
    package = open_package(word_file(plain("text")).to_bytes())
    marks = CommentParts(package, FreshIds("seed")).add(replace(QUESTION, replies=(ANSWER,)))
    names = [one.tag.removeprefix(W) for one in (*marks.before, *marks.after)]
    assert names == ["commentRangeStart", "commentRangeStart", "commentRangeEnd", "r", "commentRangeEnd", "r"]


def test_every_author_is_introduced_once() -> None:
    package = package_with(QUESTION, replace(QUESTION, replies=(ANSWER,)))
    people = package.tree(package.related("people") or "")
    assert [person.get(W15 + "author") for person in people] == ["Isla Munro", "Ann & Bo <x>"]


def test_no_comment_makes_no_part() -> None:
    assert package_with().related("comments") is None


def test_new_comments_go_on_after_those_that_are_there() -> None:
    file = word_file(paragraph(commented(run("x"), 7)))
    file.comments = [Comment(id=7, text="earlier")]
    package = open_package(file.to_bytes())
    CommentParts(package, FreshIds("seed")).add(QUESTION)
    assert [one.id for one in read(package.to_bytes()).comments] == ["7", "8"]


def test_taking_out_leaves_the_text_and_no_trace() -> None:
    file = word_file(paragraph(run("a "), commented(run("word"), 1), run(" z")))
    file.comments = [Comment(id=1, text="secret", date_utc="2026-01-05T10:00:00Z")]
    package = open_package(file.to_bytes())
    take_out(package)
    written = package.to_bytes()
    document = read(written)
    assert (document.comments, document.texts()) == ((), ("a word z",))
    assert not any("omment" in name for name in open_package(written).names())
    assert b"comment" not in package.data(package.main)


def test_comments_have_the_styles_that_word_gives_them_if_the_file_has_those() -> None:
    file = word_file(plain("text"))
    file.styles += style("Kommentartext", "annotation text") + style(
        "Zeichen", "annotation reference", kind="character"
    )
    for made, wanted in ((file, ["Kommentartext", "Zeichen", "Zeichen"]), (word_file(plain("text")), [])):
        package = open_package(made.to_bytes())
        marks = CommentParts(package, FreshIds("seed")).add(replace(QUESTION, text="one line"))
        roots = package.tree(package.related("comments") or ""), *marks.after
        styles = [one.get(W + "val") for root in roots for one in root.iter(W + "pStyle", W + "rStyle")]
        assert styles == wanted
