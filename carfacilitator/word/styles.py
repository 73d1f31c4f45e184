"""A document's styles, resolved once: heading levels, numbering, and the marks that text takes from them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from carfacilitator.word.names import Element, W

_OFF = {"0", "false", "off", "none"}
# Properties of a run that are on or off, and the mark that each gives.
_TOGGLES = {
    W + "b": "bold",
    W + "i": "italic",
    W + "caps": "caps",
    W + "smallCaps": "caps",
    W + "strike": "strike",
    W + "dstrike": "strike",
    W + "vanish": "hidden",
    W + "u": "underline",
}
_VERT_ALIGN = W + "vertAlign"
_RAISED = {"superscript", "subscript"}
_HEADING_NAMES = {f"heading {level}": level for level in range(1, 10)}
_DEEPEST = 9  # outline levels 0–8 are headings 1–9; 9 is body text
_RUN_STYLE = W + "rStyle"
_VALUE = W + "val"
_TELLING = frozenset({*_TOGGLES, _VERT_ALIGN, _RUN_STYLE})

Toggles = dict[str, bool]
_Said = tuple[tuple[str, str | None], ...]  # the properties of a run that give it marks, with their values


@dataclass(slots=True)
class _Style:
    """One style with what it takes from those that it is based on."""

    name: str = ""
    level: int = 0
    numbering: tuple[str, int | None] | None = None
    toggles: Toggles = field(default_factory=dict)


class Styles:
    """What paragraph and character styles mean, by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, _Style] = {}
        self._marks: dict[tuple[str, _Said | None], frozenset[str]] = {}
        self.default = ""
        for element in () if root is None else root.iter(W + "style"):
            identifier = element.get(W + "styleId", "")
            self._elements.setdefault(identifier, element)
            if element.get(W + "type") == "paragraph" and is_on(element.get(W + "default", "0")):
                self.default = identifier

    def name(self, identifier: str) -> str:
        """Return a style's name as Word keeps it in every language ('heading 1'); its id where it has none."""
        return self._style(identifier).name or identifier

    def identifier(self, name: str) -> str:
        """Return the id of the style with a name, '' if there is none."""
        return next((one for one in self._elements if self.name(one) == name), "")

    def level(self, identifier: str) -> int:
        """Return the heading level of a paragraph style, 1 to 9; 0 if it is no heading."""
        return self._style(identifier).level

    def numbering(self, identifier: str) -> tuple[str, int | None] | None:
        """Return the numbering (its id and, if the style says so, level) that a paragraph style brings."""
        return self._style(identifier).numbering

    def marks(self, paragraph_style: str, properties: Element | None) -> frozenset[str]:
        """Return the marks of a run with these `w:rPr` in a paragraph of a style.

        On-off properties of a paragraph's and a character's style cancel each other; the run's own say it finally
        (ISO/IEC 29500-1, 17.7.3).
        """
        said = None if properties is None else _said_in(properties)
        key = (paragraph_style, said)
        known = self._marks.get(key)
        if known is None:
            known = self._marks[key] = self._combine(paragraph_style, *_toggles_of(properties))
        return known

    def _combine(self, paragraph_style: str, direct: Toggles, run_style: str) -> frozenset[str]:
        below = self._style(paragraph_style).toggles
        above = self._style(run_style).toggles if run_style else {}
        inherited = {name: below.get(name, False) != above.get(name, False) for name in {*below, *above}}
        return frozenset(name for name, on in {**inherited, **direct}.items() if on)

    def _style(self, identifier: str) -> _Style:
        """Return a style with what it takes from those that it is based on, but nothing from itself."""
        chain: dict[str, None] = {}
        below = identifier
        while below not in self._resolved and below not in chain and below in self._elements:
            chain[below] = None
            below = value_of(self._elements[below], "basedOn") or ""
        base = self._resolved.get(below, _Style())
        for one in reversed(chain):
            base = self._resolved[one] = _resolved(self._elements[one], base)
        return base


def _resolved(element: Element, base: _Style) -> _Style:
    name = value_of(element, "name") or ""
    properties = next(element.iterchildren(W + "pPr"), None)
    toggles, _ = _toggles_of(next(element.iterchildren(W + "rPr"), None))
    return _Style(
        name=name,
        level=_level(name, properties, base.level),
        numbering=_numbering(numbering_of(properties), base.numbering),
        toggles={**base.toggles, **toggles},
    )


def _numbering(
    own: tuple[str, int | None] | None, base: tuple[str, int | None] | None
) -> tuple[str, int | None] | None:
    """Return a style's numbering: one that gives its level only goes on with the list of what it is based on."""
    if own is None or base is None or own[0]:
        return own or base
    return base[0], base[1] if own[1] is None else own[1]


def is_on(value: str | None) -> bool:
    """Tell whether the value of an on-off property means on; a property without a value does."""
    return value is None or value.lower() not in _OFF


def value_of(element: Element, name: str) -> str | None:
    """Return the `w:val` of a child element, None where there is none."""
    child = next(element.iterchildren(W + name), None)  # much faster than find()
    return None if child is None else child.get(_VALUE)


def numbering_of(properties: Element | None) -> tuple[str, int | None] | None:
    """Return the numbering that `w:pPr` gives: its id ('0' takes numbering away) and, if said, the level from 0."""
    numbering = None if properties is None else next(properties.iterchildren(W + "numPr"), None)
    if numbering is None:
        return None
    identifier = value_of(numbering, "numId")
    level = value_of(numbering, "ilvl")
    return identifier or "", number(level)


def number(text: str | None) -> int | None:
    """Return a whole number as it is written in a file, None for anything else."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def outline_level(properties: Element | None) -> int | None:
    """Return the heading level, 1 to 9, that `w:pPr` itself gives; 0 for body text, None if it says nothing."""
    level = None if properties is None else number(value_of(properties, "outlineLvl"))
    if level is None:
        return None
    return level + 1 if 0 <= level < _DEEPEST else 0


def _level(name: str, properties: Element | None, inherited: int) -> int:
    own = outline_level(properties)
    if own is not None:
        return own
    return _HEADING_NAMES.get(name.lower(), inherited)


def _said_in(properties: Element) -> _Said:
    return tuple([(child.tag, child.get(_VALUE)) for child in properties if child.tag in _TELLING])


def _toggles_of(properties: Element | None) -> tuple[Toggles, str]:
    """Return what `w:rPr` itself turns on or off, and its character style ('' if none)."""
    toggles: Toggles = {}
    style = ""
    for child in () if properties is None else properties:
        tag = child.tag
        if tag == _RUN_STYLE:
            style = child.get(_VALUE, "")
        elif tag == _VERT_ALIGN:
            toggles.update(_raised(child.get(_VALUE)))
        elif tag in _TOGGLES:
            mark = _TOGGLES[tag]
            toggles[mark] = is_on(child.get(_VALUE)) or _other_name_is_on(properties, tag, mark)
    return toggles, style


def _raised(value: str | None) -> Iterator[tuple[str, bool]]:
    return ((name, name == value) for name in sorted(_RAISED))


def _other_name_is_on(properties: Element | None, tag: str, mark: str) -> bool:
    """Two properties may give one mark (caps and small caps): either of them does."""
    twins = [other for other, given in _TOGGLES.items() if given == mark and other != tag]
    found = [properties.find(other) for other in twins] if properties is not None else []
    return any(one is not None and is_on(one.get(_VALUE)) for one in found)
