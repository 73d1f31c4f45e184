"""The form for starting one's own workspace: who one is, where it is kept, and the passphrase that opens it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.new_passphrase import NewPassphrase
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import Field, Labelled
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, SMALL, TITLE, Words

_ADVICE = (
    "Four or five words that have nothing to do with one another are best: easy to remember, hard to guess. "
    "Write it down and keep it away from this computer. Nobody can find it out or reset it for you."
)


@dataclass(frozen=True)
class NewWorkspace:
    """What was filled in."""

    name: str
    initials: str
    email: str
    folder: Path  # NAME.car, which does not exist yet
    passphrase: str


class NewWorkspaceForm(QWidget):
    """Says beside each field what is missing; nothing is kept before all of it is right."""

    wanted = Signal(object)  # NewWorkspace
    left = Signal()

    def __init__(self, home: Path, dialogs: Dialogs) -> None:
        super().__init__()
        self._home, self._usual_home, self._dialogs = home, home, dialogs
        self.name = Field("Your name", "It stands on your comments, packs and messages.", "for example Isla Munro")
        self.initials = Field("Initials", "Word shows them beside a comment.", "for example IM")
        self.email = Field("Email address", "Your messages to gatekeepers come from it.", "for example isla@munro.scot")
        self.passphrase = NewPassphrase()
        self._place = Words("", SMALL, wraps=True)
        self._refused = Words("", SMALL.in_tone("bad"), wraps=True)
        self._usual = Button("Keep it on this computer instead", "folder")
        self._start = Button("Start my workspace", look="primary")
        self._own_initials = False
        self.name.line.textChanged.connect(self._propose)
        self.initials.line.textEdited.connect(self._own)
        self._start.clicked.connect(self._check)
        self.passphrase.entered.connect(self._check)
        self._usual.clicked.connect(self._go_home)
        self._lay_out()
        self._propose("")
        self.setFocusProxy(self.name)

    def say_refused(self, words: str) -> None:
        """Say why the workspace cannot be made where it was wanted, and offer the usual place."""
        self._refused.setText(words)
        self._refused.show()
        self._usual.setHidden(self._home == self._usual_home)
        (self._start if self._usual.isHidden() else self._usual).setFocus()

    def _go_home(self) -> None:
        self._home = self._usual_home
        self._propose(self.name.text)
        self._start.setFocus()

    def _own(self, _: str) -> None:
        self._own_initials = True

    def _propose(self, name: str) -> None:
        """Derive initials and the folder from the name, until they are chosen by hand."""
        if not self._own_initials:
            self.initials.set_text("".join(word[0] for word in name.split()).upper())
        self._place.setText(f"It is kept on this computer, encrypted: {self._folder()}")
        self._refused.hide()
        self._usual.hide()

    def _folder(self) -> Path:
        name = "".join(letter for letter in self.name.text.strip() if letter.isalnum() or letter in " -'’")
        return _free(self._home, name or "My workspace")

    def _choose_home(self) -> None:
        chosen = self._dialogs.choose_folder("Where shall the workspace be kept?", self._home)
        if chosen is not None:
            self._home = chosen
            self._propose(self.name.text)

    def _check(self) -> None:
        wrong: list[Labelled] = []
        for field, words in self._faults():
            field.say_wrong(words)
            if words:
                wrong.append(field)
        secret = self.passphrase.first_fault()
        if secret is not None:
            wrong.append(secret)
        if wrong:
            wrong[0].setFocus()
            return
        name, initials, email = (field.text.strip() for field in (self.name, self.initials, self.email))
        self.wanted.emit(NewWorkspace(name, initials, email, self._folder(), self.passphrase.text))

    def _faults(self) -> list[tuple[Labelled, str]]:
        """Return for every field what is wrong with it, or nothing."""
        email = self.email.text.strip()
        odd = bool(email) and ("@" not in email.strip("@") or " " in email)
        return [
            (self.name, "" if self.name.text.strip() else "Your name is needed."),
            (self.initials, "" if self.initials.text.strip() else "Your initials are needed."),
            (self.email, "That is not an email address." if odd else ""),
        ]

    def _lay_out(self) -> None:
        both = Columns(2, 1, least=200)
        both.add(0, self.name)
        both.add(1, self.initials)
        elsewhere = Button("Keep it in another folder", "folder", "quiet")
        elsewhere.clicked.connect(self._choose_home)
        back = Button("Back", "back")
        back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self._start)
        buttons.addWidget(back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        for widget in (Words("Start my own workspace", TITLE), both, self.email, Words(_ADVICE, MUTED, wraps=True)):
            column.addWidget(widget)
        column.addWidget(self.passphrase)
        column.addWidget(self._place)
        column.addWidget(self._refused)
        column.addWidget(Flow(elsewhere, self._usual))
        column.addLayout(buttons)
        column.addStretch(1)


def _free(home: Path, name: str) -> Path:
    """Return a folder NAME.car in `home` that is not taken."""
    place, number = home / f"{name}.car", 2
    while place.exists():
        place, number = home / f"{name} {number}.car", number + 1
    return place
