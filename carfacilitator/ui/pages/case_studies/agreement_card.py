"""Beside the drafts: who agrees to publication, and what is in the way, in one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from carfacilitator.services.sanction_rows import Ledger
from carfacilitator.ui import agreement, theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import PLAIN, Words


class AgreementCard(Card):
    """A sentence with its sign, and the way to the page that has all of it."""

    def __init__(self, open_it: Button) -> None:
        super().__init__("Who agrees")
        self._sign, self.sentence = Sign("lock"), Words("", PLAIN, wraps=True)
        line = QHBoxLayout()
        line.setSpacing(theme.Space.SMALL)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.sentence, 1)
        self.body.addLayout(line)
        self.add(Flow(open_it))

    def show_ledger(self, ledger: Ledger) -> None:
        """Say how it stands, for all outputs together."""
        tone = "good" if ledger.may_publish else "bad" if ledger.rows else "muted"
        self._sign.set_sign("check" if ledger.may_publish else "lock", tone)
        self.sentence.setText(agreement.in_one_sentence(ledger))
