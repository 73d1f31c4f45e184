from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanctions import ChangedWords, changed_words, occurrences
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_text, a_workspace

APRIL = date(2026, 4, 1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    study = a_case_study(services)
    a_draft(services, study, a_file("Kilmorran was flooded.", "People of Kilmorran moved.", name="one.docx"))
    return study


def asked(services: Services, study: UUID, name: str) -> UUID:
    return services.sanctions.ask(study, a_gatekeeper(services, name), "report", APRIL)


def test_silence_is_never_consent(services: Services, study: UUID) -> None:
    asked(services, study, "Ruth McKay")
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 4, 16, 8, 0, tzinfo=UTC)
    ledger = services.sanctions.ledger(study)
    (row,) = ledger.rows
    assert (row.answer, row.holds, row.days_late, ledger.may_publish) == (SanctionAnswer.NONE, False, 15, False)


def test_a_study_may_be_published_when_all_have_agreed_to_what_stands_there(services: Services, study: UUID) -> None:
    first, second = (asked(services, study, name) for name in ("Ruth McKay", "Alan Petrie"))
    services.sanctions.answered(first, SanctionAnswer.AGREED)
    assert (services.sanctions.ledger(study).agreed, services.sanctions.ledger(study).may_publish) == (1, False)
    services.sanctions.answered(second, SanctionAnswer.AGREED)
    assert services.sanctions.ledger(study, "report").may_publish
    assert not services.sanctions.ledger(study, "talk").rows


def test_a_condition_is_checked_in_the_text(services: Services, study: UUID) -> None:
    sanction = asked(services, study, "Ruth McKay")
    services.sanctions.answered(sanction, SanctionAnswer.CONDITIONS)
    services.sanctions.put_condition(sanction, "Do not name the town.", "Kilmorran", "a coastal town")
    services.sanctions.put_condition(sanction, "Thank the volunteers.")
    (row,) = services.sanctions.ledger(study).rows
    assert [(one.left, one.instead) for one in row.conditions] == [(2, "a coastal town"), (None, "")]
    assert not row.holds
    a_draft(services, study, a_file("A town was flooded.", "People of it moved.", name="two.docx"))
    (row,) = services.sanctions.ledger(study).rows
    assert [one.left for one in row.conditions] == [0, None]
    assert row.ask_again


def test_after_a_yes_every_changed_word_is_shown(services: Services, study: UUID) -> None:
    sanction = asked(services, study, "Ruth McKay")
    services.sanctions.answered(sanction, SanctionAnswer.AGREED)
    a_draft(services, study, a_file("Kilmorran was flooded.", "Folk of Kilmorran moved.", name="two.docx"))
    (row,) = services.sanctions.ledger(study).rows
    assert (row.changed, row.holds, row.ask_again) == ((ChangedWords("People", "Folk"),), False, True)
    services.sanctions.answered(sanction, SanctionAnswer.AGREED)
    assert services.sanctions.ledger(study).may_publish


def test_who_declines_says_why_and_the_study_may_still_be_used_where_it_was_made(
    services: Services, study: UUID
) -> None:
    sanction = asked(services, study, "Ruth McKay")
    with pytest.raises(KnownError):
        services.sanctions.answered(sanction, SanctionAnswer.DECLINED)
    with pytest.raises(KnownError):
        services.sanctions.allow_local_use(sanction)
    services.sanctions.answered(sanction, SanctionAnswer.DECLINED, "Too anecdotal.")
    services.sanctions.allow_local_use(sanction)
    (row,) = services.sanctions.ledger(study).rows
    assert (row.reasons, row.local_use, row.holds) == ("Too anecdotal.", True, False)
    assert services.history.undo() == "changed a sanction"


def test_words_are_counted_and_changes_paired() -> None:
    assert occurrences(a_text("In Kilmorran.", "kilmorran, Kilmorran"), "Kilmorran") == 3
    assert changed_words(a_text("It was recieved well."), a_text("It was received well.")) == (
        ChangedWords("recieved", "received"),
    )
