"""Finds where between two runs new words belong, and opens the text there."""

from collections.abc import Sequence

from lxml import etree

from carfacilitator.word.elements import attributes
from carfacilitator.word.identifiers import Numbers
from carfacilitator.word.inline import RUN
from carfacilitator.word.names import Element, W
from carfacilitator.word.patch import Unit, at_beginning
from carfacilitator.word.tracking import WRAPPERS

_SEAM = "seam"  # no name of Word's: it is taken out again


def open_seam(paragraph: Element, units: Sequence[Unit], at: int, numbers: Numbers) -> tuple[Element, Element | None]:
    """Put an element that is no text before a character, and return it with the run whose look new words there take.

    What is typed at the edge of a link, a content control or a field's result stands outside it, as in Word; only what
    is put into the midst of one stands in it. Others' insertions are parted, so that each can be decided by itself.
    """
    before = next((unit for unit in reversed(units) if unit.end <= at and unit.has_text), None)
    after = next((unit for unit in units if unit.start >= at and unit.has_text), None)
    seam = etree.Element(_SEAM)
    if after is not None and _depth(after, paragraph) < _depth(before, paragraph):
        after.element.addprevious(seam)
    elif before is not None and (_depth(before, paragraph) == 0 or after is not None):
        before.element.addnext(seam)
    elif before is not None:
        paragraph.append(seam)
    else:
        at_beginning(paragraph, seam)
    _leave_insertions(seam, numbers)
    likes = [unit.element for unit in (before, after) if unit is not None and unit.has_words]
    return seam, next((one for one in likes if one.tag == RUN), None)


def _depth(unit: Unit | None, paragraph: Element) -> int:
    """Return how many links, controls and fields a unit stands in; 1 for what is not there is as good as inside."""
    if unit is None:
        return 1
    around = 0
    for ancestor in unit.element.iterancestors():
        if ancestor is paragraph:
            break
        around += ancestor.tag not in WRAPPERS
    return around + unit.in_field


def _leave_insertions(seam: Element, numbers: Numbers) -> None:
    """Bring a seam out of the changes it stands in; one with words on both sides of it is parted."""
    parent = seam.getparent()
    while parent is not None and parent.tag in WRAPPERS:
        following = list(seam.itersiblings())
        if parent[0] is seam:
            parent.addprevious(seam)
        else:
            parent.addnext(seam)
            if following:
                second = etree.Element(parent.tag, attributes(parent) | {W + "id": numbers.draw()})
                second.extend(following)
                seam.addnext(second)
        parent = seam.getparent()
