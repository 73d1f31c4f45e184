from lxml import etree

from carfacilitator.word.numbering import Numbering
from tests.word_builders import DECLARED, NUMBERING, level


def numbering(xml: str = NUMBERING) -> Numbering:
    return Numbering(etree.fromstring(f"<w:numbering {DECLARED}>{xml}</w:numbering>"))


def scheme(*levels: str, more: str = "", overrides: str = "") -> Numbering:
    return numbering(
        f'<w:abstractNum w:abstractNumId="7">{more}{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/>{overrides}</w:num>',
    )


def labels(known: Numbering, *steps: tuple[str, int]) -> list[str]:
    return [known.label(identifier, level_) for identifier, level_ in steps]


def test_levels_count_below_one_another_and_start_anew() -> None:
    steps = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1)]
    assert labels(numbering(), *steps) == ["1.", "1.1", "1.2", "(i)", "2.", "2.1"]


def test_lists_of_one_scheme_go_on_unless_one_starts_anew() -> None:
    steps = [("1", 0), ("3", 0), ("3", 0), ("1", 0)]
    assert labels(numbering(), *steps) == ["1.", "1.", "2.", "3."]


def test_bullets_of_symbol_fonts_become_bullets() -> None:
    assert labels(numbering(), ("2", 0), ("2", 0)) == ["•", "•"]


def test_a_list_that_is_not_there_has_no_labels() -> None:
    assert labels(numbering(), ("99", 0)) == [""]
    assert Numbering(None).label("1", 0) == ""


def test_a_level_that_is_never_restarted_goes_on() -> None:
    known = scheme(level(0, "%1"), level(1, "%2", more='<w:lvlRestart w:val="0"/>'))
    assert labels(known, ("1", 0), ("1", 1), ("1", 0), ("1", 1)) == ["1", "1", "2", "2"]


def test_legal_numbers_are_decimal() -> None:
    known = scheme(level(0, "%1", "upperRoman"), level(1, "%1.%2", "decimal", "<w:isLgl/>"))
    assert labels(known, ("1", 0), ("1", 1)) == ["I", "1.1"]


def test_a_level_can_be_defined_anew_for_one_list() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", "lowerLetter")}</w:lvlOverride>'
    assert labels(scheme(level(0, "%1"), overrides=override), ("1", 0)) == ["(a)"]


def test_a_list_may_take_its_levels_from_a_style() -> None:
    known = numbering(
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Outline"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Outline"/>{level(0, "§%1")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    assert labels(known, ("1", 0)) == ["§1"]


def test_a_paragraph_style_names_its_level() -> None:
    known = scheme(level(0, "%1"), level(1, "%2", more='<w:pStyle w:val="Deep"/>'))
    assert known.level_of_style("1", "Deep") == 1
    assert known.level_of_style("1", "Other") == 0


def test_a_level_beyond_the_last_is_the_last() -> None:
    assert labels(numbering(), ("1", 40)) == [""]


def test_a_level_that_begins_anew_begins_where_its_list_says() -> None:
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    known = scheme(level(0, "%1"), level(1, "%1.%2"), overrides=override)
    assert labels(known, ("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)) == ["1", "1.5", "1.6", "2", "2.5"]


def test_a_format_of_newer_words_stands_in_a_choice() -> None:
    newer = '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
    older = '<w:numFmt w:val="decimal"/>'
    choice = f"<mc:AlternateContent><mc:Choice>{newer}</mc:Choice><mc:Fallback>{older}</mc:Fallback>"
    how = f'<w:start w:val="7"/>{choice}</mc:AlternateContent><w:lvlText w:val="No %1"/>'
    assert labels(scheme(f'<w:lvl w:ilvl="0">{how}</w:lvl>'), ("1", 0)) == ["No 007"]


def test_the_font_of_a_bullet_says_what_it_looks_like() -> None:
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    assert labels(scheme(level(0, "\u00d8", "bullet", font)), ("1", 0)) == ["➢"]


def test_a_level_that_is_left_out_counts_as_begun() -> None:
    known = scheme(level(0, "%1"), level(1, "%1.%2"), level(2, "%1.%2.%3"))
    assert labels(known, ("1", 1), ("1", 0), ("1", 2), ("1", 1)) == ["1.1", "2", "2.1.1", "2.2"]


def test_a_pattern_without_end_is_cut() -> None:
    assert len(labels(scheme(level(0, "%1" * 100_000)), ("1", 0))[0]) < 200
