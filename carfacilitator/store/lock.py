"""One writer per workspace: a lock that the system lets go of when the program ends, however it ends."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from carfacilitator.errors import KnownError, WorkspaceBusyError

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


_KNOCK = "knock"


def knock(folder: Path) -> None:
    """Ask the window that has the workspace in `folder` to come to the front; it looks for that now and then."""
    with suppress(OSError):
        (folder / _KNOCK).touch()


def is_knocked(folder: Path) -> bool:
    """Tell whether a knock stands there that nobody has heard yet."""
    return (folder / _KNOCK).exists()


class Lock:
    """The right to write in a workspace's folder, held from its making until it is released."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of `folder`.

        Raises:
            WorkspaceBusyError: somebody else holds it.
            KnownError: the folder cannot be written.
        """
        try:
            self._folder, self._file = folder, (folder / "lock").open("ab")
        except OSError:
            raise KnownError("The workspace's folder cannot be written.", "Is its drive connected?") from None
        try:
            _seize(self._file)
        except OSError:
            self._file.close()
            raise WorkspaceBusyError from None
        self.was_knocked()  # at somebody who has gone since

    def was_knocked(self) -> bool:
        """Tell whether a second start asked for this one since the last time; cheap enough to ask twice a second."""
        try:
            (self._folder / _KNOCK).unlink()
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Let others write; harmless when done twice."""
        self._file.close()
