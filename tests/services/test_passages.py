from carfacilitator.services.passages import places
from tests.builders import a_text

TEXT = a_text(
    "# The flood", "The water came in the night, and forty-one doors stood open.", "The doors were dry by May."
)


def test_a_passage_is_found_by_words_in_a_row_whatever_their_case_and_dashes() -> None:
    (place,) = places(TEXT, "Forty‑one doors")
    assert (place.before, place.words, place.after) == (
        "The water came in the night, and ",
        "forty-one doors",
        " stood open.",
    )
    assert place.where == "The flood, paragraph 1"
    assert [place.words for place in places(TEXT, "doors")] == ["doors", "doors"]


def test_words_that_stand_apart_find_the_paragraph_that_holds_them_all() -> None:
    (place,) = places(TEXT, "doors water")
    assert place.words == "water came in the night, and forty-one doors"
    assert places(TEXT, "water biscuit") == []
    assert places(TEXT, "  ") == []


def test_what_stands_around_is_cut_at_a_word() -> None:
    long = a_text(f"{'before ' * 30}here{' after' * 30}")
    (place,) = places(long, "here")
    assert place.before.startswith("… before ")
    assert place.after.endswith("after …")
