from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.packs import PackMade
from carfacilitator.services.returns import UnrecognisedError
from carfacilitator.services.workspace import Services
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.patches import Answer, Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from tests.builders import (
    NOON,
    a_case_study,
    a_comment,
    a_draft,
    a_file,
    a_gatekeeper,
    a_sample_draft,
    a_workspace,
    an_anchor,
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))


@pytest.fixture
def pack(services: Services, draft: UUID) -> PackMade:
    a_comment(services, draft, "badminton", "Is this fair?", Audience.PUBLIC)
    return a_pack(services, draft, "Alan Petrie")


def a_pack(services: Services, draft: UUID, name: str) -> PackMade:
    return services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name)))


def where(data: bytes, words: str) -> Anchor:
    leaf, text = next((n, text) for n, text in enumerate(read(data).texts()) if words in text)
    return Anchor(leaf, text.index(words), leaf, text.index(words) + len(words))


def reviewed(data: bytes, author: str = "Alan Petrie") -> OpenedFile:
    """Return the pack with an answer to our question, a remark of its own and a tracked change."""
    (question,) = read(data).comments
    made = NewComment(text="It is quite fair.", author=author, made=NOON)
    remark = NewComment(text="Who says so?", author=author, made=NOON, anchor=where(data, "One room"))
    swap = Suggestion(anchor=where(data, "half a day"), paragraphs=("a whole day",), author=author, when=NOON)
    patch = Patch(answers=(Answer(question.id, made),), comments=(remark,), suggestions=(swap,), seed="alan")
    answered = patched(data, patch)
    return OpenedFile("Copy of pack (3).docx", answered, read(answered))


def test_a_returned_file_is_known_by_its_identity_and_twice_adds_nothing(services: Services, pack: PackMade) -> None:
    file = reviewed(pack.document.data)
    taken = services.returns.receive(file)
    assert (taken.known_by, taken.gatekeeper, taken.already_known) == (KnownBy.IDENTITY, "Alan Petrie", False)
    assert (taken.new_remarks, taken.new_edits, taken.ask_sender) == (2, 1, False)
    again = services.returns.receive(file)
    assert (again.new_remarks, again.new_edits, again.already_known) == (0, 0, True)
    (row,) = services.returns.rows()
    assert (row.id, row.remarks, row.undecided, row.file_name) == (taken.return_id, 2, 2, "Copy of pack (3).docx")
    assert services.history.undo() == "received an answer to a pack"
    assert services.returns.rows() == []


def test_several_returns_are_removed_in_one_step_all_or_none(services: Services, draft: UUID, pack: PackMade) -> None:
    other = a_pack(services, draft, "Fiona Grant")
    files = reviewed(pack.document.data), reviewed(other.document.data, "Fiona Grant")
    alan, fiona = (services.returns.receive(file).return_id for file in files)
    with pytest.raises(NotFoundError):
        services.returns.remove(alan, draft)
    assert len(services.returns.rows()) == 2
    services.returns.remove(alan, fiona)
    assert services.returns.rows() == []
    assert services.history.undo() == "removed 2 answers to packs"
    assert {row.id for row in services.returns.rows()} == {alan, fiona}


def test_a_remark_stands_in_the_draft_and_an_answer_names_the_question(
    services: Services, pack: PackMade, draft: UUID
) -> None:
    services.returns.receive(reviewed(pack.document.data))
    remarks = {row.text: row for row in services.combined_reviews.open(draft).remarks}
    assert remarks["It is quite fair."].about == "Is this fair?"
    assert remarks["It is quite fair."].anchor == an_anchor(services, draft, "badminton")


def test_a_file_that_names_nobody_is_asked_about_once(services: Services, pack: PackMade) -> None:
    first = services.returns.receive(reviewed(pack.document.data, "Author"))
    assert (first.ask_sender, first.likely) == (True, "Alan Petrie")
    services.returns.credit(first.return_id, "Alan Petrie")
    (row,) = services.returns.rows()
    assert (row.sender_asked, row.from_whom) == (True, "Alan Petrie")
    with pytest.raises(KnownError):
        services.returns.credit(row.id, " ")


def test_a_file_without_any_identity_is_known_by_its_text_or_asked_about(
    services: Services, pack: PackMade, draft: UUID
) -> None:
    bare = a_sample_draft("keeping-a-tenancy-draft-4.docx")
    file = OpenedFile("export.docx", bare.data, replace(bare.document, comments=()))
    assert services.returns.recognise(file).by is KnownBy.TEXT
    other = a_pack(services, draft, "Ruth McKay")
    assert len(services.returns.recognise(bare).guesses) == 2  # the names in it stood in the draft already
    with pytest.raises(UnrecognisedError) as asked:
        services.returns.receive(file)
    assert {guess.pack_id for guess in asked.value.guesses} == {pack.stamp.id, other.stamp.id}
    taken = services.returns.receive(file, other.stamp.id)
    assert (taken.known_by, taken.gatekeeper) == (KnownBy.ASKED, "Ruth McKay")


def test_a_file_about_something_else_is_no_answer(services: Services, pack: PackMade) -> None:
    with pytest.raises(KnownError):
        services.returns.receive(a_file("Minutes of a meeting about parking.", name="minutes.docx"))
    assert services.returns.rows(pack_id=pack.stamp.id) == []


def test_an_email_and_a_call_come_back_to_a_pack_with_their_source(
    services: Services, pack: PackMade, draft: UUID
) -> None:
    text = "Dear Isla,\n\n“badminton or no badminton” made me laugh.\n\nWho pays?\n\nBest wishes\nAlan"
    parts = services.returns.email_parts(pack.stamp.id, text)
    assert len(parts) == 2
    assert services.returns.paste(pack.stamp.id, text, parts).new_remarks == 2
    assert services.returns.paste(pack.stamp.id, text, parts).already_known
    services.returns.heard(pack.stamp.id, "Please leave out the street.", an_anchor(services, draft, "Mill Lane"))
    remarks = services.combined_reviews.open(draft).remarks
    assert [(row.how, row.quote) for row in remarks] == [
        ("email", "badminton or no badminton"),
        ("email", ""),
        ("telephone", "Mill Lane"),
    ]


def test_a_pack_can_be_marked_as_returned(services: Services, pack: PackMade) -> None:
    services.returns.mark_returned(pack.stamp.id)
    assert [(row.how, row.remarks) for row in services.returns.rows(pack_id=pack.stamp.id)] == [("marked", 0)]


def test_a_return_is_brought_forward_into_a_newer_draft(services: Services, pack: PackMade, draft: UUID) -> None:
    taken = services.returns.receive(reviewed(pack.document.data))
    study = services.drafts.open(draft).case_study_id
    swap = Suggestion(
        anchor=an_anchor(services, draft, "Seven months later"), paragraphs=("Later on",), author="Ailsa", when=NOON
    )
    data = patched(services.drafts.original(draft).data, Patch(suggestions=(swap,), seed="x"))
    newer = a_draft(services, study, OpenedFile("next.docx", data, read(data)))
    assert services.returns.bring_forward(taken.return_id, newer) == 0
    review = services.combined_reviews.open(newer)
    assert [edit.base_text for edit in review.edits] == ["half a"]
    assert services.combined_reviews.open(draft).edits == ()


def test_a_pack_that_was_handed_on_is_asked_about_with_whose_name_is_on_it(services: Services, pack: PackMade) -> None:
    a_gatekeeper(services, "Ruth McKay")
    first = services.returns.receive(reviewed(pack.document.data, "McKay, Ruth"))
    assert (first.ask_sender, first.likely, first.names) == (True, "Ruth McKay", ("McKay, Ruth",))
    services.returns.credit(first.return_id, "Ruth McKay")
    more = reviewed(pack.document.data, "McKay, Ruth")
    other = replace(more, document=replace(more.document, comments=more.document.comments[:-1]))
    assert not services.returns.receive(other).ask_sender


def test_how_many_edits_were_proposed_and_how_many_silently_is_kept(services: Services, pack: PackMade) -> None:
    taken = services.returns.receive(reviewed(pack.document.data))
    assert (taken.new_edits, taken.silent_edits, services.returns.rows()[0].edits) == (1, 0, 1)
    assert services.returns.receive(reviewed(pack.document.data)).new_edits == 0


def test_a_passage_is_found_while_somebody_is_on_the_telephone(services: Services, pack: PackMade) -> None:
    (place,) = services.returns.places(pack.stamp.id, "or no badminton")
    services.returns.heard(pack.stamp.id, "A little flippant.", place.anchor)
    assert place.words == "or no badminton"


def test_nothing_pasted_is_no_answer(services: Services, pack: PackMade) -> None:
    with pytest.raises(KnownError):
        services.returns.paste(pack.stamp.id, " \n", [])


def test_the_very_pack_that_was_made_is_no_answer(services: Services, pack: PackMade) -> None:
    with pytest.raises(KnownError, match="just as it was made"):
        services.returns.receive(OpenedFile("pack.docx", pack.document.data, read(pack.document.data)))
    assert services.returns.rows() == []
