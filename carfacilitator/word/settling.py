"""Settles tracked changes in a part's XML, as Word does, without losing what only stands among them."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from enum import StrEnum

from lxml import etree

from carfacilitator.word.elements import remove, unwrap
from carfacilitator.word.inline import (
    COMMENT_END,
    COMMENT_REFERENCE,
    COMMENT_START,
    DELETED_TEXT,
    RUN,
    RUN_PROPERTIES,
    TEXT,
)
from carfacilitator.word.joining import join_with_following
from carfacilitator.word.merging import settle_merge
from carfacilitator.word.names import Element, M, W
from carfacilitator.word.patch import PARAGRAPH, PARAGRAPH_PROPERTIES, at_beginning
from carfacilitator.word.tracking import DELETED, INSERTED, NAME, RANGE_ENDS, RANGE_STARTS, WRAPPERS, move_groups

_ROW, _TABLE, _CELL = W + "tr", W + "tbl", W + "tc"
_BLOCK_LEVEL = frozenset({PARAGRAPH, _TABLE, _ROW, _CELL})
_NUMBERING, _CELL_MERGE = W + "numPr", W + "cellMerge"
# In these an insertion or deletion says what happened to the thing itself, not to text inside it.
_PROPERTY_HOLDERS = frozenset({RUN_PROPERTIES, W + "trPr", W + "tcPr", _NUMBERING, M + "ctrlPr"})
_PART_MARKERS = {W + "trPr": (W + "ins", W + "del"), W + "tcPr": (W + "cellIns", W + "cellDel")}
_CELL_MARKERS = _PART_MARKERS[W + "tcPr"]
_FORMAT_CHANGES = {
    W + name: W + name.removesuffix("Change")
    for name in (
        "rPrChange",
        "pPrChange",
        "sectPrChange",
        "tblPrChange",
        "tblPrExChange",
        "tblGridChange",
        "trPrChange",
        "tcPrChange",
    )
}
# What survives a change of properties that is rejected, for it is no property: marks, sections, headers.
_NOT_PROPERTIES = frozenset(
    {
        *WRAPPERS,
        *_CELL_MARKERS,
        _CELL_MERGE,
        RUN_PROPERTIES,
        W + "sectPr",
        W + "headerReference",
        W + "footerReference",
    }
)
# What of it stands before the properties; all else stands after them.
_FIRST = {RUN_PROPERTIES: WRAPPERS, W + "sectPr": (W + "headerReference", W + "footerReference")}
_MOVE_RANGES = (*RANGE_STARTS, *RANGE_ENDS)
_OTHER_RANGES = tuple(
    f"{W}customXml{kind}Range{end}" for kind in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")
)
_TRACES = (W + "numberingChange", *_OTHER_RANGES)  # which tell of a change and take no part in it
TRACKED = (*sorted(WRAPPERS), *_FORMAT_CHANGES, *_CELL_MARKERS, _CELL_MERGE, *_MOVE_RANGES, *_TRACES)
_DELETED_NAMES = {DELETED_TEXT: TEXT, W + "delInstrText": W + "instrText"}
# What is lifted out of text that goes: others may stand on it.
_LIFTED = frozenset({COMMENT_START, COMMENT_END, W + "bookmarkStart", W + "bookmarkEnd"})


class Verdict(StrEnum):
    """What a person decides on a tracked change."""

    ACCEPT = "accept"
    REJECT = "reject"


Choose = Callable[[Element], Verdict | None]  # what becomes of a change; None: it stays a change
_Verdicts = Mapping[Element, Verdict]


def settle(root: Element, choose: Choose) -> bool:
    """Accept or reject the tracked changes below an element as `choose` says of each; tell whether any was."""
    verdicts = {one: verdict for one in root.iter(*TRACKED) if (verdict := choose(one)) is not None}
    if not verdicts:
        return False
    _settle_formats(verdicts)
    _settle_table_parts(root, verdicts)
    _settle_text(verdicts)
    _settle_marks(verdicts)
    for element in [one for one in verdicts if one.tag in _TRACES]:
        remove(element)
    _take_out_ranges(root, verdicts)
    _call_text_by_its_name(root)
    return True


def take_out(element: Element) -> None:
    """Remove an element and leave the marks of comments and bookmarks inside it where it stood."""
    if element.tag in _BLOCK_LEVEL or any(child.tag in _BLOCK_LEVEL for child in element):
        _lift_to_a_paragraph(element)
    else:
        for lifted in _lifted(element):
            element.addprevious(lifted)
    remove(element)


def _goes(change: Element, verdict: Verdict) -> bool:
    """Tell whether what a change is about is gone after a verdict on it."""
    arrives = change.tag in INSERTED or change.tag == _CELL_MARKERS[0]
    return arrives is (verdict is Verdict.REJECT)


def _lift_to_a_paragraph(element: Element) -> None:
    """Move marks out of rows or paragraphs that go, into the paragraph after them, or else the one before."""
    lifted = list(_lifted(element))
    inside = list(element.iter(PARAGRAPH))
    if not lifted or not inside:
        return
    every = list(element.getroottree().getroot().iter(PARAGRAPH))
    first = every.index(inside[0])
    after = first + len(inside)
    if after < len(every):
        at_beginning(every[after], *lifted)
    elif first:
        every[first - 1].extend(lifted)


def _lifted(element: Element) -> Iterator[Element]:
    """Yield the marks below an element that are to live on, references of comments each in a run of its own."""
    for found in list(element.iter(*_LIFTED, COMMENT_REFERENCE)):
        if found.tag == COMMENT_REFERENCE:
            run = etree.Element(RUN)
            run.append(found)
            yield run
        else:
            yield found


def _settle_formats(verdicts: _Verdicts) -> None:
    for change, verdict in verdicts.items():
        holder = change.getparent()
        if change.tag not in _FORMAT_CHANGES or holder is None:
            continue
        remove(change)
        old = change.find(_FORMAT_CHANGES[change.tag])
        if verdict is Verdict.REJECT and old is not None:
            _restore(holder, old)


def _restore(holder: Element, old: Element) -> None:
    """Give properties back what they were; what stands among them and is none stays as it is."""
    kept = [child for child in holder if child.tag in _NOT_PROPERTIES]
    first = [child for child in kept if child.tag in _FIRST.get(holder.tag, ())]
    last = [child for child in kept if child not in first]
    for child in list(holder):
        holder.remove(child)
    holder.extend([*first, *(deepcopy(child) for child in old if child.tag not in _NOT_PROPERTIES), *last])


def _settle_table_parts(root: Element, verdicts: _Verdicts) -> None:
    """Remove the rows and cells that go, and the tables that nothing is left of."""
    tables = list(root.iter(_TABLE))
    for marker in [one for one in verdicts if one.tag == _CELL_MERGE]:
        settle_merge(marker, accept=verdicts[marker] is Verdict.ACCEPT)
    for part in list(root.iter(_ROW, _CELL)):
        _settle_part(part, verdicts)
    for row in [row for table in tables for row in table.iter(_ROW)]:
        if next(row.iter(_CELL), None) is None:
            take_out(row)
    for table in tables:
        if next(table.iter(_ROW), None) is None:
            take_out(table)


def _settle_part(part: Element, verdicts: _Verdicts) -> None:
    """Remove a row or a cell if it goes; else only the marks that say what happened to it."""
    properties = part.find(W + ("trPr" if part.tag == _ROW else "tcPr"))
    if properties is None:
        return
    markers = [child for child in properties if child.tag in _PART_MARKERS[properties.tag] and child in verdicts]
    if any(_goes(marker, verdicts[marker]) for marker in markers):
        take_out(part)
        return
    for marker in markers:
        remove(marker)


def _settle_text(verdicts: _Verdicts) -> None:
    for element, verdict in verdicts.items():
        parent = element.getparent()
        if element.tag in WRAPPERS and parent is not None and parent.tag not in _PROPERTY_HOLDERS:
            (take_out if _goes(element, verdict) else unwrap)(element)


def _settle_marks(verdicts: _Verdicts) -> None:
    """Settle what stands in properties: numbers that came, and the marks of paragraphs, which are joined if they go."""
    joined: dict[Element, None] = {}
    for marker, verdict in verdicts.items():
        holder = marker.getparent()
        if marker.tag not in WRAPPERS or holder is None or holder.tag not in _PROPERTY_HOLDERS:
            continue
        remove(marker)
        if not _goes(marker, verdict):
            continue
        paragraph = _paragraph_of_mark(holder)
        if paragraph is not None:
            joined[paragraph] = None
        elif holder.tag == _NUMBERING:
            remove(holder)
    for paragraph in joined:
        join_with_following(paragraph)


def _paragraph_of_mark(holder: Element) -> Element | None:
    """Return the paragraph whose mark's properties these are, if they are such."""
    properties = None if holder.tag != RUN_PROPERTIES else holder.getparent()
    return None if properties is None or properties.tag != PARAGRAPH_PROPERTIES else properties.getparent()


def _take_out_ranges(root: Element, verdicts: _Verdicts) -> None:
    """Remove the ends of the moves in which nothing is left that was moved."""
    in_use = set(move_groups(root).values())
    numbers: dict[str, set[str | None]] = {}
    for start in [one for one in verdicts if one.tag in RANGE_STARTS and one.get(NAME, "") not in in_use]:
        numbers.setdefault(RANGE_STARTS[start.tag], set()).add(start.get(W + "id"))
        remove(start)
    for end in list(root.iter(*RANGE_ENDS)):
        if end.get(W + "id") in numbers.get(RANGE_ENDS[end.tag], ()):
            remove(end)


def _call_text_by_its_name(root: Element) -> None:
    """Call text that is deleted no longer by the name of text again."""
    for element in root.iter(*_DELETED_NAMES):
        if next(element.iterancestors(*DELETED), None) is None:
            element.tag = _DELETED_NAMES[element.tag]
