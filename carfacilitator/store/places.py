"""Folders in which an open workspace would be damaged: those that a service keeps in step, and those on a network.

A database is several files that change together. What copies them one by one, or answers late, tears them apart; a
backup is one closed file, and may lie there.
"""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from carfacilitator.errors import KnownError

_NETWORK = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "davfs", "davfs2", "afs", "ncpfs", "ftpfs"}
_LOCAL_FUSE = {"fuse.ntfs-3g", "fuse.exfat", "fuse.encfs", "fuse.gocryptfs", "fuse.cryfs", "fuse.veracrypt"}
_REMOTE_DRIVE = 4  # what GetDriveTypeW of Windows calls a drive on a network
_PATIENCE = 2  # seconds that the system has for telling its mounts
_NAMED = (  # folders that the services make, by what they are called anywhere in a path
    ("Dropbox", re.compile(r"dropbox( \(.+\))?")),
    ("OneDrive", re.compile(r"onedrive( - .+)?")),
    ("Google Drive", re.compile(r"google ?drive|googledrive-.+|my drive")),
    ("iCloud Drive", re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs")),
    ("Nextcloud", re.compile(r"nextcloud\d?|owncloud\d?")),
    ("pCloud", re.compile(r"pcloud( ?drive|drive)?")),
    ("MEGA", re.compile(r"megasync( downloads)?")),
    ("Box", re.compile(r"box sync|box-box")),
    ("a cloud service", re.compile(r"cloudstorage")),
)
_NAMED_AT_HOME = (("Box", "box"), ("MEGA", "mega"), ("Syncthing", "sync"))  # too common a name anywhere else
_MARKED = (  # what the services leave in the folder that they keep in step
    ("Syncthing", ".stfolder"),
    ("Dropbox", ".dropbox.cache"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("ownCloud", ".owncloudsync.log"),
)
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


class UnsafePlaceError(KnownError):
    """A folder in which a workspace would be damaged; `service` says by what."""

    def __init__(self, service: str) -> None:
        why = "is on a network drive" if service == "network" else f"is kept in step by {service}"
        super().__init__(
            f"That folder {why}, which would sooner or later damage an open workspace.",
            "Keep the workspace on this computer; its backups may well go there.",
        )
        self.service = service


@dataclass(frozen=True)
class Surroundings:
    """What is known of this computer's folders: the person's own, what services say of themselves, and the mounts."""

    home: Path
    variables: Mapping[str, str] = field(default_factory=dict)
    mounts: Mapping[str, str] = field(default_factory=dict)  # where -> kind of file system


def here() -> Surroundings:
    """Return the surroundings of this computer."""
    return Surroundings(Path.home(), dict(os.environ), _mounts())


def refuse_unsafe(folder: Path, around: Surroundings) -> None:
    """Refuse a folder, of a workspace that is or will be, in which it would be damaged.

    Raises:
        UnsafePlaceError: a service or a network would do it.
    """
    service = next(_objections(folder.absolute(), around), None) or next(_objections(folder.resolve(), around), None)
    if service:
        raise UnsafePlaceError(service)


def _objections(folder: Path, around: Surroundings) -> Iterator[str]:
    ways = [folder, *folder.parents]
    for way in ways:
        yield from (service for service, name in _NAMED if name.fullmatch(way.name.lower()))
        yield from (
            service for service, name in _NAMED_AT_HOME if way == around.home / way.name and way.name.lower() == name
        )
        with suppress(OSError):
            yield from (service for service, mark in _MARKED if (way / mark).exists())
    for variable in _VARIABLES:
        if around.variables.get(variable) and Path(around.variables[variable]) in ways:
            yield "OneDrive"
    if _is_remote(folder, around.mounts):
        yield "network"


def _is_remote(folder: Path, mounts: Mapping[str, str]) -> bool:
    if _is_remote_on_windows(folder):
        return True
    kinds = (mounts[str(way)] for way in (folder, *folder.parents) if str(way) in mounts)
    kind = next(kinds, "")
    return kind in _NETWORK or (kind.startswith("fuse.") and kind not in _LOCAL_FUSE)


def _mounts() -> dict[str, str]:
    with suppress(OSError, subprocess.SubprocessError):
        if sys.platform == "darwin":
            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=_PATIENCE, check=True).stdout
            return dict(re.findall(r" on (.+) \((\w+)", told))
        return read_mounts(Path("/proc/mounts").read_text(encoding="utf-8", errors="replace"))
    return {}


def read_mounts(told: str) -> dict[str, str]:
    """Return where which kind of file system is mounted, from what Linux tells of it; the last one counts."""
    lines = (line.split(" ") for line in told.splitlines())
    return {_unescaped(parts[1]): parts[2] for parts in lines if len(parts) > 2}  # noqa: PLR2004  what, where, kind


def _unescaped(where: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), where)


if sys.platform == "win32":

    def _is_remote_on_windows(folder: Path) -> bool:
        root = folder.anchor
        return root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOTE_DRIVE
else:

    def _is_remote_on_windows(_folder: Path) -> bool:
        return False
