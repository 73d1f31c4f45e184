"""The people as rows of the list, each under the group that they belong to."""

from collections.abc import Mapping

from carfacilitator.services.people import PersonRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.widgets.initials import initials
from carfacilitator.ui.widgets.rows import Row

NO_GROUP = "In no group now"


def person_rows(services: Services) -> list[Row]:
    """Return everybody once: under their first group in the order of the groups, and last those in none."""
    order = {group.name: place for place, group in enumerate(services.groups.rows())}
    rows = [_row(person, order) for person in services.people.rows()]
    return sorted(rows, key=lambda row: order.get(row.section, len(order)))


def _row(person: PersonRow, order: Mapping[str, int]) -> Row:
    group = min(person.groups, key=lambda name: order.get(name, len(order)), default=NO_GROUP)
    return Row(
        id=person.id,
        strong=person.name,
        muted=person.job or person.organisation,
        section=group,
        initials=initials(person.name),
    )
