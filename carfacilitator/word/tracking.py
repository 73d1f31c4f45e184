"""Tracked changes as the file writes them: which elements mark them, and what each tells."""

from collections.abc import Iterable
from itertools import islice

from carfacilitator.document.blocks import Revision, RevisionKind
from carfacilitator.word.names import Element, W

AUTHOR, DATE, ID, NAME = W + "author", W + "date", W + "id", W + "name"

INSERTED = frozenset({W + "ins", W + "moveTo"})
DELETED = frozenset({W + "del", W + "moveFrom"})
WRAPPERS = INSERTED | DELETED

KINDS = {
    W + "ins": RevisionKind.INSERT,
    W + "del": RevisionKind.DELETE,
    W + "moveFrom": RevisionKind.MOVE_FROM,
    W + "moveTo": RevisionKind.MOVE_TO,
}
RANGE_STARTS = {W + "moveFromRangeStart": W + "moveFrom", W + "moveToRangeStart": W + "moveTo"}
RANGE_ENDS = {W + "moveFromRangeEnd": W + "moveFrom", W + "moveToRangeEnd": W + "moveTo"}
_ROW_CHANGES = {W + "ins": True, W + "del": False}
_CELL_CHANGES = {W + "cellIns": True, W + "cellDel": False}
_PROPERTIES_BY = 3  # children of a row or a cell; behind an exception of the row there may be many cells
_BODY, _PARAGRAPH, _PROPERTIES = W + "body", W + "p", W + "pPr"
_GRID_CHANGE = W + "tblGridChange"  # tells neither who nor when: it goes with its table's other change
_OWN_FORMATS = (W + "rPrChange", W + "pPrChange", W + "sectPrChange")
_TABLE_FORMATS = (*(W + name for name in ("tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange")), _GRID_CHANGE)
_CARRIERS = (W + "tr", W + "tc", *sorted(WRAPPERS))

Revisions = tuple[Revision, ...]


class Tracking:
    """Reads the tracked changes of one part; equal ones are one object."""

    def __init__(self, part: Element) -> None:
        self._groups = move_groups(part)
        formats = list(part.iter(*_OWN_FORMATS, *_TABLE_FORMATS))
        self.has_formats = bool(formats)  # changes of format, of whatever
        self._formats = _formats_by_paragraph(formats)
        self._known: dict[Revision, Revision] = {}

    def of(self, element: Element) -> Revision:
        """Return the change that a `w:ins`, `w:del`, `w:moveFrom` or `w:moveTo` around text marks."""
        return self._revision(KINDS[element.tag], element, group=self._groups.get(element, ""))

    def of_part(self, kind: RevisionKind, change: Element) -> Revision:
        """Return what the change of a row or a cell means to its words, or to itself."""
        return self._revision(kind, change)

    def of_format(self, properties: Element | None, name: str) -> Revisions:
        """Return the change of format that a child (`rPrChange`, `pPrChange`) of properties tells, if any."""
        change = None if properties is None else next(properties.iterchildren(W + name), None)
        return () if change is None else (self._revision(RevisionKind.FORMAT, change),)

    def formats_of(self, paragraph: Element) -> dict[Revision, list[Element]]:
        """Return the changes of format that a paragraph is to tell, each with the elements that carry it.

        They are its own, its mark's and its section's, and those of the cell, row and table that begin with it; what
        one author did at one moment is one change.
        """
        found: dict[Revision, list[Element]] = {}
        for change in self._formats.get(paragraph, ()):
            if change.tag == _GRID_CHANGE and found:
                next(reversed(found.values())).append(change)
            else:
                found.setdefault(self._revision(RevisionKind.FORMAT, change), []).append(change)
        return found

    def of_mark(self, properties: Element | None) -> Revisions:
        """Return what happened to a paragraph's mark, by the `w:rPr` of its `w:pPr`: inserted, deleted or both."""
        changes = [child for child in (() if properties is None else properties) if child.tag in KINDS]
        kind = RevisionKind.PARAGRAPH_MARK
        return tuple([self._revision(kind, one, arrives=one.tag in INSERTED) for one in changes])

    def around(self, paragraph: Element) -> tuple[Revisions, Revisions]:
        """Return what befell all that a paragraph stands in: as changes of its text, and those of its row or cell."""
        parent = paragraph.getparent()
        if parent is None or parent.tag == _BODY:
            return (), ()
        text: list[Revision] = []
        rows: list[Revision] = []
        for carrier in paragraph.iterancestors(*_CARRIERS):
            if carrier.tag in WRAPPERS:
                text.append(self.of(carrier))
                continue
            for change, arrives in row_changes(carrier):
                kind = RevisionKind.INSERT if arrives else RevisionKind.DELETE
                text.append(self._revision(kind, change))
                rows.append(self._revision(RevisionKind.ROW, change, arrives=arrives))
        return tuple(reversed(text)), tuple(reversed(rows))

    def _revision(self, kind: RevisionKind, element: Element, *, group: str = "", arrives: bool = True) -> Revision:
        fresh = Revision(kind, element.get(AUTHOR, ""), element.get(DATE, ""), group, arrives)
        return self._known.setdefault(fresh, fresh)


def row_changes(carrier: Element) -> Iterable[tuple[Element, bool]]:
    """Return the insertion or deletion that a row or a cell carries in its properties, which stand at its beginning."""
    wanted, names = (W + "trPr", _ROW_CHANGES) if carrier.tag == W + "tr" else (W + "tcPr", _CELL_CHANGES)
    properties = [child for child in islice(carrier, _PROPERTIES_BY) if child.tag == wanted]
    return [(child, names[child.tag]) for one in properties for child in one if child.tag in names]


def _formats_by_paragraph(changes: Iterable[Element]) -> dict[Element, list[Element]]:
    """Return the changes of the format of all but runs, by the paragraph that is to tell them."""
    found: dict[Element, list[Element]] = {}
    for change in changes:
        holder = next(islice(change.iterancestors(), 1, None), None)
        teller = None if holder is None else _teller(change.tag, holder)
        if teller is not None:
            found.setdefault(teller, []).append(change)
    return found


def _teller(tag: str, holder: Element) -> Element | None:
    """Return the paragraph that is to tell the change of format of a thing, by which change it is."""
    if tag in _TABLE_FORMATS:
        return next(holder.iter(_PARAGRAPH), None)
    if holder.tag == _BODY:
        return next(holder.iterchildren(_PARAGRAPH, reversed=True), None)
    paragraph = holder.getparent() if holder.tag == _PROPERTIES else holder
    return paragraph if paragraph is not None and paragraph.tag == _PARAGRAPH else None


def move_groups(part: Element) -> dict[Element, str]:
    """Return the name that joins the two ends of each move, by the elements around the moved text."""
    groups: dict[Element, str] = {}
    if next(part.iter(*RANGE_STARTS), None) is None:
        return groups
    inside: dict[str, str] = {}
    for element in part.iter(*RANGE_STARTS, *RANGE_ENDS, *sorted(set(RANGE_STARTS.values()))):
        if element.tag in RANGE_STARTS:
            inside[RANGE_STARTS[element.tag]] = element.get(NAME, "")
        elif element.tag in RANGE_ENDS:
            inside.pop(RANGE_ENDS[element.tag], None)
        elif element.tag in inside:
            groups[element] = inside[element.tag]
    return groups
