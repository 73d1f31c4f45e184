"""The page of the gatekeepers: the list by where they stand, and one of them, or a new one, beside it."""

from uuid import UUID

from PySide6.QtGui import QResizeEvent

from carfacilitator.services.workspace import Services
from carfacilitator.ui.actions import Action
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.pages.gatekeepers.composer import NewGatekeeper
from carfacilitator.ui.pages.gatekeepers.detail import GatekeeperDetail
from carfacilitator.ui.pages.gatekeepers.map import Map
from carfacilitator.ui.pages.gatekeepers.overview import overview, standings
from carfacilitator.ui.pages.gatekeepers.rows import gatekeeper_rows
from carfacilitator.ui.shared_actions import PASTE_EMAIL
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.empty_state import EmptyState
from carfacilitator.ui.widgets.list_detail import ListDetail
from carfacilitator.ui.widgets.list_side import ListSide
from carfacilitator.ui.widgets.tall import Tall

NEW = Action("gatekeepers.new", "New gatekeeper", "Ctrl+N", "plus", "Gatekeepers", "Add one to a partnership.")
FILTER = Action("gatekeepers.filter", "Filter the gatekeepers", "Ctrl+F", "search", "Gatekeepers", "Go to the filter.")
MAP = Action("gatekeepers.map", "Map", "Ctrl+Shift+L", "partnership", "Gatekeepers", "Show or hide how far they are.")
REMOVE = Action("gatekeepers.remove", "Remove this gatekeeper", "", "remove", "Gatekeepers", "Take them off the list.")

_EMPTY = "Those whose goodwill the work depends on: what each cares about, could stop, and has had from you."


class GatekeepersPage(Page):
    """Gatekeepers of all partnerships."""

    ID = PLACE = "gatekeepers"
    OPENS = frozenset({"gatekeeper"})
    ACTIONS = (NEW, FILTER, MAP, PASTE_EMAIL, REMOVE)
    SHOWS = frozenset({"Gatekeeper", "Partnership", "Pack", "CaseStudy", "Draft", "Return", "ReturnedRemark"})

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self._services = services
        self._keeping = Keeping(services, desk.messages)
        self._open: UUID | None = None
        self._is_adding = False
        self._has_map: bool | None = None  # as there is room, until somebody says otherwise
        self.map = Map()
        new = Button.of(self.commands[NEW], "primary")
        self.side = ListSide(
            "Gatekeepers", EmptyState("gatekeepers", "No gatekeepers yet", _EMPTY, new), self.commands[NEW]
        )
        self.detail = GatekeeperDetail(
            services, self._keeping, self.commands, Button.of(self.commands[REMOVE], "quiet")
        )
        self.new_gatekeeper = NewGatekeeper(services, self._keeping)
        self.both = ListDetail(self.side, Tall(self.map, self.detail, self.new_gatekeeper), "All gatekeepers")
        self.body.addWidget(self.both, 1)
        self.setFocusProxy(self.side.list)
        self.offer(MAP)
        self.offer(NEW, primary=True)
        self._bind()

    def open(self, entity: UUID | None) -> None:
        """Show a gatekeeper, or what was shown last."""
        if entity is None:
            self.both.show_list()
            return
        self._choose(entity)
        self.both.show_detail()

    @property
    def shown(self) -> UUID | None:
        """What is open."""
        return self._open

    def refresh(self) -> None:
        """Read the gatekeepers again, and who is open."""
        self._fill()

    def step_back(self) -> bool:
        """Close what was begun, or go from the detail to the list on a narrow window."""
        if self._is_adding:
            self._stop_adding()
            return True
        return self.both.step_back()

    def _bind(self) -> None:
        self.on(NEW, self._add)
        self.on(FILTER, self.side.focus_filter)
        self.on(MAP, self._turn_map)
        self.on(REMOVE, self._remove)
        self.on(PASTE_EMAIL, lambda: self.wants.emit("emails", self.detail.packs.chosen))
        self.map.chosen.connect(self._choose)
        self.side.list.chosen.connect(self._choose)
        self.side.list.opened.connect(self.open)
        self.detail.pack_wanted.connect(lambda pack_id: self.wants.emit("packs", pack_id))
        self.detail.review_wanted.connect(lambda draft_id: self.wants.emit("combined", draft_id))
        self.new_gatekeeper.made.connect(self._open_new)
        self.new_gatekeeper.closed.connect(self._stop_adding)

    def _choose(self, gatekeeper_id: UUID) -> None:
        self._is_adding = False
        self._open = gatekeeper_id
        self._fill()

    def _fill(self) -> None:
        """Show the list, and who is open: the one asked for, or else the first."""
        found = {standing.row.id: standing for standing in standings(self._services)}
        self.side.set_rows(gatekeeper_rows(list(found.values())))
        if self._open not in found:
            self._open = next(iter(found), None)
        standing = found.get(self._open) if self._open is not None else None
        self.detail.setHidden(standing is None or self._is_adding)
        self._arrange_map()
        self.new_gatekeeper.setHidden(not self._is_adding)
        self.side.list.choose(self._open)
        self.commands.allow(REMOVE, if_=standing is not None and not self._is_adding, else_="Open one first.")
        if standing is not None:
            shown = overview(self._services, standing)
            self.map.fill(list(found.values()), standing)
            self.detail.fill(shown)
            one = shown.gatekeeper
            self.head.set_title(one.name, " · ".join(filter(None, (one.role, one.organisation, one.partnership))))
        if standing is None or self._is_adding:
            self.head.set_title("A new gatekeeper" if self._is_adding else "Gatekeepers")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the map out where it would push everything else away."""
        super().resizeEvent(event)
        self._arrange_map()

    def _turn_map(self) -> None:
        self._has_map = self.map.isHidden()
        self._arrange_map()

    def _arrange_map(self) -> None:
        wanted = not self.both.is_narrow if self._has_map is None else self._has_map
        self.map.setHidden(self.detail.isHidden() or not wanted)

    def _add(self) -> None:
        found = {row.id: row.partnership_id for row in self._services.gatekeepers.rows()}
        self._is_adding = True
        self._fill()
        self.both.show_detail()
        self.new_gatekeeper.start(found.get(self._open) if self._open is not None else None)

    def _stop_adding(self) -> None:
        self._is_adding = False
        self._fill()
        self.both.show_list()
        self.side.list.setFocus()

    def _open_new(self, gatekeeper_id: UUID) -> None:
        self.open(gatekeeper_id)
        self.detail.back_stage.cares_about.field.setFocus()

    def _remove(self) -> None:
        gatekeeper_id, name = self._open, self.head.title
        if gatekeeper_id is None:
            return
        self._services.gatekeepers.remove(gatekeeper_id)
        self._keeping.say_done(f"{name} was removed.", lambda: self.open(gatekeeper_id))
        self.both.show_list()
        self.side.list.setFocus()
