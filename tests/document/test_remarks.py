from dataclasses import replace

from carfacilitator.document.blocks import Anchor, Block, Document, FileComment, Revision, RevisionKind, Span
from carfacilitator.document.flat import Flat
from carfacilitator.document.remarks import Remark, missing_comments, remarks_of, settled_threads
from carfacilitator.document.strokes import strokes_of

PUT = Revision(RevisionKind.INSERT, "Fiona", "2026-03-12T10:00:00")
QUESTION = FileComment("1", "Is this right?", "Isla", date="2026-03-04T09:00:00", anchor=Anchor(0, 4, 0, 10))


def a_document(*comments: FileComment, spans: tuple[Span, ...] = (Span("The tenant moved in March."),)) -> Document:
    return Document((Block("b0", spans=spans), Block("b1", spans=(Span("Second."),))), comments)


def a_comment(text: str, anchor: Anchor, name: str = "7", **told: str) -> FileComment:
    return FileComment(name, text, told.get("author", "Fiona"), date="2026-03-12T10:00:00", anchor=anchor)


def remarks(sent: Document, *returned: Document) -> list[Remark]:
    stretches = [strokes_of(sent, one).stretches for one in returned]
    return remarks_of(sent, returned, stretches, Flat(sent.texts()))


def test_only_what_is_new_is_a_remark_though_all_numbers_have_changed() -> None:
    kept = FileComment("0", QUESTION.text, "Isla", date="2026-03-04T09:00:31", anchor=QUESTION.anchor)
    (remark,) = remarks(a_document(QUESTION), a_document(kept, a_comment("Why March?", Anchor(0, 20, 0, 25))))
    assert (remark.comment.text, remark.anchor, remark.parent) == ("Why March?", Anchor(0, 20, 0, 25), "")


def test_a_comment_is_known_again_whose_author_was_taken_away_or_who_is_spelt_otherwise() -> None:
    kept = FileComment("0", QUESTION.text, "Author", date="2026-03-04T09:00:00", anchor=QUESTION.anchor)
    assert remarks(a_document(QUESTION), a_document(kept)) == []
    assert missing_comments(a_document(QUESTION), a_document(kept)) == []


def test_the_same_words_by_the_same_person_at_another_time_are_new() -> None:
    again = FileComment("2", QUESTION.text, "Isla", date="2026-03-12T09:00:00", anchor=Anchor(1, 0, 1, 6))
    assert len(remarks(a_document(QUESTION), a_document(QUESTION, again))) == 1


def test_where_a_program_changed_all_dates_words_and_place_tell_and_else_the_same_words_later_are_new() -> None:
    asked = replace(QUESTION, quote="tenant")
    other = replace(asked, id="2", text="And by whom?", date="2026-03-04T09:07:00")
    moved, shifted = (replace(one, date="2026-03-04T10:30:00") for one in (asked, other))
    assert remarks(a_document(asked, other), a_document(moved, shifted)) == []
    assert len(remarks(a_document(asked, other), a_document(moved, other))) == 1


def test_a_reworded_comment_is_not_new() -> None:
    reworded = FileComment("1", "Is this right, Ailsa?", "Isla", date=QUESTION.date, anchor=QUESTION.anchor)
    assert remarks(a_document(QUESTION), a_document(reworded)) == []


def test_a_comment_whose_words_a_program_lost_is_neither_new_nor_missing() -> None:
    emptied = replace(QUESTION, id="0", text="", date="2026-03-04T09:00:59")
    assert remarks(a_document(QUESTION), a_document(emptied)) == []
    assert missing_comments(a_document(QUESTION), a_document(emptied)) == []


def test_a_place_is_that_of_what_was_sent() -> None:
    spans = (Span("So the story goes: ", revisions=(PUT,)), Span("The tenant moved in March."))
    returned = a_document(a_comment("Who?", Anchor(0, 23, 0, 29)), spans=spans)
    (remark,) = remarks(a_document(), returned)
    assert (remark.anchor, remark.proposed) == (Anchor(0, 4, 0, 10), False)


def test_a_remark_on_proposed_words_stands_where_they_were_put_in() -> None:
    spans = (Span("The tenant "), Span("finally ", revisions=(PUT,)), Span("moved in March."))
    (remark,) = remarks(a_document(), a_document(a_comment("Mine.", Anchor(0, 11, 0, 18)), spans=spans))
    assert (remark.anchor, remark.proposed) == (Anchor(0, 11, 0, 11), True)


def test_an_answer_keeps_its_question_and_one_that_lost_it_is_put_back() -> None:
    sent = a_document(QUESTION)
    renumbered = FileComment("30", QUESTION.text, "Isla", date=QUESTION.date, anchor=QUESTION.anchor)
    answer = FileComment("31", "Yes.", "Alan", date="2026-03-12T10:00:00", parent="30", anchor=QUESTION.anchor)
    (told,) = remarks(sent, a_document(renumbered, answer))
    assert (told.parent, told.inferred) == ("1", False)
    (lost,) = remarks(sent, a_document(renumbered, a_comment("Yes.", Anchor(0, 4, 0, 10))))
    assert (lost.parent, lost.inferred) == ("1", True)


def test_two_people_who_say_the_same_of_the_same_words_are_grouped() -> None:
    words = "Please say who paid for the repairs."
    one = a_document(a_comment(words, Anchor(0, 4, 0, 16)))
    other = a_document(a_comment(words.lower(), Anchor(0, 11, 0, 26), author="Alan"))
    elsewhere = a_document(a_comment(words, Anchor(1, 0, 1, 6), author="Ruth"))
    assert [remark.duplicate_of for remark in remarks(a_document(), one, other, elsewhere)] == [None, 0, None]


def test_what_did_not_come_back_is_missing_and_not_settled() -> None:
    assert missing_comments(a_document(QUESTION), a_document()) == [QUESTION]
    assert settled_threads(a_document(QUESTION), a_document()) == []


def test_a_thread_that_was_resolved_is_told() -> None:
    done = FileComment("1", QUESTION.text, "Isla", date=QUESTION.date, anchor=QUESTION.anchor, resolved=True)
    assert settled_threads(a_document(QUESTION), a_document(done)) == [(QUESTION, True)]
