"""Where data and resources live; the only module that knows about installed and frozen programs."""

import hashlib
import os
import sys
from pathlib import Path

import appdirs

from carfacilitator.errors import KnownError

_APP = "CARFacilitator"


def data_folder() -> Path:
    """Return the folder of this computer (not roaming, not synchronised) in which workspaces are kept."""
    chosen = os.environ.get("CARFACILITATOR_DATA")
    return Path(chosen) if chosen else Path(appdirs.user_data_dir(_APP, appauthor=False, roaming=False))


def settings_file() -> Path:
    """Return the file of the facilitator's preferences."""
    return data_folder() / "settings.json"


def log_file() -> Path:
    """Return the file of the log without content."""
    return data_folder() / "log.txt"


def lent_folder(workspace: Path) -> Path:
    """Return the folder in which plain copies of a workspace's files lie while another program has them open."""
    mark = hashlib.sha256(str(workspace.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    return data_folder() / "lent" / mark[:8]


def resource(*parts: str) -> Path:
    """Return a file or folder of `resources/`, in a checkout, an installed or a frozen program.

    Raises:
        KnownError: the program is incomplete.
    """
    found = _resources_folder().joinpath(*parts)
    if not found.exists():
        raise KnownError(f"A part of the program is missing: {'/'.join(parts)}.", "Please install it again.")
    return found


def own_command() -> list[str]:
    """Return the command that starts this program again: the frozen one, or Python with our package.

    With `-P` no module is taken from the folder that the person works in, where drafts from outside may lie.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "carfacilitator"]


def _resources_folder() -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"
