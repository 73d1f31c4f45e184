"""Handing an answer over: the program prepares and never sends."""

from pathlib import Path

from PySide6.QtGui import QAction

from carfacilitator.services.answers import Outgoing
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import MUTED, QUOTE, STRONG, Words


class HandOver(Card):
    """Where an answer was saved, what its message says, and what hands it to the mail program."""

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

    def show_outgoing(self, going: Outgoing, files: list[Path]) -> None:
        """Show an answer that was saved."""
        self._where.setText(f"Saved in {files[0].parent}: {files[0].name}, with its message.")
        address = going.address or "no address is known: fill it in in your mail program"
        self._to.setText(f"To  {address}")
        self._text.setText(going.text.data.decode("utf-8").strip())
