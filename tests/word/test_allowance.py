from carfacilitator.word.allowance import FAT, LIMITS, SLOW, too_long, too_much, too_slow


def test_a_child_that_ended_itself_is_not_taken_for_one_that_crashed() -> None:
    assert len({0, 1, 2, SLOW, FAT}) == 5


def test_what_it_may_take_is_enough_for_a_cold_and_slow_computer() -> None:
    assert LIMITS.start >= LIMITS.seconds > 0


def test_what_is_too_much_is_said_plainly() -> None:
    assert [error.kind for error in (too_slow(), too_much(), too_long())] == ["slow", "too-large", "too-large"]
