"""Fields: which text of a part is an instruction that nobody sees, and which is a field's result."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from carfacilitator.word.names import Element, W

_CHARACTER = W + "fldChar"
_SIMPLE = W + "fldSimple"
_INSTRUCTION = W + "instr"
_KIND = W + "fldCharType"
_INSTRUCTIONS = {W + "instrText", W + "delInstrText"}
_SEEN = (W + "t", W + "delText", W + "tab", W + "br", W + "cr", W + "sym", W + "drawing", W + "pict", W + "object")


@dataclass(slots=True)
class _Open:
    """A field between its begin and its end, as it is met."""

    begin: Element
    instruction: str = ""
    separated: bool = False
    silent: list[Element] = field(default_factory=list)
    result: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """Of the elements with text: the silent ones inside instructions, and those of results with the field's name."""

    silent: set[Element] = field(default_factory=set)
    results: dict[Element, str] = field(default_factory=dict)


def fields_of(part: Element) -> Fields:
    """Find the fields of a part; one that is begun and never ended hides nothing."""
    found = Fields()
    if next(part.iter(_CHARACTER), None) is not None:
        for closed in _closed(part):
            found.silent.update(closed.silent)
            name = name_of(closed.instruction)
            found.results.update(dict.fromkeys(closed.result, name))
    for simple in part.iter(_SIMPLE):
        name = name_of(simple.get(_INSTRUCTION, ""))
        found.results.update((element, name) for element in simple.iter(*_SEEN))
    return found


def name_of(instruction: str) -> str:
    """Return the first word of a field's instruction in capitals: 'REF', 'TOC', 'HYPERLINK'."""
    words = instruction.split(maxsplit=1)
    return words[0].upper() if words else ""


def _closed(part: Element) -> Iterator[_Open]:
    """Yield each field that has an end, the inner ones before the outer."""
    open_fields: list[_Open] = []
    for element in part.iter(_CHARACTER, *_INSTRUCTIONS, *_SEEN):
        if element.tag == _CHARACTER:
            kind = element.get(_KIND)
            if kind == "begin":
                open_fields.append(_Open(element))
            elif kind == "separate" and open_fields:
                open_fields[-1].separated = True
            elif kind == "end" and open_fields:
                yield open_fields.pop()
        elif open_fields:
            _note(open_fields, element)


def _note(open_fields: list[_Open], element: Element) -> None:
    innermost = open_fields[-1]
    if element.tag in _INSTRUCTIONS:
        innermost.instruction += element.text or ""
        return
    for one in open_fields:
        (one.result if one.separated else one.silent).append(element)
