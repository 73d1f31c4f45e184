"""Walks through a paragraph and tells its text piece by piece, with what each piece stands in.

Reading and patching both stand on this walk, so that an offset means the same place to both.
"""

from collections.abc import Mapping
from typing import NamedTuple

from carfacilitator.document.blocks import LEAVING, OBJECT, SpanKind
from carfacilitator.word.fields import checkbox, fields_of
from carfacilitator.word.names import MC, Element, R, W
from carfacilitator.word.objects import EQUATIONS, OBJECTS, UNKNOWN, choice_of, is_unknown, look_at
from carfacilitator.word.symbols import symbol
from carfacilitator.word.tracking import WRAPPERS, Revisions, Tracking

COMMENT_START, COMMENT_END, COMMENT_REFERENCE = (
    W + "commentRangeStart",
    W + "commentRangeEnd",
    W + "commentReference",
)
COMMENT_MARKS = frozenset({COMMENT_START, COMMENT_END, COMMENT_REFERENCE})
RUN, RUN_PROPERTIES = W + "r", W + "rPr"
BLOCKS = frozenset({W + "p", W + "tbl"})  # which some programs write inside a paragraph; they are no text of it
READING = "reading: "  # how `about` begins for text with its pronunciation above it
TEXT, DELETED_TEXT = W + "t", W + "delText"
_TEXTS = frozenset({TEXT, DELETED_TEXT})
# References to notes, with how the ids of the notes' blocks begin.
NOTE_REFERENCES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_PARAGRAPH_PROPERTIES = W + "pPr"
_TYPE = W + "type"

# Elements that are one character each.
_CHARACTERS = {
    W + "tab": (SpanKind.TAB, "\t"),
    W + "ptab": (SpanKind.TAB, "\t"),
    W + "br": (SpanKind.BREAK, "\n"),
    W + "cr": (SpanKind.BREAK, "\n"),
    W + "noBreakHyphen": (SpanKind.TEXT, "\u2011"),
    W + "softHyphen": (SpanKind.TEXT, "\u00ad"),
}
_OBJECT_KINDS = frozenset({SpanKind.PICTURE, SpanKind.OPAQUE})  # which say of themselves what they are
_SYMBOLS = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
_LATER_SYMBOLS = frozenset({_SYMBOLS + "symEx", _SYMBOLS + "sym"})  # of more than 16 bits: emoji
_FIELD_CHARACTER = W + "fldChar"
# Elements without text of the paragraph: properties, instructions, marks of other kinds.
_SKIPPED = frozenset(
    {
        W + "rPr",
        W + "sdtPr",
        W + "sdtEndPr",
        W + "smartTagPr",
        W + "customXmlPr",
        W + "instrText",
        W + "delInstrText",
        W + "fldData",
        W + "rt",
        W + "rubyPr",
        W + "proofErr",
        W + "lastRenderedPageBreak",
        W + "bookmarkStart",
        W + "bookmarkEnd",
        W + "permStart",
        W + "permEnd",
        W + "sectPr",
        W + "moveFromRangeStart",
        W + "moveFromRangeEnd",
        W + "moveToRangeStart",
        W + "moveToRangeEnd",
    }
)


class Atom(NamedTuple):
    """A piece of text in one element, with the run it is in and its changes.

    Its kind is None for what is no text: the mark of a comment, and a paragraph or table inside the paragraph.
    """

    element: Element
    run: Element | None
    kind: SpanKind | None
    text: str
    revisions: Revisions
    about: str
    properties: Element | None = None  # the run's `w:rPr`

    @property
    def is_final(self) -> bool:
        """Tell whether it is part of the final text."""
        return stays(self.revisions)


class _Inside(NamedTuple):
    """What a piece of text stands in: the changes around it, what is said of it, its run and the run's properties."""

    revisions: Revisions
    about: str = ""
    run: Element | None = None
    properties: Element | None = None


class Inline:
    """The walk through the paragraphs of one part; `links` gives the addresses of its relationships by id."""

    def __init__(self, part: Element, links: Mapping[str, str] | None = None) -> None:
        self._fields = fields_of(part)
        self._has_fields = bool(self._fields.silent or self._fields.results)
        self._links = links or {}
        self.tracking = Tracking(part)
        self._has_format_changes = self.tracking.has_formats

    def atoms(self, paragraph: Element, around: Revisions | None = None) -> list[Atom]:
        """Return the text and the comment marks of a `w:p` in their order; a text box is a piece without any text.

        `around` are the changes of all that the paragraph stands in, for who knows them already.
        """
        revisions = self.tracking.around(paragraph)[0] if around is None else around
        found: list[Atom] = []
        self._walk(paragraph, _Inside(revisions), found)
        return found

    def _walk(self, parent: Element, inside: _Inside, found: list[Atom]) -> None:
        for child in parent:
            tag = child.tag
            if tag == RUN:
                self._run(child, inside, found)
            elif tag in _SKIPPED:
                continue
            elif tag == _PARAGRAPH_PROPERTIES:  # old LibreOffices write runs into them
                for run in child.iterchildren(RUN):
                    self._run(run, inside, found)
            elif tag in COMMENT_MARKS:
                self._mark(child, inside, found)
            else:
                self._piece(child, inside, found)

    def _run(self, run: Element, inside: _Inside, found: list[Atom]) -> None:
        """Walk through a run. Most hold a text and no more, which is why this is written for speed."""
        revisions, about = inside.revisions, inside.about
        properties: Element | None = None
        plain = not self._has_fields
        for child in run:
            tag = child.tag
            if tag == TEXT and plain:
                text = child.text
                if text:
                    found.append(Atom(child, run, SpanKind.TEXT, text, revisions, about, properties))
            elif tag == RUN_PROPERTIES:
                properties = child
                if self._has_format_changes:
                    revisions += self.tracking.of_format(child, "rPrChange")
            elif tag in COMMENT_MARKS:
                self._mark(child, _Inside(revisions, about, run, properties), found)
            elif tag not in _SKIPPED:
                self._piece(child, _Inside(revisions, about, run, properties), found)

    def _mark(self, mark: Element, inside: _Inside, found: list[Atom]) -> None:
        found.append(Atom(mark, inside.run, None, "", inside.revisions, ""))
        if len(mark):  # which no sound program writes
            self._walk(mark, inside, found)

    def _piece(self, child: Element, inside: _Inside, found: list[Atom]) -> None:
        tag = child.tag
        if tag in _TEXTS:
            self._add(child, SpanKind.TEXT, child.text, inside, found)
        elif tag in _CHARACTERS:
            kind, text = _CHARACTERS[tag]
            self._add(child, kind, text, inside._replace(about=child.get(_TYPE, inside.about)), found)
        else:
            self._rare(child, inside, found)

    def _add(self, element: Element, kind: SpanKind, text: str | None, inside: _Inside, found: list[Atom]) -> None:
        if not (text or kind is SpanKind.OPAQUE) or element in self._fields.silent:
            return
        revisions, about, run, properties = inside
        if element in self._fields.results and kind not in _OBJECT_KINDS:
            result, about = self._fields.results[element]
            kind = result if kind is SpanKind.TEXT else kind
        found.append(Atom(element, run, kind, text or "", revisions, about, properties))

    def _rare(self, child: Element, inside: _Inside, found: list[Atom]) -> None:
        tag = child.tag
        if tag in WRAPPERS:
            self._walk(child, inside._replace(revisions=(*inside.revisions, self.tracking.of(child))), found)
        elif tag == _FIELD_CHARACTER:
            self._add(child, SpanKind.FIELD, checkbox(child), inside._replace(about="FORMCHECKBOX"), found)
        elif tag in OBJECTS or tag in EQUATIONS:
            seen = look_at(child)
            self._add(child, seen.kind, seen.text, inside._replace(about=seen.about), found)
        elif tag in BLOCKS:
            found.append(Atom(child, inside.run, None, "", inside.revisions, ""))
        elif tag == MC + "AlternateContent":
            choice = choice_of(child)
            self._walk(child if choice is None else choice, inside, found)
        elif len(child) and tag not in NOTE_REFERENCES and not is_unknown(child):
            self._walk(child, inside._replace(about=self._told(child) or inside.about), found)
        else:
            self._sign(child, inside, found)

    def _sign(self, child: Element, inside: _Inside, found: list[Atom]) -> None:
        """Read a sign of a symbol font or the reference to a note; all else that has no words inside it has no text."""
        if child.tag == W + "sym":
            self._add(child, SpanKind.TEXT, symbol(child.get(W + "char"), child.get(W + "font", "")), inside, found)
        elif child.tag in _LATER_SYMBOLS:
            self._add(child, SpanKind.TEXT, symbol(child.get(_SYMBOLS + "char")), inside, found)
        elif is_unknown(child):
            self._add(child, SpanKind.OPAQUE, "", inside._replace(about=UNKNOWN), found)
        elif child.tag in NOTE_REFERENCES:
            note = NOTE_REFERENCES[child.tag] + child.get(W + "id", "")
            self._add(child, SpanKind.NOTE, OBJECT, inside._replace(about=note), found)

    def _told(self, child: Element) -> str:
        """Return what a container says about its text: where a link leads, or the reading that stands above it."""
        if child.tag == W + "hyperlink":
            anchor = child.get(W + "anchor")
            return self._links.get(child.get(R + "id", ""), "") or (f"#{anchor}" if anchor else "")
        if child.tag == W + "ruby":
            above = child.iterchildren(W + "rt")
            return READING + "".join(text.text or "" for one in above for text in one.iter(TEXT))
        return ""


def stays(revisions: Revisions) -> bool:
    """Tell whether what these changes befell is part of the final text."""
    return not (revisions and any(revision.kind in LEAVING for revision in revisions))


def properties_of(run: Element) -> Element | None:
    """Return a run's `w:rPr`, which is its first child if it has one."""
    return run[0] if len(run) and run[0].tag == RUN_PROPERTIES else None
