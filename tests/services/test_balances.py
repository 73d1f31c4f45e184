from uuid import uuid4

import pytest

from carfacilitator.services.balances import balance
from carfacilitator.services.comment_kinds import KindRow

STYLE, ANALYSIS, EVIDENCE = (
    KindRow(id=uuid4(), name=name, letter=name[0], colour="muted", question="")
    for name in ("Writing style", "Analysis", "Evidence")
)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((0, 0, 0), "You have made no comments here yet."),
        ((0, 1, 0), "Your one comment here is on analysis."),
        ((1, 2, 0), "Your 3 comments here: 2 on analysis, 1 on writing style."),
        ((20, 5, 0), "80 % of your 25 comments here are on writing style, 20 % on analysis."),
        ((7, 0, 0), "All your 7 comments here are on writing style."),
    ],
)
def test_the_balance_is_one_plain_sentence(counts: tuple[int, ...], sentence: str) -> None:
    found = balance(list(zip((STYLE, ANALYSIS, EVIDENCE), counts, strict=True)))
    assert found.sentence == sentence
    assert found.total == sum(counts)


def test_the_shares_add_up_to_a_hundred() -> None:
    found = balance([(STYLE, 2), (ANALYSIS, 2), (EVIDENCE, 2)])
    assert [share.per_cent for share in found.shares] == [34, 33, 33]


def test_the_kinds_without_a_comment_are_named() -> None:
    assert balance([(STYLE, 2), (ANALYSIS, 0), (EVIDENCE, 0)]).none_on == (ANALYSIS, EVIDENCE)
