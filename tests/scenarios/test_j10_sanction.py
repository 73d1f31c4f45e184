"""J10: three gatekeepers are asked to agree; one declines, one has a condition, one is silent; a typo is noticed."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.changed_sentences import ChangedWords
from carfacilitator.document.namings import Spot
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import SanctionAnswer, SanctionEntryKind
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.publications import PublishAction
from carfacilitator.services.rules import ObjectedError
from carfacilitator.services.sanctions import Answered, Request
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_workspace
from tests.word_builders import cell, drawing, paragraph, plain, row, run, table, word_file

OUTPUT = "Report for the board"
TOWN = "Kilmorran"
FINDING_3 = "Managers in Kilmorran did not answer."
BOX = "Context: that year two posts stood empty."
TEXT = (
    "What I found",
    *(f"Kilmorran was flooded in month {number}." for number in range(1, 7)),
    FINDING_3,
    "It was recieved well.",
)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def a_word_draft(*texts: str, name: str) -> OpenedFile:
    """Return a Word file of these paragraphs, with a table and a picture that name the town too."""
    picture = drawing("picture", description="The harbour of Kilmorran at ebb")
    kept = table(row(cell(plain("Place")), cell(plain("Kilmorran"))))
    data = word_file(*(plain(text) for text in texts), kept, paragraph(run("The harbour:"), picture)).to_bytes()
    return OpenedFile(name, data, read(data))


def days_later(services: Services, days: int) -> None:
    assert isinstance(services.clock, FixedClock)
    services.clock.instant += timedelta(days=days)


def corrected(services: Services, study: UUID, *changes: tuple[str, str], name: str) -> OpenedFile:
    """Return the newest draft as its author sends it back from Word with some words changed."""
    texts = services.drafts.document(services.drafts.timeline(study)[-1].id).texts()[: len(TEXT) + 1]
    body = [text for text in texts if text not in {"Place", "The harbour:"}]
    for old, new in changes:
        body = [text.replace(old, new) for text in body]
    data = word_file(
        *(plain(text) for text in "\n".join(body).split("\n")),
        table(row(cell(plain("Place")), cell(plain("A coastal town")))),
        paragraph(run("The harbour:"), drawing("picture", description="The harbour of a coastal town at ebb")),
    ).to_bytes()
    return OpenedFile(name, data, read(data))


def test_a_study_is_published_when_three_of_three_have_said_yes_to_what_stands_there(services: Services) -> None:
    study = a_case_study(services, "Keeping a tenancy after the flood")
    a_draft(services, study, a_word_draft(*TEXT, name="v6.docx"))
    keepers = tuple(a_gatekeeper(services, name) for name in ("Fiona Grant", "Alan Petrie", "Ruth McKay"))
    wanted = Request(output=OUTPUT, gatekeepers=keepers, reply_by=date(2026, 3, 25))
    fiona, alan, ruth = services.sanctions.request(study, wanted)

    _one_declines_one_has_a_condition_one_is_silent(services, study, (fiona, alan))
    _the_condition_is_carried_out_in_nine_of_nine_places(services, study)
    _who_is_silent_is_written_to(services, study, ruth)
    _three_meet_and_the_author_keeps_the_finding(services, study, alan)
    _everybody_agrees_one_after_the_other(services, study, (alan, fiona, ruth))
    _a_typo_is_put_right_and_everybody_is_asked_whether_it_matters(services, study, (fiona, alan, ruth))


def _one_declines_one_has_a_condition_one_is_silent(services: Services, study: UUID, asked: tuple[UUID, UUID]) -> None:
    fiona, alan = asked
    days_later(services, 5)
    services.sanctions.take_answer(alan, Answered(answer=SanctionAnswer.DECLINED, reasons="Finding 3 must go."))
    condition = ("Call the place “a coastal town”.", TOWN, "a coastal town")
    services.sanctions.take_answer(
        fiona, Answered(answer=SanctionAnswer.CONDITIONS, how="by email", condition=condition)
    )
    days_later(services, 11)
    rows = services.sanctions.ledger(study).rows
    assert [(one.gatekeeper, one.answer, one.days_late) for one in rows] == [
        ("Fiona Grant", SanctionAnswer.CONDITIONS, 0),
        ("Alan Petrie", SanctionAnswer.DECLINED, 0),
        ("Ruth McKay", SanctionAnswer.NONE, 1),
    ]
    assert rows[1].reasons == "Finding 3 must go."


def _the_condition_is_carried_out_in_nine_of_nine_places(services: Services, study: UUID) -> None:
    (check,) = services.sanctions.ledger(study).rows[0].conditions
    assert (check.left, dict(check.stood)) == (9, {Spot.TEXT: 7, Spot.TABLE: 1, Spot.PICTURE: 1})
    made = services.conditions.replace(check.id, tracked=False)
    (check,) = services.sanctions.ledger(study).rows[0].conditions
    assert (check.left, check.places, check.is_met) == (0, 9, True)
    document = services.drafts.document(made.id)
    assert not any(TOWN in text for text in document.texts())
    assert services.sanctions.ledger(study).rows[0].holds  # what she asked for is no reason to ask her again


def _who_is_silent_is_written_to(services: Services, study: UUID, ruth: UUID) -> None:
    letter = services.chasing.letter(ruth)
    assert any("silence for consent" in text for text in read(letter.document.data).texts())
    services.sanctions.note(ruth, SanctionEntryKind.CHASED, "A chasing letter went")
    silent = services.sanctions.ledger(study).rows[2]
    assert (silent.answer, silent.holds) == (SanctionAnswer.NONE, False)


def _three_meet_and_the_author_keeps_the_finding(services: Services, study: UUID, alan: UUID) -> None:
    services.sanctions.note(alan, SanctionEntryKind.MET, "A meeting of three was held; Ailsa keeps finding 3.")
    kept = FINDING_3.replace(TOWN, "a coastal town")
    a_draft(services, study, corrected(services, study, (kept, f"{kept}\n{BOX}"), name="v8.docx"))
    services.sanctions.ask_again(alan)
    row = services.sanctions.ledger(study).rows[1]
    assert [entry.kind for entry in row.entries] == [
        SanctionEntryKind.ASKED,
        SanctionEntryKind.ANSWERED,
        SanctionEntryKind.MET,
        SanctionEntryKind.ASKED,
    ]


def _everybody_agrees_one_after_the_other(services: Services, study: UUID, asked: tuple[UUID, ...]) -> None:
    action = PublishAction(study, OUTPUT)
    for sanction in asked:
        assert not services.sanctions.ledger(study, OUTPUT).may_publish
        with pytest.raises(ObjectedError):
            services.publications.publish(action)
        services.sanctions.take_answer(sanction, Answered(answer=SanctionAnswer.AGREED, how="by letter"))
    assert services.sanctions.ledger(study, OUTPUT).may_publish
    copy = read(services.publications.publish(action).data)
    assert (BOX in copy.texts(), copy.comments) == (True, ())


def _a_typo_is_put_right_and_everybody_is_asked_whether_it_matters(
    services: Services, study: UUID, asked: tuple[UUID, ...]
) -> None:
    days_later(services, 3)
    a_draft(services, study, corrected(services, study, ("recieved", "received"), name="v9.docx"))
    ledger = services.sanctions.ledger(study, OUTPUT)
    assert [row.changed for row in ledger.rows] == [(ChangedWords("recieved", "received"),)] * 3
    assert all(row.ask_again for row in ledger.rows)
    with pytest.raises(ObjectedError):
        services.publications.publish(PublishAction(study, OUTPUT))
    for sanction in asked:
        services.sanctions.let_stand(sanction, "A spelling mistake was put right.")
    ledger = services.sanctions.ledger(study, OUTPUT)
    assert ledger.may_publish
    printed = "\n".join(read(services.answers.ledger("Keeping a tenancy", ledger).data).texts())
    for said in ("Finding 3 must go.", "A meeting of three was held", "A chasing letter went", "A spelling mistake"):
        assert said in printed
