"""Reads a Word file into a document: blocks of every story, comments, and a report of what could not be read."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain

from carfacilitator.document.blocks import OBJECT, Block, BlockKind, Document, Source, Story
from carfacilitator.word import pictures
from carfacilitator.word.comments import read_comments
from carfacilitator.word.inline import COMMENT_MARKS, Inline
from carfacilitator.word.landmarks import read_bookmarks
from carfacilitator.word.names import MC, Element, M, W
from carfacilitator.word.numbering import Numbering
from carfacilitator.word.objects import ATTACHED, ATTACHED_TEXT, UNKNOWN, choice_of, is_unknown
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.paragraphs import Knowledge, Paragraphs
from carfacilitator.word.properties import read_properties
from carfacilitator.word.relationships import Relationship
from carfacilitator.word.styles import Styles
from carfacilitator.word.tally import (
    DAMAGED_PICTURES,
    HUGE_PICTURES,
    IN_COMMENTS,
    MACROS,
    NAMES_REMOVED,
    OUTSIDE,
    STRAY,
    UNPLACED,
)

Progress = Callable[[float], None]  # is told the share that is done, from 0 to 1

_PARAGRAPH, _TABLE, _ROW, _CELL = W + "p", W + "tbl", W + "tr", W + "tc"
_ALTERNATIVES = MC + "AlternateContent"
_PRINTED = (W + "t", W + "delText", W + "sym", M + "t", W + "drawing", W + "pict", W + "object")
_SAYINGS = frozenset(W + name for name in ("sectPr", "sdtPr", "sdtEndPr", "tcPr", "trPr", "tblPr", "tblGrid"))
_RUNS = (W + "r", W + "t", W + "hyperlink")
_NOTES = ((Story.FOOTNOTE, "footnotes", "fn"), (Story.ENDNOTE, "endnotes", "en"))
_MARGINS = ((Story.HEADER, "header", "h"), (Story.FOOTER, "footer", "f"))
_LINK = "hyperlink"
_FAR = ("http:", "https:", "ftp:", "\\\\", "file:////")
_BODY_DONE, _PARTS_DONE = 0.8, 0.95
_TOLD_EVERY = 50  # blocks


def read(data: bytes, progress: Progress | None = None) -> Document:
    """Return the document that a Word file holds; the same bytes give the same document.

    Raises:
        UnreadableFileError: it is no Word file, or one that must not or cannot be opened; the sentence says why.
    """
    return read_package(open_package(data), progress)


def read_package(package: Package, progress: Progress | None = None) -> Document:
    """Return the document of an opened package."""
    with _without_collecting():
        return _read(package, progress or _nobody)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for cycles: a document is very many small objects, and none of them is in one."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _read(package: Package, told: Progress) -> Document:
    known = Knowledge(Styles(_part(package, "styles")), Numbering(_part(package, "numbering")))
    blocks = _body(package, known, told)
    told(_BODY_DONE)
    for story, kind, prefix in _NOTES:
        blocks += _notes(package, known, _Plan(package.related(kind) or "", prefix, story))
    for story, kind, prefix in _MARGINS:
        for number, name in enumerate(dict.fromkeys(package.all_related(kind)), 1):
            blocks += _whole_part(package, known, _Plan(name, f"{prefix}{number}.", story))
    told(_PARTS_DONE)
    document = Document(tuple(blocks), properties=read_properties(package))
    comments = read_comments(package, known.marks.of_comment, document)
    known.tally.add(UNPLACED, sum(comment.anchor is None for comment in comments))
    known.tally.add(IN_COMMENTS, sum(OBJECT in comment.text for comment in comments))
    _note_the_package(package, known)
    told(1)
    bookmarks = read_bookmarks(package, document)
    return replace(document, comments=comments, bookmarks=bookmarks, report=known.tally.report())


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which part is read as which story, and how its blocks' ids begin."""

    part: str
    prefix: str
    story: Story


class _PartReader:
    """Reads the blocks of one part."""

    def __init__(self, package: Package, known: Knowledge, plan: _Plan) -> None:
        self.root = package.tree(plan.part)
        links = {one.id: one.target for one in package.relationships(plan.part) if one.external}
        self._known = known
        self._plan = plan
        self._paragraphs = Paragraphs(known, Inline(self.root, links))
        self._places = {paragraph: number for number, paragraph in enumerate(self.root.iter(_PARAGRAPH))}
        self._tables = self._boxes = self._strays = 0

    def blocks(self, container: Iterable[Element], story: Story | None = None) -> Iterator[Block]:
        """Yield the blocks that stand in a body, a cell, a note or a box, in order; a box comes after what holds it."""
        story = story or self._plan.story
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield self._paragraph(child, story)
                if self._paragraphs.inside:
                    yield from self._inside(story)
            elif tag == _TABLE:
                yield self._table(child, story)
            else:
                if tag in COMMENT_MARKS:
                    self._known.marks.between(child)
                yield from self._rare(child, story)

    def _inside(self, story: Story) -> Iterator[Block]:
        for found in self._paragraphs.take_inside():
            if not found.is_box:
                yield from self.blocks(found.blocks, story)
            elif inside := tuple(self.blocks(found.blocks, Story.TEXT_BOX)):
                identifier = f"{self._plan.prefix}box{self._boxes}"
                self._boxes += 1
                box = Story.TEXT_BOX
                yield Block(identifier, BlockKind.TEXT_BOX, story=box, blocks=inside, revisions=found.revisions)

    def _paragraph(self, paragraph: Element, story: Story) -> Block:
        number = self._places[paragraph]
        source = Source(self._plan.part, number)
        return self._paragraphs.read(paragraph, f"{self._plan.prefix}{number}", source, story)

    def _table(self, table: Element, story: Story) -> Block:
        identifier = f"{self._plan.prefix}t{self._tables}"
        self._tables += 1
        rows = tuple(
            tuple(tuple(self.blocks(cell, story)) for cell in self._children(row, _CELL))
            for row in self._children(table, _ROW)
        )
        return Block(identifier, BlockKind.TABLE, story=story, rows=rows)

    def _children(self, parent: Element, wanted: str) -> Iterator[Element]:
        """Yield the rows of a table or the cells of a row, whatever is wrapped around them."""
        for child in parent:
            if child.tag == wanted:
                yield child
                continue
            if child.tag in COMMENT_MARKS:
                self._known.marks.between(child)
            yield from self._children(child, wanted)

    def _stray(self, runs: Element, story: Story) -> Block:
        """Return a block for runs that stand outside any paragraph, which no sound program writes."""
        self._known.tally.add(STRAY)
        identifier = f"{self._plan.prefix}stray{self._strays}"
        self._strays += 1
        return self._paragraphs.read(runs, identifier, None, story)

    def _rare(self, child: Element, story: Story) -> Iterator[Block]:
        """Look into whatever is wrapped around blocks: content controls, changes, custom XML, and what is unknown."""
        if child.tag in ATTACHED:
            self._known.tally.add(ATTACHED_TEXT)
            return
        if child.tag in _SAYINGS:
            return
        if is_unknown(child):
            self._known.tally.add(UNKNOWN)
            return
        if child.tag in _RUNS or next(child.iterchildren(*_RUNS), None) is not None:
            yield self._stray(child, story)
            yield from self._inside(story)
            return
        content = choice_of(child) if child.tag == _ALTERNATIVES else child
        if content is not None:
            yield from self.blocks(content, story)


def _body(package: Package, known: Knowledge, told: Progress) -> list[Block]:
    reader = _PartReader(package, known, _Plan(package.main, "p", Story.BODY))
    bodies = list(reader.root.iterchildren(W + "body"))
    children = sum(map(len, bodies)) or 1
    blocks: list[Block] = []
    for block in reader.blocks(chain.from_iterable(bodies)):
        blocks.append(block)
        if len(blocks) % _TOLD_EVERY == 0:
            told(min(_BODY_DONE, _BODY_DONE * len(blocks) / children))
    return blocks


def _notes(package: Package, known: Knowledge, plan: _Plan) -> Iterator[Block]:
    """Yield the notes of a part; separators between text and notes are none. Their ids are what references tell."""
    if not plan.part:
        return
    reader = _PartReader(package, known, plan)
    for element in reader.root.iterchildren(W + plan.story.value):
        inside = tuple(reader.blocks(element)) if element.get(W + "type", "normal") == "normal" else ()
        if inside:
            identifier = f"{plan.story.value}{element.get(W + 'id', '')}"
            yield Block(identifier, BlockKind.NOTE, story=plan.story, blocks=inside)


def _whole_part(package: Package, known: Knowledge, plan: _Plan) -> list[Block]:
    """Return the blocks of a header or footer; none where nothing is printed in it."""
    reader = _PartReader(package, known, plan)
    if next(reader.root.iter(*_PRINTED), None) is None:
        return []
    return list(reader.blocks(reader.root))


def _part(package: Package, kind: str) -> Element | None:
    name = package.related(kind)
    return None if name is None else package.tree(name)


def _note_the_package(package: Package, known: Knowledge) -> None:
    settings = _part(package, "settings")
    if settings is not None and settings.find(W + "removePersonalInformation") is not None:
        known.tally.add(NAMES_REMOVED)
    if any(name.lower().endswith("vbaproject.bin") for name in package.names()):
        known.tally.add(MACROS)
    troubles = pictures.troubles(package)
    known.tally.add(HUGE_PICTURES, troubles.huge)
    known.tally.add(DAMAGED_PICTURES, troubles.damaged)
    known.tally.add(OUTSIDE, sum(_would_be_fetched(one) for _, one in package.external()))


def _would_be_fetched(relationship: Relationship) -> bool:
    """Tell whether Word would fetch something from another machine for this; a link waits for a click."""
    return relationship.kind != _LINK and relationship.target.startswith(_FAR)


def _nobody(_share: float) -> None:
    """Hear of progress and do nothing."""
