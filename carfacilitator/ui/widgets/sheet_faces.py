"""How each kind of paragraph is set on a sheet: its face, its line, its indent and the space around it."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from carfacilitator.document.blocks import Block, BlockKind, Story
from carfacilitator.ui import theme

BETWEEN, BETWEEN_ITEMS, UNDER_HEADING, ABOVE_HEADING = 14, 6, 6, 8  # pixels between rows
HEADINGS = (theme.DRAFT * 1.3, theme.DRAFT * 1.17, theme.DRAFT * 1.05)  # points of the first three levels
SMALLER = theme.DRAFT - 1  # in tables and notes
HEADING_LEADING = 0.9  # of the line of running text
INDENT, STEP, AFTER_LABEL = 22, 18, 8
QUOTING = ("quote", "quotation", "zitat")  # in the names of Word's styles for quotations


@dataclass(frozen=True)
class Face:
    """A paragraph's setting. `indent` is where its text begins, with the label before it."""

    font: QFont
    leading: float
    indent: float
    label: str
    label_at: float
    above: float = 0
    below: float = BETWEEN


def face(block: Block, *, in_table: bool = False, header_row: bool = False) -> Face:
    """Return how a block is set."""
    if block.kind is BlockKind.HEADING and not in_table:
        size = HEADINGS[min(max(block.level, 1), len(HEADINGS)) - 1]
        font = theme.font(size, theme.SEMIBOLD, serif=True)
        leading = theme.line_height(font) * HEADING_LEADING
        return _labelled(block, Face(font, leading, 0, block.label, 0, ABOVE_HEADING, UNDER_HEADING))
    quoted = any(word in block.style.lower() for word in QUOTING)
    size = SMALLER if in_table or block.story is not Story.BODY else theme.DRAFT
    weight = theme.SEMIBOLD if header_row else theme.REGULAR
    font = theme.font(size, weight, serif=True, italic=quoted)
    indent = theme.px(STEP) if quoted and not in_table else 0
    return _labelled(block, Face(font, theme.line_height(font), indent, block.label, 0))


def _labelled(block: Block, plain: Face) -> Face:
    """Make room for what Word prints before a heading or a list item."""
    if not block.label:
        return plain
    width = QFontMetricsF(plain.font).horizontalAdvance(block.label) + theme.px(AFTER_LABEL)
    if block.kind is not BlockKind.LIST_ITEM:
        return Face(plain.font, plain.leading, width, block.label, 0, plain.above, plain.below)
    begins = theme.px(STEP) * block.level
    indent = begins + max(width, theme.px(INDENT))
    return Face(plain.font, plain.leading, indent, block.label, indent - width, plain.above, BETWEEN_ITEMS)
