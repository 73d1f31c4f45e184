"""What the page of the gatekeepers shows, put together from the services: who they are, and what has gone to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from carfacilitator.services import days
from carfacilitator.services.gatekeepers import GatekeeperDetails, GatekeeperRow
from carfacilitator.services.packs import PackRow
from carfacilitator.services.returns import ReturnRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.widgets import spoken

_DAYS_OF_WEEKS = 14  # from here on it is weeks that count


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A gatekeeper with the packs made for them and what came back of these, the newest first, as it stands today."""

    row: GatekeeperRow
    packs: tuple[PackRow, ...]
    today: date
    returns: tuple[ReturnRow, ...] = ()

    def came_back(self, pack_id: UUID) -> list[ReturnRow]:
        """Return what came back of a pack."""
        return [row for row in self.returns if row.pack_id == pack_id]

    @property
    def last(self) -> date | None:
        """The day on which a pack last went to them."""
        sent = [days.local(pack.handed_over_at).date() for pack in self.packs if pack.handed_over_at]
        return max(sent, default=None)

    @property
    def days(self) -> int | None:
        """How many days it is since then."""
        return (self.today - self.last).days if self.last is not None else None

    @property
    def days_late(self) -> int:
        """By how many days the pack is late that is waited for longest; 0 when none is."""
        return max((pack.days_late for pack in self.packs if not self.came_back(pack.id)), default=0)

    @property
    def undecided(self) -> int:
        """How many of their remarks wait for a decision."""
        return sum(row.undecided for row in self.returns)

    @property
    def span(self) -> tuple[int, str]:
        """How long it is since a pack left, as a number and what it counts: (4, 'week'); for never it is (0, 'day')."""
        gone = self.days or 0
        return (gone, "day") if gone < _DAYS_OF_WEEKS else (gone // 7, "week")

    @property
    def since(self) -> str:
        """The same in words: 'four weeks', 'today', 'no pack yet'."""
        if self.days is None:
            return "no pack yet"
        return spoken.counted(*self.span) if self.days else "today"


@dataclass(frozen=True, kw_only=True)
class Overview:
    """One gatekeeper as they stand now."""

    gatekeeper: GatekeeperDetails
    standing: Standing


def standings(services: Services) -> list[Standing]:
    """Return all gatekeepers by kind and family name, each with their packs."""
    packs, returns = services.packs.rows(), services.returns.rows()
    today = days.today(services.clock)
    return [_standing(row, packs, returns, today) for row in services.gatekeepers.rows()]


def overview(services: Services, standing: Standing) -> Overview:
    """Return everything that is shown of a gatekeeper."""
    return Overview(gatekeeper=services.gatekeepers.open(standing.row.id), standing=standing)


def _standing(row: GatekeeperRow, packs: Sequence[PackRow], returns: Sequence[ReturnRow], today: date) -> Standing:
    return Standing(
        row=row,
        packs=tuple(pack for pack in packs if pack.gatekeeper_id == row.id),
        today=today,
        returns=tuple(came for came in returns if came.gatekeeper_id == row.id),
    )
