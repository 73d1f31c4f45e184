"""The labels before list items and numbered headings, counted as Word counts them."""

import re
from dataclasses import dataclass

from carfacilitator.word.names import MC, Element, W
from carfacilitator.word.numerals import printed
from carfacilitator.word.styles import is_on, number, value_of
from carfacilitator.word.symbols import readable

_LEVELS = 9
_LONGEST_PATTERN = 255  # longer than any that Word lets one write
_UNNUMBERED = {"none", "bullet"}
_PLACE = re.compile(r"%([1-9])")
_ID = W + "numId"
_ABSTRACT_ID = W + "abstractNumId"
_LEVEL = W + "ilvl"
_VALUE = W + "val"


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and prints."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    restart: int | None = None  # 0 never; n: after a paragraph of level n - 1 or above; None: any level above
    legal: bool = False  # levels above are printed as decimal numbers
    style: str = ""  # the paragraph style that brings this level
    font: str = ""  # of the bullet
    custom: str = ""  # how a custom format begins: "001, 002, 003, ..."


@dataclass(frozen=True, slots=True)
class _List:
    """One `w:num`: the scheme whose counters it shares, its levels, and where it starts anew."""

    scheme: str
    levels: dict[int, _Level]
    starts: dict[int, int]

    def start(self, level: int) -> int:
        """Return the number with which a level begins."""
        return self.starts.get(level, self.levels.get(level, _Level()).start)


class Numbering:
    """Counts through a document from its first paragraph to its last, and gives each its label."""

    def __init__(self, root: Element | None) -> None:
        self._schemes: dict[str, Element] = {}
        self._links: dict[str, str] = {}  # a numbering style's id to the scheme that defines it
        self._elements: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}  # those that were met
        self._levels: dict[str, dict[int, _Level]] = {}  # of the schemes that were met
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def level_of_style(self, identifier: str, style: str) -> int:
        """Return the level, from 0, that a list keeps for a paragraph style; 0 if it keeps none."""
        found = self._list(identifier)
        levels = found.levels if found else {}
        return next((level for level, how in levels.items() if how.style == style), 0)

    def label(self, identifier: str, level: int) -> str:
        """Count one paragraph of a list at a level (from 0), and return what Word prints before it."""
        found = self._list(identifier)
        if found is None:
            return ""
        level = min(max(level, 0), _LEVELS - 1)
        how = found.levels.get(level, _Level())
        counters = self._count(identifier, found, level)
        if how.format == "bullet":
            return readable(how.pattern, how.font)
        return _PLACE.sub(lambda place: self._place(found, counters, int(place[1]) - 1, legal=how.legal), how.pattern)

    def _place(self, found: _List, counters: dict[int, int], level: int, *, legal: bool) -> str:
        how = found.levels.get(level, _Level())
        value = counters.get(level, found.start(level))
        return printed(value, "decimal" if legal and how.format not in _UNNUMBERED else how.format, how.custom)

    def _count(self, identifier: str, found: _List, level: int) -> dict[int, int]:
        counters = self._counters.setdefault(found.scheme, {})
        for skipped in range(level):  # a level that is left out counts as begun
            counters.setdefault(skipped, found.start(skipped))
        begins = level not in counters or (level in found.starts and (identifier, level) not in self._begun)
        counters[level] = found.start(level) if begins else counters[level] + 1
        self._begun.add((identifier, level))
        for deeper in [other for other in counters if other > level]:
            if _restarts(found.levels.get(deeper, _Level()), level):
                del counters[deeper]
        return counters

    def _read(self, root: Element) -> None:
        for scheme in root.iter(W + "abstractNum"):
            identifier = scheme.get(_ABSTRACT_ID, "")
            self._schemes[identifier] = scheme
            link = value_of(scheme, "styleLink")
            if link:
                self._links[link] = identifier
        for element in root.iter(W + "num"):
            self._elements[element.get(_ID, "")] = element

    def _list(self, identifier: str) -> _List | None:
        if identifier not in self._lists:
            element = self._elements.get(identifier)
            self._lists[identifier] = None if element is None else self._read_list(element)
        return self._lists[identifier]

    def _read_list(self, element: Element) -> _List:
        scheme = value_of(element, "abstractNumId") or ""
        defined = self._schemes.get(scheme)
        elsewhere = None if defined is None else value_of(defined, "numStyleLink")
        if elsewhere in self._links:
            scheme = self._links[elsewhere]
            defined = self._schemes.get(scheme)
        if scheme not in self._levels:
            self._levels[scheme] = {} if defined is None else _levels(defined)
        levels = self._levels[scheme]
        starts: dict[int, int] = {}
        for override in element.iterchildren(W + "lvlOverride"):
            level = number(override.get(_LEVEL)) or 0
            levels = levels | _levels(override)
            start = number(value_of(override, "startOverride"))
            if start is not None:
                starts[level] = start
        return _List(scheme, levels, starts)


def _restarts(deeper: _Level, level: int) -> bool:
    return deeper.restart is None or level < deeper.restart


def _levels(parent: Element) -> dict[int, _Level]:
    return {number(one.get(_LEVEL)) or 0: _level(one) for one in parent.iterchildren(W + "lvl")}


def _level(element: Element) -> _Level:
    start = number(value_of(element, "start"))
    legal = element.find(W + "isLgl")
    how = _number_format(element)
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return _Level(
        start=0 if start is None else start,
        format="decimal" if how is None else how.get(_VALUE, "decimal"),
        custom="" if how is None else how.get(W + "format", ""),
        font="" if fonts is None else fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "",
        pattern=(value_of(element, "lvlText") or "")[:_LONGEST_PATTERN],
        restart=number(value_of(element, "lvlRestart")),
        legal=legal is not None and is_on(legal.get(W + "val")),
        style=value_of(element, "pStyle") or "",
    )


def _number_format(level: Element) -> Element | None:
    """Return a level's `w:numFmt`; formats of newer Words stand in a choice, with one for older Words as a fallback."""
    own = level.find(W + "numFmt")
    return level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt") if own is None else own
