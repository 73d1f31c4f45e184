"""How far the gatekeepers of a partnership are from the group: the further out, the longer since a pack left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from carfacilitator.ui.pages.gatekeepers.overview import Standing
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.distance_map import DistanceMap, Place, Ring
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.pill import Pill, PillLook

_NEAREST, _WEEKS, _LAST_RING = 0.26, 6, 0.78
_RINGS = tuple(
    Ring(_NEAREST + (_LAST_RING - _NEAREST) * weeks / _WEEKS, spoken.counted(weeks, "week")) for weeks in (2, 4, _WEEKS)
)
_NOTHING = {"nothing", "none", "no", "not"}


class Map(Card):
    """The picture. It is computed from the packs, stays on this computer, and says no more than the list does."""

    chosen = Signal(object)  # a gatekeeper's id

    def __init__(self) -> None:
        super().__init__("How far from us they are", note="further out: longer since a pack left")
        self.picture = DistanceMap("Gatekeepers by how long it is since a pack left", "the\ngroup")
        self.picture.chosen.connect(self.chosen)
        self.add(self.picture)
        self.add(Flow(Pill(PillLook("could stop something", "bad", "stop")), Pill(PillLook("answer late", "warn"))))

    def fill(self, standings: Sequence[Standing], current: Standing) -> None:
        """Show those of one partnership, and who of them is open; alone, nobody is near or far."""
        those = [one for one in standings if one.row.partnership_id == current.row.partnership_id]
        self.picture.set_places([_place(one) for one in those], _RINGS)
        self.picture.choose(current.row.id)


def share(days: int | None) -> float:
    """Return how far out somebody stands: six weeks at the last ring, never at the edge."""
    if days is None:
        return 1.0
    out = _NEAREST + (_LAST_RING - _NEAREST) * days / (7 * _WEEKS)
    return min(out, (1 + _LAST_RING) / 2)


def _place(standing: Standing) -> Place:
    late = standing.days_late
    muted = "no pack yet" if standing.days is None else "today" if not standing.days else f"{standing.since} ago"
    if late:
        muted = f"{spoken.counted(late, 'day')} late"
    stops = could_stop(standing.row.could_stop)
    heard = (standing.row.name, muted, "could stop something" if stops else "")
    return Place(
        id=standing.row.id,
        strong=standing.row.name,
        muted=muted,
        share=share(standing.days),
        tone="warn" if late else "away" if standing.days is None else "near",
        icon="stop" if stops else "",
        heard=", ".join(filter(None, heard)),
    )


def could_stop(text: str) -> bool:
    """Tell whether what was written about what somebody could stop says that there is anything."""
    words = text.casefold().replace(",", " ").replace(".", " ").replace(";", " ").split()
    return bool(words) and words[0] not in _NOTHING
