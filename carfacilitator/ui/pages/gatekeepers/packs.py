"""What has gone to a gatekeeper: how long ago the last pack left, and every pack with what is waited for."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services import days
from carfacilitator.services.packs import PackRow
from carfacilitator.services.returns import ReturnRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.actions import Actions
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.gatekeepers.overview import Overview, Standing
from carfacilitator.ui.receiving import return_texts
from carfacilitator.ui.receiving.story import WhatCame
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import FIGURE, LABEL, MUTED, SMALL, STRONG, Words

_NONE = "No pack has gone to them yet. One is made from a draft, on the page of its case study."


class Packs(Card):
    """The figure that matters, and the packs as rows; Enter opens one, and what came back of the chosen one is below.

    `review_wanted` carries the draft whose answers are to be looked at.
    """

    opened = Signal(object)  # a pack's id
    review_wanted = Signal(object)

    def __init__(self, services: Services, keeping: Keeping, commands: Actions) -> None:
        super().__init__("Packs")
        self._shown: Overview | None = None
        self._figure, self._unit, self._when = Words("", FIGURE), Words("", STRONG), Words("", SMALL)
        self._since = self._lay_out_figure()
        self._none = Words(_NONE, MUTED, wraps=True)
        self.list = RowList("Packs for this gatekeeper", grows=True)
        self.story = WhatCame(services, keeping, commands)
        self._came = Words("", LABEL, wraps=True)
        self.list.opened.connect(self.opened)
        self.list.chosen.connect(self._tell_story)
        self.story.review_wanted.connect(self.review_wanted)
        for part in (self._since, self._none, self.list, self._came, self.story):
            self.add(part)

    def fill(self, shown: Overview, /) -> None:
        """Show what has gone to a gatekeeper."""
        standing = shown.standing
        is_other = self._shown is None or self._shown.gatekeeper.id != shown.gatekeeper.id
        self._shown = shown
        number, unit = standing.span
        self._figure.setText(str(number))
        self._unit.setText(f"{unit if number == 1 else unit + 's'} since a pack left")
        self._when.setText(spoken.day(standing.last, standing.today) if standing.last else "")
        self._since.setHidden(standing.last is None)
        self._none.setHidden(bool(standing.packs))
        self.list.set_rows([_row(pack, standing) for pack in standing.packs])
        self.list.setHidden(not standing.packs)
        if is_other or self.chosen is None:
            self.list.choose_first()
        self._tell_story()

    @property
    def chosen(self) -> UUID | None:
        """The pack of which it is told what came back."""
        current = self.list.current
        return current if isinstance(current, UUID) else None

    @property
    def since(self) -> str:
        """How long ago the last pack left, as it is shown; empty while none did."""
        return "" if self._since.isHidden() else f"{self._figure.text()} {self._unit.text()}, {self._when.text()}"

    def _tell_story(self, _: object = None) -> None:
        pack_id = self.chosen
        packs = [pack for pack in self._shown.standing.packs if pack.id == pack_id] if self._shown else []
        for part in (self._came, self.story):
            part.setHidden(not packs)
        if self._shown is not None and packs:
            pack = packs[0]
            self._came.setText(f"What came back of pack {pack.code}, draft {pack.draft_number} of ‘{pack.case_study}’")
            self.story.show_pack(pack.id, self._shown.standing.came_back(pack.id))

    def _lay_out_figure(self) -> QWidget:
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._unit)
        lines.addWidget(self._when)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(self._figure)
        row.addLayout(lines, 1)
        return holder


def _row(pack: PackRow, standing: Standing) -> Row:
    today, came = standing.today, standing.came_back(pack.id)
    sent = days.local(pack.handed_over_at).date() if pack.handed_over_at else None
    how = f" by {pack.handed_over_how}" if pack.handed_over_how else ""
    made = spoken.short_day(days.local(pack.made_at).date(), today)
    went = f"sent {spoken.short_day(sent, today)}{how}" if sent else f"made {made}"
    reply = f"answer by {spoken.short_day(pack.reply_by, today)}" if pack.reply_by and not came else ""
    return Row(
        id=pack.id,
        strong=f"{pack.case_study}, draft {pack.draft_number}",
        muted=" · ".join(filter(None, (went, _back(came, today), f"to {pack.asked}", reply))),
        pills=(_pill(pack, came),),
        serif=True,
    )


def _back(came: Sequence[ReturnRow], today: date) -> str:
    """Return 'came back 27 March', and how often if more than once."""
    if not came:
        return ""
    last = spoken.short_day(days.local(came[0].came_at).date(), today)
    return f"came back {last}" if len(came) == 1 else f"came back {len(came)} times, last {last}"


def _pill(pack: PackRow, came: Sequence[ReturnRow]) -> PillLook:
    if came:
        return PillLook(*return_texts.state(came))
    if pack.handed_over_at is None:
        return PillLook("Not sent yet", "warn")
    if pack.days_late:
        return PillLook(f"{spoken.counted(pack.days_late, 'day')} late", "warn", "alert")
    return PillLook("Out", "lead")
