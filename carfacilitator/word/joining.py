"""Joins a paragraph whose mark is gone with the one that follows it."""

from collections.abc import Callable

from lxml import etree

from carfacilitator.word.elements import attributes, remove
from carfacilitator.word.names import MC, Element, W
from carfacilitator.word.patch import PARAGRAPH, PARAGRAPH_PROPERTIES, at_beginning
from carfacilitator.word.tracking import WRAPPERS

_TABLE, _CELL = W + "tbl", W + "tc"
_WRAPPERS = WRAPPERS | {W + "sdt", W + "sdtContent", W + "customXml"}
SECTION = f"{PARAGRAPH_PROPERTIES}/{W}sectPr"
_BLOCKS = frozenset({PARAGRAPH, _TABLE, W + "altChunk", MC + "AlternateContent", *_WRAPPERS})


def join_with_following(paragraph: Element) -> None:
    """Give a paragraph's content to the one that follows, whose properties both then have.

    Where none follows, the paragraph stays, unless it is empty and nothing needs it.
    """
    following = following_paragraph(paragraph)
    if following is not None:
        _draw_out(paragraph, following, Element.addnext)
        _draw_out(following, paragraph, Element.addprevious)
    content = [child for child in paragraph if child.tag != PARAGRAPH_PROPERTIES]
    if following is not None:
        at_beginning(following, *content)
        remove(paragraph)
    elif not content and not _is_needed(paragraph):
        remove(paragraph)


def _draw_out(paragraph: Element, other: Element, put_beside: Callable[[Element, Element], None]) -> None:
    """Bring a paragraph out of the changes that it stands in and another does not; its words stay in them."""
    parent = paragraph.getparent()
    while parent is not None and parent.tag in WRAPPERS and parent not in other.iterancestors():
        around = etree.Element(parent.tag, attributes(parent))
        around.extend([child for child in paragraph if child.tag != PARAGRAPH_PROPERTIES])
        paragraph.append(around)
        put_beside(parent, paragraph)
        if not len(parent):
            remove(parent)
        parent = paragraph.getparent()


def following_paragraph(paragraph: Element) -> Element | None:
    """Return the paragraph that comes right after one, also across the edge of a content control; None at a table."""
    return _beside(paragraph, preceding=False)


def preceding_paragraph(paragraph: Element) -> Element | None:
    """Return the paragraph that comes right before one, also across the edge of a content control; None at a table."""
    return _beside(paragraph, preceding=True)


def _beside(paragraph: Element, *, preceding: bool) -> Element | None:
    node = paragraph
    while True:
        sibling = _next_block(node, preceding=preceding)
        if sibling is None:
            parent = node.getparent()
            if parent is None or parent.tag not in _WRAPPERS:
                return None
            node = parent
            continue
        inner = _edge(sibling, preceding=preceding)
        if inner is not None:
            return inner if inner.tag == PARAGRAPH else None
        node = sibling


def _edge(block: Element, *, preceding: bool) -> Element | None:
    """Return the first block inside a wrapper, or the last of one that precedes; another block is itself."""
    if block.tag not in _WRAPPERS:
        return block
    inside = (_edge(child, preceding=preceding) for child in block.iterchildren(*_BLOCKS, reversed=preceding))
    return next((found for found in inside if found is not None), None)


def _next_block(node: Element, *, preceding: bool = False) -> Element | None:
    """Return the next sibling with text; marks of comments and bookmarks between paragraphs are none."""
    return next((sibling for sibling in node.itersiblings(preceding=preceding) if sibling.tag in _BLOCKS), None)


def _is_needed(paragraph: Element) -> bool:
    """Tell whether Word needs an empty paragraph where it stands: to end a cell, part two tables, hold a section."""
    if paragraph.find(SECTION) is not None:
        return True
    before = _next_block(paragraph, preceding=True)
    after = _next_block(paragraph)
    if after is None:
        return before is None or before.tag != PARAGRAPH
    return after.tag == _TABLE and before is not None and before.tag == _TABLE
