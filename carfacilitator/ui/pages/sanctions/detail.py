"""One of those who must agree: what they answered to which draft, what changed since, conditions, what happened."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanction_rows import SanctionRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.pages.sanctions.changed_part import ChangedPart
from carfacilitator.ui.pages.sanctions.conditions_part import ConditionsPart
from carfacilitator.ui.pages.sanctions.disc_place import DiscPlace
from carfacilitator.ui.pages.sanctions.happened_part import HappenedPart
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import Pill, PillLook
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, QUOTE, SECTION, SMALL, STRONG, Words

_DECLINED = "Nothing is published against their no. They can be asked again with a later draft."
_SIGNS = {
    SanctionAnswer.NONE: ("clock", "muted"),
    SanctionAnswer.AGREED: ("check", "good"),
    SanctionAnswer.CONDITIONS: ("flag", "warn"),
    SanctionAnswer.DECLINED: ("declined", "bad"),
}


class DetailCard(Card):
    """Shows a line of the ledger in full; its buttons are bound by the page. `local_use` tells the switch."""

    local_use = Signal(bool)

    def __init__(self, today: Callable[[], date], *buttons: Button) -> None:
        super().__init__()
        self._today = today
        self._disc = DiscPlace()
        self._name, self._role = Words("", SECTION, wraps=True), Words("", MUTED, wraps=True)
        self._sign, self._said, self._how = Sign("check"), Words("", STRONG, wraps=True), Pill(PillLook(""))
        self._when, self._reasons = Words("", SMALL, wraps=True), Words("", QUOTE, wraps=True)
        self.changed, self.conditions, self.happened = ChangedPart(), ConditionsPart(), HappenedPart(today)
        self._declined = Words(_DECLINED, MUTED, wraps=True)
        self.local = Switch("May be used locally", "Where it was made, although it is not published.")
        self.local.clicked.connect(self.local_use)
        self._rules = [Rule() for _ in range(3)]
        self._buttons = Flow(*buttons)
        self._lay_out()
        if buttons:
            self.setFocusProxy(buttons[0])

    def show_row(self, row: SanctionRow) -> None:
        """Show one of those who must agree."""
        self.setAccessibleName(texts.heard(row, self._today()))
        self._disc.show_person(row)
        self._name.setText(row.gatekeeper)
        self._role.setText(", ".join(filter(None, (row.role, row.output))))
        self._sign.set_sign(*_SIGNS[row.answer])
        self._said.setText(_said(row))
        self._how.set_look(PillLook(row.how, icon=texts.HOW_ICONS.get(row.how, "")))
        self._how.setHidden(not row.how)
        waits = row.answer is SanctionAnswer.NONE
        self._when.setText(
            f"{texts.waits(row, self._today())}. {texts.SILENCE}" if waits else texts.proof(row, self._today())
        )
        self._reasons.setText(texts.quoted(row.reasons))
        self._reasons.setHidden(not row.reasons)
        declined = row.answer is SanctionAnswer.DECLINED
        for part in (self._declined, self.local):
            part.setHidden(not declined)
        self.local.setChecked(row.local_use)
        for inside in (self.changed, self.conditions, self.happened):
            inside.show_row(row)
        self._rules[0].setHidden(self.changed.isHidden())
        self._rules[1].setHidden(self.conditions.isHidden())

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._role)
        said = QHBoxLayout()
        said.setSpacing(theme.Space.SMALL)
        said.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._said, 1)
        said.addWidget(self._how)
        top = QHBoxLayout()
        top.setSpacing(theme.Space.MEDIUM)
        top.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(head, 1)
        self.body.addLayout(top)
        self.add(Rule())
        self.body.addLayout(said)
        for part in (self._when, self._reasons, self._declined, self.local, self._buttons):
            self.add(part)
        for rule, inside in zip(self._rules, (self.changed, self.conditions, self.happened), strict=True):
            self.add(rule)
            self.add(inside)


def _said(row: SanctionRow) -> str:
    to = f" to draft {row.draft_number}" if row.draft_number else ""
    return {
        SanctionAnswer.NONE: "No answer yet",
        SanctionAnswer.AGREED: f"Agreed{to}",
        SanctionAnswer.CONDITIONS: f"Agreed{to}, on a condition",
        SanctionAnswer.DECLINED: f"Declined{f' draft {row.draft_number}' if row.draft_number else ''}",
    }[row.answer]
