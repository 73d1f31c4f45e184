import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from carfacilitator.word.names import MC, W14, Element, W
from carfacilitator.word.package import open_package
from carfacilitator.word.patch import PartText, at_beginning, declare, new_run, plain_text
from tests.word_builders import (
    DECLARED,
    complex_field,
    control,
    deleted,
    drawing,
    inserted,
    packed,
    paragraph,
    plain,
    run,
    text_box,
    unpacked,
    word_file,
)

PIECES = (
    run("we listened"),
    run(" twice", "<w:b/>"),
    inserted(run(" really")),
    deleted(" never"),
    control(run(" inside")),
    "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>",
    drawing("chart"),
    "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
)


def part(*content: str) -> tuple[PartText, Element]:
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(*content)}</w:body>")
    return PartText(root), root[0]


def text_around(element: Element, mark: str) -> tuple[str, str]:
    """Return the final text before and after a mark."""
    halves = ["", ""]
    passed = 0
    for one in element.iter():
        passed = passed or int(one.tag == mark)
        gone = next(one.iterancestors(W + "del"), None) is not None
        if one.tag == W + "t" and not gone:
            halves[passed] += one.text or ""
        elif one.tag == W + "tab":
            halves[passed] += "\t"
        elif one.tag == W + "drawing" or one.tag.endswith("}oMath"):
            halves[passed] += "\ufffc"
    return halves[0], halves[1]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.integers(0, 60), st.booleans())
def test_a_mark_goes_to_the_exact_character_and_moves_no_other(pieces: list[str], at: int, after: bool) -> None:  # noqa: FBT001  drawn by name
    text, element = part(*pieces)
    whole = text_around(element, "mark")[0]
    at = min(at, len(whole))
    put = text.put_after if after else text.put_before
    put(element, at, etree.Element("mark"))
    assert text_around(element, "mark") == (whole[:at], whole[at:])


@settings(max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.integers(0, 60), st.integers(0, 60))
def test_runs_between_two_places_hold_just_their_text(pieces: list[str], one: int, two: int) -> None:
    text, element = part(*pieces)
    whole = text_around(element, "mark")[0]
    start, end = sorted((min(one, len(whole)), min(two, len(whole))))
    found = text.runs_between(element, start, end)
    assert "".join(text_around(single, "mark")[0] or "\ufffc" for single in found) == whole[start:end]
    assert text_around(element, "mark")[0] == whole


def test_all_runs_of_a_paragraph_are_those_with_its_text_and_its_boxes() -> None:
    text, element = part(run("a"), deleted("gone"), text_box(plain("boxed")), run("b"))
    runs = text.runs(element)
    assert [runs.index(child) if child in runs else None for child in element] == [0, None, 1, 2]
    assert text.runs_between(element, 1, 2) == runs[2:]


def test_a_start_stands_before_its_character_and_an_end_after_its_own() -> None:
    text, element = part(run("ab"), deleted("gone"), run("cd"))
    text.put_after(element, 2, etree.Element("end"))
    text.put_before(element, 2, etree.Element("start"))
    assert [child.tag.removeprefix(W) for child in element] == ["r", "end", "del", "start", "r"]


def test_a_parted_run_keeps_its_look_on_both_sides() -> None:
    text, element = part(run("bold words", "<w:b/>"))
    text.put_before(element, 4, etree.Element("mark"))
    assert [child.find(f"{W}rPr/{W}b") is not None for child in element.iter(W + "r")] == [True, True]


def test_the_beginning_is_after_the_properties() -> None:
    element = etree.fromstring(f"<w:p {DECLARED}><w:pPr/><w:r/></w:p>")
    at_beginning(element, etree.Element("one"), etree.Element("two"))
    assert [child.tag.removeprefix(W) for child in element] == ["pPr", "one", "two", "r"]


def test_a_new_run_has_elements_for_tabs_and_breaks() -> None:
    made = new_run("a\tb\n c")
    assert [child.tag.removeprefix(W) for child in made] == ["t", "tab", "t", "br", "t"]
    assert made[-1].text == " c"


@pytest.mark.parametrize("text", ["bell\x07", "half\ud800", "none\uffff", "nul\x00"])
def test_what_xml_cannot_hold_is_left_out(text: str) -> None:
    etree.fromstring(etree.tostring(new_run(text)))
    assert plain_text(text) == text[:-1]


def test_prefixes_are_declared_once_and_newer_ones_may_be_ignored() -> None:
    bare = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    package = open_package(packed({**unpacked(word_file(plain("x")).to_bytes()), "word/document.xml": bare}))
    root = declare(package, package.main, "w14")
    root.set(W14 + "paraId", "1A")
    written = package.data(package.main)
    assert b'w14:paraId="1A"' in written
    assert root.get(MC + "Ignorable") == "w14"
    assert declare(package, package.main, "w14") is root


def test_units_tell_which_run_holds_which_characters() -> None:
    text, element = part(run("ab"), deleted("gone"), complex_field("REF x", run("cd")), drawing("chart"))
    assert [(unit.start, unit.end, unit.in_field, unit.has_words) for unit in text.units(element)] == [
        *((0, 2, False, True), (2, 4, True, True), (4, 5, False, False)),
    ]


def test_a_run_is_cut_where_a_character_begins() -> None:
    text, element = part(run("abcd"))
    for offset in (2, 2, 4):
        text.cut(element, offset)
    assert [unit.end for unit in text.units(element)] == [2, 4]


def test_a_change_of_format_that_is_parted_gets_a_number_for_each_part() -> None:
    changed = '<w:b/><w:rPrChange w:id="4" w:author="Ann"><w:rPr/></w:rPrChange>'
    text, element = part(run("abcd", changed))
    text.cut(element, 2)
    assert [one.get(W + "id") for one in element.iter(W + "rPrChange")] == ["4", "5"]
