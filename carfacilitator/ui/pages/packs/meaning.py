"""What is wished means for the person looked at: what goes out, what stays here, and the first page they will see."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import Audience
from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.services.pack_wishes import PackWishes
from carfacilitator.ui.pages.packs.contents import CountCard, InsideCard, going, staying
from carfacilitator.ui.pages.packs.first_page import FirstPage
from carfacilitator.ui.pages.packs.person_card import Own, PersonCard
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.words import MUTED, Words

_NOBODY = "Tick to whom it goes. What goes out and what stays here is then said for each of them."


class Meaning(QWidget):
    """The person, two counts, what came inside the file, and the first page; or that nobody was chosen."""

    changed = Signal()  # a switch of what came inside was turned

    def __init__(self, before: QAction, after: QAction, day: Callable[[], date]) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.person = PersonCard(before, after, day)
        self.person.setProperty("panel", "detail")
        self._goes, self._stays = CountCard("Goes out", "", "check"), CountCard("Stays here", "", "lock", private=True)
        self.inside, self._first = InsideCard(), FirstPage()
        self._nobody = Words(_NOBODY, MUTED, wraps=True)
        self.inside.changed.connect(self.changed)
        columns = Columns(5, 4, least=290)
        for part in (self._nobody, self.person, self._goes, self._stays, self.inside):
            columns.add(0, part)
        columns.add(1, self._first)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)

    def show_plan(self, plan: PackPlan | None, own: Own, *, is_anybody: bool) -> None:
        """Say what is planned for the person; None where it cannot be made, or where there is nobody."""
        if plan is not None:
            self.person.show_plan(plan, own)
            self._goes.show_lines(going(plan))
            self._stays.show_lines(staying(plan))
            self.inside.show_plan(plan)
            self._first.show_plan(plan)
        self._nobody.setHidden(is_anybody)
        self.person.setHidden(not is_anybody)
        for part in (self._goes, self._stays, self.inside, self._first):
            part.setHidden(plan is None)

    @property
    def left_in(self) -> tuple[str, ...]:
        """What of all that came inside the file is left in."""
        return tuple(key for key in self.inside.switches if self.inside.kept(key))

    def leave_in(self, keys: Iterable[str]) -> None:
        """Leave these in, and nothing else, without a signal."""
        self.inside.blockSignals(True)  # noqa: FBT003  Qt takes it by place
        self.inside.clear()
        for key in self.inside.switches.keys() & set(keys):
            self.inside.switches[key].setChecked(True)
        self.inside.blockSignals(False)  # noqa: FBT003  likewise

    def wishes_for(self, wishes: PackWishes, own: Own) -> PackWishes:
        """Return what is wished for one person of what is wished for all; what shows changes proposes none."""
        left_in = self.left_in
        return replace(
            wishes,
            redline=own.as_changes,
            proposals=() if own.as_changes else wishes.proposals,
            audience=Audience(own.seen_as) if own.seen_as else None,
            keep_comments="comments" in left_in,
            keep_changes="changes" in left_in,
            keep_hidden="hidden" in left_in,
            keep_names="names" in left_in,
        )
