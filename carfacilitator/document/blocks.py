"""A draft's text as blocks of spans, with what was inserted, deleted, moved or reformatted in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import count

OBJECT = "\ufffc"  # stands for what has no text of its own: a picture, a chart, an equation


class View(StrEnum):
    """Which text of a reviewed document is meant."""

    ORIGINAL = "original"  # tracked changes rejected
    FINAL = "final"  # tracked changes accepted
    MARKED = "marked"  # both at once


class RevisionKind(StrEnum):
    """What a tracked change does."""

    INSERT = "insert"
    DELETE = "delete"
    MOVE_FROM = "move_from"
    MOVE_TO = "move_to"
    FORMAT = "format"
    PARAGRAPH_MARK = "paragraph_mark"
    ROW = "row"


ARRIVING = frozenset({RevisionKind.INSERT, RevisionKind.MOVE_TO})
LEAVING = frozenset({RevisionKind.DELETE, RevisionKind.MOVE_FROM})


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change as the file tells it; `date` is Word's local time as written ('' if none)."""

    kind: RevisionKind
    author: str = ""
    date: str = ""
    group: str = ""  # joins the two ends of a move
    arrives: bool = True  # for a paragraph mark or a row: inserted, else deleted


class SpanKind(StrEnum):
    """What a span is."""

    TEXT = "text"
    TAB = "tab"
    BREAK = "break"
    FIELD = "field"  # its last result
    NOTE = "note"  # the reference to a footnote or endnote
    PICTURE = "picture"
    OPAQUE = "opaque"  # kept, named in the report, not understood


@dataclass(frozen=True, slots=True)
class Span:
    """A run of alike text. `text` is what an offset counts: tab, line feed and OBJECT for what is not words."""

    text: str
    kind: SpanKind = SpanKind.TEXT
    marks: frozenset[str] = frozenset()  # bold italic underline strike superscript subscript caps hidden
    revisions: tuple[Revision, ...] = ()
    about: str = ""  # a picture's alternative text, a link's target, a note's id, an opaque node's name

    def stands_in(self, view: View) -> bool:
        """Tell whether this span is part of the given view."""
        if view is View.MARKED:
            return True
        gone = LEAVING if view is View.FINAL else ARRIVING
        return not any(revision.kind in gone for revision in self.revisions)


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    PICTURE = "picture"
    NOTE = "note"
    TEXT_BOX = "text_box"
    OPAQUE = "opaque"


class Story(StrEnum):
    """Which stream of a Word document a block belongs to."""

    BODY = "body"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "textbox"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a paragraph stands in its file: the part, and which `w:p` of it, in document order, counted from 0."""

    part: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or what holds paragraphs. `id` is given by the reader and the same for the same bytes.

    Headings, paragraphs and list items (and pictures and opaque nodes that stand alone) have spans. Tables have rows of
    cells of blocks; notes and text boxes have `blocks`.
    """

    id: str
    kind: BlockKind = BlockKind.PARAGRAPH
    spans: tuple[Span, ...] = ()
    level: int = 0  # of a heading 1–9, of a list item 0–8
    label: str = ""  # as it is printed before a list item or a numbered heading
    style: str = ""
    story: Story = Story.BODY
    rows: tuple[tuple[tuple["Block", ...], ...], ...] = ()
    blocks: tuple["Block", ...] = ()
    revisions: tuple[Revision, ...] = ()  # of the paragraph mark, the row, the paragraph's format, the text box
    source: Source | None = None

    def text(self, view: View = View.FINAL) -> str:
        """Return the text of a view of this block's own spans, exact to the character."""
        return "".join(span.text for span in self.spans if span.stands_in(view))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block that has text of its own, in reading order, with the innermost cell it stands in, if any.

    A cell is told by its table (all of a document are numbered through, nested ones too), its row and its place there.
    """

    block: Block
    path: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage, from a place in the first leaf to one in the last: indexes of leaves, offsets in the final view."""

    first: int
    start: int
    last: int
    end: int


@dataclass(frozen=True, slots=True)
class FileComment:
    """A comment that came inside a Word file."""

    id: str
    text: str
    author: str = ""
    initials: str = ""
    date: str = ""  # local time as Word wrote it
    date_utc: str = ""
    parent: str = ""  # the id of the comment that this one answers
    inferred_parent: bool = False
    resolved: bool = False
    anchor: Anchor | None = None
    quote: str = ""  # the words it is about, in the final view; if they were deleted, as they were


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place of a Word file, with the leaf in which it begins; names that begin with "_car_" are ours."""

    name: str
    block: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the import report: what was kept but could not be read, in words a facilitator understands."""

    kind: str
    count: int
    sentence: str


@dataclass(frozen=True)
class Document:
    """A whole draft: blocks in reading order (body, then notes, headers, footers), comments and the import report."""

    blocks: tuple[Block, ...] = ()
    comments: tuple[FileComment, ...] = ()
    report: tuple[Finding, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)  # title, creator, modified_by, code of a pack of ours …
    bookmarks: tuple[Bookmark, ...] = ()

    def leaves(self) -> tuple[Leaf, ...]:
        """Return every block with text of its own, in reading order, cells flattened in place.

        An index into this tuple is how anchors, comparisons and the command line name a block.
        """
        return self._leaves

    def texts(self, view: View = View.FINAL) -> tuple[str, ...]:
        """Return the text of every leaf in one view, exact to the character."""
        return tuple(leaf.block.text(view) for leaf in self.leaves())

    @cached_property
    def _leaves(self) -> tuple[Leaf, ...]:
        return tuple(_leaves_of(self.blocks, count()))


def _leaves_of(blocks: tuple[Block, ...], tables: Iterator[int]) -> Iterator[Leaf]:
    """Yield the leaves; `tables` numbers the tables of the whole document, the outer before what is nested in it."""
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield from _cells(block, tables)
        elif block.blocks:
            yield from _leaves_of(block.blocks, tables)
        else:
            yield Leaf(block)


def _cells(table: Block, tables: Iterator[int]) -> Iterator[Leaf]:
    number = next(tables)
    for row_number, row in enumerate(table.rows):
        for cell_number, cell in enumerate(row):
            for leaf in _leaves_of(cell, tables):
                yield leaf if leaf.path else Leaf(leaf.block, (number, row_number, cell_number))
