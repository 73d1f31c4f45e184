from datetime import date
from uuid import uuid4

from carfacilitator.document.namings import Spot
from carfacilitator.services.sanction_rows import ConditionRow, Ledger


def condition(words: str, stood: int, stands: int, met_on: date | None = None) -> ConditionRow:
    return ConditionRow(
        id=uuid4(),
        text="Do not name it.",
        words=words,
        instead="",
        met_on=met_on,
        stood={Spot.TEXT: stood},
        stands={Spot.TEXT: stands},
    )


def test_a_condition_on_words_is_met_when_they_stand_nowhere() -> None:
    half, done = condition("Kilmorran", 9, 4), condition("Kilmorran", 9, 0)
    assert (half.left, half.places, half.is_met) == (4, 9, False)
    assert (done.left, done.places, done.is_met) == (0, 9, True)


def test_a_condition_without_words_is_met_when_somebody_says_so() -> None:
    assert not condition("", 0, 0).is_met
    assert condition("", 0, 0, date(2026, 4, 1)).is_met


def test_what_nobody_was_asked_may_not_be_published() -> None:
    assert not Ledger(()).may_publish
