from carfacilitator.word.limits import LIMITS


def test_what_is_opened_fits_into_what_the_reading_child_may_take() -> None:
    assert LIMITS.xml < LIMITS.entry < LIMITS.inflated < 512 * 1024 * 1024
    assert LIMITS.ratio_from < LIMITS.media_ratio_from < LIMITS.entry
