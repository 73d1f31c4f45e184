from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.terms import Audience, SanctionAnswer, Verdict
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import NOON, a_gatekeeper
from tests.services.test_answer_tables import draft, pack, services

__all__ = ["draft", "pack", "services"]


def test_all_answers_of_a_case_study_come_at_once(services: Services, pack: UUID, draft: UUID) -> None:
    study = services.drafts.open(draft).case_study_id
    assert services.answers.tables(study) == [services.answers.table(pack)]


def test_there_is_no_answer_to_what_did_not_come_back(services: Services, draft: UUID) -> None:
    out = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, "Ruth McKay")))
    with pytest.raises(NotFoundError):
        services.answers.table(out.stamp.id)


def test_an_answer_goes_out_as_a_word_document(services: Services, pack: UUID, tmp_path: Path) -> None:
    parcel = services.answers.word(services.answers.table(pack))
    texts = read(parcel.data).texts()
    assert {"What you said", "Too long.", "About: Too long.", "It was half."} <= set(texts)
    assert (parcel.audience, parcel.recipient) == (Audience.LOCAL_MANAGER, "Alan Petrie")
    assert services.departures.save([parcel], tmp_path / "out")[0].exists()


def test_an_answer_travels_with_a_message_that_has_it_attached(services: Services, pack: UUID) -> None:
    going = services.answers.to_gatekeeper(services.answers.table(pack))
    assert going.mail.name == "Keeping a tenancy-answer to Alan Petrie.eml"
    assert going.document.name.encode() in going.mail.data
    assert "Thank you for what you said about draft 1." in going.text.data.decode()
    assert {parcel.audience for parcel in (going.document, going.mail, going.text)} == {Audience.LOCAL_MANAGER}


def test_the_reason_for_a_decision_on_an_edit_is_put_anew(services: Services, pack: UUID) -> None:
    (edit,) = services.answers.table(pack).edits
    services.answers.explain(edit.draft_id, edit.key, "Half, said the drivers.")
    (edit,) = services.answers.table(pack).edits
    assert (edit.verdict, edit.why) == (Verdict.REJECTED, "Half, said the drivers.")
    with pytest.raises(KnownError):
        services.answers.explain(edit.draft_id, edit.key, " ")
    with pytest.raises(NotFoundError):
        services.answers.explain(edit.draft_id, "no such edit", "Why?")


def test_the_author_gets_her_own_file_with_the_threads(services: Services, pack: UUID, draft: UUID) -> None:
    assert isinstance(pack, UUID)
    going = services.answers.to_author(draft)
    seen = services.answers.what_the_author_sees(draft)
    before = {comment.text for comment in services.drafts.document(draft).comments}
    comments = [comment for comment in read(going.document.data).comments if comment.text not in before]
    assert sum(not comment.parent for comment in comments) == len(seen.threads) == 2
    assert (seen.author, seen.resolved, seen.private, seen.undecided) == ("Ailsa Reid", 1, 1, 0)
    assert (going.document.audience, going.document.recipient) == (Audience.AUTHOR, "Ailsa Reid")
    assert "Here is draft 1 of your case study" in going.text.data.decode()


def test_who_was_told_is_noted_until_it_is_taken_back(services: Services, pack: UUID, draft: UUID) -> None:
    for id_ in (pack, draft):
        services.answers.sent(id_, "another way")
    assert services.answers.table(pack).answered_at == NOON
    assert services.answers.what_the_author_sees(draft).answered_at == NOON
    assert [event.noun for event in services.history.events()[:2]] == ["Draft", "Pack"]
    services.answers.not_sent(pack)
    services.history.undo()
    assert services.answers.table(pack).answered_at == NOON


def test_the_ledger_prints(services: Services, draft: UUID) -> None:
    study = services.drafts.open(draft).case_study_id
    sanction = services.sanctions.ask(study, a_gatekeeper(services, "Ruth McKay"), "report")
    services.sanctions.answered(sanction, SanctionAnswer.CONDITIONS)
    services.sanctions.put_condition(sanction, "Do not name the town.", "Kilmorran")
    texts = read(services.answers.ledger("Keeping a tenancy", services.sanctions.ledger(study)).data).texts()
    assert any("0 of 1 agree" in text and "silence is no consent" in text for text in texts)
    assert any(text.startswith("Do not name the town. (") for text in texts)
