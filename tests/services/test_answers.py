from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Audience, SanctionAnswer, Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from tests.builders import NOON, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace, an_anchor
from tests.services.test_returns import where


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))


@pytest.fixture
def pack(services: Services, draft: UUID) -> UUID:
    """Return a pack that came back with a change, and three remarks of which one is for the facilitator only."""
    made = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, "Alan Petrie")))
    data = made.document.data
    swap = Suggestion(anchor=where(data, "half a day"), paragraphs=("a whole day",), author="Alan Petrie", when=NOON)
    answered = patched(data, Patch(suggestions=(swap,), seed="a"))
    services.returns.receive(OpenedFile("alan.docx", answered, read(answered)))
    for text in ("Who says so?", "Between us.", "Too long."):
        services.returns.heard(made.stamp.id, text, an_anchor(services, draft, "dehumidifiers"))
    for remark in services.combined_reviews.open(draft).remarks:
        if remark.text == "Between us.":
            services.combined_reviews.show_to(remark.id, Audience.FACILITATOR)
        verdict = Verdict.REJECTED if remark.text == "Too long." else Verdict.ACCEPTED
        services.combined_reviews.answer(remark.id, verdict, f"About: {remark.text}")
    (edit,) = services.combined_reviews.open(draft).edits
    services.combined_reviews.decide(draft, edit.key, EditChoice(verdict=Verdict.REJECTED, reason="It was half."))
    return made.stamp.id


def test_a_gatekeeper_reads_what_became_of_each_thing(services: Services, pack: UUID) -> None:
    table = services.answers.table(pack)
    assert [(row.said, row.done, row.why) for row in table.remarks] == [
        ("Who says so?", "Taken up", "About: Who says so?"),
        ("Between us.", "Taken up", "About: Between us."),
        ("Too long.", "Not taken up", "About: Too long."),
    ]
    assert all(row.where == "What we did, “dehumidifiers”" for row in table.remarks)
    assert [(row.done, row.why) for row in table.edits] == [("Not taken up", "It was half.")]
    assert table.undecided == 0


def test_an_answer_goes_out_as_a_word_document(services: Services, pack: UUID, tmp_path: Path) -> None:
    parcel = services.answers.word(services.answers.table(pack))
    texts = read(parcel.data).texts()
    assert {"Your remarks", "Too long.", "About: Too long.", "It was half."} <= set(texts)
    assert (parcel.audience, parcel.recipient) == (Audience.LOCAL_MANAGER, "Alan Petrie")
    assert services.departures.save([parcel], tmp_path / "out")[0].exists()


def test_the_author_sees_exactly_the_threads_that_she_may(services: Services, pack: UUID, draft: UUID) -> None:
    assert isinstance(pack, UUID)
    before = {comment.text for comment in services.drafts.document(draft).comments}
    parcel = services.answers.author_copy(draft)
    comments = [comment for comment in read(parcel.data).comments if comment.text not in before]
    assert [(one.text, one.resolved) for one in comments if not one.parent] == [
        ("Who says so?", False),
        ("Too long.", True),
    ]
    assert {one.text for one in comments if one.parent} == {"About: Who says so?", "About: Too long."}
    assert b"Between us" not in parcel.data
    assert parcel.recipient == "Ailsa Reid"


def test_the_ledger_prints(services: Services, draft: UUID) -> None:
    study = services.drafts.open(draft).case_study_id
    sanction = services.sanctions.ask(study, a_gatekeeper(services, "Ruth McKay"), "report")
    services.sanctions.answered(sanction, SanctionAnswer.CONDITIONS)
    services.sanctions.put_condition(sanction, "Do not name the town.", "Kilmorran")
    texts = read(services.answers.ledger("Keeping a tenancy", services.sanctions.ledger(study)).data).texts()
    assert any("0 of 1 agree" in text and "silence is no consent" in text for text in texts)
    assert any(text.startswith("Do not name the town. (") for text in texts)
