"""Reads one paragraph: its spans with marks and changes, its kind, its level and its label."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from carfacilitator.document.blocks import Block, BlockKind, Source, Span, SpanKind, Story
from carfacilitator.word.inline import BLOCKS, RUN_PROPERTIES, Atom, Inline, stays
from carfacilitator.word.marks import Marks
from carfacilitator.word.names import Element, W
from carfacilitator.word.numbering import Numbering
from carfacilitator.word.objects import TEXT_BOX, boxes_of
from carfacilitator.word.styles import Styles, numbering_of, outline_level
from carfacilitator.word.tally import Tally
from carfacilitator.word.tracking import Revisions

_PROPERTIES, _STYLE, _VALUE = W + "pPr", W + "pStyle", W + "val"
_SAYS_MORE = frozenset({W + "numPr", W + "outlineLvl"})
_JOINED = frozenset({SpanKind.TEXT, SpanKind.FIELD})  # neighbours of these kinds that are alike become one span
_Alike = tuple[SpanKind, frozenset[str], Revisions, str]  # what a span is made of, but for its words
_ALONE = {SpanKind.PICTURE: BlockKind.PICTURE, SpanKind.OPAQUE: BlockKind.OPAQUE}


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known of the whole document, whichever part is read, and what is collected on the way."""

    styles: Styles
    numbering: Numbering
    marks: Marks = field(default_factory=Marks)
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class _Properties:
    """What a paragraph says of itself."""

    style: str
    style_name: str
    level: int  # as a heading, 0 if it is none
    numbering: tuple[str, int] | None
    revisions: Revisions  # of its mark


@dataclass(frozen=True, slots=True)
class Inside:
    """Blocks that stand inside a paragraph, in a text box or (as some programs write it) bare; and what befell them."""

    blocks: Iterable[Element]
    revisions: Revisions
    is_box: bool


class Paragraphs:
    """Turns the paragraphs of one part into blocks; the text boxes that they hold are kept aside."""

    def __init__(self, knowledge: Knowledge, inline: Inline) -> None:
        self._known = knowledge
        self._inline = inline
        self._plain: dict[str, _Properties] = {"": self._told(None, "")}
        self.inside: list[Inside] = []  # what was met inside paragraphs, until it is taken
        self._parent: Element | None = None
        self._befallen: tuple[Revisions, Revisions] = (), ()

    def read(self, paragraph: Element, identifier: str, source: Source | None, story: Story) -> Block:
        """Return the block of a `w:p`, or of runs that stand outside any: then without a source."""
        about = self._properties(paragraph)
        inside = paragraph if source or not len(paragraph) else paragraph[0]  # an insertion may hold stray runs
        around, rows = self._around(inside)
        self._known.marks.begin()
        atoms = self._inline.atoms(paragraph, around)
        spans = self._spans(atoms, about.style)
        self._meet(atoms)
        befell = about.revisions + rows
        label = self._label(about.numbering, befell) if about.numbering else ""
        formats = self._inline.tracking.formats_of(paragraph)
        return Block(
            identifier,
            _kind(about, spans),
            spans,
            level=about.level or (about.numbering[1] if about.numbering else 0),
            label=label,
            style=about.style_name,
            story=story,
            revisions=(*about.revisions, *formats, *rows) if formats else befell,
            source=source,
        )

    def take_inside(self) -> list[Inside]:
        """Return the blocks that stand inside the paragraphs read since this was last asked."""
        taken, self.inside = self.inside, []
        return taken

    def _around(self, paragraph: Element) -> tuple[Revisions, Revisions]:
        """Return what befell all that a paragraph stands in, which is the same for all that stand beside it."""
        parent = paragraph.getparent()
        if parent is not self._parent:
            self._parent = parent
            self._befallen = self._inline.tracking.around(paragraph)
        return self._befallen

    def _properties(self, paragraph: Element) -> _Properties:
        element = paragraph[0] if len(paragraph) else None
        if element is None or element.tag != _PROPERTIES:
            return self._plain[""]
        said = {child.tag: child for child in element}
        style = said[_STYLE].get(_VALUE, "") if _STYLE in said else ""
        changes = self._inline.tracking.of_mark(said.get(RUN_PROPERTIES))
        if changes or not _SAYS_MORE.isdisjoint(said):
            return self._told(element, style, changes)
        if style not in self._plain:  # most paragraphs say no more of themselves
            self._plain[style] = self._told(None, style)
        return self._plain[style]

    def _told(self, element: Element | None, style: str, changes: Revisions = ()) -> _Properties:
        styles = self._known.styles
        style = style or styles.default
        own_level = outline_level(element)
        return _Properties(
            style,
            styles.name(style),
            styles.level(style) if own_level is None else own_level,
            self._numbering(element, style),
            changes,
        )

    def _numbering(self, properties: Element | None, style: str) -> tuple[str, int] | None:
        own = numbering_of(properties)
        brought = self._known.styles.numbering(style)
        identifier = (own[0] if own else "") or (brought[0] if brought else "")
        if identifier in {"", "0"}:
            return None
        level = own[1] if own else brought[1] if brought else None
        return identifier, self._known.numbering.level_of_style(identifier, style) if level is None else level

    def _label(self, place: tuple[str, int], befell: Revisions) -> str:
        """Count the paragraph in its list, unless its mark or its row is deleted: then it is printed no more."""
        return "" if any(not revision.arrives for revision in befell) else self._known.numbering.label(*place)

    def _spans(self, atoms: list[Atom], style: str) -> tuple[Span, ...]:
        """Return spans, one for neighbouring pieces of text that are alike in all but their words."""
        styles, comment_marks = self._known.styles, self._known.marks
        gathered: list[tuple[_Alike, list[str]]] = []
        final = marked = 0
        known, marks = None, styles.marks(style, None)
        alike: _Alike | None = None
        words: list[str] = []
        for element, _, kind, text, revisions, about, properties in atoms:
            if kind is None:
                comment_marks.note(element, final, marked)
                continue
            if properties is not known:
                known, marks = properties, styles.marks(style, properties)
            now = kind, marks, revisions, about
            if now != alike or kind not in _JOINED:
                alike, words = now, []
                gathered.append((now, words))
            words.append(text)
            marked += len(text)
            if stays(revisions):
                final += len(text)
        comment_marks.finish(final, marked)
        return tuple([Span("".join(words), *alike) for alike, words in gathered])

    def _meet(self, atoms: list[Atom]) -> None:
        """Keep text boxes and other blocks aside, and count what cannot be shown."""
        for atom in atoms:
            if atom.kind is None and atom.element.tag in BLOCKS:
                self.inside.append(Inside([atom.element], atom.revisions, is_box=False))
            elif atom.kind is SpanKind.OPAQUE and atom.about == TEXT_BOX:
                self.inside += [Inside(box, atom.revisions, is_box=True) for box in boxes_of(atom.element)]
            elif atom.kind is SpanKind.OPAQUE:
                self._known.tally.add(atom.about)


def _kind(about: _Properties, spans: tuple[Span, ...]) -> BlockKind:
    if about.level:
        return BlockKind.HEADING
    if about.numbering is not None:
        return BlockKind.LIST_ITEM
    if len(spans) == 1 and spans[0].kind in _ALONE and spans[0].text:
        return _ALONE[spans[0].kind]
    return BlockKind.PARAGRAPH
