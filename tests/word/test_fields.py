from collections.abc import Iterable

from lxml import etree

from carfacilitator.word.fields import fields_of, name_of
from carfacilitator.word.names import Element, W
from tests.word_builders import DECLARED, complex_field, paragraph, run


def body(*blocks: str) -> Element:
    return etree.fromstring(f"<w:body {DECLARED}>{''.join(blocks)}</w:body>")


def texts(elements: Iterable[Element]) -> list[str]:
    return sorted(one.text or "" for one in elements if one.tag == W + "t")


def test_a_result_knows_its_field() -> None:
    found = fields_of(body(paragraph(complex_field("REF bm1 \\h", run("see 3")), run("after"))))
    assert texts(found.results) == ["see 3"]
    assert set(found.results.values()) == {"REF"}
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
    assert set(found.results.values()) == {"AUTHOR"}


def test_an_empty_instruction_has_no_name() -> None:
    assert name_of("  ") == ""
