"""Reads one paragraph: its spans with marks and changes, its kind, its level and its label."""

from dataclasses import dataclass, field

from carfacilitator.document.blocks import Block, BlockKind, Source, Span, SpanKind, Story
from carfacilitator.word.inline import Atom, Inline, properties_of
from carfacilitator.word.marks import Marks
from carfacilitator.word.names import Element, W
from carfacilitator.word.numbering import Numbering
from carfacilitator.word.objects import TEXT_BOX, boxes_of
from carfacilitator.word.styles import Styles, numbering_of, outline_level, value_of
from carfacilitator.word.tally import Tally
from carfacilitator.word.tracking import Revisions

_PROPERTIES, _STYLE = W + "pPr", W + "pStyle"
_NOTHING_BUT_A_STYLE = frozenset({(), (_STYLE,)})
_JOINED = frozenset({SpanKind.TEXT, SpanKind.FIELD})  # neighbours of these kinds that are alike become one span
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
    level: int  # as a heading, 0 if it is none
    numbering: tuple[str, int] | None
    revisions: Revisions  # of its mark and its format


class Paragraphs:
    """Turns the paragraphs of one part into blocks; the text boxes that they hold are kept aside."""

    def __init__(self, knowledge: Knowledge, inline: Inline) -> None:
        self._known = knowledge
        self._inline = inline
        self._plain: dict[str, _Properties] = {}
        self._boxes: list[tuple[Element, Revisions]] = []

    def read(self, paragraph: Element, identifier: str, source: Source, story: Story) -> Block:
        """Return the block of a `w:p`."""
        about = self._properties(paragraph)
        around, rows = self._inline.tracking.around(paragraph)
        self._known.marks.begin()
        spans = self._spans(self._inline.atoms(paragraph, around), about.style)
        label = self._label(about, rows)
        return Block(
            identifier,
            _kind(about, spans),
            spans,
            level=about.level or (about.numbering[1] if about.numbering else 0),
            label=label,
            style=self._known.styles.name(about.style),
            story=story,
            revisions=about.revisions + rows,
            source=source,
        )

    def take_boxes(self) -> list[tuple[Element, Revisions]]:
        """Return the text boxes of the paragraphs read since this was last asked, with what happened to each."""
        taken, self._boxes = self._boxes, []
        return taken

    def _properties(self, paragraph: Element) -> _Properties:
        element = paragraph[0] if len(paragraph) and paragraph[0].tag == _PROPERTIES else None
        children = () if element is None else tuple(child.tag for child in element)
        style = ("" if element is None or _STYLE not in children else value_of(element, "pStyle")) or ""
        if children in _NOTHING_BUT_A_STYLE:  # most paragraphs say no more of themselves
            if style not in self._plain:
                self._plain[style] = self._told(None, style)
            return self._plain[style]
        return self._told(element, style)

    def _told(self, element: Element | None, style: str) -> _Properties:
        styles, tracking = self._known.styles, self._inline.tracking
        style = style or styles.default
        own_level = outline_level(element)
        mark = None if element is None else element.find(W + "rPr")
        return _Properties(
            style,
            styles.level(style) if own_level is None else own_level,
            self._numbering(element, style),
            tracking.of_mark(mark) + tracking.of_format(element, "pPrChange"),
        )

    def _numbering(self, properties: Element | None, style: str) -> tuple[str, int] | None:
        own = numbering_of(properties)
        brought = self._known.styles.numbering(style)
        identifier = (own[0] if own else "") or (brought[0] if brought else "")
        if identifier in {"", "0"}:
            return None
        level = own[1] if own else brought[1] if brought else None
        return identifier, self._known.numbering.level_of_style(identifier, style) if level is None else level

    def _label(self, about: _Properties, rows: Revisions) -> str:
        """Count the paragraph in its list, unless its mark or its row is deleted: then it is printed no more."""
        if about.numbering is None or any(not revision.arrives for revision in (*about.revisions, *rows)):
            return ""
        return self._known.numbering.label(*about.numbering)

    def _spans(self, atoms: list[Atom], style: str) -> tuple[Span, ...]:
        gathered = _Gathered()
        run: Element | None = None
        marks = self._known.styles.marks(style, None)
        for atom in atoms:
            if atom.kind is None:
                self._known.marks.note(atom.element, gathered.final, gathered.marked)
                continue
            if atom.run is not run:
                run = atom.run
                marks = self._known.styles.marks(style, None if run is None else properties_of(run))
            gathered.add(atom, marks)
            if atom.kind is SpanKind.OPAQUE:
                self._meet(atom)
        self._known.marks.finish(gathered.final, gathered.marked)
        return gathered.spans()

    def _meet(self, atom: Atom) -> None:
        if atom.about == TEXT_BOX:
            self._boxes += [(box, atom.revisions) for box in boxes_of(atom.element)]
        else:
            self._known.tally.add(atom.about)


class _Gathered:
    """Spans as they are gathered from pieces of text, with the lengths reached so far."""

    def __init__(self) -> None:
        self.final = 0
        self.marked = 0
        self._done: list[Span] = []
        self._texts: list[str] = []
        self._alike: tuple[SpanKind, frozenset[str], Revisions, str] | None = None

    def add(self, atom: Atom, marks: frozenset[str]) -> None:
        kind = atom.kind or SpanKind.TEXT
        alike = (kind, marks, atom.revisions, atom.about)
        if alike != self._alike or kind not in _JOINED:
            self._close()
            self._alike = alike
        self._texts.append(atom.text)
        length = len(atom.text)
        self.marked += length
        if not atom.revisions or atom.is_final:
            self.final += length

    def spans(self) -> tuple[Span, ...]:
        self._close()
        return tuple(self._done)

    def _close(self) -> None:
        if self._alike is not None:
            kind, marks, revisions, about = self._alike
            self._done.append(Span("".join(self._texts), kind, marks, revisions, about))
            self._texts = []
            self._alike = None


def _kind(about: _Properties, spans: tuple[Span, ...]) -> BlockKind:
    if about.level:
        return BlockKind.HEADING
    if about.numbering is not None:
        return BlockKind.LIST_ITEM
    if len(spans) == 1 and spans[0].kind in _ALONE and spans[0].about != TEXT_BOX:
        return _ALONE[spans[0].kind]
    return BlockKind.PARAGRAPH
