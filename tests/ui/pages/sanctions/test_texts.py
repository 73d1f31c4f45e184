from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from carfacilitator.document.namings import Spot
from carfacilitator.document.rows import Piece
from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanction_rows import ConditionRow, Ledger, SanctionRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions import texts
from tests.ui.pages.sanctions.conftest import fifteen_days_later

DAY = date(2026, 3, 25)


@pytest.fixture
def ledger(services: Services, study: UUID) -> Ledger:
    fifteen_days_later(services)
    return services.sanctions.ledger(study)


def condition(stood: dict[Spot, int], stands: dict[Spot, int], words: str = "Kilmorran") -> ConditionRow:
    return ConditionRow(
        id=UUID(int=1), text="Call it a town.", words=words, instead="a town", met_on=None, stood=stood, stands=stands
    )


def rows(ledger: Ledger) -> tuple[SanctionRow, ...]:
    return ledger.rows


def test_a_line_says_how_and_when_and_to_which_draft(ledger: Ledger) -> None:
    author, fiona, ruth = rows(ledger)
    assert texts.muted(author, DAY) == "In person, Tuesday 10 March, to draft 1."
    assert texts.muted(fiona, DAY) == "“Call the place a coastal town.”"
    assert texts.muted(ruth, DAY) == "Asked on 10 March; day 15 of 15. Silence is not consent."
    assert texts.heard(author, DAY) == "Ailsa Reid, author, agreed. In person, Tuesday 10 March, to draft 1"


def test_a_yes_is_known_by_its_day_and_by_the_file_it_was_given_to(ledger: Ledger) -> None:
    author = rows(ledger)[0]
    first, last = author.draft_sha256[:4], author.draft_sha256[-2:]
    assert texts.proof(author, DAY) == f"Tuesday 10 March · file {first}…{last}"


def test_what_is_overdue_is_said_by_days(services: Services, study: UUID) -> None:
    fifteen_days_later(services)
    services.clock.instant = services.clock.instant.replace(day=28)  # type: ignore[attr-defined]  # a FixedClock
    ruth = services.sanctions.ledger(study).rows[2]
    assert texts.waits(ruth, date(2026, 3, 28)) == "Asked on 10 March; three days overdue"
    assert "three days overdue. Silence is not consent." in texts.heard(ruth, date(2026, 3, 28))


def test_a_condition_is_told_by_places() -> None:
    stood = {Spot.TEXT: 7, Spot.TABLE: 1, Spot.PICTURE: 1}
    done = texts.condition_state(condition(stood, {}))
    assert done.text == "done in 9 of 9 places: 7 in the text, 1 in a table, 1 in a picture’s description"
    assert done.tone == "good"
    assert texts.condition_state(condition(stood, {Spot.TABLE: 1})).text == (
        "done in 8 of 9 places; left: 1 in a table"
    )
    assert texts.condition_state(condition({Spot.TEXT: 1}, {Spot.TEXT: 1})).text == (
        "still stands in 1 place in the text"
    )
    assert texts.condition_state(condition({}, {}, words="")).tone == "warn"
    assert texts.condition_state(condition({}, {})).text == "“Kilmorran” stands nowhere"


def test_what_is_counted_says_whether_conditions_are_met(ledger: Ledger) -> None:
    assert texts.figures(ledger)[1] == (1, "with a condition, not met", "warn")
    one = next(row for row in ledger.rows if row.answer is SanctionAnswer.CONDITIONS)
    met = replace(one, conditions=(condition({}, {}),))
    both = replace(ledger, rows=(one, met))
    assert texts.figures(both)[1] == (2, "with a condition, one not met", "warn")


def test_words_that_are_quoted_already_get_no_second_marks() -> None:
    assert texts.quoted("‘About time.’") == "‘About time.’"
    assert texts.quoted("No.") == "“No.”"


def test_a_thin_space_stands_between_a_cut_and_a_new_word() -> None:
    shown = texts.runs([Piece("=", "who "), Piece("-", "do"), Piece("+", "does"), Piece("=", " not")])
    assert [run.text for run in shown] == ["who ", "do", "\u2009", "does", " not"]
