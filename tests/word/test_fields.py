from collections.abc import Iterable

import pytest
from lxml import etree

from carfacilitator.document.blocks import SpanKind
from carfacilitator.word.fields import checkbox, fields_of, name_of
from carfacilitator.word.names import Element, W
from tests.word_builders import DECLARED, complex_field, paragraph, run


def body(*blocks: str) -> Element:
    return etree.fromstring(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>")


def texts(elements: Iterable[Element]) -> list[str]:
    return sorted(one.text or "" for one in elements if one.tag == W + "t")


def test_a_result_knows_its_field() -> None:
    found = fields_of(body(paragraph(complex_field("REF bm1 \\h", run("see 3")), run("after"))))
    assert texts(found.results) == ["see 3"]
    assert set(found.results.values()) == {(SpanKind.FIELD, "REF")}
    assert not found.silent


def test_text_inside_an_instruction_is_silent() -> None:
    inner = complex_field("MERGEFIELD x", run("inner"))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF</w:instrText></w:r>'
    rest = (
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("shown")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    found = fields_of(body(paragraph(begin, inner, rest)))
    assert texts(found.silent) == ["inner"]
    assert "shown" in texts(found.results)


def test_a_field_over_paragraphs_is_one_field() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    found = fields_of(body(paragraph(begin, separate, run("one")), paragraph(run("two"), end), paragraph(run("no"))))
    assert texts(found.results) == ["one", "two"]


def test_a_field_without_an_end_hides_nothing() -> None:
    found = fields_of(body(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("all the rest"))))
    assert not found.silent


def test_a_simple_field_has_a_result_too() -> None:
    found = fields_of(body(paragraph(f'<w:fldSimple w:instr=" author ">{run("Somebody")}</w:fldSimple>')))
    assert set(found.results.values()) == {(SpanKind.FIELD, "AUTHOR")}


def test_an_empty_instruction_has_no_name() -> None:
    assert name_of("  ") == ""


@pytest.mark.parametrize(
    ("instruction", "address"),
    [
        ('HYPERLINK "https://example.org/a b"', "https://example.org/a b"),
        ('HYPERLINK \\l "_Toc1" \\h', "#_Toc1"),
        ('HYPERLINK \\o "a tip" "https://example.org/" \\l "there" \\n', "https://example.org/#there"),
        ("HYPERLINK mailto:ann@example.org", "mailto:ann@example.org"),
        ("HYPERLINK", "HYPERLINK"),
    ],
)
def test_the_text_of_a_link_is_text_that_leads_somewhere(instruction: str, address: str) -> None:
    found = fields_of(body(paragraph(complex_field(instruction, run("there")))))
    assert set(found.results.values()) == {(SpanKind.TEXT, address)}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ("<w:checkBox/>", "☐"),
        ("<w:textInput/>", ""),
    ],
)
def test_a_checkbox_of_a_form_is_ticked_or_not(said: str, shown: str) -> None:
    element = body(f'<w:fldChar w:fldCharType="begin"><w:ffData>{said}</w:ffData></w:fldChar>')[0]
    assert checkbox(element) == shown


def test_many_fields_that_never_end_take_no_time() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert not fields_of(body(*[paragraph(begin, run("x"))] * 20_000)).silent


def test_fields_within_fields_belong_to_the_outermost() -> None:
    inner = complex_field("PAGEREF _Toc1", run("12"))
    found = fields_of(body(paragraph(complex_field("TOC", run("Title ") + inner))))
    assert {one.text: told for one, told in found.results.items() if one.tag == W + "t"} == {
        "Title ": (SpanKind.FIELD, "TOC"),
        "12": (SpanKind.FIELD, "TOC"),
    }
