from lxml import etree

from carfacilitator.document.blocks import Block, BlockKind, RevisionKind, Source, SpanKind, Story
from carfacilitator.word.inline import Inline
from carfacilitator.word.names import W
from carfacilitator.word.numbering import Numbering
from carfacilitator.word.paragraphs import Knowledge, Paragraphs
from carfacilitator.word.styles import Styles
from tests.word_builders import (
    DECLARED,
    NUMBERING,
    STYLES,
    WHO,
    drawing,
    inserted,
    item,
    numbered,
    paragraph,
    plain,
    run,
    style,
    text_box,
)

OUTLINE = style("Numbered", "Numbered", f'<w:basedOn w:val="Heading1"/><w:pPr>{numbered(1)}</w:pPr>')


def blocks(*body: str) -> list[Block]:
    root = etree.fromstring(f"<w:body {DECLARED}>{''.join(body)}</w:body>")
    styles = etree.fromstring(f"<w:styles {DECLARED}>{STYLES}{OUTLINE}</w:styles>")
    numbering = etree.fromstring(f"<w:numbering {DECLARED}>{NUMBERING}</w:numbering>")
    reader = Paragraphs(Knowledge(Styles(styles), Numbering(numbering)), Inline(root))
    return [
        reader.read(one, f"p{number}", Source("word/document.xml", number), Story.BODY)
        for number, one in enumerate(root.iter(W + "p"))
    ]


def test_headings_have_levels_of_their_style_or_their_own() -> None:
    own = '<w:outlineLvl w:val="3"/>'
    found = blocks(plain("a", "Heading2"), paragraph(run("b"), properties=own), plain("c"))
    assert [(one.kind, one.level) for one in found] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 4),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert found[0].style == "heading 2"


def test_list_items_have_the_label_that_word_prints() -> None:
    found = blocks(item("a"), item("b", level=1), item("c"), item("d", 2))
    assert [(one.kind, one.level, one.label) for one in found] == [
        (BlockKind.LIST_ITEM, 0, "1."),
        (BlockKind.LIST_ITEM, 1, "1.1"),
        (BlockKind.LIST_ITEM, 0, "2."),
        (BlockKind.LIST_ITEM, 0, "•"),
    ]


def test_a_heading_may_be_numbered_and_a_paragraph_may_refuse_it() -> None:
    numbered_heading, refused = blocks(
        plain("a", "Numbered"), paragraph(run("b"), style="Numbered", properties=numbered(0))
    )
    assert (numbered_heading.kind, numbered_heading.label) == (BlockKind.HEADING, "1.")
    assert refused.label == ""


def test_an_item_whose_mark_is_deleted_counts_no_more() -> None:
    gone = paragraph(run("gone"), properties=numbered(), mark="del")
    assert [one.label for one in blocks(item("a"), gone, item("b"))] == ["1.", "", "2."]


def test_neighbours_that_are_alike_become_one_span() -> None:
    (block,) = blocks(paragraph(run("one "), run("two "), run("bold", "<w:b/>"), inserted(run(" new"))))
    assert [(span.text, sorted(span.marks), len(span.revisions)) for span in block.spans] == [
        ("one two ", [], 0),
        ("bold", ["bold"], 0),
        (" new", [], 1),
    ]


def test_a_change_of_format_is_a_revision_of_the_span_or_the_block() -> None:
    run_change = f'<w:b/><w:rPrChange w:id="1" w:author="{WHO}"><w:rPr/></w:rPrChange>'
    block_change = f'<w:jc w:val="center"/><w:pPrChange w:id="2" w:author="{WHO}"><w:pPr/></w:pPrChange>'
    (block,) = blocks(paragraph(run("x", run_change), properties=block_change))
    assert [one.kind for one in block.spans[0].revisions] == [RevisionKind.FORMAT]
    assert [one.kind for one in block.revisions] == [RevisionKind.FORMAT]


def test_a_picture_alone_is_a_picture_and_a_chart_alone_is_opaque() -> None:
    found = blocks(paragraph(drawing("picture", description="map")), paragraph(drawing("chart")))
    assert [one.kind for one in found] == [BlockKind.PICTURE, BlockKind.OPAQUE]
    assert found[0].spans[0].about == "map"


def test_a_text_box_leaves_one_character_where_it_stands() -> None:
    block = blocks(paragraph(run("a"), text_box(plain("inside")), run("b")))[0]
    assert [span.kind for span in block.spans] == [SpanKind.TEXT, SpanKind.OPAQUE, SpanKind.TEXT]
    assert "inside" not in block.text()
