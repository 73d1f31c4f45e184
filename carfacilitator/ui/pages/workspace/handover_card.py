"""Handing a group over to a co-facilitator: to whom, what goes along, what stays, and the passphrase agreed."""

from pathlib import Path
from uuid import UUID

from carfacilitator.services.handovers import HandoverWish
from carfacilitator.services.workspace import Services
from carfacilitator.ui.new_passphrase import NewPassphrase
from carfacilitator.ui.page import Page
from carfacilitator.ui.pages.workspace.leaving_cards import show_in_folder
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField, Field
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.switch import Switch
from carfacilitator.ui.widgets.words import MUTED, PLAIN, Words

_ABOUT = (
    "A co-facilitator takes the group into their own workspace, and can hand it back; what each of you changed is "
    "compared then, and nothing is written over. Agree the passphrase by telephone, never in the same message."
)


class HandoverCard(Card):
    """A form, and what would go along beneath it."""

    def __init__(self, services: Services, page: Page) -> None:
        super().__init__("Hand a group over")
        self._services, self._page = services, page
        self.group, self.recipient = ChoiceField("Group"), Field("For whom", example="your co-facilitator’s name")
        self.private = Switch("Private things, too", "Mentoring notes, private comments, your own notes")
        self.goes, self.passphrase = Words("", PLAIN, wraps=True), NewPassphrase("Passphrase of the file")
        self.give = Button("Hand it over …", "sent")
        columns = Columns(1, 1, least=220)
        columns.add(0, self.group)
        columns.add(1, self.recipient)
        columns.end()
        for part in (
            Words(_ABOUT, MUTED, wraps=True),
            columns,
            self.private,
            self.goes,
            self.passphrase,
            Flow(self.give),
        ):
            self.add(part)
        self.group.chosen.connect(lambda _: self._plan())
        self.private.toggled.connect(lambda _: self._plan())
        self.give.clicked.connect(self._give)

    def refresh(self) -> None:
        """Offer the groups there are."""
        self.group.set_options([(str(row.id), row.name) for row in self._services.groups.rows()])
        self._plan()

    def _plan(self) -> None:
        self.goes.setHidden(not self.group.value)
        if self.group.value:
            plan = self._services.handovers.plan(UUID(self.group.value), with_private=self.private.isChecked())
            stays = f" Stays here, for you only: {plan.left_out_in_words()}." if plan.left_out else ""
            self.goes.setText(f"Goes along: {plan.in_words()}.{stays}")

    def _give(self) -> None:
        self.group.say_wrong("" if self.group.value else "Choose the group.")
        wrong = self.passphrase.first_fault()
        if wrong is not None or not self.group.value:
            (wrong or self.group).setFocus()
            return
        folder = self._page.desk.dialogs.choose_folder("Choose where the file is to be kept")
        if folder is None:
            return
        wish = HandoverWish(
            group_id=UUID(self.group.value),
            recipient=self.recipient.text.strip(),
            passphrase=self.passphrase.text,
            with_private=self.private.isChecked(),
        )
        self._page.desk.jobs.start(
            "Handing the group over",
            lambda job: self._services.handovers.give(wish, folder, report=job.report),
            self._given,
        )

    def _given(self, file: Path) -> None:
        self.passphrase.clear()
        said = f"{file.name} is made. Only the passphrase opens it."
        show_in_folder(self._page, said, lambda: self._services.departures.show(file))
