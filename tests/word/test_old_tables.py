from datetime import datetime

from lxml import etree

from carfacilitator.word.names import W
from carfacilitator.word.old_tables import deleted_table, tables_that_are_gone
from carfacilitator.word.reader import read
from carfacilitator.word.styles import Styles
from carfacilitator.word.tracker import Tracker
from tests.word_builders import DECLARED, cell, paragraph, plain, row, table, text_box, word_file

CLOCK = datetime(2026, 3, 11, 10, 5)  # noqa: DTZ001  a wall clock's time, as Word keeps it
OLD = read(
    word_file(
        plain("before"),
        table(row(cell(plain("a")), cell(paragraph(text_box(plain("boxed"))))), row(cell(plain("c")))),
        table(row(cell(plain("kept"))), row(cell(plain("gone")))),
    ).to_bytes()
)


def test_a_table_is_gone_when_none_of_its_leaves_lives_on() -> None:
    kept = OLD.texts().index("kept")
    gone = tables_that_are_gone(OLD, {0: 0, kept: 1})
    assert [(first, leaves) for first, (_, leaves) in gone.items()] == [(1, kept - 1)]


def test_every_row_is_deleted_and_every_cell_ends_in_a_paragraph() -> None:
    root = etree.fromstring(f"<w:body {DECLARED}/>")
    element = deleted_table(OLD.blocks[1], Tracker(root, "Isla", CLOCK), Styles(None))
    assert len(element.findall(f"{W}tr/{W}trPr/{W}del")) == 2
    assert [one.text for one in element.iter(W + "delText")] == ["a", "boxed", "c"]
    assert all(one[-1].tag == W + "p" for one in element.iter(W + "tc"))
    assert len(list(element.iter(W + "gridCol"))) == 2
