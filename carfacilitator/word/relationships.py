"""What a part of a package points to: other parts of it, or things outside."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from carfacilitator.word.elements import remove
from carfacilitator.word.names import RELATIONSHIPS_NAMESPACE, Element

_RELATIONSHIP = f"{{{RELATIONSHIPS_NAMESPACE}}}Relationship"


def beside(source: str) -> str:
    """Return the name of the part that holds the relationships of `source` (of the package itself if '')."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow: its id, its kind (the last step of its type), and a part's name or, if external, an address."""

    id: str
    kind: str
    target: str
    external: bool
    element: Element


class Relationships:
    """The arrows that start at one part; those to parts that are not there are left out."""

    def __init__(self, source: str, root: Element | None, spelling: Mapping[str, str]) -> None:
        """`spelling` maps each part's name in small letters to the name as the file spells it."""
        self._source = source
        self._root = root
        self._spelling = spelling

    def __iter__(self) -> Iterator[Relationship]:
        for element in self._arrows():
            external = element.get("TargetMode") == "External"
            written = element.get("Target", "")
            target = written if external else self._part(written)
            if target is not None:
                yield Relationship(element.get("Id", ""), _kind(element), target, external, element)

    def of_kind(self, kind: str) -> list[Relationship]:
        """Return the arrows of one kind, in the order of the file."""
        return [one for one in self if one.kind == kind]

    def find(self, identifier: str) -> Relationship | None:
        """Return the arrow with an id."""
        return next((one for one in self if one.id == identifier), None)

    def add(self, type_: str, target: str) -> str:
        """Point to the part `target` with a relationship of the full type, and return its id.

        Arrows of that kind that lead to nothing go, for Word knows one part of most kinds and takes the first; one that
        was waiting for this very part is it.
        """
        if self._root is None:
            raise ValueError("the relationships have no part to stand in yet")
        standing = self.of_kind(_step(type_))
        for lost in self._of_type(_step(type_)) - {one.element for one in standing}:
            remove(lost)
        waiting = next((one.id for one in standing if one.target == target), "")
        if waiting:
            return waiting
        taken = {element.get("Id") for element in self._root}
        identifier = next(fresh for fresh in (f"rId{n}" for n in range(1, len(taken) + 2)) if fresh not in taken)
        relative = posixpath.relpath(target, posixpath.dirname(self._source))
        attributes = {"Id": identifier, "Type": type_, "Target": relative}
        etree.SubElement(self._root, _RELATIONSHIP, attributes)
        return identifier

    def remove_target(self, target: str) -> bool:
        """Remove every arrow to a part; tell whether there was one."""
        gone = [one.element for one in self if not one.external and one.target == target]
        for element in gone:
            remove(element)
        return bool(gone)

    def remove_kind(self, kind: str) -> bool:
        """Remove every arrow of a kind, wherever it points; tell whether there was one."""
        gone = self._of_type(kind)
        for element in gone:
            remove(element)
        return bool(gone)

    def _arrows(self) -> Iterator[Element]:
        return iter(()) if self._root is None else self._root.iter(_RELATIONSHIP)

    def _of_type(self, kind: str) -> set[Element]:
        return {element for element in self._arrows() if _kind(element) == kind}

    def _part(self, target: str) -> str | None:
        path = unquote(target).split("#")[0].replace("\\", "/")
        joined = path if path.startswith("/") else posixpath.join(posixpath.dirname(self._source), path)
        return self._spelling.get(posixpath.normpath(joined).lstrip("/").lower())


def _kind(arrow: Element) -> str:
    return _step(arrow.get("Type", ""))


def _step(type_: str) -> str:
    """Return the last step of a relationship's type, which is the same for ISO Strict."""
    return type_.rsplit("/", 1)[-1]
