"""What a page asks of the program itself: work for which the workspace must be closed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from carfacilitator.settings import Settings
from carfacilitator.ui import window_actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from carfacilitator.ui.jobs import Job


LOCK, DISCREET = window_actions.LOCK.id, window_actions.DISCREET.id


@dataclass(frozen=True)
class WhileClosed:
    """Work on a workspace that nobody may have open meanwhile; it is opened again afterwards.

    `what` is said while it lasts, `done` when it went well. With the passphrase that opens the workspace then it is
    opened at once; without one the facilitator is asked for it.
    """

    what: str
    work: "Callable[[Job], object]"
    done: str
    passphrase: str = field(default="", repr=False)
    ends: bool = False  # there is no workspace afterwards


class Requests(QObject):
    """Lies on the desk of every page; the program answers. `lock_after` is in minutes, 0 for never."""

    while_closed = Signal(object)  # WhileClosed
    window_action = Signal(str)  # the id of one of the window's own
    lock_after_chosen = Signal(int)

    lock_after = Settings.lock_after

    def choose_lock_after(self, minutes: int) -> None:
        """Let the program lock by itself after so many minutes."""
        self.lock_after = minutes
        self.lock_after_chosen.emit(minutes)
