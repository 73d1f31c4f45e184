"""The door of a workspace that there is: its name and the passphrase, nothing else."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.welcome import scrolled
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.opens_with import OpensWith
from carfacilitator.ui.widgets.passphrase_field import PassphraseField
from carfacilitator.ui.widgets.sign import Disc, Sign
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, SECTION, WELCOME, Words

_WIDTH = 440


class Unlock(QWidget):
    """No names of people or groups, no counts, no hints: only whose workspace it is called after."""

    unlock_wanted = Signal(str)  # the passphrase
    code_wanted = Signal(str)  # the recovery code
    remembered_wanted = Signal()
    restore_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.opens_with = OpensWith()
        self.opens_with.entered.connect(self._try)
        self.discreetly = Switch("Open discreetly", "Initials for names; nothing that is for you alone")
        self.discreetly.setShortcut("Alt+D")
        self._unlock = Button("Unlock", look="primary")
        self._unlock.clicked.connect(self._try)
        self._other = Button("Open another workspace", look="quiet")
        self._other.clicked.connect(self.other_wanted)
        self._restore = Button("Restore a backup", look="quiet")
        self._restore.clicked.connect(self.restore_wanted)
        self._remembered = Button("Open without the passphrase", "key")
        self._remembered.clicked.connect(self.remembered_wanted)
        self._lay_out(folder.stem)
        self.setFocusProxy(self.opens_with)

    @property
    def passphrase(self) -> PassphraseField:
        """The field for the passphrase."""
        return self.opens_with.passphrase

    def offer_remembered(self) -> None:
        """Offer to open it as this computer remembers it."""
        self._remembered.show()

    def say_busy(self) -> None:
        """Say that it is being opened; nothing can be pressed twice."""
        self._unlock.say("Opening …")
        self._allow(allowed=False)

    def say_wrong(self, words: str) -> None:
        """Say what went wrong beneath the field, which is ready for another try."""
        self._unlock.say("Unlock")
        self._allow(allowed=True)
        if not self.opens_with.is_code:
            self.passphrase.clear()  # a code is mended where the slip is
        self.opens_with.say_wrong(words)
        self.opens_with.setFocus()

    def _allow(self, *, allowed: bool) -> None:
        for widget in (self._unlock, self._remembered, self._other, self._restore, self.discreetly, self.opens_with):
            widget.setEnabled(allowed)

    def _try(self) -> None:
        asked = self.opens_with
        if not asked.text:
            asked.say_wrong("Type the recovery code." if asked.is_code else "Type the passphrase of this workspace.")
        elif asked.is_code:
            self.code_wanted.emit(asked.text)
        else:
            self.unlock_wanted.emit(asked.text)

    def _lay_out(self, name: str) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._made_card(name), 100)
        row.addStretch(1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(*[theme.Space.WIDE] * 4)
        column.setSpacing(theme.Space.SMALL)
        column.addStretch(2)
        column.addWidget(Sign("mark", "ink", 44), 0, middle)
        column.addWidget(Words("CAR Facilitator", WELCOME), 0, middle)
        column.addSpacing(theme.Space.LARGE)
        column.addLayout(row)
        column.addWidget(self._other, 0, middle)
        column.addWidget(self._restore, 0, middle)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(centre))

    def _made_card(self, name: str) -> Card:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(Words(name, SECTION))
        lines.addWidget(Words("Locked; kept on this computer", MUTED))
        who = QHBoxLayout()
        who.setSpacing(14)
        who.addWidget(Disc("".join(word[0] for word in name.split()[:2]).upper(), size=44))
        who.addLayout(lines, 1)
        card = Card()
        card.setMaximumWidth(theme.px(_WIDTH))
        card.body.setContentsMargins(18, theme.Space.MEDIUM, 18, theme.Space.MEDIUM)
        card.body.setSpacing(theme.Space.LARGE)
        card.body.addLayout(who)
        card.add(self.opens_with)
        card.add(self.discreetly)
        card.add(self._unlock)
        card.add(self._remembered)
        self._remembered.hide()
        return card
