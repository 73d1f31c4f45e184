"""One writer per workspace: a lock that the system lets go of when the program ends, however it ends."""

import sys
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


class Lock:
    """The right to write in a workspace's folder, held from its making until it is released."""

    def __init__(self, folder: Path) -> None:
        """Take the lock of `folder`.

        Raises:
            WorkspaceBusyError: somebody else holds it.
            KnownError: the folder cannot be written.
        """
        try:
            self._file = (folder / "lock").open("ab")
        except OSError:
            raise KnownError("The workspace's folder cannot be written.", "Is its drive connected?") from None
        try:
            _seize(self._file)
        except OSError:
            self._file.close()
            raise WorkspaceBusyError from None

    def release(self) -> None:
        """Let others write; harmless when done twice."""
        self._file.close()
