"""Handing a pack over: the program prepares and never sends; it asks whether the person did."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carfacilitator.services.days import local
from carfacilitator.services.packs import PackRow
from carfacilitator.ui import theme
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.words import MUTED, QUOTE, SECTION, STRONG, Words

_ASKS = "So that the reply can be watched."


class HandOver(QWidget):
    """Three steps: hand it to the mail program, say whether it was sent, and what is watched from then on."""

    answered = Signal(str)  # 'email', 'another way', or '' for not yet

    def __init__(self, mail: QAction, copy_text: QAction, copy_address: QAction, show: QAction) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._card = Card()
        column.addWidget(self._card)
        column.addStretch(1)
        self._saved = Words("", MUTED, wraps=True)
        self._state = Pill(PillLook("saved", "lead"))
        self._to, self._text = Words("", STRONG), Words("", QUOTE, wraps=True)
        self._watched = Words("", MUTED, wraps=True)
        self._sent = Words(_ASKS, MUTED, wraps=True)
        self._answers: dict[str, Button] = {}
        self._fill(Button.of(mail, "primary"), Button.of(copy_text), Button.of(copy_address), Button.of(show))

    def show_pack(self, pack: PackRow, where: str, address: str, text: str) -> None:
        """Show a pack that was saved, and what its message says."""
        self._saved.setText(f"Saved in {where}: {pack.file_name}" if where else pack.file_name)
        self._to.setText(f"To  {address}" if address else "To  no address is known: fill it in in your mail program")
        self._text.setText(text.strip())
        self._state.set_look(_state(pack))
        is_sent = pack.handed_over_at is not None
        self._sent.setText("You said that you sent it." if is_sent else _ASKS)
        for answer, button in self._answers.items():
            button.setHidden(is_sent and bool(answer))
        self._answers[""].say("It was not sent" if is_sent else "Not yet")
        self._watched.setText(_watched(pack))

    def _fill(self, *buttons: Button) -> None:
        head = QHBoxLayout()
        head.addWidget(Words("Saved, and read again: it holds what you saw and nothing else", SECTION), 1)
        head.addWidget(self._state)
        self._card.body.addLayout(head)
        self._card.add(self._saved)
        self._step("1  Hand it to your mail program", "This program never sends anything. It prepares; you send.")
        self._card.add(Flow(*buttons))
        self._card.add(self._to)
        self._card.add(self._text)
        self._step("2  Did you send it?", "")
        self._card.add(self._sent)
        for words, icon, answer in (
            ("Yes, sent just now", "check", "email"),
            ("Yes, another way", "phone", "another way"),
            ("Not yet", "clock", ""),
        ):
            button = Button(words, icon)
            button.clicked.connect(lambda _=False, said=answer: self.answered.emit(said))
            self._answers[answer] = button
        self._card.add(Flow(*self._answers.values()))
        self._step("3  Then it is watched", "")
        self._card.add(self._watched)

    def _step(self, heading: str, words: str) -> None:
        self._card.body.addSpacing(theme.Space.SMALL)
        self._card.add(Rule())
        self._card.add(Words(heading, SECTION, wraps=True))
        if words:
            self._card.add(Words(words, MUTED, wraps=True))


def _state(pack: PackRow) -> PillLook:
    if pack.handed_over_at is None:
        return PillLook("saved, not sent", "lead", "file")
    return PillLook(f"sent {spoken.short_day(local(pack.handed_over_at).date())}", "good", "check")


def _watched(pack: PackRow) -> str:
    if pack.handed_over_at is None:
        return "Nothing is watched until you say that it was sent. It waits on the case study’s page."
    if pack.reply_by is None:
        return "It stands under Today as long as it is out."
    return f"It stands under Today as long as it is out; an answer is due by {spoken.day(pack.reply_by)}."
