"""Settles a tracked change of how cells of a column are merged."""

from lxml import etree

from carfacilitator.word.elements import remove
from carfacilitator.word.names import Element, W

_MERGE, _VALUE = W + "vMerge", W + "val"
_STATES = {"cont": "continue", "rest": "restart"}  # as the change spells them, and as a cell does
# What stands before `w:vMerge` in a cell's properties (ISO/IEC 29500-1, A.1, CT_TcPrBase).
_BEFORE = frozenset(W + name for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))


def settle_merge(change: Element, *, accept: bool) -> None:
    """Give the cell whose properties hold a `w:cellMerge` the state that was decided on, and remove the change."""
    properties = change.getparent()
    state = _STATES.get(change.get(W + ("vMerge" if accept else "vMergeOrig"), ""))
    remove(change)
    if properties is None:
        return
    for standing in properties.findall(_MERGE):
        remove(standing)
    if state:
        place = max((at for at, child in enumerate(properties, 1) if child.tag in _BEFORE), default=0)
        properties.insert(place, etree.Element(_MERGE, {_VALUE: state}))
