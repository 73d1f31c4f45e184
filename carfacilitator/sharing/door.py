"""The door: the only code that lets anything out of the workspace, to disk, paper, clipboard or another program."""

import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.model.terms import Audience

_UNFIT_FOR_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST_NAME = 120


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """Something finished that may leave: its bytes, for whom it was made and from what."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    audience: Audience
    recipient: str = ""  # who it is for, in words
    made_from: str = ""  # the record it was made from: noun and id

    @property
    def sha256(self) -> str:
        """Return the hash of its bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Departure:
    """What left, to whom, when and how; the hash tells later whether a file is still the one that left."""

    name: str
    sha256: str
    size: int
    audience: Audience
    recipient: str
    made_from: str
    how: str  # file, folder, paper, clipboard or program
    at: datetime


class Outlets(Protocol):
    """What the system offers for letting things out; the window brings it, the command line has none."""

    def open_file(self, file: Path) -> bool:
        """Open a file in the program that this computer has for it."""

    def show_in_folder(self, file: Path) -> bool:
        """Show a file in the system's file manager."""

    def copy_text(self, text: str) -> None:
        """Fill the clipboard."""

    def print_pages(self, title: str, pages: Sequence[bytes]) -> bool:
        """Ask for a printer and print pages given as SVG; return whether it was done."""


class NoOutlets:
    """A place without a screen: nothing can be opened, copied or printed."""

    def open_file(self, file: Path) -> bool:  # noqa: ARG002  the protocol's shape
        """Open nothing."""
        return False

    def show_in_folder(self, file: Path) -> bool:  # noqa: ARG002  the protocol's shape
        """Show nothing."""
        return False

    def copy_text(self, text: str) -> None:
        """Copy nothing."""

    def print_pages(self, title: str, pages: Sequence[bytes]) -> bool:  # noqa: ARG002  the protocol's shape
        """Print nothing."""
        return False


@dataclass(frozen=True)
class Door:
    """The one way out. Whatever passes is recorded before it is within anybody's reach."""

    record: Callable[[Sequence[Departure]], None]
    now: Callable[[], datetime]
    outlets: Outlets = field(default_factory=NoOutlets)

    def save(self, parcels: Sequence[Parcel], folder: Path, *, replace: bool = False) -> list[Path]:
        """Write parcels into a folder, all or none, and return their files.

        Raises:
            RefusedError: a file of that name exists and `replace` was not asked for, or a parcel is for nobody else.
            KnownError: the folder cannot be written to, or the disk is full.
        """
        targets = [folder / fit_name(parcel.name) for parcel in parcels]
        _refuse_what_stays(parcels)
        present = [target.name for target in targets if target.exists()]
        if present and not replace:
            raise RefusedError(f"There is already a file named {present[0]} there.", "Choose another folder.")
        try:
            with _made(folder), tempfile.TemporaryDirectory(prefix=".car-", dir=folder) as aside:
                drafts = [_write(Path(aside) / str(number), parcel.data) for number, parcel in enumerate(parcels)]
                self.record([self._departure(parcel, "file") for parcel in parcels])
                for draft, target in zip(drafts, targets, strict=True):
                    draft.replace(target)
        except OSError as error:
            raise _said_plainly(error, folder) from error
        return targets

    def save_folder(
        self, files: Iterable[tuple[str, bytes]], folder: Path, about: Parcel, *, over: bool = False
    ) -> list[Path]:
        """Write many files, each under its path in `folder`, all or none, and return them.

        They leave as one: `about` says what they are and for whom; its bytes are the list of them with their hashes.

        Raises:
            RefusedError: there is something in the folder and writing `over` it was not asked for.
            KnownError: the folder cannot be written to, or the disk is full.
        """
        _refuse_what_stays([about])
        try:
            if folder.exists() and any(folder.iterdir()) and not over:
                raise RefusedError(f"There is already something in the folder {folder.name}.", "Choose an empty one.")
            with _made(folder), tempfile.TemporaryDirectory(prefix=".car-", dir=folder) as aside:
                names = dict(_lay_down(name, data, Path(aside)) for name, data in files)
                listed = "".join(f"{sha256}  {name}\n" for name, sha256 in names.items())
                self.record([self._departure(replace(about, data=listed.encode("utf-8")), "folder")])
                return [_move(Path(aside) / name, folder / name) for name in names]
        except OSError as error:
            raise _said_plainly(error, folder) from error

    def open(self, file: Path, parcel: Parcel) -> bool:
        """Open a saved parcel in another program, if it is still the one that was made; return whether that worked."""
        _refuse_what_stays([parcel])
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != parcel.sha256:
            raise RefusedError("The file in that folder is no longer the one that was made here.", "Save it again.")
        self.record([self._departure(parcel, "program")])
        return self.outlets.open_file(file)

    def show(self, file: Path) -> bool:
        """Show a saved file in the system's file manager."""
        return self.outlets.show_in_folder(file)

    def copy(self, parcel: Parcel) -> None:
        """Fill the clipboard with a parcel of text."""
        _refuse_what_stays([parcel])
        self.record([self._departure(parcel, "clipboard")])
        self.outlets.copy_text(parcel.data.decode("utf-8"))

    def print(self, parcel: Parcel, pages: Sequence[bytes]) -> bool:
        """Print a parcel, whose pages are given as SVG; return whether the person went through with it."""
        _refuse_what_stays([parcel])
        printed = self.outlets.print_pages(parcel.name, pages)
        if printed:
            self.record([self._departure(parcel, "paper")])
        return printed

    def _departure(self, parcel: Parcel, how: str) -> Departure:
        return Departure(
            name=parcel.name,
            sha256=parcel.sha256,
            size=len(parcel.data),
            audience=parcel.audience,
            recipient=parcel.recipient,
            made_from=parcel.made_from,
            how=how,
            at=self.now(),
        )


def fit_name(name: str) -> str:
    """Return a file name that Windows, macOS and Linux all take, as near to the wish as can be."""
    stem, dot, ending = _UNFIT_FOR_A_NAME.sub(" ", name).rpartition(".")
    if not dot or " " in ending:
        stem, dot, ending = f"{stem}{dot}{ending}", "", ""
    stem = " ".join(stem.split()).strip(" .") or "untitled"
    if stem.split(".")[0].strip().lower() in _RESERVED:
        stem = f"{stem} file"
    return stem[:_LONGEST_NAME].rstrip(" .") + dot + ending


def _refuse_what_stays(parcels: Sequence[Parcel]) -> None:
    if any(parcel.audience is Audience.FACILITATOR for parcel in parcels):
        raise RefusedError("That is for the facilitator only and does not leave the workspace.")


def _lay_down(name: str, data: bytes, folder: Path) -> tuple[str, str]:
    """Write one of many files, and return under which name with which hash."""
    fit = "/".join(fit_name(part) for part in name.split("/"))
    file = folder / fit
    file.parent.mkdir(parents=True, exist_ok=True)
    _write(file, data)
    return fit, hashlib.sha256(data).hexdigest()


def _move(file: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return file.replace(target)


def _write(file: Path, data: bytes) -> Path:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    return file


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder for what leaves; if it does not leave after all, what was made goes again."""
    fresh = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):
            for one in fresh:
                one.rmdir()
        raise


def _said_plainly(error: OSError, folder: Path) -> KnownError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return KnownError("The disk is full; nothing was saved.", "Free some space on it, then try again.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return KnownError(f"The folder {folder.name} cannot be written to.", "Choose another folder.")
    return KnownError(f"Nothing could be saved in the folder {folder.name}.", "Choose another folder.")
