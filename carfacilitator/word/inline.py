"""Walks through a paragraph and yields its text piece by piece, with what each piece stands in.

Reading and patching both stand on this walk, so that an offset means the same place to both.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from carfacilitator.document.blocks import LEAVING, OBJECT, SpanKind
from carfacilitator.word.fields import fields_of
from carfacilitator.word.names import MC, Element, R, W
from carfacilitator.word.objects import EQUATIONS, OBJECTS, choice_of, look_at
from carfacilitator.word.symbols import symbol
from carfacilitator.word.tracking import WRAPPERS, Revisions, Tracking

COMMENT_START, COMMENT_END, COMMENT_REFERENCE = (
    W + "commentRangeStart",
    W + "commentRangeEnd",
    W + "commentReference",
)
COMMENT_MARKS = frozenset({COMMENT_START, COMMENT_END, COMMENT_REFERENCE})
RUN, RUN_PROPERTIES = W + "r", W + "rPr"
TEXT, DELETED_TEXT = W + "t", W + "delText"
_TEXTS = frozenset({TEXT, DELETED_TEXT})
NOTE_REFERENCES = frozenset({W + "footnoteReference", W + "endnoteReference"})
_FORMAT_CHANGE = W + "rPrChange"

# Elements that are one character each.
_CHARACTERS = {
    W + "tab": (SpanKind.TAB, "\t"),
    W + "ptab": (SpanKind.TAB, "\t"),
    W + "br": (SpanKind.BREAK, "\n"),
    W + "cr": (SpanKind.BREAK, "\n"),
    W + "noBreakHyphen": (SpanKind.TEXT, "\u2011"),
    W + "softHyphen": (SpanKind.TEXT, "\u00ad"),
}
# Elements without text of the paragraph: properties, instructions, marks of other kinds.
_SKIPPED = frozenset(
    {
        W + "pPr",
        W + "rPr",
        W + "sdtPr",
        W + "sdtEndPr",
        W + "smartTagPr",
        W + "customXmlPr",
        W + "instrText",
        W + "delInstrText",
        W + "fldChar",
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
    """A piece of text in one element, or a comment mark (kind None), with the run it is in and its changes."""

    element: Element
    run: Element | None
    kind: SpanKind | None
    text: str
    revisions: Revisions
    about: str

    @property
    def is_final(self) -> bool:
        """Tell whether it is part of the final text."""
        return not any(revision.kind in LEAVING for revision in self.revisions)


class Inline:
    """The walk through the paragraphs of one part; `links` gives the addresses of its relationships by id."""

    def __init__(self, part: Element, links: Mapping[str, str] | None = None) -> None:
        fields = fields_of(part)
        self._silent = fields.silent
        self._results = fields.results
        self._links = links or {}
        self.tracking = Tracking(part)

    def atoms(self, paragraph: Element) -> Iterator[Atom]:
        """Yield the text and the comment marks of a `w:p` in their order; not what stands in its text boxes."""
        around, _ = self.tracking.around(paragraph)
        return self._walk(paragraph, None, around, "")

    def _walk(self, parent: Element, run: Element | None, revisions: Revisions, about: str) -> Iterator[Atom]:
        for child in parent:
            tag = child.tag
            if tag in _TEXTS:
                if child.text and child not in self._silent:
                    yield self._text(child, run, SpanKind.TEXT, child.text, revisions, about)
            elif tag == RUN:
                yield from self._walk(child, child, revisions + self._format_change(child), about)
            elif tag in _SKIPPED:
                continue
            elif tag in COMMENT_MARKS:
                yield Atom(child, run, None, "", revisions, "")
            else:
                yield from self._rare(child, run, revisions, about)

    def _text(  # noqa: PLR0913, PLR0917  the innermost loop makes no objects that it can do without
        self,
        element: Element,
        run: Element | None,
        kind: SpanKind,
        text: str,
        revisions: Revisions,
        about: str,
    ) -> Atom:
        if element in self._results:
            if kind is SpanKind.TEXT:
                kind = SpanKind.FIELD
            about = self._results[element]
        return Atom(element, run, kind, text, revisions, about)

    def _format_change(self, run: Element) -> Revisions:
        properties = properties_of(run)
        if properties is None or len(properties) == 0 or properties[-1].tag != _FORMAT_CHANGE:
            return ()
        return self.tracking.of_format(properties, "rPrChange")

    def _rare(self, child: Element, run: Element | None, revisions: Revisions, about: str) -> Iterator[Atom]:
        tag = child.tag
        if tag in _CHARACTERS or tag == W + "sym" or tag in NOTE_REFERENCES:
            yield from self._character(child, run, revisions, about)
        elif tag in WRAPPERS:
            yield from self._walk(child, run, (*revisions, self.tracking.of(child)), about)
        elif tag in OBJECTS or tag in EQUATIONS:
            if child not in self._silent:
                found = look_at(child)
                yield Atom(child, run, found.kind, OBJECT, revisions, found.about)
        elif tag == MC + "AlternateContent":
            choice = choice_of(child)
            if choice is not None:
                yield from self._walk(choice, run, revisions, about)
        elif len(child):
            yield from self._walk(child, run, revisions, self._told(child) or about)

    def _character(self, child: Element, run: Element | None, revisions: Revisions, about: str) -> Iterator[Atom]:
        if child in self._silent:
            return
        if child.tag in NOTE_REFERENCES:
            yield Atom(child, run, SpanKind.NOTE, OBJECT, revisions, child.get(W + "id", ""))
        elif child.tag in _CHARACTERS:
            kind, text = _CHARACTERS[child.tag]
            yield self._text(child, run, kind, text, revisions, child.get(W + "type", about))
        else:
            text = symbol(child.get(W + "char"))
            if text:
                yield self._text(child, run, SpanKind.TEXT, text, revisions, about)

    def _told(self, child: Element) -> str:
        """Return what a container says about its text: where a link leads, or a simple field's name."""
        if child.tag != W + "hyperlink":
            return ""
        anchor = child.get(W + "anchor")
        return self._links.get(child.get(R + "id", ""), "") or (f"#{anchor}" if anchor else "")


def properties_of(run: Element) -> Element | None:
    """Return a run's `w:rPr`, which is its first child if it has one."""
    return run[0] if len(run) and run[0].tag == RUN_PROPERTIES else None
