from carfacilitator.ui.widgets.sheet_layout import Shelf


def test_strips_stand_one_below_the_other() -> None:
    shelf = Shelf([20, 30, 10], top=18)
    assert [shelf.top(n) for n in range(3)] == [18, 38, 68]
    assert shelf.total == 78
    assert [shelf.at(y) for y in (0, 18, 37, 38, 70, 500)] == [0, 0, 0, 1, 2, 2]
    assert len(shelf) == 3


def test_a_measured_strip_moves_those_below_it() -> None:
    shelf = Shelf([20, 30, 10])
    assert shelf.measure(0, 26) == 6
    assert shelf.top(1) == 26
    assert shelf.height(0) == 26
    assert shelf.is_measured(0)
    assert not shelf.is_measured(1)


def test_what_nobody_has_seen_is_measured_in_order() -> None:
    shelf = Shelf([20, 30])
    shelf.measure(0, 20)
    assert shelf.next_unmeasured() == 1
    shelf.measure(1, 30)
    assert shelf.next_unmeasured() is None
