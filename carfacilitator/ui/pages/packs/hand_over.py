"""Handing over the packs of a draft: whose each is and how far, the steps of the chosen one, and its receipt."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.days import today
from carfacilitator.services.dispatches import DispatchRow, DispatchState, Lying
from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs import dispatch_texts as texts
from carfacilitator.ui.pages.packs.handing import Handing
from carfacilitator.ui.pages.packs.receipt_card import ReceiptCard
from carfacilitator.ui.pages.packs.steps import Shown, Steps
from carfacilitator.ui.receiving.story import WhatCame
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.reveal import go_to
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.words import MUTED, Words

_EACH = "Each holds only what that person may see."
_WAITING = frozenset({DispatchState.SAVED, DispatchState.REMINDED})


class HandOver(QWidget):
    """The packs of a case study, of which one is chosen; it says whenever there is something else to say of it."""

    wants = Signal(str, object)
    shown = Signal()

    def __init__(self, services: Services, desk: Desk, commands: Actions) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._services = services
        self._rows: list[DispatchRow] = []
        self._pack_id: UUID | None = None
        self.lies_as_made = True
        self.handing = Handing(services, desk, self._go_on)
        self.people = Card(_EACH)
        self.list = RowList("Packs", grows=True)
        self.came = WhatCame(services, Keeping(services, desk.messages), commands)
        self.receipt, self.steps = ReceiptCard(), Steps(commands, self.came)
        for part, panel in ((self.people, "list"), (self.steps, "detail")):
            part.setProperty("panel", panel)
        self.people.add(Words(_EACH, MUTED, wraps=True))
        self.people.add(self.list)
        columns = Columns(3, 6, least=330)
        columns.add(0, self.people)
        columns.add(0, self.receipt)
        columns.add(1, self.steps)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)
        self.setFocusProxy(self.list)
        self._connect()

    def show_pack(self, pack_id: UUID) -> None:
        """Hand over this one.

        Raises:
            NotFoundError: it is not there any more.
        """
        study = self._services.packs.open(pack_id).case_study_id
        self._pack_id = pack_id
        self._rows = self._services.dispatches.rows(study)
        day = today(self._services.clock)
        self.people.set_title(texts.heading(self.batch))
        self.list.set_rows(texts.rows(self._in_order(), day))
        self.list.choose(pack_id)
        row, made = self.row, self.handing.take(pack_id)
        keeper = self._services.gatekeepers.open(row.pack.gatekeeper_id)
        saved = self._services.dispatches.saved(pack_id)
        self.lies_as_made = saved.lying is Lying.AS_MADE
        self.steps.show_pack(Shown(row, saved, made, keeper.telephone, day))
        self.came.show_pack(pack_id, self._services.returns.rows(pack_id=pack_id))
        self.receipt.show_pack(made, row.pack.gatekeeper)
        self.shown.emit()

    @property
    def row(self) -> DispatchRow:
        """The chosen one."""
        return next(one for one in self._rows if one.pack.id == self._pack_id)

    @property
    def batch(self) -> Sequence[DispatchRow]:
        """Those of the same draft."""
        return [one for one in self._rows if one.pack.draft_id == self.row.pack.draft_id]

    @property
    def next_one(self) -> DispatchRow | None:
        """The next one of the same draft that is not said to be sent, in their order, round to the first."""
        batch = list(self.batch)
        place = batch.index(self.row)
        return next((one for one in (*batch[place + 1 :], *batch[:place]) if one.state in _WAITING), None)

    def go_on(self) -> None:
        """Go to the next one."""
        following = self.next_one
        if following is not None:
            self.show_pack(following.pack.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top, with the focus on the list: the form before it was longer, and its focus went with it."""
        super().showEvent(event)
        if not event.spontaneous():
            go_to(self.list, self.people)

    def step_back(self) -> bool:
        """Stop asking by which way it was sent."""
        return self.steps.question.close_ways()

    def _connect(self) -> None:
        self.list.chosen.connect(self.show_pack)
        self.steps.question.way_chosen.connect(self.handing.sent)
        self.steps.question.not_sent.connect(self.handing.not_sent)
        self.came.review_wanted.connect(lambda draft_id: self.wants.emit("combined", draft_id))
        self.came.changed.connect(lambda: self.show_pack(self.row.pack.id))

    def _in_order(self) -> list[DispatchRow]:
        """Return those of the same draft first, then those of others."""
        batch = list(self.batch)
        return [*batch, *(one for one in self._rows if one not in batch)]

    def _go_on(self) -> None:
        """Go to the next one after an answer; the last one stays."""
        following = self.next_one
        if self._pack_id is not None:
            self.show_pack(following.pack.id if following is not None else self._pack_id)
