from carfacilitator.ui import tokens


def test_every_colour_is_written_in_full() -> None:
    for named in (tokens.LIGHT, tokens.DARK, tokens.FIXED):
        assert all(len(value) == 7 and value.startswith("#") and int(value[1:], 16) >= 0 for value in named.values())
