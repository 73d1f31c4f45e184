from carfacilitator.document.blocks import Block, BlockKind, Document, Span, Story
from carfacilitator.document.sections import heading_words, places
from tests.ui.widgets.review_demo import NEW


def test_a_paragraph_is_counted_within_its_section() -> None:
    found = places(NEW)
    assert found[3].words == "4 What we did, paragraph 1"
    assert found[3].short == "4, para 1"
    assert found[10].words == "5 What I found, paragraph 2"


def test_a_cell_is_named_by_its_table_and_a_heading_by_itself() -> None:
    found = places(NEW)
    assert found[13].words == "5 What I found, table 1"
    assert found[8].words == "5 What I found"
    assert found[8].part == ""


def test_notes_stand_in_a_section_of_their_own() -> None:
    assert places(NEW)[-1].words == "Footnotes, paragraph 1"


def test_without_headings_paragraphs_are_counted_from_the_start_and_empty_ones_are_not() -> None:
    document = Document((Block("a", spans=(Span("one"),)), Block("b"), Block("c", spans=(Span("two"),))))
    assert [place.words for place in places(document)] == ["paragraph 1", "paragraph 1", "paragraph 2"]


def test_a_long_heading_is_said_by_its_beginning() -> None:
    block = Block("h", BlockKind.HEADING, (Span("A very long heading that goes on and on about the flood"),), label="2")
    assert heading_words(block).endswith("…")
    assert len(heading_words(block)) <= 41


def test_a_text_box_stands_in_the_section_of_its_paragraph_and_is_not_counted() -> None:
    box = Block("x", BlockKind.TEXT_BOX, blocks=(Block("b", spans=(Span("boxed"),), story=Story.TEXT_BOX),))
    heading = Block("h", BlockKind.HEADING, (Span("Found"),), label="2")
    document = Document((heading, Block("p", spans=(Span("one"),)), box, Block("q", spans=(Span("two"),))))
    found = [place.words for place in places(document)]
    assert found == ["2 Found", "2 Found, paragraph 1", "2 Found, text box", "2 Found, paragraph 2"]
