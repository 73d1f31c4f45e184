from uuid import uuid4

from carfacilitator.model.terms import AnchorState
from carfacilitator.services.arrivals import Received
from carfacilitator.ui.receiving import outcome

EXACT, CHANGED, WEAK, ORPHAN, MANUAL = (
    AnchorState.EXACT,
    AnchorState.CHANGED,
    AnchorState.WEAK,
    AnchorState.ORPHAN,
    AnchorState.MANUAL,
)


def test_the_parts_add_up_to_the_number_of_comments() -> None:
    told = outcome.fate({EXACT: 6, MANUAL: 1, CHANGED: 1, WEAK: 1, ORPHAN: 2})
    assert told == (
        "Of eleven open comments seven stand where they were, two stand on words that changed and two have lost their"
        " passage."
    )


def test_what_fared_alike_is_said_in_one() -> None:
    assert outcome.fate({EXACT: 1}) == "One open comment stands where it was."
    assert outcome.fate({EXACT: 3}) == "Three open comments stand where they were."
    assert outcome.fate({ORPHAN: 1}) == "One open comment has lost its passage."


def test_without_comments_there_is_nothing_to_say_of_them() -> None:
    assert outcome.fate({}) == ""
    received = Received(id=uuid4(), number=1, carried={}, report=())
    assert outcome.said(received, "The bus") == "Draft 1 of ‘The bus’ was kept."
