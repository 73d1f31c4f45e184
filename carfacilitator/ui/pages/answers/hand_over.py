"""Handing an answer over: the program prepares and never sends."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from carfacilitator.services.answers import Outgoing
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, QUOTE, SECTION, STRONG, Words

_ANSWERS = (
    ("Yes, sent just now", "check", "email"),
    ("Yes, another way", "phone", "another way"),
    ("Not yet", "clock", ""),
)


class HandOver(Card):
    """Where an answer was saved, what its message says, and what hands it to the mail program; then: was it sent?"""

    answered = Signal(str)  # 'email', 'another way', or '' for not yet

    def __init__(self, mail: QAction, copy_text: QAction, show: QAction) -> None:
        super().__init__("Saved. Hand it to your mail program")
        self._where = Words("", MUTED, wraps=True)
        self._to, self._text = Words("", STRONG), Words("", QUOTE, wraps=True)
        self.add(Words("This program never sends anything. It prepares; you send.", MUTED, wraps=True))
        self.add(Flow(Button.of(mail), Button.of(copy_text), Button.of(show)))
        self.add(self._where)
        self.body.addSpacing(theme.Space.SMALL)
        self.add(Rule())
        self.add(self._to)
        self.add(self._text)
        self._ask()

    def show_outgoing(self, going: Outgoing, files: list[Path], *, is_sent: bool) -> None:
        """Show an answer that was saved, and what was said about it."""
        self._sent.setText("You said that you sent it." if is_sent else "So that it is known who was answered.")
        for answer, button in self.answers.items():
            button.setHidden(is_sent and bool(answer))
        self.answers[""].say("It was not sent" if is_sent else "Not yet")
        self._where.setText(f"Saved in {files[0].parent}: {files[0].name}, with its message.")
        address = going.address or "no address is known: fill it in in your mail program"
        self._to.setText(f"To  {address}")
        self._text.setText(going.text.data.decode("utf-8").strip())

    def _ask(self) -> None:
        self._sent = Words("", MUTED, wraps=True)
        self.answers: dict[str, Button] = {}
        for words, icon, answer in _ANSWERS:
            button = Button(words, icon)
            button.clicked.connect(lambda _=False, said=answer: self.answered.emit(said))
            self.answers[answer] = button
        self.body.addSpacing(theme.Space.SMALL)
        self.add(Rule())
        self.add(Words("Did you send it?", SECTION))
        self.add(self._sent)
        self.add(Flow(*self.answers.values()))
