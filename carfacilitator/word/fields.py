"""Fields: which text of a part is an instruction that nobody sees, and which is a field's result."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from carfacilitator.document.blocks import SpanKind
from carfacilitator.word.names import Element, W
from carfacilitator.word.styles import is_on

_CHARACTER = W + "fldChar"
_SIMPLE = W + "fldSimple"
_INSTRUCTION = W + "instr"
_KIND = W + "fldCharType"
_INSTRUCTIONS = {W + "instrText", W + "delInstrText"}
_SEEN = (W + "t", W + "delText", W + "tab", W + "br", W + "cr", W + "sym", W + "drawing", W + "pict", W + "object")


_DEEPEST = 50  # fields within fields; Word knows 20
_LINK, _QUOTE = "HYPERLINK", '"'
_TOKEN = re.compile(r'"[^"]*"|\\\w|[^\s"\\]+')
_PLACE, _ASIDES = "\\l", {"\\o", "\\t"}  # switches of a link: a place in the text; its tip and its window
_CHECKBOX, _CHECKED = (W + "checkBox", (W + "checked", W + "default"))
_BOXES = {True: "☒", False: "☐"}

Result = tuple[SpanKind, str]  # what the text of a field's result is: a field's, with its name, or a link's


@dataclass(slots=True)
class _Open:
    """A field between its begin and its end, as it is met."""

    instruction: str = ""
    separated: bool = False
    silent: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)

    def take(self, elements: list[Element]) -> None:
        """Keep elements with text: those before the separator are part of the instruction."""
        (self.result if self.separated else self.silent).extend(elements)


@dataclass(slots=True)
class Fields:
    """Of the elements with text: the silent ones inside instructions, and those of results with what they are."""

    silent: set[Element] = field(default_factory=set)
    results: dict[Element, Result] = field(default_factory=dict)


def fields_of(part: Element) -> Fields:
    """Find the fields of a part; one that is begun and never ended hides nothing."""
    found = Fields()
    if next(part.iter(_CHARACTER), None) is not None:
        for closed in _closed(part):
            found.silent.update(closed.silent)
            found.results.update(dict.fromkeys(closed.result, _told_by(closed.instruction)))
    for simple in part.iter(_SIMPLE):
        told = _told_by(simple.get(_INSTRUCTION, ""))
        found.results.update((element, told) for element in simple.iter(*_SEEN))
    return found


def name_of(instruction: str) -> str:
    """Return the first word of a field's instruction in capitals: 'REF', 'TOC', 'HYPERLINK'."""
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""


def checkbox(character: Element) -> str:
    """Return what a `w:fldChar` shows that begins a form's checkbox: ☒ or ☐; '' for any other."""
    box = next(character.iter(_CHECKBOX), None)
    if box is None:
        return ""
    said = {child.tag: is_on(child.get(W + "val")) for child in box}
    return _BOXES[next((said[tag] for tag in _CHECKED if tag in said), False)]


def _told_by(instruction: str) -> Result:
    """Return what the result of a field is; the text of a link is text, and it is told where it leads."""
    name = name_of(instruction)
    if name != _LINK:
        return SpanKind.FIELD, name
    target = place = switch = ""
    for token in _TOKEN.findall(instruction)[1:]:
        if switch == _PLACE:
            place = f"#{token.strip(_QUOTE)}"
        elif not token.startswith("\\") and switch not in _ASIDES:
            target = target or token.strip(_QUOTE)
        switch = token
    return SpanKind.TEXT, f"{target}{place}" or name


def _closed(part: Element) -> Iterator[_Open]:
    """Yield each field that has an end, the inner ones before the outer."""
    open_fields: list[_Open] = []
    for element in part.iter(_CHARACTER, *_INSTRUCTIONS, *_SEEN):
        if element.tag == _CHARACTER:
            kind = element.get(_KIND)
            if kind == "begin":
                open_fields.append(_Open())
            elif kind == "separate" and open_fields:
                open_fields[-1].separated = True
            elif kind == "end" and open_fields:
                closed = open_fields.pop()
                yield closed
                if open_fields and len(open_fields) < _DEEPEST:
                    open_fields[-1].take([*closed.silent, *closed.result])
        elif open_fields:
            _note(open_fields[-1], element)


def _note(innermost: _Open, element: Element) -> None:
    if element.tag in _INSTRUCTIONS:
        innermost.instruction += element.text or ""
    else:
        innermost.take([element])
