"""Tables that only the older draft has, as a redline holds them: all their rows deleted, so that they can come back."""

from collections.abc import Iterator, Mapping

from lxml import etree

from carfacilitator.document.blocks import Block, BlockKind, Document, Story
from carfacilitator.word.names import Element, W
from carfacilitator.word.patch import PARAGRAPH
from carfacilitator.word.styles import Styles
from carfacilitator.word.tracker import Tracker

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")  # in the order of the schema
_LINE = {W + "val": "single", W + "sz": "4", W + "space": "0", W + "color": "auto"}


def tables_that_are_gone(old: Document, paired: Mapping[int, int]) -> dict[int, tuple[Block, int]]:
    """Return the tables of the text of which no leaf lives on, by their first leaf, with the number of their leaves."""
    gone = {}
    at = 0
    for block in old.blocks:
        leaves = len(Document((block,)).leaves())
        whole = not any(leaf in paired for leaf in range(at, at + leaves))
        if block.kind is BlockKind.TABLE and block.story is Story.BODY and leaves and whole:
            gone[at] = block, leaves
        at += leaves
    return gone


def deleted_table(table: Block, tracker: Tracker, styles: Styles) -> Element:
    """Return a table with all its rows deleted; what it looked like, but for its words, nobody has told."""
    element = _table(table, tracker, styles)
    for row in element.findall(W + "tr"):
        tracker.delete_row(row)
    return element


def _table(table: Block, tracker: Tracker, styles: Styles) -> Element:
    element = etree.Element(W + "tbl")
    properties = etree.SubElement(element, W + "tblPr")
    etree.SubElement(properties, W + "tblW", {W + "w": "0", W + "type": "auto"})
    borders = etree.SubElement(properties, W + "tblBorders")
    for side in _BORDERS:
        etree.SubElement(borders, W + side, _LINE)
    grid = etree.SubElement(element, W + "tblGrid")
    for _ in range(max(len(row) for row in table.rows)):
        etree.SubElement(grid, W + "gridCol")
    for cells in table.rows:
        row = etree.SubElement(element, W + "tr")
        for blocks in cells:
            cell = etree.SubElement(row, W + "tc")
            cell.extend(_content(blocks, tracker, styles))
            if not len(cell) or cell[-1].tag != PARAGRAPH:
                etree.SubElement(cell, PARAGRAPH)  # which Word needs at the end of every cell
    return element


def _content(blocks: tuple[Block, ...], tracker: Tracker, styles: Styles) -> Iterator[Element]:
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield _table(block, tracker, styles)
        elif block.blocks:
            yield from _content(block.blocks, tracker, styles)
        else:
            yield tracker.deleted_paragraph(block.text(), None, styles.identifier(block.style))
