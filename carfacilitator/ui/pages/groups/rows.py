"""The groups as rows of the list: by partnership, with when each meets next; those that ended stand last."""

from collections.abc import Sequence
from datetime import date, datetime

from carfacilitator.services import days
from carfacilitator.services.groups import GroupRow
from carfacilitator.services.meetings import MeetingRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.rows import Row

NO_DATE = PillLook("No date", "warn")
_WEEK = 7


def group_rows(services: Services) -> list[Row]:
    """Return a row for every group, and for every partnership that has none yet."""
    groups, meetings, now = services.groups.rows(), services.meetings.rows(), services.clock.now()
    standing = [
        _standing(group, [meeting for meeting in meetings if meeting.group_id == group.id], now)
        for group in groups
        if group.ended is None
    ]
    empty = [
        Row(id=one.id, strong="No group yet", muted=one.place, section=one.name, icon="partnership", tone="muted")
        for one in services.partnerships.rows()
        if not one.groups
    ]
    ended = [_ended(group, services.groups.open(group.id).began) for group in groups if group.ended is not None]
    by_partnership = sorted([*standing, *empty], key=lambda row: row.section.casefold())
    return [*by_partnership, *ended]


def meets(next_day: date, today: date) -> str:
    """Return 'meets Thursday', 'meets in two weeks'."""
    ahead = (next_day - today).days
    if 1 < ahead < _WEEK:
        return f"meets {spoken.WEEKDAYS[next_day.weekday()]}"
    return f"meets {spoken.ago(next_day, today)}"


def size(group: GroupRow) -> str:
    """Return 'Six members', or how many take part where not all of them are named."""
    words = spoken.counted(group.stated_size or group.members, "member")
    return words[0].upper() + words[1:]


def _standing(group: GroupRow, meetings: Sequence[MeetingRow], now: datetime) -> Row:
    ahead = next((meeting for meeting in meetings if meeting.ends_at > now), None)
    today = days.local(now).date()
    if ahead is not None:
        words = meets(ahead.day, today)
    else:
        words = spoken.ago(meetings[-1].day, today) if meetings else "has not met yet"
    return Row(
        id=group.id,
        strong=group.name,
        muted=f"{size(group)} · {words}",
        section=group.partnership,
        pills=() if ahead else (NO_DATE,),
    )


def _ended(group: GroupRow, began: date | None) -> Row:
    ended = group.ended or date.min
    years = f"{began.year} to {ended.year}" if began and began.year != ended.year else f"ended {ended.year}"
    named = f"{size(group)} · " if group.stated_size or group.members else ""
    return Row(id=group.id, strong=group.name, muted=f"{named}{years}", section="Ended")
