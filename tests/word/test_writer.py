from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carfacilitator.document.blocks import BlockKind, Document
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.names import W
from carfacilitator.word.package import open_package
from carfacilitator.word.reader import read
from carfacilitator.word.sheets import Heading, Items, NewPage, Paragraph, Piece, Sheet, Table, bold, italic
from carfacilitator.word.writer import write
from tests.word_oracles import needs_libreoffice, needs_pandoc, pages_as_pictures, pandoc
from tests.word_schema import misplaced

ASKED = NewComment(text="Who said so?", author="Isla Munro", made=datetime(2026, 3, 11, 10, 5, tzinfo=UTC))
MINUTES = Sheet(
    title="Minutes of the third meeting",
    subtitle="Mill Hall, 12 March 2026",
    foot="For the group",
    author="Isla Munro",
    pieces=(
        Heading("What we agreed"),
        Paragraph(("Ailsa will ask ", bold("all seven"), " households ", italic("again"), ".")),
        Items(("the letter", "the visits")),
        Items(("first", "then"), numbered=True),
        Heading("What comes next", 2),
        Items(("anew",), numbered=True),
        Table((("Who", "What", "When"), ("Ailsa", "asks\nand writes", "April")), widths=(1, 3, 1), caption="Tasks"),
        Paragraph("It is so.", quoted=True, comments=(ASKED,)),
    ),
)


def written(*pieces: Piece) -> Document:
    return read(write(replace(MINUTES, pieces=pieces)))


def test_a_sheet_is_read_as_it_was_told() -> None:
    document = read(write(MINUTES))
    assert document.texts()[:7] == (
        "Minutes of the third meeting",
        "Mill Hall, 12 March 2026",
        "What we agreed",
        "Ailsa will ask all seven households again.",
        "the letter",
        "the visits",
        "first",
    )
    assert [block.label for block in document.blocks if block.kind is BlockKind.LIST_ITEM] == [
        *("•", "•", "1.", "2.", "1."),
    ]
    assert [(block.level, block.text()) for block in document.blocks if block.kind is BlockKind.HEADING] == [
        *((1, "What we agreed"), (2, "What comes next")),
    ]
    assert document.properties == {"title": "Minutes of the third meeting", "creator": "Isla Munro"}
    assert [(one.text, one.quote) for one in document.comments] == [("Who said so?", "It is so.")]
    assert document.report == ()


def test_words_bear_their_marks() -> None:
    spans = written(Paragraph((bold("b"), italic("i"), "plain"))).leaves()[2].block.spans
    assert [sorted(span.marks) for span in spans] == [["bold"], ["italic"], []]


def test_a_table_has_its_cells_and_its_heading_on_every_page() -> None:
    package = open_package(write(MINUTES))
    root = package.tree(package.main)
    assert len(list(root.iter(W + "tblHeader"))) == 1
    assert sum(int(one.get(W + "w", "0")) for one in root.iter(W + "gridCol")) == 9298
    (table,) = [block for block in read(write(MINUTES)).blocks if block.kind is BlockKind.TABLE]
    assert [[[block.text() for block in cell] for cell in row] for row in table.rows] == [
        [["Who"], ["What"], ["When"]],
        [["Ailsa"], ["asks", "and writes"], ["April"]],
    ]


def test_rows_that_are_too_short_end_in_empty_cells_and_tables_without_any_are_left_out() -> None:
    document = written(Table((("a", "b"), ("c",))), Table(()), Table((("d",),)))
    assert [block.kind for block in document.blocks[2:-1]] == [
        *(BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH),
    ]
    assert [len(row) for row in document.blocks[2].rows] == [2, 2]


def test_a_page_can_lie_on_its_side_and_begin_anew() -> None:
    sheet = replace(
        MINUTES, landscape=True, pieces=(Paragraph("a"), NewPage(), Heading("b"), NewPage(), Table((("c",),)))
    )
    package = open_package(write(sheet))
    root = package.tree(package.main)
    (size,) = root.iter(W + "pgSz")
    assert (size.get(W + "w"), size.get(W + "h"), size.get(W + "orient")) == ("16838", "11906", "landscape")
    assert len(list(root.iter(W + "pageBreakBefore"))) == 2


def test_the_number_of_the_page_stands_where_the_text_ends() -> None:
    stops = []
    for landscape in (False, True):
        package = open_package(write(replace(MINUTES, landscape=landscape)))
        foot = package.related("footer")
        assert foot is not None
        stops += [tab.get(W + "pos") for tab in package.tree(foot).iter(W + "tab") if tab.get(W + "val")]
    assert stops == ["9298", "14230"]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert write(MINUTES) == write(MINUTES)


WORDS = st.text(alphabet="ab \t\n<&’\x01ß", max_size=8)
PIECES = st.one_of(
    st.builds(Heading, WORDS, st.integers(0, 5)),
    st.builds(Paragraph, st.one_of(WORDS, st.tuples(WORDS, WORDS.map(bold)))),
    st.builds(Items, st.lists(WORDS, max_size=3).map(tuple), st.booleans()),
    st.builds(Table, st.lists(st.lists(WORDS, max_size=3).map(tuple), max_size=3).map(tuple)),
    st.just(NewPage()),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=6))
def test_any_sheet_is_read_back_to_the_letter(pieces: list[Piece]) -> None:
    write(replace(MINUTES, pieces=tuple(pieces)))  # which reads what it wrote and compares


@pytest.mark.oracle
@needs_pandoc
def test_pandoc_reads_the_same_paragraphs(tmp_path: Path) -> None:
    data = write(MINUTES)
    theirs = pandoc(data, tmp_path).paragraphs
    ours = [leaf.block.text() for leaf in read(data).leaves() if leaf.block.story == "body"]
    assert sorted(theirs) == sorted(ours)


@pytest.mark.oracle
@needs_libreoffice
def test_libreoffice_prints_it(tmp_path: Path) -> None:
    assert len(pages_as_pictures(write(MINUTES), tmp_path)) == 1


def test_properties_stand_in_the_order_that_word_wants() -> None:
    turned = replace(MINUTES, landscape=True, pieces=(NewPage(), *MINUTES.pieces, Paragraph("after the table")))
    assert misplaced(write(turned)) == []
