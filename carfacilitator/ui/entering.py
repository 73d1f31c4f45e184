"""Between an open workspace and the desk: a recovery code to write down, or a passphrase to choose anew."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.front import Front
from carfacilitator.ui.new_passphrase import NewPassphrase
from carfacilitator.ui.recovery_code import RecoveryCode
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import PLAIN, Words

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from collections.abc import Callable

    from carfacilitator.services.recovery_sheets import RecoverySheet
    from carfacilitator.services.workspace import Services

_CAME_BY_CODE = (
    "The recovery code opened the workspace. If its passphrase is forgotten, choose another one now; "
    "the recovery code stays as it is."
)


class ChoosePassphrase(QWidget):
    """Asks for a new passphrase."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = NewPassphrase()
        self._keep = Button("Keep this passphrase", look="primary")
        self._later = Button("Go on without", look="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        for part in (Words(_CAME_BY_CODE, PLAIN, wraps=True), self.fields, Flow(self._keep, self._later)):
            column.addWidget(part)
        self._keep.clicked.connect(self._check)
        self.fields.entered.connect(self._check)
        self._later.clicked.connect(self.left)
        self.setFocusProxy(self.fields)

    def _check(self) -> None:
        wrong = self.fields.first_fault()
        if wrong is not None:
            wrong.setFocus()
            return
        self.setEnabled(False)
        self.chosen.emit(self.fields.text)


class Entering(QObject):
    """Holds an open workspace until the desk takes it."""

    def __init__(self, window: MainWindow, enter: "Callable[[Services], object]") -> None:
        super().__init__(window)
        self._window, self._enter = window, enter
        self.services: Services | None = None

    def show_code(self, services: "Services", sheet: "RecoverySheet") -> None:
        """Show the code of a new workspace; it is in force only when it was proved to be written down."""
        self.services = services
        code = RecoveryCode(sheet, self._window.desk.dialogs, "Do it later")
        code.proved.connect(self._go_on)
        code.left.connect(self._without_code)
        self._window.show_front(Front("Your recovery code", code))

    def ask_for_passphrase(self, services: "Services") -> None:
        """Ask who came in by the code for a new passphrase."""
        self.services = services
        asks = ChoosePassphrase()
        asks.chosen.connect(self._change)
        asks.left.connect(self._go_on)
        self._window.show_front(Front("Choose a new passphrase", asks))

    def let_go(self) -> None:
        """Close what is held: the window closes, or locks."""
        held, self.services = self.services, None
        if held is not None:
            held.close()

    def _change(self, passphrase: str) -> None:
        held = self.services
        if held is not None:
            self._window.desk.jobs.start(
                "Keeping the passphrase", lambda _: held.keyring.set_passphrase(passphrase), lambda _: self._changed()
            )

    def _changed(self) -> None:
        self._go_on()
        self._window.desk.messages.say("The new passphrase is in force.")

    def _without_code(self) -> None:
        if self.services is not None:
            self.services.keyring.drop_recovery_code()
        self._go_on()

    def _go_on(self) -> None:
        held, self.services = self.services, None
        if held is not None:
            self._enter(held)
