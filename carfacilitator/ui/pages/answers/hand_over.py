"""Handing an answer over in two steps: give it to the mail program, say whether it was sent."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QAction

from carfacilitator.services.answers import Outgoing
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.mail_box import MailBox
from carfacilitator.ui.widgets.sent_question import SentQuestion
from carfacilitator.ui.widgets.step import Step
from carfacilitator.ui.widgets.words import MUTED, Words

_STEPS = 2
_NEVER = "This program never sends anything. It prepares; you send."
_WHY = "So that it is known who was answered."
_SENT = "You said that you sent it."


class HandOver(Card):
    """Where an answer was saved, what its message says, and what hands it on; then: was it sent?"""

    def __init__(self, ways: Sequence[QAction], asking: Sequence[QAction]) -> None:
        super().__init__("Saved")
        self._where = Words("", MUTED, wraps=True)
        self.message = MailBox()
        self.question = SentQuestion(*asking)
        self._hand = Step(1, _STEPS, "Hand it to your mail program")
        self._ask = Step(2, _STEPS, "Did you send it?")
        self._hand.add(Flow(*(Button.of(way) for way in ways)))
        self._hand.add(self.message)
        self._ask.add(self.question)
        for part in (self._where, Rule(), self._hand, Rule(), self._ask):
            self.add(part)

    def show_outgoing(self, going: Outgoing, files: list[Path], *, is_sent: bool) -> None:
        """Show an answer that was saved, and what was said about it."""
        self._where.setText(f"Saved in {files[0].parent}: {files[0].name}, with its message.")
        self.message.show_message(going.address, going.subject, going.text.data.decode("utf-8"), files[0].name)
        self.message.setHidden(is_sent)
        self._hand.say(_NEVER, done=is_sent)
        self._ask.say(_SENT if is_sent else _WHY, done=is_sent)
        self.question.show_answered(is_sent=is_sent)
