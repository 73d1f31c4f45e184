"""J10: three gatekeepers are asked to agree; one declines, one has a condition, one is silent; a typo is noticed."""

from datetime import UTC, date, datetime
from pathlib import Path

from carfacilitator.document.changed_sentences import ChangedWords
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_workspace

BEFORE = tuple(f"Kilmorran was flooded in month {number}." for number in range(8))


def test_a_study_is_published_when_three_of_three_have_said_yes_to_what_stands_there(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    study = a_case_study(services)
    a_draft(services, study, a_file(*BEFORE, name="v6.docx"))
    names = ("Fiona Grant", "Alan Petrie", "Ruth McKay")
    fiona, alan, ruth = (
        services.sanctions.ask(study, a_gatekeeper(services, name), "report", date(2026, 3, 20)) for name in names
    )
    services.sanctions.answered(alan, SanctionAnswer.DECLINED, "Finding 3 is unfair to managers.")
    services.sanctions.answered(fiona, SanctionAnswer.CONDITIONS)
    services.sanctions.put_condition(fiona, "Call the place a coastal town.", "Kilmorran", "a coastal town")
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 4, 4, 9, 0, tzinfo=UTC)
    ledger = services.sanctions.ledger(study)
    assert [(row.answer, row.days_late) for row in ledger.rows] == [
        (SanctionAnswer.CONDITIONS, 0),
        (SanctionAnswer.DECLINED, 0),
        (SanctionAnswer.NONE, 15),
    ]
    assert (ledger.rows[0].conditions[0].left, ledger.agreed, ledger.may_publish) == (8, 0, False)

    named = [text.replace("Kilmorran", "A coastal town") for text in BEFORE]
    a_draft(services, study, a_file(*named, "It was recieved well.", name="v7.docx"))
    assert services.sanctions.ledger(study).rows[0].conditions[0].left == 0
    for sanction in (fiona, alan, ruth):
        assert not services.sanctions.ledger(study).may_publish
        services.sanctions.answered(sanction, SanctionAnswer.AGREED)
    assert services.sanctions.ledger(study).may_publish

    a_draft(services, study, a_file(*named, "It was received well.", name="v8.docx"))
    ledger = services.sanctions.ledger(study)
    assert [row.changed for row in ledger.rows] == [(ChangedWords("recieved", "received"),)] * 3
    assert all(row.ask_again for row in ledger.rows)
    assert not ledger.may_publish
    printed = read(services.answers.ledger("Keeping a tenancy", ledger).data).texts()
    assert any("ask again" in text for text in printed)
    services.close()
