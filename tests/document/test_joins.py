from carfacilitator.document.joins import Join, Stretch

TEXTS = ["one", "", "three", "four"]


def test_a_place_goes_there_and_back() -> None:
    join = Join((1, 2, 3), TEXTS)
    assert join.offset(2, 4) == 5
    assert join.place(5) == (2, 4)
    assert join.place(0) == (1, 0)
    assert join.place(11) == (3, 4)


def test_a_line_feed_is_the_end_of_the_leaf_before_it() -> None:
    assert Join((0, 2), TEXTS).place(3) == (0, 3)


def test_what_lies_between_comes_leaf_by_leaf() -> None:
    assert list(Join((1, 2, 3), TEXTS).stretches(3, 9)) == [Stretch(2, 2, 5), Stretch(3, 0, 2)]
