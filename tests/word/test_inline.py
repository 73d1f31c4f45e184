from lxml import etree

from carfacilitator.document.blocks import OBJECT, SpanKind
from carfacilitator.word.inline import COMMENT_START, Inline
from carfacilitator.word.names import W
from tests.word_builders import (
    DECLARED,
    commented,
    complex_field,
    control,
    deleted,
    drawing,
    inserted,
    note_reference,
    paragraph,
    plain,
    run,
    text_box,
)


def atoms(*content: str, links: dict[str, str] | None = None) -> list[tuple[SpanKind | None, str, str]]:
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(*content)}</w:body>")
    found = Inline(root, links).atoms(next(root.iter(W + "p")))
    return [(atom.kind, atom.text, atom.about) for atom in found]


def text(*content: str, final: bool = False) -> str:
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(*content)}</w:body>")
    found = Inline(root).atoms(next(root.iter(W + "p")))
    return "".join(atom.text for atom in found if atom.is_final or not final)


def test_every_wrapper_around_text_is_looked_into() -> None:
    smart = f'<w:smartTag w:element="place">{run("smart ")}</w:smartTag>'
    custom = f'<w:customXml w:element="e"><w:customXmlPr/>{run("custom ")}</w:customXml>'
    ruby = f"<w:r><w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('base ')}</w:rubyBase></w:ruby></w:r>"
    turned = f'<w:bdo w:val="rtl">{run("turned ")}</w:bdo>'
    simple = f'<w:fldSimple w:instr=" AUTHOR ">{run("field ")}</w:fldSimple>'
    unknown = f"<w:neverHeardOf>{run('unknown')}</w:neverHeardOf>"
    content = smart, custom, ruby, turned, simple, control(run("control ")), unknown
    assert text(*content) == "smart custom base turned field control unknown"


def test_characters_that_are_elements_are_one_character_each() -> None:
    elements = '<w:r><w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:sym w:char="F0B7"/><w:ptab/></w:r>'
    assert text(elements) == "\t\n\n\u2011\u00ad•\t"


def test_a_sign_of_more_than_16_bits_is_one_character() -> None:
    later = "http://schemas.microsoft.com/office/word/2015/wordml/symex"
    sign = f'<w:r xmlns:w16se="{later}"><w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="1F60A"/></w:r>'
    assert text(run("a "), sign) == "a 😊"


def test_a_reading_above_words_is_kept_with_them() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    assert atoms(ruby) == [(SpanKind.TEXT, "base", "reading: above")]


def test_a_checkbox_of_a_form_is_a_sign() -> None:
    box = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    rest = '<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert atoms(begin, rest, run(" yes")) == [(SpanKind.FIELD, "☒", "FORMCHECKBOX"), (SpanKind.TEXT, " yes", "")]


def test_paragraphs_inside_a_paragraph_are_none_of_its_text() -> None:
    assert atoms(run("a"), plain("inside"), run("b")) == [
        (SpanKind.TEXT, "a", ""),
        (None, "", ""),
        (SpanKind.TEXT, "b", ""),
    ]


def test_runs_among_the_properties_of_a_paragraph_are_read() -> None:
    properties = f"<w:pPr><w:tabs><w:tab/></w:tabs>{run('lost? ')}</w:pPr>"
    assert text(properties, run("found")) == "lost? found"


def test_a_reference_to_a_note_with_a_sign_of_its_own_is_one() -> None:
    inside = '<w:footnoteReference w:id="2"><w:sym w:char="F0B7"/></w:footnoteReference>'
    assert atoms(f"<w:r>{inside}</w:r>") == [(SpanKind.NOTE, OBJECT, "footnote2")]


def test_a_page_break_says_so() -> None:
    assert atoms('<w:r><w:br w:type="page"/></w:r>') == [(SpanKind.BREAK, "\n", "page")]


def test_instructions_of_fields_are_dropped_and_results_kept() -> None:
    assert atoms(complex_field("PAGEREF _Toc1", run("12"))) == [(SpanKind.FIELD, "12", "PAGEREF")]


def test_a_link_says_where_it_leads() -> None:
    outside = f'<w:hyperlink r:id="rId9">{run("there")}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="bm">{run("here")}</w:hyperlink>'
    found = atoms(outside, inside, links={"rId9": "https://example.org/"})
    assert found == [(SpanKind.TEXT, "there", "https://example.org/"), (SpanKind.TEXT, "here", "#bm")]


def test_objects_and_notes_are_one_character() -> None:
    equation = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    found = atoms(drawing("chart"), equation, note_reference(2), text_box(plain("not here")))
    assert found == [
        (SpanKind.OPAQUE, OBJECT, "chart"),
        (SpanKind.OPAQUE, OBJECT, "equation: x"),
        (SpanKind.NOTE, OBJECT, "footnote2"),
        (SpanKind.OPAQUE, "", "text box"),
    ]


def test_changes_inside_changes_add_up() -> None:
    content = run("kept "), inserted(run("new ") + deleted("never ")), deleted("old ")
    assert text(*content) == "kept new never old "
    assert text(*content, final=True) == "kept new "


def test_comment_marks_are_met_wherever_they_stand() -> None:
    root = etree.fromstring(f"<w:body {DECLARED}>{paragraph(inserted(commented(run('x'), 4)))}</w:body>")
    marks = [atom.element for atom in Inline(root).atoms(root[0]) if atom.kind is None]
    assert [mark.get(W + "id") for mark in marks] == ["4", "4", "4"]
    assert marks[0].tag == COMMENT_START
