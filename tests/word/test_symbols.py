from carfacilitator.word.symbols import readable, symbol


def test_a_sign_of_a_symbol_font_becomes_what_it_looks_like() -> None:
    assert symbol("F0B7") == "•"
    assert symbol("F0FC") == "✓"
    assert symbol("00E9") == "é"


def test_each_symbol_font_has_signs_of_its_own() -> None:
    fonts = "Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"
    assert [symbol("F061", font) for font in fonts] == ["α", "♋", "🙦", "→", "✔"]
    assert [symbol("F04A", font) for font in fonts[:2]] == ["ϑ", "☺"]
    assert symbol("004A", "wingdings") == "☺"
    assert symbol("F0E0", "Wingdings") == "→"
    assert symbol("2610", "MS Gothic") == "☐"


def test_no_sign_of_a_table_stands_in_the_private_area() -> None:
    codes = [f"{0xF000 + code:X}" for code in range(0xA1, 0xFF)]
    signs = "".join(symbol(code, font) for font in ("Wingdings", "Webdings") for code in codes)
    assert not any(0xE000 <= ord(sign) < 0xF900 for sign in signs)


def test_what_is_no_character_is_nothing() -> None:
    assert [symbol(code) for code in (None, "", "xyz", "D800", "0007", "FFFFFFFF")] == [""] * 6


def test_a_label_in_a_symbol_font_is_readable() -> None:
    assert readable("\uf0a7") == "▪"
    assert readable("\uf099o") == "•o"
    assert readable("\u00d8", "Wingdings") == "➢"
    assert readable("o", "Courier New") == "o"
