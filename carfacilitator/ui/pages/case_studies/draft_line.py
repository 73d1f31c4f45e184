"""One draft in full: how it came, what it holds, what it is called, a note; and what can be done with it."""

from uuid import UUID

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.days import today
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.case_studies import texts
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.field import Field, TextField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words


class DraftLine(QWidget):
    """Shows one draft; the page puts its `buttons`."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services = services
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._came = Words("", STRONG, wraps=True)
        self._holds = Words("", SMALL, wraps=True)
        self.name = Field("What this state is called", example="for example sent to Ailsa on 4 March")
        self.note = TextField("A note for yourself", lines=(1, 6))
        self._kept = Kept(self.name, keeping), Kept(self.note, keeping)
        self.buttons = Flow()
        pair = Columns(1, 1, least=220)
        pair.add(0, self.name)
        pair.add(1, self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        for part in (Rule(), self._came, self._holds, pair, self.buttons):
            column.addWidget(part)

    def show_draft(self, draft: DraftRow) -> None:
        """Show a draft."""
        drafts, id_ = self._services.drafts, draft.id
        self._came.setText(texts.came(draft, today(self._services.clock)) + ".")
        self._holds.setText(texts.holds(draft))
        self._kept[0].show(_key(id_, "name"), draft.name, lambda text: drafts.amend(id_, name=text))
        self._kept[1].show(_key(id_, "note"), draft.note, lambda text: drafts.amend(id_, note=text))


def _key(draft_id: UUID, field: str) -> str:
    return f"draft:{draft_id}:{field}"
