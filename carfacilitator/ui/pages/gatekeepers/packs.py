"""What has gone to a gatekeeper: how long ago the last pack left, and every pack with what is waited for."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services import days
from carfacilitator.services.packs import PackRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.gatekeepers.overview import Overview
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import FIGURE, MUTED, SMALL, STRONG, Words

_NONE = "No pack has gone to them yet. One is made from a draft, on the page of its case study."


class Packs(Card):
    """The figure that matters, and the packs as rows; Enter opens one."""

    opened = Signal(object)  # a pack's id

    def __init__(self) -> None:
        super().__init__("Packs")
        self._figure, self._unit, self._when = Words("", FIGURE), Words("", STRONG), Words("", SMALL)
        self._since = self._lay_out_figure()
        self._none = Words(_NONE, MUTED, wraps=True)
        self.list = RowList("Packs for this gatekeeper", grows=True)
        self.list.opened.connect(self.opened)
        for part in (self._since, self._none, self.list):
            self.add(part)

    def fill(self, shown: Overview, /) -> None:
        """Show what has gone to a gatekeeper."""
        standing = shown.standing
        number, unit = standing.span
        self._figure.setText(str(number))
        self._unit.setText(f"{unit if number == 1 else unit + 's'} since a pack left")
        self._when.setText(spoken.day(standing.last, standing.today) if standing.last else "")
        self._since.setHidden(standing.last is None)
        self._none.setHidden(bool(standing.packs))
        self.list.set_rows([_row(pack, standing.today) for pack in standing.packs])
        self.list.setHidden(not standing.packs)

    @property
    def since(self) -> str:
        """How long ago the last pack left, as it is shown; empty while none did."""
        return "" if self._since.isHidden() else f"{self._figure.text()} {self._unit.text()}, {self._when.text()}"

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


def _row(pack: PackRow, today: date) -> Row:
    sent = days.local(pack.handed_over_at).date() if pack.handed_over_at else None
    how = f" by {pack.handed_over_how}" if pack.handed_over_how else ""
    made = spoken.short_day(days.local(pack.made_at).date(), today)
    went = f"sent {spoken.short_day(sent, today)}{how}" if sent else f"made {made}"
    reply = f"answer by {spoken.short_day(pack.reply_by, today)}" if pack.reply_by else ""
    return Row(
        id=pack.id,
        strong=f"{pack.case_study}, draft {pack.draft_number}",
        muted=" · ".join(filter(None, (went, f"to {pack.asked}", reply))),
        pills=(_pill(pack),),
        serif=True,
        opens=True,
    )


def _pill(pack: PackRow) -> PillLook:
    if pack.handed_over_at is None:
        return PillLook("Not sent yet", "warn")
    if pack.days_late:
        return PillLook(f"{spoken.counted(pack.days_late, 'day')} late", "warn", "alert")
    return PillLook("Out", "lead")
