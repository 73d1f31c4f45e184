"""The discreet view of a workspace, for a screen that others see: going into it with one key, and out by passphrase."""

from functools import partial
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject

from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.leave_discreet import LeaveDiscreet
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.printing import forget_copied
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.the_sample import PASSPHRASE, SAMPLE

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from collections.abc import Callable

    from carfacilitator.errors import KnownError
    from carfacilitator.services.workspace import Services

_TITLE = "CAR Facilitator"
_ENTER, _LEAVE = acts.DISCREET.text, "Leave the discreet view"
_SAMPLE_HINT = f"In the sample it is ‘{PASSPHRASE}’."


class DiscreetView(QObject):
    """Lets the window follow the state of `services.discretion`.

    When that turns, every page is made anew: whatever stood in one before, in a field, a panel or what it could undo,
    is gone with it, and no page has to remember what to hide.
    """

    def __init__(self, window: MainWindow, services: "Services") -> None:
        super().__init__(window)
        self._window, self._services = window, services
        window.commands.on(acts.DISCREET, self.turn)
        self._show_state()

    def turn(self) -> None:
        """Become discreet at once, or ask for the passphrase."""
        if self._services.discretion.is_discreet:
            self.ask()
        else:
            self.enter()

    def enter(self) -> None:
        """Finish what is half written, and show from now on only what others may see.

        Raises:
            KnownError: the drive is gone; nothing has changed.
        """
        if self._window.stack.page is not None:
            self._window.stack.page.leave()
        self._services.discretion.enter()
        forget_copied()
        self._window.close_panel()
        self._window.foot.hush()
        self._follow()

    def ask(self) -> None:
        """Ask for the passphrase, over the page."""
        hint = _SAMPLE_HINT if self._services.folder.name == SAMPLE else ""
        panel = LeaveDiscreet(lambda passphrase: self._leave(panel, passphrase), hint)
        self._window.open_panel(panel)

    def let_go(self) -> None:
        """Leave the window as it is without a workspace."""
        self._window.commands.off(acts.DISCREET)
        self._window.desk_band.hide()
        self._window.window().setWindowTitle(_TITLE)
        self.deleteLater()

    def _leave(self, panel: LeaveDiscreet, passphrase: str) -> None:
        self._window.desk.jobs.start(
            "Checking the passphrase",
            lambda _: self._services.discretion.leave(passphrase),
            lambda _: self._left(),
            partial(_say_wrong, panel),
            stops=False,
        )

    def _left(self) -> None:
        if shiboken6.isValid(self) and not self._services.discretion.is_discreet:
            self._window.close_panel()
            self._follow()

    def _follow(self) -> None:
        self._window.desk.jobs.cancel()  # it would land on a page that is gone, and may tell what it read before
        self._show_state()
        self._window.stack.renew(self._made_anew)

    def _made_anew(self, page: Page) -> Page:
        make = cast("Callable[[Services, Desk], Page]", type(page))  # every page of the program is made so
        return make(self._services, self._window.desk)

    def _show_state(self) -> None:
        discreet = self._services.discretion.is_discreet
        self._window.commands[acts.DISCREET].setText(_LEAVE if discreet else _ENTER)
        self._window.desk_band.setVisible(discreet)
        self._window.stack.takes_files = not discreet
        self._window.window().setWindowTitle(f"{_TITLE}: discreet view" if discreet else _TITLE)
        state = "Discreet view" if discreet else "Encrypted, on this computer"
        self._window.rail.say((self._services.folder.stem, state))


def _say_wrong(panel: LeaveDiscreet, error: "KnownError") -> None:
    if shiboken6.isValid(panel):
        panel.say_wrong(str(error))
