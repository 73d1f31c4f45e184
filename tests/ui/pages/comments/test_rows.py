from datetime import date

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.comments.page import CommentsPage
from carfacilitator.ui.pages.comments.rows import counts, options, rows

TODAY = date(2026, 3, 5)


def test_a_row_says_kind_person_words_and_who_sees(page: CommentsPage, sampled: Services) -> None:
    found = sampled.comments.rows()
    made = rows(found, TODAY)
    for row, comment in zip(made, found, strict=True):
        assert comment.kind.name in row.muted
        assert row.section.startswith(f"Draft {comment.draft}")
        assert row.pills[-1].text.casefold() == comment.audience.value
    assert page.isVisible()


def test_choices_begin_with_all_and_count(sampled: Services) -> None:
    offered = options(sampled.comments.choices())
    assert all(choices[0] == ("", "All") for choices in offered.values())
    assert offered["draft"][1][1].startswith("Draft ")


def test_bars_add_up_to_the_balance(sampled: Services) -> None:
    weighed = sampled.comments.balance()
    assert sum(count.count for count in counts(weighed)) == weighed.total
