"""What a page asks of the program itself: work for which the workspace must be closed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from carfacilitator.ui.jobs import Job


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


class Requests(QObject):
    """Lies on the desk of every page; the program answers."""

    while_closed = Signal(object)  # WhileClosed
