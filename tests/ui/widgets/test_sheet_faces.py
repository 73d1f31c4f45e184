from carfacilitator.document.blocks import Block, BlockKind, Span, Story
from carfacilitator.ui.widgets.sheet_faces import BETWEEN, BETWEEN_ITEMS, UNDER_HEADING, face


def test_headings_grow_with_their_rank_and_stay_close_to_what_follows() -> None:
    sizes = [face(Block("h", BlockKind.HEADING, level=level)).font.pointSizeF() for level in (1, 2, 3, 4)]
    assert sizes == sorted(sizes, reverse=True)
    assert face(Block("h", BlockKind.HEADING, level=1)).below == UNDER_HEADING


def test_a_label_stands_before_its_text() -> None:
    item = face(Block("i", BlockKind.LIST_ITEM, (Span("a knock"),), label="•", level=1))
    assert item.label_at < item.indent
    assert item.below == BETWEEN_ITEMS
    assert face(Block("i", BlockKind.LIST_ITEM, label="•", level=2)).indent > item.indent
    assert face(Block("h", BlockKind.HEADING, label="4.1", level=2)).indent > 0


def test_quotations_are_indented_and_notes_are_smaller() -> None:
    plain = face(Block("p"))
    quotation = face(Block("q", style="Quote"))
    assert quotation.font.italic()
    assert quotation.indent > plain.indent == 0
    assert face(Block("n", story=Story.FOOTNOTE)).font.pointSizeF() < plain.font.pointSizeF()
    assert face(Block("c"), in_table=True).font.pointSizeF() < plain.font.pointSizeF()
    assert plain.below == BETWEEN
