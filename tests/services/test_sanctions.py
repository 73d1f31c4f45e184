from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.changed_sentences import ChangedWords
from carfacilitator.errors import KnownError
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import SanctionAnswer, SanctionEntryKind
from carfacilitator.services.sanctions import Answered, Request
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_workspace

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
    thanks = services.sanctions.put_condition(sanction, "Thank the volunteers.")
    (row,) = services.sanctions.ledger(study).rows
    assert [(one.left, one.instead) for one in row.conditions] == [(2, "a coastal town"), (None, "")]
    assert not row.holds
    a_draft(services, study, a_file("A town was flooded.", "People of it moved.", name="two.docx"))
    (row,) = services.sanctions.ledger(study).rows
    assert [(one.left, one.places) for one in row.conditions] == [(0, 2), (None, 0)]
    assert row.ask_again
    services.sanctions.mark_met(thanks)
    assert services.sanctions.ledger(study).rows[0].is_met


def test_a_condition_that_is_still_to_be_carried_out_is_no_change_either(services: Services, study: UUID) -> None:
    sanction = asked(services, study, "Ruth McKay")
    services.sanctions.answered(sanction, SanctionAnswer.CONDITIONS)
    services.sanctions.put_condition(sanction, "Do not name the town.", "Kilmorran", "a coastal town")
    a_draft(services, study, a_file("Kilmorran was flooded.", "Folk of Kilmorran moved.", name="two.docx"))
    (row,) = services.sanctions.ledger(study).rows
    assert [words.before for words in row.changed] == ["People"]


def test_what_only_carries_out_a_condition_is_no_reason_to_ask_again(services: Services, study: UUID) -> None:
    sanction, other = (asked(services, study, name) for name in ("Ruth McKay", "Alan Petrie"))
    services.sanctions.answered(other, SanctionAnswer.AGREED)
    services.sanctions.answered(sanction, SanctionAnswer.CONDITIONS)
    services.sanctions.put_condition(sanction, "Do not name the town.", "Kilmorran", "a coastal town")
    file = a_file("A coastal town was flooded.", "People of a coastal town moved.", name="two.docx")
    a_draft(services, study, file)
    hers, his = services.sanctions.ledger(study).rows
    assert (hers.changed, hers.holds) == ((), True)
    assert [words.after for words in his.changed] == ["A coastal town", "a coastal town"]


def test_a_yes_on_conditions_that_nobody_wrote_down_does_not_hold(services: Services, study: UUID) -> None:
    services.sanctions.answered(asked(services, study, "Ruth McKay"), SanctionAnswer.CONDITIONS)
    assert not services.sanctions.ledger(study).rows[0].holds


def test_several_are_asked_at_once_the_author_first_and_asked_again_in_the_same_line(
    services: Services, study: UUID
) -> None:
    keepers = tuple(a_gatekeeper(services, name) for name in ("Ruth McKay", "Alan Petrie"))
    ids = services.sanctions.request(study, Request(output="Article", gatekeepers=keepers, author=True, reply_by=APRIL))
    ledger = services.sanctions.ledger(study, "Article")
    assert (ledger.rows[0].gatekeeper, ledger.rows[0].role) == ("Ailsa Reid", "author")
    assert [row.id for row in ledger.rows] == ids
    given = Answered(answer=SanctionAnswer.DECLINED, reasons="No.", how="by telephone", on=date(2026, 3, 9))
    services.sanctions.take_answer(ids[2], given)
    assert services.sanctions.request(study, Request(output="Article", gatekeepers=keepers[1:])) == ids[2:]
    row = services.sanctions.ledger(study).rows[2]
    assert (row.answer, row.reasons, row.how) == (SanctionAnswer.NONE, "", "")
    assert [one.words for one in row.entries] == [
        "By telephone: declined draft 1. No.",
        "Asked, with draft 1",
        "Asked again, with draft 1",
    ]
    with pytest.raises(KnownError):
        services.sanctions.request(study, Request(output="Article"))
    with pytest.raises(KnownError):
        services.sanctions.request(study, Request(output=" ", author=True))


def test_a_yes_can_be_said_to_hold_for_later_words_with_a_reason(services: Services, study: UUID) -> None:
    sanction = asked(services, study, "Ruth McKay")
    services.sanctions.answered(sanction, SanctionAnswer.AGREED)
    a_draft(services, study, a_file("Kilmorran was flooded.", "Folk of Kilmorran moved.", name="two.docx"))
    with pytest.raises(KnownError):
        services.sanctions.let_stand(sanction, " ")
    services.sanctions.let_stand(sanction, "A word was put right.")
    (row,) = services.sanctions.ledger(study).rows
    assert (row.stands, row.holds, len(row.changed)) == (True, True, 1)
    assert row.entries[-1].words == "Holds for draft 2 too: A word was put right."
    a_draft(services, study, a_file("Kilmorran was dry.", "Folk of Kilmorran moved.", name="three.docx"))
    (row,) = services.sanctions.ledger(study).rows
    assert (row.stands, row.ask_again, len(row.changed)) == (False, True, 2)
    services.sanctions.ask_again(sanction, APRIL)
    assert services.sanctions.ledger(study).rows[0].answer is SanctionAnswer.NONE
    with pytest.raises(KnownError):
        services.sanctions.let_stand(sanction, "So.")


def test_who_is_asked_again_has_as_many_days_as_before_and_a_yes_is_to_a_file(services: Services, study: UUID) -> None:
    sanction = asked(services, study, "Ruth McKay")
    services.sanctions.answered(sanction, SanctionAnswer.AGREED)
    (row,) = services.sanctions.ledger(study).rows
    assert row.draft_sha256 == services.drafts.timeline(study)[0].sha256
    assert isinstance(services.clock, FixedClock)
    services.clock.instant = datetime(2026, 4, 10, 8, 0, tzinfo=UTC)
    services.sanctions.ask_again(sanction)
    (row,) = services.sanctions.ledger(study).rows
    assert (row.reply_by, row.draft_sha256) == (date(2026, 5, 2), "")


def test_what_happened_is_kept_in_its_order_and_can_be_taken_away(services: Services, study: UUID) -> None:
    sanction = asked(services, study, "Ruth McKay")
    met = services.sanctions.note(sanction, SanctionEntryKind.MET, "A meeting of three was held.", date(2026, 3, 1))
    (row,) = services.sanctions.ledger(study).rows
    assert [one.kind for one in row.entries] == [SanctionEntryKind.MET, SanctionEntryKind.ASKED]
    services.sanctions.remove_entry(met)
    assert len(services.sanctions.ledger(study).rows[0].entries) == 1
    with pytest.raises(KnownError):
        services.sanctions.note(sanction, SanctionEntryKind.RANG, "")


def test_no_answer_comes_on_a_day_that_is_still_ahead(services: Services, study: UUID) -> None:
    given = Answered(answer=SanctionAnswer.AGREED, on=APRIL)
    with pytest.raises(KnownError):
        services.sanctions.take_answer(asked(services, study, "Ruth McKay"), given)


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
