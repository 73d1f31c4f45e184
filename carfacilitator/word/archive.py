"""The zip archive that a Word file is: its members under the names of parts, inflated within limits."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from carfacilitator.errors import UnreadableFileError
from carfacilitator.word import foreign, formats
from carfacilitator.word.limits import LIMITS, Limits

_CHUNK = 256 * 1024
_MORSEL = 1024  # bytes that are lost where a broken member breaks off
_STORED_OR_DEFLATED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1  # a flag of a zip member
_TEXT = (".xml", ".rels")
_BLOATED = "it unpacks to far more than it seems to hold"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class Archive:
    """The members of a zip archive that can be parts of a package, by name, in their order."""

    def __init__(self, data: bytes, limits: Limits = LIMITS) -> None:
        """Look through the archive without inflating anything.

        Raises:
            UnreadableFileError: it is no zip archive, a broken one, or one that no honest program writes.
        """
        foreign.check_size(data, limits.file)
        if formats.is_certainly_other(data):
            raise foreign.not_a_package(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as broken:
            raise foreign.not_a_package(data) from broken
        self._limits = limits
        self._inflated: dict[str, int] = {}
        self.members = self._members()

    def inflate(self, name: str) -> bytes:
        """Return all bytes of a member; what comes out is counted, whatever its header promises.

        Raises:
            UnreadableFileError: it is broken, or all members together are too much.
        """
        chunks: list[bytes] = []
        self._inflated.pop(name, None)
        room = self._limits.inflated - sum(self._inflated.values())
        with self._opened(name) as stream:
            while chunk := stream.read(_CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise foreign.hostile(_BLOATED)
                chunks.append(chunk)
        data = b"".join(chunks)
        self._inflated[name] = len(data)
        return data

    def salvage(self, name: str) -> bytes:
        """Return the bytes of a member, of a broken one as many as can be inflated.

        Raises:
            UnreadableFileError: all members together are too much.
        """
        try:
            return self.inflate(name)
        except UnreadableFileError as refusal:
            if refusal.kind != foreign.DAMAGED:
                raise
        whole = bytearray()
        with suppress(UnreadableFileError), self._opened(name) as stream:
            while chunk := stream.read(_MORSEL):
                whole += chunk
        return bytes(whole)

    def beginning(self, name: str, length: int) -> bytes:
        """Return the first bytes of a member."""
        with self._opened(name) as stream:
            return stream.read(length)

    def is_text(self, name: str) -> bool:
        """Tell whether a member is XML by its name."""
        return name.lower().endswith(_TEXT)

    @contextmanager
    def _opened(self, name: str) -> Iterator[IO[bytes]]:
        try:
            with self._archive.open(self.members[name]) as stream:
                yield stream
        except _BROKEN as broken:
            raise foreign.damaged() from broken

    def _members(self) -> dict[str, zipfile.ZipInfo]:
        members: dict[str, zipfile.ZipInfo] = {}
        seen: set[str] = set()
        for info in self._archive.infolist():
            name = _part_name(info.filename)
            if not name:
                continue
            if name.lower() in seen:
                raise foreign.hostile("a part of it is there twice")
            self._check(info)
            seen.add(name.lower())
            members[name] = info
        if len(members) > self._limits.entries:
            raise foreign.hostile("it is made of far too many parts")
        if sum(info.file_size for info in members.values()) > self._limits.inflated:
            raise foreign.hostile(_BLOATED)
        return members

    def _check(self, info: zipfile.ZipInfo) -> None:
        if info.flag_bits & _ENCRYPTED:
            raise foreign.protected()
        if info.compress_type not in _STORED_OR_DEFLATED:
            raise foreign.hostile("it is packed in a way that Word does not use")
        limits = self._limits
        suspicious_from = limits.ratio_from if self.is_text(info.filename) else limits.media_ratio_from
        bloated = info.file_size > limits.ratio * max(info.compress_size, 1)
        if (bloated and info.file_size > suspicious_from) or info.file_size > limits.entry:
            raise foreign.hostile(_BLOATED)


def _part_name(written: str) -> str:
    """Return the name of the part that a member holds; '' for a folder, or a name that leads out of the package."""
    path = written.replace("\\", "/")
    steps = [step for step in path.split("/") if step not in {"", "."}]
    outside = ".." in steps or (steps and steps[0].endswith(":"))
    return "" if path.endswith("/") or outside else "/".join(steps)
