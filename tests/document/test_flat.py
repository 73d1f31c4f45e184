from carfacilitator.document.blocks import Anchor
from carfacilitator.document.flat import Flat


def test_every_leaf_is_closed_by_a_line_feed() -> None:
    assert Flat(["one", "", "two"]).text == "one\n\ntwo\n"


def test_a_passage_and_its_offsets_are_each_the_other() -> None:
    flat = Flat(["one", "", "two"])
    anchor = Anchor(0, 1, 2, 2)
    assert flat.span(anchor) == (1, 7)
    assert flat.anchor(1, 7) == anchor


def test_the_end_of_the_string_is_the_end_of_the_last_leaf() -> None:
    flat = Flat(["one", "two"])
    assert flat.place(len(flat.text)) == (1, 3)
