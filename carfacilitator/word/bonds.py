"""Which elements of a file carry each change of its list, and which changes can only be settled together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from carfacilitator.document.blocks import Document, Revision, RevisionKind
from carfacilitator.document.changes import changes
from carfacilitator.word.inline import RUN, Atom, Inline, properties_of
from carfacilitator.word.names import MC, Element, W
from carfacilitator.word.package import Package
from carfacilitator.word.patch import PARAGRAPH, paragraph_properties
from carfacilitator.word.settling import TRACKED
from carfacilitator.word.tracking import KINDS, NAME, RANGE_STARTS, WRAPPERS, Tracking, move_groups, row_changes

_PARTS_OF_TABLES = (W + "tr", W + "tc")
Carried = dict[Revision, list[Element]]


@dataclass(frozen=True, slots=True)
class Bond:
    """One thing of a file that was changed: the ids of its changes in the list, and all the elements that carry it."""

    changes: frozenset[str]
    elements: tuple[Element, ...]


def bonds(package: Package, document: Document) -> list[Bond]:
    """Return the changes of a document, as they were read from a package, those together that the file holds as one.

    A row is one thing with its words; the two ends of a move are; and so is what stands in the file twice, for newer
    and for older Words.
    """
    knots = _Knots()
    for change, elements in _carried(package, document):
        knots.tie(change, elements)
    parts = dict.fromkeys(leaf.block.source.part for leaf in document.leaves() if leaf.block.source)
    for part in parts:
        root = package.tree(part)
        for together in [*_moves(root), *_twins(root)]:
            knots.tie_elements(together)
    return knots.bonds()


@dataclass(slots=True)
class _Knots:
    """Sets of changes and elements that grow together."""

    _of: dict[str | Element, dict[str | Element, None]] = field(default_factory=dict)

    def tie(self, change: str, elements: Iterable[Element]) -> None:
        self._tie_all([change, *elements])

    def tie_elements(self, elements: Iterable[Element]) -> None:
        self._tie_all(list(elements))

    def bonds(self) -> list[Bond]:
        """Return what is tied together, but for elements that no listed change is tied to."""
        distinct = {id(knot): knot for knot in self._of.values()}.values()
        found = (
            Bond(
                frozenset(one for one in knot if isinstance(one, str)),
                tuple(one for one in knot if not isinstance(one, str)),
            )
            for knot in distinct
        )
        return [bond for bond in found if bond.changes]

    def _tie_all(self, members: list[str | Element]) -> None:
        knot = dict.fromkeys(members)
        for member in members:
            knot.update(self._of.get(member, {}))
        self._of.update(dict.fromkeys(knot, knot))


def _carried(package: Package, document: Document) -> Iterator[tuple[str, list[Element]]]:
    """Yield the id of each change with its elements; it has none where it stands out of reach, in no paragraph."""
    parts: dict[str, tuple[Inline, list[Element]]] = {}
    leaves = document.leaves()
    for leaf, together in groupby(changes(document), lambda change: change.block):
        listed = [change.id for change in together]
        source = leaves[leaf].block.source
        carriers: list[list[Element]] = []
        if source is not None:
            if source.part not in parts:
                root = package.tree(source.part)
                parts[source.part] = Inline(root), list(root.iter(PARAGRAPH))
            inline, paragraphs = parts[source.part]
            paragraph = paragraphs[source.paragraph]
            carriers = [*_of_words(inline, paragraph), *_of_paragraph(inline.tracking, paragraph)]
        yield from zip(listed, carriers if len(carriers) == len(listed) else [[] for _ in listed], strict=True)


def _of_words(inline: Inline, paragraph: Element) -> Iterator[list[Element]]:
    """Yield the elements around each stretch of text under one revision, in the order in which stretches end."""
    running: Carried = {}
    for atom in inline.atoms(paragraph):
        if atom.kind is None:
            continue
        for revision in [one for one in running if one not in atom.revisions]:
            yield running.pop(revision)
        if atom.revisions:
            for revision, elements in _around(inline, atom, paragraph).items():
                running.setdefault(revision, []).extend(elements)
    yield from running.values()


def _around(inline: Inline, atom: Atom, paragraph: Element) -> Carried:
    """Return the elements that carry the revisions of a piece of text, the revisions in the piece's own order."""
    carried: Carried = {revision: [] for revision in atom.revisions}
    tracking = inline.tracking
    in_paragraph = True
    for ancestor in atom.element.iterancestors():
        if ancestor.tag in WRAPPERS:
            _add(carried, tracking.of(ancestor), ancestor)
        elif ancestor.tag in _PARTS_OF_TABLES:
            for change, arrives in row_changes(ancestor):
                _add(carried, tracking.of_part(RevisionKind.INSERT if arrives else RevisionKind.DELETE, change), change)
        elif ancestor.tag == RUN and in_paragraph:
            properties = properties_of(ancestor)
            for revision in tracking.of_format(properties, "rPrChange"):
                _add(carried, revision, *(() if properties is None else properties.findall(W + "rPrChange")))
        in_paragraph = in_paragraph and ancestor is not paragraph
    return carried


def _add(carried: Carried, revision: Revision, *elements: Element) -> None:
    if revision in carried:
        carried[revision].extend(elements)


def _of_paragraph(tracking: Tracking, paragraph: Element) -> Iterator[list[Element]]:
    """Yield the elements of each change of a paragraph's mark, of the formats that it tells, and of its row or cell."""
    properties = paragraph_properties(paragraph)
    mark = None if properties is None else properties.find(W + "rPr")
    yield from ([child] for child in (() if mark is None else mark) if child.tag in KINDS)
    yield from tracking.formats_of(paragraph).values()
    parts = [change for part in paragraph.iterancestors(*_PARTS_OF_TABLES) for change, _ in row_changes(part)]
    yield from ([change] for change in reversed(parts))


def _moves(root: Element) -> Iterator[list[Element]]:
    """Yield together all that belongs to one move: what is around moved text and marks, and where its ends begin."""
    by_name: dict[str, list[Element]] = {}
    for element, name in move_groups(root).items():
        by_name.setdefault(name, []).append(element)
    for start in root.iter(*RANGE_STARTS):
        by_name.get(start.get(NAME, ""), []).append(start)
    yield from by_name.values()


def _twins(root: Element) -> Iterator[list[Element]]:
    """Yield the pairs of changes that stand in the newer and in the older spelling of one thing."""
    for alternatives in root.iter(MC + "AlternateContent"):
        sides = [list(side.iter(*TRACKED)) for side in alternatives]
        if len({tuple(one.tag for one in side) for side in sides}) == 1:
            yield from (list(twins) for twins in zip(*sides, strict=True))
