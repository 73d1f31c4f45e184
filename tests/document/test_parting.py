import pytest

from carfacilitator import paths
from carfacilitator.document.blocks import Block, BlockKind, Document, Source, Span, SpanKind
from carfacilitator.document.parting import join, leaves_in, part, words_of
from carfacilitator.document.records import to_record
from carfacilitator.word.reader import read

TABLE = Block(
    "t0",
    BlockKind.TABLE,
    rows=(((Block("p1", spans=(Span("Left"),)),), (Block("p2", spans=(Span("Right"),)),)),),
)


def a_paragraph(words: str, number: int) -> Block:
    return Block(f"p{number}", spans=(Span(words),), source=Source("word/document.xml", number))


@pytest.mark.parametrize("name", [file.name for file in sorted(paths.resource("sample").glob("*.docx"))])
def test_a_draft_that_was_parted_is_put_together_again_without_loss(name: str) -> None:
    record = to_record(read(paths.resource("sample", name).read_bytes()))
    assert join(*part(record)) == record


def test_a_document_without_blocks_is_one_too() -> None:
    record = to_record(Document())
    assert join(*part(record)) == record


def test_a_paragraph_that_only_moved_is_the_same_block() -> None:
    first = part(to_record(Document((a_paragraph("It rained.", 0), a_paragraph("It stopped.", 1)))))[1]
    second = part(to_record(Document((a_paragraph("New.", 0), a_paragraph("It rained.", 1)))))[1]
    assert second[1] == first[0]


def test_the_words_and_leaves_of_a_table_are_those_of_its_cells() -> None:
    (block,) = part(to_record(Document((TABLE,))))[1]
    assert words_of(block) == "Left\nRight"
    assert leaves_in(block) == 2


def test_a_note_reference_is_no_trouble() -> None:
    note = Block("n0", BlockKind.NOTE, blocks=(Block("p3", spans=(Span("", SpanKind.NOTE, about="1"), Span("See."))),))
    (block,) = part(to_record(Document((note,))))[1]
    assert (words_of(block), leaves_in(block)) == ("See.", 1)


def test_paragraphs_that_follow_one_another_take_next_to_no_room() -> None:
    frame, _ = part(to_record(Document(tuple(a_paragraph(f"Line {number}.", number) for number in range(500)))))
    assert frame["places"] == [["p0", "word/document.xml", 0, 500]]


def test_places_that_do_not_count_on_are_told_one_by_one() -> None:
    blocks = (a_paragraph("a", 1), a_paragraph("b", 3), Block("p4"), Block("p04"), a_paragraph("c", 5))
    record = to_record(Document(blocks))
    frame, bodies = part(record)
    assert len(frame["places"]) == 5
    assert join(frame, bodies) == record
