"""Packs that come back through Google Docs, or whose text was pasted into a new file: known again, and read rightly."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import OBJECT
from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.identity import KnownBy
from carfacilitator.services.packs import PackMade, PackWishes, Proposal
from carfacilitator.services.returns import Recognition, Taken, UnrecognisedError
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import (
    a_case_study,
    a_comment,
    a_draft,
    a_gatekeeper,
    a_sample_draft,
    a_workspace,
    an_anchor,
)
from tests.imitated_web import exported, pasted
from tests.imitated_word import WordDesk

ALAN = "Alan Petrie"
NOTE = "The names were chosen"


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
    proposal = Proposal(an_anchor(services, draft, "wet shoes"), "damp boots")
    wishes = PackWishes(questions=("Is anything wrong in fact?",), proposals=(proposal,))
    return services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, ALAN), wishes))


@pytest.fixture
def others(services: Services, draft: UUID, pack: PackMade) -> PackMade:
    """Make the same pack for somebody else, so that the text alone does not tell them apart."""
    assert pack.stamp.code
    return services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, "Ruth McKay")))


def received(services: Services, data: bytes) -> Taken:
    return services.returns.receive(OpenedFile("export.docx", data, read(data)))


def recognised(services: Services, data: bytes) -> Recognition:
    return services.returns.recognise(OpenedFile("export.docx", data, read(data)))


@pytest.mark.usefixtures("others")
def test_an_untouched_export_of_google_docs_is_known_by_its_code_and_says_nothing(
    services: Services, draft: UUID, pack: PackMade
) -> None:
    taken = received(services, exported(WordDesk(pack.document.data, ALAN)))
    assert (taken.known_by, taken.gatekeeper) == (KnownBy.CODE, ALAN)
    assert (taken.new_edits, taken.new_remarks) == (0, 0)
    assert services.combined_reviews.open(draft).edits == ()


@pytest.mark.usefixtures("others")
def test_what_somebody_did_in_google_docs_is_all_there(services: Services, draft: UUID, pack: PackMade) -> None:
    desk = WordDesk(pack.document.data, ALAN)
    desk.insert("Nobody was hurt", " that night")
    desk.delete("biscuit tin")
    desk.retype("four hundred pairs", "five hundred pairs")
    desk.comment("nineteen said yes", "Who?")
    desk.answer_without_a_thread("Is this fair?", "It is.")
    taken = received(services, exported(desk))
    assert (taken.known_by, taken.new_edits, taken.new_remarks) == (KnownBy.CODE, 3, 2)
    review = services.combined_reviews.open(draft)
    assert [(edit.base_text, edit.wordings[0].text, edit.silent) for edit in review.edits] == [
        ("four", "five", True),
        ("", " that night", False),
        ("biscuit tin", "", False),
    ]
    assert {(one.text, one.about) for one in review.remarks} == {("Who?", ""), ("It is.", "Is this fair?")}


def wished(services: Services, draft: UUID) -> dict[str, str]:
    """Return what is wished of the text but for its one note, which is lost where only text is pasted."""
    edits = services.combined_reviews.open(draft).edits
    lost = (OBJECT, NOTE)
    return {edit.base_text: edit.wordings[0].text for edit in edits if not edit.base_text.strip().startswith(lost)}


@pytest.mark.usefixtures("others")
def test_a_text_pasted_with_the_letter_is_known_by_the_code_on_it(
    services: Services, draft: UUID, pack: PackMade
) -> None:
    desk = WordDesk(pack.document.data, ALAN)
    desk.retype("four hundred pairs", "five hundred pairs")
    taken = received(services, pasted(desk.save()))
    assert (taken.known_by, taken.gatekeeper, taken.ask_sender) == (KnownBy.CODE, ALAN, True)
    assert wished(services, draft) == {"four": "five", "wet shoes": "damp boots"}


@pytest.mark.usefixtures("others")
def test_a_text_pasted_without_the_letter_is_asked_about(services: Services, pack: PackMade) -> None:
    bare = pasted(pack.document.data, leave_out=pack.stamp.code)
    found = recognised(services, bare)
    assert found.by is None
    assert {guess.gatekeeper for guess in found.guesses} == {ALAN, "Ruth McKay"}
    with pytest.raises(UnrecognisedError):
        received(services, bare)


def test_a_text_pasted_without_the_letter_is_known_by_its_words_where_only_one_pack_is_out(
    services: Services, draft: UUID, pack: PackMade
) -> None:
    taken = received(services, pasted(pack.document.data, leave_out=pack.stamp.code))
    assert (taken.known_by, taken.pack_id) == (KnownBy.TEXT, pack.stamp.id)
    assert wished(services, draft) == {"wet shoes": "damp boots"}
