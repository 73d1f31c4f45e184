from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.blocks import Block, BlockKind, Document, Span, Story
from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.sheet_rows import Look, Shape, rows_of_one, strips
from tests.ui.widgets.review_demo import NEW, OLD, paragraph, table

ROWS = compare(OLD, NEW).rows
TEXTS = st.lists(
    st.sampled_from(["The flood came in March and stayed.", "Nobody told families.", "I kept a diary.", "Yes"]),
    max_size=7,
)


def drafted(texts: list[str]) -> Document:
    blocks = [paragraph(text) if text != "Yes" else table(("Yes", "No"), ("Maybe", "")) for text in texts]
    return Document(tuple(blocks))


def test_what_moved_stands_at_both_places() -> None:
    looks = [(strip.look, strip.old, strip.new) for strip in strips(OLD, NEW, ROWS) if "moved" in strip.look]
    assert looks == [(Look.MOVED_AWAY, ((4,),), ()), (Look.MOVED_HERE, (), ((11,),))]


def test_a_moved_paragraph_stands_on_the_older_sheet_where_it_was() -> None:
    old = [leaf for strip in strips(OLD, NEW, ROWS) for is_new, leaf in strip.leaves() if not is_new]
    assert old == sorted(old)


def test_a_table_is_one_strip_a_row_with_its_changed_row_told() -> None:
    rows = [strip for strip in strips(OLD, NEW, ROWS) if strip.shape is Shape.TABLE]
    assert [strip.look for strip in rows] == [Look.SAME, Look.SAME, Look.CHANGED]
    assert rows[2].new == ((18,), (19,), (20,))


def test_a_text_box_needs_no_heading_of_its_own() -> None:
    box = Block("x", BlockKind.TEXT_BOX, blocks=(Block("b", spans=(Span("boxed"),), story=Story.TEXT_BOX),))
    draft = Document((paragraph("one"), box, paragraph("two")))
    assert [strip.shape for strip in strips(draft, draft, compare(draft, draft).rows)] == [Shape.TEXT] * 3


def test_notes_come_under_a_small_heading() -> None:
    found = strips(OLD, NEW, ROWS)
    assert found[-2].shape is Shape.STORY
    assert found[-2].words == "Footnotes"


def test_a_draft_that_is_read_alone_has_its_leaves_in_order() -> None:
    found = strips(None, NEW, rows_of_one(NEW))
    leaves = [leaf for strip in found for _, leaf in strip.leaves()]
    assert leaves == [n for n, text in enumerate(NEW.texts()) if text]
    assert {strip.look for strip in found} == {Look.SAME}


def test_empty_paragraphs_take_no_room() -> None:
    document = Document((paragraph("one"), paragraph(""), paragraph("two")))
    assert len(strips(None, document, rows_of_one(document))) == 2


@given(TEXTS, TEXTS)
def test_every_leaf_with_text_stands_on_its_side_exactly_once(old_texts: list[str], new_texts: list[str]) -> None:
    old, new = drafted(old_texts), drafted(new_texts)
    counted = Counter(key for strip in strips(old, new, compare(old, new).rows) for key in strip.leaves())
    assert set(counted.values()) <= {1}
    for is_new, document in ((False, old), (True, new)):
        shown = {leaf for side, leaf in counted if side is is_new}
        assert {n for n, text in enumerate(document.texts()) if text} <= shown
