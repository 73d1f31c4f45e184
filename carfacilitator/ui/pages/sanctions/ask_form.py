"""Asking for sanction: for which output, of whom, and by when."""

from collections.abc import Callable, Container, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from carfacilitator.services.gatekeepers import GatekeeperRow
from carfacilitator.services.sanctions import Ledger, Request
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.choice_or_new import ChoiceOrNew
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.when_fields import DayField
from carfacilitator.ui.widgets.words import LABEL, MUTED, SMALL, Words

_ABOUT = "They stand on the list until they answer. Asking makes no file: make the packs for them afterwards."
_LISTED = "On the list already: ask them again from there."
_USUAL = ("Report for the board", "Article", "Website")


class AskForm(Card):
    """`asked` carries a Request; `left` says that nobody is asked."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Ask for sanction")
        self.output = ChoiceOrNew("What for", "Something else", "What it is published as", _USUAL[0])
        self.reply_by = DayField("An answer by", today)
        self.author = Switch("")
        self._ledger = Ledger(())
        self.people: dict[UUID, Switch] = {}
        self._people = QVBoxLayout()
        self._nobody = Words("No gatekeeper is known yet. Add them under Gatekeepers (Ctrl 6).", SMALL, wraps=True)
        self._wrong = Words("", SMALL.in_tone("bad"), wraps=True)
        self.ask = Button("Ask them", "sent", "primary")
        leave = Button("Cancel")
        for part in (Words(_ABOUT, MUTED, wraps=True), self.output, self.reply_by, Words("Who must agree", LABEL)):
            self.add(part)
        self.add(self.author)
        self.body.addLayout(self._people)
        self.add(self._nobody)
        self.add(self._wrong)
        self.add(Flow(self.ask, leave))
        self.setFocusProxy(self.output.choice)
        self.output.chosen.connect(self._leave_out)
        self.ask.clicked.connect(self._give)
        leave.clicked.connect(self.left)

    def begin(self, author: str, keepers: Sequence[GatekeeperRow], output: str, ledger: Ledger) -> None:
        """Ask anew, about an output that was asked for before or another one; who is on its list is not asked here."""
        self._ledger = ledger
        options = dict.fromkeys((*ledger.outputs, *_USUAL))
        self.output.set_options([(one, one) for one in options])
        self.output.set_value(output or _USUAL[0])
        self.reply_by.set_value(None)
        self.author.setText(f"{author}, the author")
        self.author.setAccessibleName(self.author.text())
        self.author.setChecked(not output)
        self._offer(keepers)
        self._wrong.hide()
        self._leave_out()

    def choose(self, people: Container[UUID]) -> None:
        """Choose these of those who are offered."""
        for id_, switch in self.people.items():
            switch.setChecked(id_ in people)

    def _offer(self, keepers: Sequence[GatekeeperRow]) -> None:
        for switch in self.people.values():
            self._people.removeWidget(switch)
            switch.hide()
            switch.deleteLater()
        self.people = {keeper.id: Switch(keeper.name, keeper.role) for keeper in keepers}
        for switch in self.people.values():
            self._people.addWidget(switch)
        self._nobody.setHidden(bool(keepers))

    def _leave_out(self) -> None:
        """Let those be who are on the list for that output already: asking them again would take back their answer."""
        listed = {row.gatekeeper_id for row in self._ledger.of(self.output.value).rows}
        for id_, switch in (*self.people.items(), (None, self.author)):
            switch.setEnabled(id_ not in listed)
            switch.setChecked(switch.isChecked() and id_ not in listed)
            switch.setToolTip(_LISTED if id_ in listed else "")

    def _give(self) -> None:
        chosen = tuple(id_ for id_, switch in self.people.items() if switch.isChecked())
        if not self.output.is_said:
            self.output.say_wrong("Say what it is published as.")
            self.output.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not chosen and not self.author.isChecked():
            self._wrong.setText("Choose who must agree.")
            self._wrong.show()
        else:
            self.asked.emit(
                Request(
                    output=self.output.value or self.output.text,
                    gatekeepers=chosen,
                    author=self.author.isChecked(),
                    reply_by=self.reply_by.value,
                )
            )
