from carfacilitator.ui.widgets.review_data import Side
from carfacilitator.ui.widgets.sheet_model import SheetModel, Way
from carfacilitator.ui.widgets.sheet_speech import shortened, spoken_row
from tests.ui.widgets.review_demo import drafts, place

MODEL = SheetModel(drafts(), Way())


def row_of(words: str) -> int:
    return MODEL.drafts.row_of[Side.NEW, place(words).first]


def test_a_changed_row_is_heard_with_what_was_cut_and_what_is_new() -> None:
    said = spoken_row(MODEL, row_of("Most said"))
    assert said.startswith("Changed, 5 What I found, paragraph 2: cut “Everybody”, new “Most”")


def test_a_moved_row_is_heard_with_where_it_came_from() -> None:
    assert "from 4 What we did, paragraph 2" in spoken_row(MODEL, row_of("In the first month"))


def test_an_unchanged_row_is_heard_with_its_words() -> None:
    assert spoken_row(MODEL, row_of("None of it fits")).startswith("Unchanged, 4 What we did, paragraph 4: None of it")


def test_a_long_text_is_said_by_its_beginning() -> None:
    assert shortened("one  two\nthree", 9) == "one two t…"
    assert shortened("one\ntwo") == "one two"
