"""Accepts or rejects tracked changes in a part's XML, as Word does, without losing what only stands among them."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from carfacilitator.document.blocks import View
from carfacilitator.word.elements import remove
from carfacilitator.word.inline import COMMENT_END, COMMENT_REFERENCE, COMMENT_START, DELETED_TEXT, RUN, TEXT
from carfacilitator.word.joining import join_with_following
from carfacilitator.word.names import Element, M, W
from carfacilitator.word.package import Package
from carfacilitator.word.patch import PARAGRAPH, PARAGRAPH_PROPERTIES, at_beginning
from carfacilitator.word.tracking import DELETED, INSERTED, WRAPPERS

_ROW, _TABLE, _CELL = W + "tr", W + "tbl", W + "tc"
_BLOCK_LEVEL = frozenset({PARAGRAPH, _TABLE, _ROW, _CELL})
# In these an insertion or deletion says what happened to the thing itself, not to text inside it.
_PROPERTY_HOLDERS = frozenset({W + "rPr", W + "trPr", W + "tcPr", W + "numPr", M + "ctrlPr"})
_CELL_INSERTED, _CELL_DELETED = W + "cellIns", W + "cellDel"
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
_FORMATS = ("styles", "stylesWithEffects", "numbering")
# What survives a change of properties that is rejected, for it is no property: marks, sections, headers.
_NOT_PROPERTIES = frozenset({*WRAPPERS, W + "rPr", W + "sectPr", W + "headerReference", W + "footerReference"})
_LEFTOVERS = (
    W + "numberingChange",
    W + "cellMerge",
    *(
        f"{W}{kind}Range{end}"
        for kind in (
            "moveFrom",
            "moveTo",
            "customXmlIns",
            "customXmlDel",
            "customXmlMoveFrom",
            "customXmlMoveTo",
        )
        for end in ("Start", "End")
    ),
)
_DELETED_NAMES = {DELETED_TEXT: TEXT, W + "delInstrText": W + "instrText"}
# What is lifted out of text that goes: others may stand on it.
_LIFTED = frozenset({COMMENT_START, COMMENT_END, W + "bookmarkStart", W + "bookmarkEnd"})


def settle_package(package: Package, view: View = View.FINAL) -> None:
    """Accept (`FINAL`) or reject (`ORIGINAL`) all tracked changes of every story; a part without any is left alone.

    Changes of styles and of numbering are settled likewise: they too tell who made them.
    """
    formats = [name for kind in _FORMATS for name in package.all_related(kind)]
    for name in [*stories(package), *formats]:
        if settle(package.tree(name), view):
            package.touch(name)


def stories(package: Package) -> list[str]:
    """Return the names of the parts with text of the document: body, notes, headers, footers."""
    kinds = ("footnotes", "endnotes", "header", "footer")
    return list(dict.fromkeys([package.main, *(name for kind in kinds for name in package.all_related(kind))]))


def settle(root: Element, view: View = View.FINAL) -> bool:
    """Accept (`FINAL`) or reject (`ORIGINAL`) all tracked changes below an element; tell whether there were any."""
    if next(root.iter(*WRAPPERS, *_FORMAT_CHANGES, *_LEFTOVERS, _CELL_INSERTED, _CELL_DELETED), None) is None:
        return False
    going = DELETED if view is View.FINAL else INSERTED
    _settle_formats(root, restore=view is View.ORIGINAL)
    _settle_table_parts(root, view)
    for element in list(root.iter(*WRAPPERS)):
        parent = element.getparent()
        if parent is not None and parent.tag not in _PROPERTY_HOLDERS:
            (take_out if element.tag in going else _unwrap)(element)
    _settle_paragraph_marks(root, going)
    for element in list(root.iter(*_LEFTOVERS)):
        remove(element)
    for element in root.iter(*_DELETED_NAMES):
        element.tag = _DELETED_NAMES[element.tag]
    return True


def _unwrap(element: Element) -> None:
    for child in list(element):
        element.addprevious(child)
    remove(element)


def take_out(element: Element) -> None:
    """Remove an element and leave the marks of comments and bookmarks inside it where it stood."""
    if element.tag in _BLOCK_LEVEL or any(child.tag in _BLOCK_LEVEL for child in element):
        _lift_to_a_paragraph(element)
    else:
        for lifted in _lifted(element):
            element.addprevious(lifted)
    remove(element)


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


def _settle_formats(root: Element, *, restore: bool) -> None:
    for change in list(root.iter(*_FORMAT_CHANGES)):
        holder = change.getparent()
        if holder is None:
            continue
        remove(change)
        old = change.find(_FORMAT_CHANGES[change.tag])
        if restore and old is not None:
            _restore(holder, old)


def _restore(holder: Element, old: Element) -> None:
    kept = [child for child in holder if child.tag in _NOT_PROPERTIES]
    first = [child for child in kept if child.tag not in {W + "rPr", W + "sectPr"}]
    last = [child for child in kept if child not in first]
    for child in list(holder):
        holder.remove(child)
    holder.extend([*first, *deepcopy(old), *last])


def _settle_table_parts(root: Element, view: View) -> None:
    """Remove the rows and cells that go, and the tables that nothing is left of."""
    row_goes, cell_goes = ("del", _CELL_DELETED) if view is View.FINAL else ("ins", _CELL_INSERTED)
    tables = list(root.iter(_TABLE))
    for row in list(root.iter(_ROW)):
        _settle_one(row, row.find(W + "trPr"), W + row_goes, (W + "ins", W + "del"))
    for cell in list(root.iter(_CELL)):
        _settle_one(cell, cell.find(W + "tcPr"), cell_goes, (_CELL_INSERTED, _CELL_DELETED))
    for row in [row for table in tables for row in table.iter(_ROW)]:
        if next(row.iter(_CELL), None) is None:
            take_out(row)
    for table in tables:
        if next(table.iter(_ROW), None) is None:
            take_out(table)


def _settle_one(thing: Element, properties: Element | None, going: str, markers: tuple[str, str]) -> None:
    found = [] if properties is None else [child for child in properties if child.tag in markers]
    if any(marker.tag == going for marker in found):
        take_out(thing)
        return
    for marker in found:
        remove(marker)


def _settle_paragraph_marks(root: Element, going: frozenset[str]) -> None:
    """Remove all that is left of changes, which stands in properties, and join the paragraphs whose mark goes."""
    joined: dict[Element, None] = {}
    for marker in list(root.iter(*WRAPPERS)):
        paragraph = _paragraph_of_mark(marker)
        if paragraph is not None and marker.tag in going:
            joined[paragraph] = None
        remove(marker)
    for paragraph in joined:
        join_with_following(paragraph)


def _paragraph_of_mark(marker: Element) -> Element | None:
    """Return the paragraph whose mark a change is about, if it is about one."""
    holder = marker.getparent()
    properties = None if holder is None or holder.tag != W + "rPr" else holder.getparent()
    return None if properties is None or properties.tag != PARAGRAPH_PROPERTIES else properties.getparent()
