"""The message that a file travels with, as it will stand in the mail program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.words import LABEL, PLAIN, QUOTE, Words


class MailBox(QFrame):
    """To, subject, words and what is attached."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName("The message")
        self._to, self._subject = Words("", PLAIN, wraps=True), Words("", PLAIN, wraps=True)
        self._text = Words("", QUOTE, wraps=True)
        self._attached = Pill(PillLook("", icon="file"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.Space.MEDIUM] * 4)
        column.setSpacing(theme.Space.SMALL)
        for label, words in (("To", self._to), ("Subject", self._subject)):
            line = QHBoxLayout()
            line.setSpacing(theme.Space.SMALL)
            line.addWidget(Words(label, LABEL), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            column.addLayout(line)
            column.addWidget(Rule())
        column.addWidget(self._text)
        column.addWidget(self._attached)

    def show_message(self, to: str, subject: str, text: str, attached: str) -> None:
        """Show what the message says; without an address it says that one is needed."""
        self._to.setText(to or "No address is known. Fill it in in your mail program, or keep it under Gatekeepers.")
        self._subject.setText(subject)
        self._text.setText(text.strip())
        self._attached.set_look(PillLook(attached, icon="file"))
