"""The gate: opens a Word file's package within limits, mends what is harmless, and refuses what is not."""

import io
import zipfile

from lxml import etree

from carfacilitator.word import content_types, foreign, formats, parsing
from carfacilitator.word.archive import Archive
from carfacilitator.word.limits import LIMITS, Limits
from carfacilitator.word.names import (
    CONTENT_TYPES,
    MAIN_ENDING,
    OTHER_SPELLINGS,
    PART_TYPES,
    RELATIONSHIPS_NAMESPACE,
    STRICT_NAMESPACES,
    Element,
    W,
)
from carfacilitator.word.relationships import Relationship, Relationships, beside

_BEGINNING = 1024  # bytes of a part that tell whether it declares entities


def open_package(data: bytes, limits: Limits = LIMITS) -> "Package":
    """Return the package of a Word file.

    Raises:
        UnreadableFileError: it is no Word file, or one that must not or cannot be opened; the sentence says why.
    """
    package = Package(Archive(data, limits), limits)
    package.check_parts()
    if not package.has(CONTENT_TYPES):
        package.put(CONTENT_TYPES, content_types.BARE)
    return package


class Package:
    """A Word file's parts by name, inflated and parsed when asked for; a copy of it can be changed and written."""

    def __init__(self, archive: Archive, limits: Limits = LIMITS) -> None:
        self._archive = archive
        self._limits = limits
        self._members = dict(archive.members)
        self._spelling = {name.lower(): name for name in self._members}
        self._trees: dict[str, Element] = {}
        self._fresh: dict[str, bytes] = {}
        self._changed: set[str] = set()
        self.main = _main_of(self)

    def check_parts(self) -> None:
        """Refuse a package whose main part is not a Word document, or of which any part declares entities.

        Raises:
            UnreadableFileError: the main part is missing, broken, or of another kind; or entities are declared.
        """
        if not self.has(self.main) or formats.of_archive([self.main], b"") is not formats.NO_DOCUMENT:
            mimetype = self.data("mimetype")[:100] if self.has("mimetype") else b""
            raise foreign.other_package(list(self._members), mimetype)
        for name in filter(self._archive.is_text, self._members):
            beginning = self._archive.beginning(name, _BEGINNING)
            parsing.check_start(beginning if parsing.is_start_whole(beginning) else self._archive.inflate(name))
        if self.tree(self.main).tag != W + "document":
            raise foreign.other_package(list(self._members), b"")

    def names(self) -> list[str]:
        """Return the names of all parts, in the order of the file; new ones come last."""
        return [*self._members, *(name for name in self._fresh if name not in self._members)]

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name in self._members or name in self._fresh

    def data(self, name: str) -> bytes:
        """Return a part's bytes as they are now; ISO Strict names come as the transitional ones."""
        if name in self._changed:
            return etree.tostring(self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        fresh = self._fresh.get(name)
        if fresh is not None:
            return fresh
        data = self._archive.inflate(name)
        return _transitional(data) if self._archive.is_text(name) else data

    def beginning(self, name: str, length: int) -> bytes:
        """Return the first bytes of a part as it came, without inflating the rest."""
        return self._archive.beginning(name, length) if name in self._members else self.data(name)[:length]

    def tree(self, name: str) -> Element:
        """Return the root of a part's XML, parsed once.

        Raises:
            UnreadableFileError: it is malformed, too large, or declares entities.
        """
        if name not in self._trees:
            self._trees[name] = _parsed(self.data(name), self._limits)
        return self._trees[name]

    def relationships(self, source: str = "") -> Relationships:
        """Return what a part (the package itself if '') points to; what is missing is left out."""
        name = beside(source)
        root = self.tree(name) if self.has(name) else None
        return Relationships(source, root, self._spelling)

    def related(self, kind: str, source: str | None = None) -> str | None:
        """Return the name of the first part of a kind that `source` (the main part if None) points to."""
        return next(iter(self.all_related(kind, source)), None)

    def all_related(self, kind: str, source: str | None = None) -> list[str]:
        """Return the names of all parts of a kind that `source` (the main part if None) points to."""
        found = self.relationships(self.main if source is None else source)
        return [one.target for one in found.of_kind(kind) if not one.external]

    def external(self) -> list[tuple[str, Relationship]]:
        """Return every relationship that points out of the file, with the part that it starts from."""
        sources = [_source(name) for name in self.names() if name.endswith(".rels")]
        return [(source, one) for source in sources for one in self.relationships(source) if one.external]

    def touch(self, name: str) -> None:
        """Say that a part's tree was changed, so that it is written anew."""
        self.tree(name)
        self._changed.add(name)

    def touch_relationships(self, source: str) -> None:
        """Say that what a part points to was changed."""
        self.touch(beside(source))

    def replace_tree(self, name: str, root: Element) -> None:
        """Give a part another root."""
        self._trees[name] = root
        self._changed.add(name)

    def put(self, name: str, data: bytes, content_type: str = "") -> None:
        """Add or replace a part; its kind of content is declared if given."""
        self._fresh[name] = data
        self._spelling[name.lower()] = name
        self._trees.pop(name, None)
        self._changed.discard(name)
        if content_type:
            content_types.declare(self.tree(CONTENT_TYPES), name, content_type)
            self.touch(CONTENT_TYPES)

    def relate(self, source: str, type_: str, target: str) -> str:
        """Let `source` point to the part `target`, and return the relationship's id."""
        name = beside(source)
        if not self.has(name):
            self.put(name, f'<Relationships xmlns="{RELATIONSHIPS_NAMESPACE}"/>'.encode())
        self.touch(name)
        return self.relationships(source).add(type_, target)

    def drop(self, name: str) -> None:
        """Take a part out, with what it points from, what points to it, and its kind of content."""
        for gone in (name, beside(name)):
            self._members.pop(gone, None)
            self._fresh.pop(gone, None)
            self._trees.pop(gone, None)
            self._changed.discard(gone)
        for rels in [other for other in self.names() if other.endswith(".rels")]:
            if self.relationships(_source(rels)).remove_target(name):
                self.touch(rels)
        self._spelling.pop(name.lower(), None)
        if content_types.withdraw(self.tree(CONTENT_TYPES), name):
            self.touch(CONTENT_TYPES)

    def be_plain_document(self) -> None:
        """Declare the main part a document without macros, whatever it was (a template, a macro-enabled file)."""
        root = self.tree(CONTENT_TYPES)
        if content_types.declared(root, self.main) != PART_TYPES["document"]:
            content_types.declare(root, self.main, PART_TYPES["document"])
            self.touch(CONTENT_TYPES)

    def to_bytes(self) -> bytes:
        """Return the whole file; parts that were not changed have the bytes that they had.

        Where nothing at all was changed, even the names of ISO Strict stay as they were spelled. A part that came
        damaged, and that nobody asked for, goes as damaged as it came: a picture does not spoil the text.
        """
        untouched = not (self._changed or self._fresh) and len(self._members) == len(self._archive.members)
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.names():
                member = zipfile.ZipInfo(name)  # of 1 January 1980: when it was written is nobody's concern
                known = self._members.get(name)
                member.compress_type = known.compress_type if known else zipfile.ZIP_DEFLATED
                archive.writestr(member, self._written(name, as_spelled=untouched))
        return written.getvalue()

    def _written(self, name: str, *, as_spelled: bool) -> bytes:
        if name in self._changed or name in self._fresh:
            return self.data(name)
        data = self._archive.salvage(name)
        return data if as_spelled or not self._archive.is_text(name) else _transitional(data)


def _main_of(package: Package) -> str:
    for one in package.relationships().of_kind("officeDocument"):
        if not one.external:
            return one.target
    told = content_types.of_kind(package.tree(CONTENT_TYPES), MAIN_ENDING) if package.has(CONTENT_TYPES) else ()
    return next(filter(package.has, told), "word/document.xml")


def _transitional(data: bytes) -> bytes:
    if any(name in data for name in OTHER_SPELLINGS):
        for strict, transitional in STRICT_NAMESPACES:
            data = data.replace(strict, transitional)
    return data


def _parsed(data: bytes, limits: Limits) -> Element:
    root = parsing.parse(data, limits)
    root.attrib.pop(W + "conformance", "")
    return root


def _source(rels: str) -> str:
    folder, _, name = rels.rpartition("_rels/")
    return folder + name.removesuffix(".rels")
