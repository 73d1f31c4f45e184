"""What is heavy and comes after the first paint, handed to the window as one thing."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from carfacilitator.services.recovery_sheets import RecoverySheet
    from carfacilitator.services.workspace import Services
    from carfacilitator.ui.new_workspace import NewWorkspace
    from carfacilitator.ui.page import Desk, Page
    from carfacilitator.ui.restore_verbs import RestoreVerbs


@dataclass(frozen=True, kw_only=True)
class Parts:
    """How workspaces are made, opened, restored and found open elsewhere; and the pages on an open one."""

    create: "Callable[[NewWorkspace], Services]"
    create_sample: "Callable[[Path, str], Services]"
    open: "Callable[[Path, str], Services]"  # with its passphrase
    open_by_code: "Callable[[Path, str], Services]"  # with its recovery code
    open_remembered: "Callable[[Path], Services]"  # by whoever is logged in
    is_remembered: "Callable[[Path], bool]"
    new_code: "Callable[[Services], RecoverySheet]"
    is_open_elsewhere: "Callable[[Path], bool]"
    knock: "Callable[[Path], object]"
    was_heard: "Callable[[Path], bool]"
    restoring: "RestoreVerbs"
    pages: "Callable[[Services, Desk], Sequence[Page]]"
