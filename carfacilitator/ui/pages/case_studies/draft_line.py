"""One draft in full: how it came, what it holds, what it is called, a note; and what can be done with it."""

from typing import Unpack
from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import Audience
from carfacilitator.services.days import today
from carfacilitator.services.drafts import DraftChanges, DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.case_studies import texts
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import ChoiceField, Field, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words


class DraftLine(QWidget):
    """Shows one draft; the page puts its `buttons`."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._draft_id: UUID | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._came = Words("", STRONG, wraps=True)
        self._holds = Words("", SMALL, wraps=True)
        self.name = Field("What this state is called", example="for example sent to Ailsa on 4 March")
        self.note = TextField("A note for yourself", lines=(1, 6))
        self.from_whom = Field("From whom")
        self.how = ChoiceField("How it came")
        self.audience = ChoiceField("Who may see it", texts.AUDIENCES)
        self._kept = tuple(Kept(field, keeping) for field in (self.name, self.note, self.from_whom))
        self.buttons = Flow()
        self.how.chosen.connect(lambda way: self._amend(arrived_by=way))
        self.audience.chosen.connect(lambda value: self._amend(audience=Audience(value)))
        self._lay_out()

    def show_draft(self, draft: DraftRow) -> None:
        """Show a draft."""
        drafts, id_ = self._services.drafts, draft.id
        self._draft_id = id_
        self._came.setText(texts.came(draft, today(self._services.clock)) + ".")
        self._holds.setText(texts.holds(draft))
        self._kept[0].show(_key(id_, "name"), draft.name, lambda text: drafts.amend(id_, name=text))
        self._kept[1].show(_key(id_, "note"), draft.note, lambda text: drafts.amend(id_, note=text))
        self._kept[2].show(_key(id_, "from"), draft.received_from, lambda text: drafts.amend(id_, received_from=text))
        self.how.set_options(texts.ways(draft.arrived_by))
        self.how.set_value(draft.arrived_by)
        self.audience.set_value(draft.audience.value)

    def _amend(self, **changes: Unpack[DraftChanges]) -> None:
        id_ = self._draft_id
        if id_ is not None:
            self._keeping.attempt(lambda: self._services.drafts.amend(id_, **changes))

    def _lay_out(self) -> None:
        pair = Columns(1, 1, least=220)
        pair.add(0, self.name)
        pair.add(1, self.note)
        facts = Columns(1, 1, 1, least=150)
        for place, field in enumerate((self.from_whom, self.how, self.audience)):
            facts.add(place, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        for part in (Rule(), self._came, self._holds, pair, facts, self.buttons):
            column.addWidget(part)
        self._keeping.conceal(self.note)


def _key(draft_id: UUID, field: str) -> str:
    return f"draft:{draft_id}:{field}"
