"""Comparing any two Word files from the disk, that belong to no case study and no workspace."""

from dataclasses import dataclass
from pathlib import Path

from carfacilitator.document.comparison import Comparison, compare
from carfacilitator.document.profiles import AS_USUAL, Profile
from carfacilitator.services import reading
from carfacilitator.services.files import OpenedFile


@dataclass(frozen=True)
class FilePair:
    """Two Word files, compared."""

    old: OpenedFile
    new: OpenedFile
    comparison: Comparison


def compare_files(old: Path, new: Path, profile: Profile = AS_USUAL) -> FilePair:
    """Read two Word files aside and return them with their comparison; nothing of it is kept.

    Raises:
        UnreadableFileError: one of them cannot be read; its sentence says why.
    """
    before, after = reading.read_files(old, new)
    return FilePair(before, after, compare(before.document, after.document, profile))
