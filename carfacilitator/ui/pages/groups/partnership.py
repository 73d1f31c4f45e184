"""A partnership: what is known of it, and its groups."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.groups import GroupRow
from carfacilitator.services.partnerships import PartnershipDetails
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.groups.rows import size
from carfacilitator.ui.private_notes import PrivateNotes
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import MUTED, Words


class PartnershipDetail(QWidget):
    """One partnership; its groups are opened from here as well."""

    group_wanted = Signal(object)  # a group's id
    gatekeepers_wanted = Signal()
    new_group_wanted = Signal(object)  # the partnership's id
    removed = Signal(object)  # the partnership's id

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services, self._keeping = services, keeping
        self._id: UUID | None = None
        self.name = Kept(Fact("Name"), keeping)
        self.place = Kept(Fact("Place", "where it plans services"), keeping)
        self.private = PrivateNotes(keeping)
        self.groups = RowList("Groups of the partnership", grows=True)
        self.groups.opened.connect(self.group_wanted)
        self._none = Words("No group works here yet.", MUTED, wraps=True)
        self.new_group = Button("New group here", "plus", "quiet")
        self.gatekeepers = Button("Its gatekeepers", "gatekeepers", "quiet")
        self.remove = Button("Remove this partnership", "remove", "quiet")
        self.new_group.clicked.connect(lambda: self.new_group_wanted.emit(self._id))
        self.gatekeepers.clicked.connect(self.gatekeepers_wanted)
        self.remove.clicked.connect(self._remove)
        self._lay_out()

    def fill(self, partnership_id: UUID) -> PartnershipDetails:
        """Show a partnership, and return what is known of it."""
        self._id = partnership_id
        known = self._services.partnerships.open(partnership_id)
        partnerships, key = self._services.partnerships, f"partnership:{partnership_id}"
        self.name.show(f"{key}:name", known.name, lambda name: partnerships.amend(known.id, name=name))
        self.place.show(f"{key}:place", known.place, lambda place: partnerships.amend(known.id, place=place))
        self.private.notes.show(f"{key}:notes", known.notes, lambda text: partnerships.amend(known.id, notes=text))
        rows = self._services.groups.rows(partnership_id=partnership_id)
        self.groups.set_rows([_row(row) for row in rows])
        self.groups.setHidden(not rows)
        self._none.setHidden(bool(rows))
        count = sum(gatekeeper.partnership_id == partnership_id for gatekeeper in self._services.gatekeepers.rows())
        self.gatekeepers.say(f"Its {spoken.counted(count, 'gatekeeper')}" if count else "Its gatekeepers")
        return known

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        groups, about = Card("Groups"), Card("About the partnership")
        parts: dict[Card, tuple[QWidget, ...]] = {
            groups: (self.groups, self._none, Flow(self.new_group)),
            about: (self.name.field, self.place.field, Flow(self.gatekeepers, self.remove)),
        }
        for card, widgets in parts.items():
            for widget in widgets:
                card.add(widget)
        columns = Columns(1, 1, least=270)
        columns.add(0, groups)
        columns.add(1, about)
        columns.add(1, self.private)
        columns.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(columns)
        column.addStretch(1)

    def _remove(self) -> None:
        partnership_id, name = self._id, self.name.field.text
        if partnership_id is None:
            return
        if self._keeping.attempt(lambda: self._services.partnerships.remove(partnership_id)):
            self._keeping.say_done(f"{name} was removed, with its groups.", lambda: self.removed.emit(partnership_id))


def _row(group: GroupRow) -> Row:
    words = ("ended",) if group.ended else ()
    named = (size(group),) if group.members or group.stated_size else ()
    return Row(id=group.id, strong=group.name, muted=" · ".join((*named, *words)), opens=True)
