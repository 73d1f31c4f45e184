"""The gate: opens a Word file's package within limits, mends what is harmless, and refuses what is not."""

import io
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from carfacilitator.word import content_types, foreign
from carfacilitator.word.names import (
    CONTENT_TYPES,
    OTHER_SPELLINGS,
    PART_TYPES,
    RELATIONSHIPS_NAMESPACE,
    STRICT_NAMESPACES,
    Element,
    W,
)
from carfacilitator.word.relationships import Relationship, Relationships, beside

MEGABYTE = 1024 * 1024
_CHUNK = 256 * 1024
_STORED_OR_DEFLATED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1  # a flag of a zip member


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold; no honest file met so far comes near them. Sizes are bytes."""

    file: int = foreign.LARGEST
    inflated: int = 300 * MEGABYTE
    entry: int = 100 * MEGABYTE
    xml: int = 40 * MEGABYTE
    elements: int = 2_000_000
    entries: int = 5_000
    ratio: int = 250  # inflated to deflated, of XML above `ratio_from` and of other parts above `media_ratio_from`
    ratio_from: int = MEGABYTE
    media_ratio_from: int = 16 * MEGABYTE  # an honest picture that is mostly blank shrinks by 280


LIMITS = Limits()


def open_package(data: bytes, limits: Limits = LIMITS) -> "Package":
    """Return the package of a Word file.

    Raises:
        UnreadableFileError: it is no Word file, or one that must not or cannot be opened; the sentence says why.
    """
    foreign.check_size(data, limits.file)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as broken:
        raise foreign.not_a_package(data) from broken
    package = Package(archive, limits)
    package.check_main()
    if not package.has(CONTENT_TYPES):
        package.put(CONTENT_TYPES, content_types.BARE)
    return package


class Package:
    """A Word file's parts by name, inflated and parsed when asked for; a copy of it can be changed and written."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits = LIMITS) -> None:
        self._archive = archive
        self._limits = limits
        self._members = _members(archive.infolist(), limits)
        self._spelling = {name.lower(): name for name in self._members}
        self._inflated = 0
        self._trees: dict[str, Element] = {}
        self._fresh: dict[str, bytes] = {}
        self._changed: set[str] = set()
        self.main = self._find_main()

    def check_main(self) -> None:
        """Refuse a package whose main part is not a Word document.

        Raises:
            UnreadableFileError: the main part is missing, broken, or of another kind.
        """
        if not self.has(self.main):
            mimetype = self.data("mimetype")[:100] if self.has("mimetype") else b""
            raise foreign.other_package(list(self._members), mimetype)
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
        return _transitional(self._inflate(self._members[name]))

    def tree(self, name: str) -> Element:
        """Return the root of a part's XML, parsed once.

        Raises:
            UnreadableFileError: it is malformed, too large, or declares entities.
        """
        if name not in self._trees:
            self._trees[name] = _parse(self.data(name), self._limits)
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
        """Return the whole file; parts that were not changed have the bytes that they had."""
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in self.names():
                member = zipfile.ZipInfo(name)  # of 1 January 1980: when it was written is nobody's concern
                known = self._members.get(name)
                member.compress_type = known.compress_type if known else zipfile.ZIP_DEFLATED
                archive.writestr(member, self.data(name))
        return written.getvalue()

    def _find_main(self) -> str:
        for one in self.relationships().of_kind("officeDocument"):
            if not one.external:
                return one.target
        return "word/document.xml"

    def _inflate(self, member: zipfile.ZipInfo) -> bytes:
        chunks = []
        try:
            with self._archive.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    self._inflated += len(chunk)
                    if self._inflated > self._limits.inflated:
                        raise foreign.hostile("it unpacks to far more than it seems to hold")
                    chunks.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as broken:
            raise foreign.damaged() from broken
        return b"".join(chunks)


def _members(infos: Iterable[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    members: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    total = 0
    for info in infos:
        name = info.filename.replace("\\", "/").lstrip("/")
        if not name or name.endswith("/"):
            continue
        if name.lower() in seen:
            raise foreign.hostile("a part of it is there twice")
        _check_member(info, limits)
        total += info.file_size
        seen.add(name.lower())
        members[name] = info
    if len(members) > limits.entries:
        raise foreign.hostile("it is made of far too many parts")
    if total > limits.inflated:
        raise foreign.hostile("it unpacks to far more than it seems to hold")
    return members


def _check_member(info: zipfile.ZipInfo, limits: Limits) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise foreign.protected()
    if info.compress_type not in _STORED_OR_DEFLATED:
        raise foreign.hostile("it is packed in a way that Word does not use")
    suspicious_from = limits.ratio_from if info.filename.endswith((".xml", ".rels")) else limits.media_ratio_from
    bloated = info.file_size > limits.ratio * max(info.compress_size, 1)
    if (bloated and info.file_size > suspicious_from) or info.file_size > limits.entry:
        raise foreign.hostile("it unpacks to far more than it seems to hold")


def _transitional(data: bytes) -> bytes:
    if any(name in data for name in OTHER_SPELLINGS):
        for strict, transitional in STRICT_NAMESPACES:
            data = data.replace(strict, transitional)
    return data


def _parse(data: bytes, limits: Limits) -> Element:
    plain = data.replace(b"\0", b"") if b"\0" in data[:4] else data  # UTF-16, for looking only
    if b"<!DOCTYPE" in plain:
        raise foreign.hostile("it declares entities, which Word files never do")
    if len(data) > limits.xml or plain.count(b"<") - plain.count(b"</") > limits.elements:
        raise foreign.too_large("it is longer than any document that this program reads")
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as broken:
        if getattr(broken, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from broken
        raise foreign.damaged() from broken
    except ValueError as broken:
        raise foreign.damaged() from broken
    if root.getroottree().docinfo.internalDTD is not None:
        raise foreign.hostile("it declares entities, which Word files never do")
    if root.get(W + "conformance"):
        del root.attrib[W + "conformance"]
    return root


def _source(rels: str) -> str:
    folder, _, name = rels.rpartition("_rels/")
    return folder + name.removesuffix(".rels")
