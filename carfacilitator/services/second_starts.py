"""A second start of the program: is the workspace open in another window already, and has that heard the knock?"""

from pathlib import Path

from carfacilitator.errors import KnownError, WorkspaceBusyError
from carfacilitator.services.workspace import is_workspace
from carfacilitator.store import lock
from carfacilitator.store.lock import Lock


def is_open_elsewhere(folder: Path) -> bool:
    """Tell whether another window or command has the workspace in `folder`."""
    if not is_workspace(folder):
        return False
    try:
        Lock(folder).release()
    except WorkspaceBusyError:
        return True
    except KnownError:
        return False  # it cannot be written: whoever opens it is told
    return False


def knock(folder: Path) -> None:
    """Ask the window that has the workspace in `folder` to come to the front."""
    lock.knock(folder)


def was_heard(folder: Path) -> bool:
    """Tell whether that window has heard the last knock."""
    return not lock.is_knocked(folder)
