from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import FileComment
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_comment, a_draft
from tests.services.test_answer_tables import MORE_OF_ALAN, a_next_draft, draft, pack, services
from tests.word_oracles import needs_libreoffice, needs_pandoc, pandoc, saved_by_libreoffice

__all__ = ["draft", "pack", "services"]


@pytest.fixture
def newest(services: Services, draft: UUID, pack: UUID) -> UUID:
    """Return the draft that the author sent after all was answered."""
    assert isinstance(pack, UUID)
    return a_next_draft(services, draft, {"kinder winter": "milder winter"})


def threads_in(services: Services, draft_id: UUID) -> dict[str, tuple[FileComment, list[str]]]:
    """Return the threads in the author's copy by their first words, but those that were in her file, with replies."""
    document = read(services.answers.author_copy(draft_id).data)
    before = {comment.text for comment in services.drafts.document(draft_id).comments}
    return {
        one.text: (one, [reply.text for reply in document.comments if reply.parent == one.id])
        for one in document.comments
        if not one.parent and one.text not in before
    }


def test_she_sees_exactly_the_threads_that_she_may(services: Services, pack: UUID, draft: UUID) -> None:
    assert isinstance(pack, UUID)
    found = threads_in(services, draft)
    assert {text: (one.resolved, replies) for text, (one, replies) in found.items()} == {
        "Who says so?": (False, ["About: Who says so?"]),
        "Too long.": (True, ["About: Too long."]),
    }
    assert MORE_OF_ALAN.encode() not in services.answers.author_copy(draft).data


def test_what_was_resolved_is_resolved_in_the_copy_of_a_later_draft(services: Services, newest: UUID) -> None:
    found = threads_in(services, newest)
    assert {text: (one.resolved, one.quote) for text, (one, _) in found.items()} == {
        "Who says so?": (False, "dehumidifiers"),
        "Too long.": (True, "dehumidifiers"),
    }
    assert MORE_OF_ALAN not in repr(services.answers.what_the_author_sees(newest))


def test_what_is_answered_after_the_next_draft_came_is_in_its_copy(
    services: Services, draft: UUID, newest: UUID
) -> None:
    a_comment(services, draft, "Nobody was hurt", "Whose view is this?")
    assert {*threads_in(services, newest)} == {"Who says so?", "Too long.", "Whose view is this?"}


def test_a_thread_that_is_in_her_file_already_is_gone_on_with(services: Services, newest: UUID) -> None:
    copy = services.answers.author_copy(newest).data
    study = services.drafts.open(newest).case_study_id
    returned = a_draft(services, study, OpenedFile("returned.docx", copy, read(copy)))
    thread = next(one for one in services.reviews.threads(returned) if one.text == "Who says so?")
    services.reviews.reply(thread.id, "The joiner.")
    services.reviews.resolve(thread.id)
    document = read(services.answers.author_copy(returned).data)
    (again,) = [one for one in document.comments if one.text == "Who says so?"]
    assert again.resolved
    assert [one.text for one in document.comments if one.parent == again.id] == ["About: Who says so?", "The joiner."]
    assert len([one for one in document.comments if one.text == "Too long."]) == 1


def test_a_reply_that_is_not_for_her_stays_and_is_counted(services: Services, pack: UUID, draft: UUID) -> None:
    assert isinstance(pack, UUID)
    thread = next(one for one in services.reviews.threads(draft) if one.text == "Who says so?")
    reply = services.reviews.reply(thread.id, "PLANTED")
    services.reviews.show_reply_to(reply, Audience.FACILITATOR)
    seen = services.answers.what_the_author_sees(draft)
    assert (seen.private, seen.private_replies) == (1, 1)
    assert "PLANTED" not in repr(seen)
    assert "PLANTED" not in repr(read(services.answers.author_copy(draft).data).comments)


def test_remarks_without_an_answer_yet_are_counted(services: Services, pack: UUID, draft: UUID) -> None:
    services.returns.heard(pack, "And one more thing.")
    assert services.answers.what_the_author_sees(draft).undecided == 1


def test_a_thread_whose_words_are_gone_stands_at_the_beginning(services: Services, draft: UUID, pack: UUID) -> None:
    services.returns.heard(pack, "All in all: good.")
    remark = services.combined_reviews.open(draft).remarks[-1]
    services.combined_reviews.answer(remark.id, Verdict.ACCEPTED, "Thank you.")
    assert services.answers.what_the_author_sees(draft).lost == 1
    one, _ = threads_in(services, draft)["All in all: good."]
    assert one.anchor is not None
    assert (one.anchor.first, one.anchor.start) == (0, 0)


@pytest.mark.oracle
@needs_libreoffice
def test_threads_are_resolved_still_after_libreoffice_saved_the_copy(
    services: Services, newest: UUID, tmp_path: Path
) -> None:
    copy = services.answers.author_copy(newest).data
    dealt_with = {one.text for one in read(copy).comments if one.resolved}
    saved = read(saved_by_libreoffice(copy, tmp_path)).comments
    assert {one.text for one in saved if one.resolved} == dealt_with == {"Too long.", "About: Too long."}
    assert {one.text for one in saved} == {one.text for one in read(copy).comments}


@pytest.mark.oracle
@needs_pandoc
def test_pandoc_reads_every_thread_of_the_copy(services: Services, newest: UUID, tmp_path: Path) -> None:
    copy = services.answers.author_copy(newest).data
    found = pandoc(copy, tmp_path, "all").comments.values()
    assert {one.text for one in found} == {one.text for one in read(copy).comments}
    assert MORE_OF_ALAN not in {one.text for one in found}
