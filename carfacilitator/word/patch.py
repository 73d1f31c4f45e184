"""Puts elements into a paragraph at exact characters of its final text, and leaves all else as it was."""

import re
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from carfacilitator.document.blocks import Source, SpanKind
from carfacilitator.word.elements import attributes
from carfacilitator.word.identifiers import Numbers
from carfacilitator.word.inline import RUN, Atom, Inline, properties_of
from carfacilitator.word.names import MC, NAMESPACES, Element, W
from carfacilitator.word.package import Package

PARAGRAPH, PARAGRAPH_PROPERTIES = W + "p", W + "pPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FORMAT_CHANGE = W + "rPrChange"
# What draws its numbers from one row, so that they are unique whoever counts.
TRACKED_NUMBERS = (
    *(W + name for name in ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart")),
    *(W + name for name in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange")),
    *(W + name for name in ("tblPrExChange", "tblGridChange", "cellIns", "cellDel", "cellMerge", "numberingChange")),
    *(W + name for name in ("bookmarkStart", "commentRangeStart")),
)
_WORDS = (SpanKind.TEXT, SpanKind.FIELD)
_NO_TEXT = re.compile("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IGNORABLE = MC + "Ignorable"


class Unit(NamedTuple):
    """A run (or equation) with which characters of the final text it holds."""

    element: Element
    start: int
    end: int
    in_field: bool  # of a field's result
    has_words: bool

    @property
    def has_text(self) -> bool:
        """Tell whether it holds any character."""
        return self.start < self.end


class PartText:
    """The paragraphs of one part as they are patched; an offset counts the final text, as a reader's does."""

    def __init__(self, root: Element, numbers: Numbers | None = None) -> None:
        """`numbers` are shared by those who write tracked changes into the part at the same time."""
        self._numbers = numbers or Numbers(root, *TRACKED_NUMBERS)
        self._inline = Inline(root)
        self._paragraphs = list(root.iter(PARAGRAPH))

    def paragraph(self, source: Source) -> Element:
        """Return the paragraph that a reader found at a place, wherever it stands by now."""
        return self._paragraphs[source.paragraph]

    def put_before(self, paragraph: Element, offset: int, *elements: Element) -> None:
        """Put elements, in order, right before the character at an offset; at the end if there is none."""
        found = self._atom_with(paragraph, offset)
        if found is None:
            paragraph.extend(elements)
            return
        unit = self._unit_from(*found)
        for element in elements:
            unit.addprevious(element)

    def put_after(self, paragraph: Element, offset: int, *elements: Element) -> None:
        """Put elements, in order, right after the character before an offset; at the beginning if there is none."""
        found = self._atom_with(paragraph, offset - 1)
        if found is None:
            at_beginning(paragraph, *elements)
            return
        atom, inside = found
        unit = self._unit_until(atom, inside + 1)
        for element in reversed(elements):
            unit.addnext(element)

    def cut(self, paragraph: Element, offset: int) -> None:
        """Let a run begin with the character at an offset, if there is one."""
        found = self._atom_with(paragraph, offset)
        if found is not None:
            self._unit_from(*found)

    def units(self, paragraph: Element) -> list[Unit]:
        """Return the runs (or equations) of a paragraph's final text in order."""
        found: list[Unit] = []
        at = 0
        for atom in self._final_atoms(paragraph):
            element = atom.element if atom.run is None else atom.run
            words, in_field = atom.kind in _WORDS, atom.kind is SpanKind.FIELD
            if found and found[-1].element is element:
                last = found[-1]
                end = at + len(atom.text)
                found[-1] = last._replace(
                    end=end, in_field=last.in_field or in_field, has_words=last.has_words or words
                )
            else:
                found.append(Unit(element, at, at + len(atom.text), in_field, words))
            at += len(atom.text)
        return found

    def runs_between(self, paragraph: Element, start: int, end: int) -> list[Element]:
        """Return the runs (or equations) that hold the characters from `start` to `end` and no others of the text."""
        for offset in (end, start):
            self.cut(paragraph, offset)
        units: dict[Element, None] = {}
        at = 0
        for atom in self._final_atoms(paragraph):
            if start <= at < end and (atom.text or start < at):  # a text box before the first of them is none of them
                units[atom.element if atom.run is None else atom.run] = None
            at += len(atom.text)
        return list(units)

    def runs(self, paragraph: Element) -> list[Element]:
        """Return all the runs (or equations) of a paragraph that hold final text, objects or text boxes."""
        atoms = self._final_atoms(paragraph)
        return list(dict.fromkeys(atom.element if atom.run is None else atom.run for atom in atoms))

    def _atom_with(self, paragraph: Element, offset: int) -> tuple[Atom, int] | None:
        """Return the piece that holds the character at an offset, and the character's place in it."""
        at = 0
        for atom in self._final_atoms(paragraph) if offset >= 0 else ():
            if offset < at + len(atom.text):
                return atom, offset - at
            at += len(atom.text)
        return None

    def _final_atoms(self, paragraph: Element) -> list[Atom]:
        return [atom for atom in self._inline.atoms(paragraph) if atom.kind is not None and atom.is_final]

    def _unit_from(self, atom: Atom, inside: int) -> Element:
        """Return the run that begins with a character of a piece; the run is parted if need be."""
        child = _child_of(atom.run, atom.element)
        if inside and child is atom.element and child.text:
            child = _split_text(child, inside)
        return child if atom.run is None else self._split_run(atom.run, child)

    def _unit_until(self, atom: Atom, inside: int) -> Element:
        """Return the run that ends before a character of a piece; the run is parted if need be."""
        child = _child_of(atom.run, atom.element)
        following = child.getnext()
        if inside < len(atom.text) and child is atom.element and child.text:
            following = _split_text(child, inside)
        if atom.run is None:
            return child
        if following is not None:
            self._split_run(atom.run, following)
        return atom.run

    def _split_run(self, run: Element, child: Element) -> Element:
        """Return the run that begins with a child: the run itself, or a new one with the child and all after it."""
        properties = properties_of(run)
        first = 0 if properties is None else 1
        place = run.index(child)
        if place <= first:
            return run
        rest = etree.Element(run.tag, attributes(run))
        following = list(run)[place:]
        if properties is not None:
            rest.append(deepcopy(properties))
            for change in rest[0].findall(_FORMAT_CHANGE):
                change.set(W + "id", self._numbers.draw())
        rest.extend(following)
        run.addnext(rest)
        return rest


def paragraph_properties(paragraph: Element) -> Element | None:
    """Return a paragraph's `w:pPr`, which is its first child if it has one."""
    return paragraph[0] if len(paragraph) and paragraph[0].tag == PARAGRAPH_PROPERTIES else None


def at_beginning(paragraph: Element, *elements: Element) -> None:
    """Put elements, in order, at the beginning of a paragraph, after its properties."""
    place = 0 if paragraph_properties(paragraph) is None else 1
    for element in reversed(elements):
        paragraph.insert(place, element)


def declare(package: Package, part: str, *prefixes: str) -> Element:
    """Return the root of a part with some prefixes declared, those of newer Words as ones to be ignored by older."""
    root = package.tree(part)
    missing = [prefix for prefix in prefixes if root.nsmap.get(prefix) != NAMESPACES[prefix]]
    if missing:
        known: dict[str | None, str] = {prefix: NAMESPACES[prefix] for prefix in ("mc", *prefixes)}
        known.update(root.nsmap)
        if any(known[prefix] != NAMESPACES[prefix] for prefix in prefixes):
            return root  # the file uses one of these prefixes for something else: lxml will invent others
        fresh = etree.Element(root.tag, attributes(root), nsmap=known)  # type: ignore[arg-type]  # None is its own
        fresh.extend(list(root))
        root = fresh
    newer = [prefix for prefix in prefixes if prefix.startswith("w1")]
    ignored = root.get(_IGNORABLE, "").split()
    if not set(newer) <= set(ignored):
        root.set(_IGNORABLE, " ".join([*ignored, *(prefix for prefix in newer if prefix not in ignored)]))
    package.replace_tree(part, root)
    return root


def new_run(text: str, properties: Element | None = None, tag: str = "t") -> Element:
    """Return a run with a text; tabs and line feeds become the elements that Word has for them."""
    run = etree.Element(RUN)
    if properties is not None:
        run.append(deepcopy(properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, W + "br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                etree.SubElement(run, W + "tab")
            if piece:
                _set_text(etree.SubElement(run, W + tag), piece)
    return run


def plain_text(text: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _NO_TEXT.sub("", text)


def _child_of(run: Element | None, element: Element) -> Element:
    """Return the child of a run that is, or holds, an element; the element where there is no run."""
    if run is None:
        return element
    parent = element.getparent()
    while parent is not None and parent is not run:
        element, parent = parent, parent.getparent()
    return element


def _split_text(element: Element, at: int) -> Element:
    text = element.text or ""
    rest = etree.Element(element.tag)
    _set_text(element, text[:at])
    _set_text(rest, text[at:])
    element.addnext(rest)
    return rest


def _set_text(element: Element, text: str) -> None:
    element.text = plain_text(text)
    element.set(_SPACE, "preserve")
