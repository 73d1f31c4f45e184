"""The XML of a table in a new document: as wide as the text, its heading repeated on every page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from carfacilitator.word.names import Element, W

_STYLE = "SheetTable"
_WHOLE = "5000"  # fiftieths of a per cent of the width of the text
_LOOK = {"firstRow": "1", "lastRow": "0", "firstColumn": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the text of a section is, in twentieths of a point."""

    width: int

    @classmethod
    def of(cls, section: Element) -> "Columns":
        """Return the width between the margins of a section of our template."""
        size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        if size is None or margins is None:
            raise LookupError("a section of the template without a size")
        return cls(int(size.get(W + "w", "0")) - sum(int(margins.get(W + side, "0")) for side in ("left", "right")))

    def parted(self, shares: Sequence[float]) -> list[int]:
        """Return the width of each column by its share; together they are the whole."""
        whole = sum(shares)
        edges = [round(self.width * sum(shares[:number]) / whole) for number in range(len(shares) + 1)]
        return [right - left for left, right in pairwise(edges)]


def table_of(rows: Sequence[Sequence[list[Element]]], widths: Sequence[int], heading_rows: int) -> Element:
    """Return a table of cells of paragraphs; no row is broken over two pages."""
    table = etree.Element(W + "tbl")
    properties = etree.SubElement(table, W + "tblPr")
    etree.SubElement(properties, W + "tblStyle", {W + "val": _STYLE})
    etree.SubElement(properties, W + "tblW", {W + "w": _WHOLE, W + "type": "pct"})
    etree.SubElement(properties, W + "tblLayout", {W + "type": "fixed"})
    etree.SubElement(properties, W + "tblLook", {W + name: value for name, value in _LOOK.items()})
    grid = etree.SubElement(table, W + "tblGrid")
    for width in widths:
        etree.SubElement(grid, W + "gridCol", {W + "w": str(width)})
    for number, cells in enumerate(rows):
        table.append(_row(cells, widths, is_heading=number < heading_rows))
    return table


def _row(cells: Sequence[list[Element]], widths: Sequence[int], *, is_heading: bool) -> Element:
    row = etree.Element(W + "tr")
    properties = etree.SubElement(row, W + "trPr")
    etree.SubElement(properties, W + "cantSplit")
    if is_heading:
        etree.SubElement(properties, W + "tblHeader")
    for paragraphs, width in zip(cells, widths, strict=True):
        cell = etree.SubElement(row, W + "tc")
        about = etree.SubElement(cell, W + "tcPr")
        etree.SubElement(about, W + "tcW", {W + "w": str(width), W + "type": "dxa"})
        cell.extend(paragraphs)
    return row
