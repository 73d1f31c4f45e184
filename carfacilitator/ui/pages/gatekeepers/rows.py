"""The gatekeepers as rows of the list, by where they stand."""

from collections.abc import Sequence

from carfacilitator.model.terms import GatekeeperKind
from carfacilitator.ui.pages.gatekeepers.overview import Standing
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

SECTIONS = {
    GatekeeperKind.CENTRAL: "Central",
    GatekeeperKind.LOCAL: "Local",
    GatekeeperKind.PARTICIPANT: "Through a member",
}


def gatekeeper_rows(standings: Sequence[Standing]) -> list[Row]:
    """Return a row for each gatekeeper; with more than one partnership it says whose they are."""
    is_one = len({standing.row.partnership_id for standing in standings}) == 1
    return [_row(standing, "" if is_one else standing.row.partnership) for standing in standings]


def _row(standing: Standing, partnership: str) -> Row:
    row = standing.row
    return Row(
        id=row.id,
        strong=row.name,
        muted=", ".join(filter(None, (row.role or row.organisation, partnership))),
        section=SECTIONS[row.kind],
        initials=initials(row.name),
        pills=_pills(standing),
    )


def _pills(standing: Standing) -> tuple[PillLook, ...]:
    """Say that an answer is late, or that remarks wait, or else how long it is since a pack left."""
    if standing.days_late:
        return (PillLook(f"{_short(standing.days_late, 'day')} late", "warn"),)
    if standing.undecided:
        return (PillLook(f"{standing.undecided} undecided", "lead"),)
    return (PillLook(_short(*standing.span) if standing.days else "today"),) if standing.last is not None else ()


def _short(number: int, unit: str) -> str:
    return f"{number} {unit if number == 1 else unit + 's'}"
