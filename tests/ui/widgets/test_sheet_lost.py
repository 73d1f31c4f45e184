from carfacilitator.ui.widgets.sheet_lost import with_lost
from carfacilitator.ui.widgets.sheet_rows import LostHere, Shape, Strip

TEXT = Strip(Shape.TEXT, new=((0,),))
FIRST, SECOND = (Strip(Shape.TABLE, new=((leaf,),), table=0) for leaf in (1, 2))
AFTER = Strip(Shape.TEXT, new=((3,),))


def shapes(*lost: LostHere) -> list[str]:
    return [strip.words or strip.shape for strip in with_lost((TEXT, FIRST, SECOND, AFTER), lost)]


def test_a_band_follows_the_paragraph_where_words_were_cut() -> None:
    assert shapes(LostHere("a", 0, "A", "gone"), LostHere("b", 3, "B", "too")) == [
        "text",
        "gone",
        "table",
        "table",
        "text",
        "too",
    ]


def test_a_table_is_not_torn_apart() -> None:
    assert shapes(LostHere("a", 1, "A", "gone")) == ["text", "table", "table", "gone", "text"]


def test_what_was_cut_nowhere_has_no_band() -> None:
    assert shapes(LostHere("a", 9, "A", "gone")) == ["text", "table", "table", "text"]
