"""Where in a draft something stands, as a reader finds it: its story, the heading above it, its cell."""

from collections.abc import Sequence
from typing import NamedTuple

from carfacilitator.document.blocks import BlockKind, Leaf, Story

_UNDER_HEADINGS = frozenset({Story.BODY, Story.TEXT_BOX})


class Whereabouts(NamedTuple):
    """The story, the heading that a leaf is under ('' for none), and table, row and cell, if it is in a table."""

    story: Story = Story.BODY
    heading: str = ""
    path: tuple[int, int, int] | None = None


ANYWHERE = Whereabouts()  # of plain texts


def whereabouts(leaves: Sequence[Leaf]) -> list[Whereabouts]:
    """Return where each leaf stands; a heading stands under itself."""
    found, heading = [], ""
    for leaf in leaves:
        block = leaf.block
        if block.kind is BlockKind.HEADING and block.story is Story.BODY:
            heading = " ".join(block.text().split()) or heading
        found.append(Whereabouts(block.story, heading if block.story in _UNDER_HEADINGS else "", leaf.path))
    return found
