"""Writes a new Word document from our template: minutes, reports, response tables, letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from lxml import etree

from carfacilitator import paths
from carfacilitator.document.blocks import Anchor, Document, Story
from carfacilitator.word.names import Element, W
from carfacilitator.word.package import Package, open_package
from carfacilitator.word.patch import PARAGRAPH, PARAGRAPH_PROPERTIES, new_run, plain_text
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.proof import ProofError, proved
from carfacilitator.word.properties import write_properties
from carfacilitator.word.sheets import Heading, Items, NewPage, Paragraph, Piece, Sheet, Table, Text, Words, stretches
from carfacilitator.word.tables import Columns, table_of

_DEEPEST = 3
# How marks are written, in the order of the schema.
_MARKS = {"bold": ("b", ""), "italic": ("i", ""), "strike": ("strike", ""), "underline": ("u", "single")}
_NUMBERED = "1"  # the template's definition of numbered lists
_AFTER_TABLE = "240"  # twentieths of a point
_STYLE = W + "pStyle"


def write(sheet: Sheet) -> bytes:
    """Return a new Word document; the same sheet gives the same bytes.

    Raises:
        ProofError: what was written, read again, is not the sheet.
        KnownError: the program is incomplete.
    """
    package = open_package(_template())
    writing = _Writing(package, sheet)
    writing.add(_paragraph(sheet.title, "Title"))
    if sheet.subtitle:
        writing.add(_paragraph(sheet.subtitle, "Subtitle"))
    for piece in sheet.pieces:
        writing.add_piece(piece)
    writing.close()
    write_properties(package, title=sheet.title, creator=sheet.author)
    data = proved(package.to_bytes(), writing.check)
    return patched(data, writing.patch)


@cache
def _template() -> bytes:
    return paths.resource("word", "template.docx").read_bytes()


@dataclass(slots=True)
class _Line:
    """A paragraph in the making, with the text that a reader must find in it."""

    element: Element
    text: str


class _Writing:
    """Fills the body of the template piece by piece."""

    def __init__(self, package: Package, sheet: Sheet) -> None:
        self._package = package
        self._foot = plain_text(sheet.foot)
        self._body = package.tree(package.main)[0]
        self._section = self._body[-1]
        if sheet.landscape:
            _turn(self._section)
        self._columns = Columns.of(self._section)
        self._texts: list[str] = []
        self._breaks_page = False
        self.patch = Patch(seed=sheet.title)  # the comments

    def add_piece(self, piece: Piece) -> None:
        """Add whatever it is at the end of the text."""
        match piece:
            case Heading(text, level):
                self.add(_paragraph(text, f"Heading{min(max(level, 1), _DEEPEST)}"))
            case Paragraph():
                self._add_paragraph(piece)
            case Items(items, numbered):
                self._add_items(items, numbered=numbered)
            case Table():
                self._add_table(piece)
            case NewPage():
                self._breaks_page = True

    def add(self, *lines: _Line) -> None:
        """Add paragraphs at the end of the text."""
        for line in lines:
            if self._breaks_page:
                properties = _properties(line.element)
                properties.insert(len(properties.findall(_STYLE)), etree.Element(W + "pageBreakBefore"))
                self._breaks_page = False
            if self._follows_a_table() and line.text:
                etree.SubElement(_properties(line.element), W + "spacing", {W + "before": _AFTER_TABLE})
            self._section.addprevious(line.element)
            self._texts.append(line.text)

    def close(self) -> None:
        """Write the foot, after all pieces were added."""
        if self._follows_a_table():
            self.add(_paragraph("", "TableText"))  # Word needs one after a table
        self._write_foot()
        self._package.touch(self._package.main)

    def check(self, document: Document) -> None:
        """Compare the text that a reader finds with the one that was written."""
        found = [leaf.block.text() for leaf in document.leaves() if leaf.block.story is Story.BODY]
        if found != self._texts:
            raise ProofError("the text", "document")

    def _write_foot(self) -> None:
        """Write the foot at the left, and let the number of the page end where the text does, however wide that is."""
        foot = self._package.related("footer")
        if foot is None:
            return
        root = self._package.tree(foot)
        for stop in root.iter(W + "tab"):
            if stop.get(W + "val") == "right":
                stop.set(W + "pos", str(self._columns.width))
        if self._foot:
            next(root.iter(PARAGRAPH_PROPERTIES)).addnext(new_run(self._foot))
        self._package.touch(foot)

    def _add_paragraph(self, piece: Paragraph) -> None:
        line = _paragraph(piece.text, "Quote" if piece.quoted else "")
        leaf = len(self._texts)
        anchor = Anchor(leaf, 0, leaf, len(line.text))
        fresh = (replace(comment, anchor=anchor) for comment in piece.comments)
        self.patch = replace(self.patch, comments=(*self.patch.comments, *fresh))
        self.add(line)

    def _add_items(self, items: Iterable[Text], *, numbered: bool) -> None:
        number = self._new_numbering() if numbered else ""
        for text in items:
            line = _paragraph(text, "ListNumber" if numbered else "ListBullet")
            if numbered:
                numbering = etree.SubElement(_properties(line.element), W + "numPr")
                etree.SubElement(numbering, W + "ilvl", {W + "val": "0"})
                etree.SubElement(numbering, W + "numId", {W + "val": number})
            self.add(line)

    def _add_table(self, piece: Table) -> None:
        if piece.caption:
            self.add(_paragraph(piece.caption, "Caption"))
        columns = max((len(row) for row in piece.rows), default=0)
        if not columns:
            return
        styles = ["TableHeading" if number < piece.heading_rows else "TableText" for number in range(len(piece.rows))]
        rows = [
            [_cell(text, style) for text in _filled(row, columns)]
            for row, style in zip(piece.rows, styles, strict=True)
        ]
        widths = self._columns.parted(piece.widths or (1.0,) * columns)
        elements = [[[line.element for line in cell] for cell in row] for row in rows]
        if self._breaks_page or self._follows_a_table():  # of two tables Word makes one
            self.add(_paragraph("", "TableText"))
        self._section.addprevious(table_of(elements, widths, piece.heading_rows))
        self._texts += [line.text for row in rows for cell in row for line in cell]

    def _follows_a_table(self) -> bool:
        before = self._section.getprevious()
        return before is not None and before.tag == W + "tbl"

    def _new_numbering(self) -> str:
        """Add a list that begins with 1, and return its id."""
        part = self._package.related("numbering")
        if part is None:
            raise LookupError("the template without lists")
        root = self._package.tree(part)
        identifier = str(len(root.findall(W + "num")) + 1)
        numbering = etree.SubElement(root, W + "num", {W + "numId": identifier})
        etree.SubElement(numbering, W + "abstractNumId", {W + "val": _NUMBERED})
        override = etree.SubElement(numbering, W + "lvlOverride", {W + "ilvl": "0"})
        etree.SubElement(override, W + "startOverride", {W + "val": "1"})
        self._package.touch(part)
        return identifier


def _paragraph(text: Text, style: str) -> _Line:
    return _line(list(stretches(text)), style)


def _line(words: Sequence[Words], style: str) -> _Line:
    element = etree.Element(PARAGRAPH)
    if style:
        etree.SubElement(_properties(element), _STYLE, {W + "val": style})
    element.extend(new_run(one.text, _look(one.marks)) for one in words if one.text)
    return _Line(element, plain_text("".join(one.text for one in words)))


def _cell(text: Text, style: str) -> list[_Line]:
    """Return the paragraphs of a cell, one for each line of its text."""
    lines: list[list[Words]] = [[]]
    for stretch in stretches(text):
        for number, part in enumerate(stretch.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(Words(part, stretch.marks))
    return [_line(words, style) for words in lines]


def _filled(row: Sequence[Text], columns: int) -> list[Text]:
    return [*row, *[""] * (columns - len(row))]


def _properties(paragraph: Element) -> Element:
    if not len(paragraph) or paragraph[0].tag != PARAGRAPH_PROPERTIES:
        paragraph.insert(0, etree.Element(PARAGRAPH_PROPERTIES))
    return paragraph[0]


def _look(marks: frozenset[str]) -> Element | None:
    if not marks:
        return None
    properties = etree.Element(W + "rPr")
    for name, (tag, value) in _MARKS.items():
        if name in marks:
            etree.SubElement(properties, W + tag, {W + "val": value} if value else {})
    return properties


def _turn(section: Element) -> None:
    """Lay the page of a section on its side."""
    size = section.find(W + "pgSz")
    if size is not None:
        width, height = size.get(W + "w", ""), size.get(W + "h", "")
        for name, value in (("w", height), ("h", width), ("orient", "landscape")):
            size.set(W + name, value)
