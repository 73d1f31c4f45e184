from carfacilitator.word.symbols import readable, symbol


def test_a_sign_of_a_symbol_font_becomes_what_it_looks_like() -> None:
    assert symbol("F0B7") == "•"
    assert symbol("F0FC") == "✓"
    assert symbol("00E9") == "é"


def test_what_is_no_character_is_nothing() -> None:
    assert [symbol(code) for code in (None, "", "xyz", "D800", "0007", "FFFFFFFF")] == [""] * 6


def test_a_label_in_a_symbol_font_is_readable() -> None:
    assert readable("\uf0a7") == "▪"
    assert readable("\uf099o") == "•o"
