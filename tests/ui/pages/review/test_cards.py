from datetime import date

import pytest

from carfacilitator.ui.pages.review.cards import file_date

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("written", "said"),
    [("2026-03-09T10:00:00Z", "yesterday"), ("2026-03-09T10:00:00", "yesterday"), ("0-00-00T00:00:00Z", ""), ("", "")],
)
def test_a_date_inside_a_file_is_said_as_far_as_it_is_one(written: str, said: str) -> None:
    assert file_date(written, TODAY) == said
