import pytest
from lxml import etree

from carfacilitator.word.names import W
from carfacilitator.word.tables import Columns, table_of
from tests.word_builders import DECLARED


def test_columns_part_the_whole_width_by_their_shares() -> None:
    assert Columns(1000).parted((1, 2, 1)) == [250, 500, 250]
    assert sum(Columns(1000).parted((1, 1, 1))) == 1000


def test_the_width_of_a_section_is_that_between_its_margins() -> None:
    margins = '<w:pgMar w:left="100" w:right="300"/>'
    section = etree.fromstring(f'<w:sectPr {DECLARED}><w:pgSz w:w="1000"/>{margins}</w:sectPr>')
    assert Columns.of(section) == Columns(600)
    with pytest.raises(LookupError):
        Columns.of(etree.fromstring(f"<w:sectPr {DECLARED}/>"))


def test_the_first_rows_are_the_heading_and_no_row_is_broken() -> None:
    paragraph = etree.Element(W + "p")
    table = table_of([[[paragraph]], [[etree.Element(W + "p")]]], [500], 1)
    assert [len(list(row.iter(W + "tblHeader"))) for row in table.findall(W + "tr")] == [1, 0]
    assert len(list(table.iter(W + "cantSplit"))) == 2
    assert paragraph.getparent() is not None
