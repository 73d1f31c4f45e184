from dataclasses import replace

from carfacilitator.document.blocks import Document, FileComment, Revision, RevisionKind, Span
from carfacilitator.services.repeats import Said, news_in
from carfacilitator.services.returned_files import ReturnedFile, Sides, looked_at, remarks_in
from tests.builders import a_text

SENT = a_text("The tenant moved in March.", "The council paid.")
WHY = FileComment("1", "Why?", "Fiona Grant", date="2026-03-12T10:00:07Z", quote="moved")
SAID = Said("Fiona Grant", "2026-03-12T10:00:00Z", "Why?", "moved")


def a_file(*texts: str, comments: tuple[FileComment, ...] = ()) -> ReturnedFile:
    document = replace(a_text(*(texts or SENT.texts())), comments=comments)
    return looked_at(Sides(SENT, document, ()))


def new_in(*comments: FileComment, said: Said = SAID) -> int:
    file = a_file(comments=comments)
    return len(news_in(file, remarks_in(file), [], [said]).remarks)


def test_a_remark_is_known_again_by_author_and_minute_or_by_what_it_is_about() -> None:
    assert new_in(WHY) == 0
    assert new_in(replace(WHY, date="2026-04-01T09:00:00Z")) == 0
    assert new_in(replace(WHY, quote="The tenant moved")) == 0
    assert new_in(replace(WHY, author="Author", date="")) == 0


def test_the_same_words_of_somebody_else_or_elsewhere_at_another_time_are_new() -> None:
    assert new_in(replace(WHY, author="Ruth McKay")) == 1
    assert new_in(replace(WHY, quote="paid", date="2026-04-01T09:00:00Z")) == 1
    assert new_in(replace(WHY, quote="paid", date=""), said=replace(SAID, written="")) == 1


def test_only_what_an_earlier_file_did_not_propose_is_new() -> None:
    first = a_file("The tenant moved in May.", "The council paid.")
    second = a_file("The tenant moved in May.", "The landlord paid.")
    news = news_in(second, (), [first], ())
    assert (news.edits, news.silent_edits, news.is_nothing) == (1, 1, False)
    assert news_in(first, (), [second], ()).is_nothing


def test_a_thread_that_was_marked_as_resolved_since_is_news() -> None:
    before, after = a_file(comments=(WHY,)), a_file(comments=(replace(WHY, resolved=True),))
    assert not news_in(after, (), [before], ()).is_nothing
    assert news_in(after, (), [before, after], ()).is_nothing


def test_who_tracked_a_change_and_when_makes_no_other_edit_of_it() -> None:
    files = []
    for author, date in (("Fiona Grant", "2026-03-12T10:00:00Z"), ("Author", "")):
        change = Revision(RevisionKind.INSERT, author, date)
        spans = Span("The tenant"), Span(" at last", revisions=(change,)), Span(" moved in March.")
        first, second = SENT.blocks
        files.append(looked_at(Sides(SENT, Document((replace(first, spans=spans), second)), ())))
    assert news_in(files[1], (), files[:1], ()).is_nothing
