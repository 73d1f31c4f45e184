"""How what came back of a pack is said in lists: when, by which way, from whom, what is in it and what is undecided."""

from collections.abc import Sequence
from datetime import date

from carfacilitator.services.days import local
from carfacilitator.services.returns import ReturnRow
from carfacilitator.ui.widgets import spoken

# How a pack comes back that leaves nothing to take in, and how that is said.
WAYS = {
    "nothing to add": "Nothing to add",
    "fine by telephone": "Told by telephone that it is fine",
    "by post": "Came back by post",
    "marked": "Came back, nothing to take in",
}
_HOW = {"file": "a Word file", "email": "an email", "telephone": "a telephone call", **WAYS}
_ICONS = {"file": "file", "email": "mail", "telephone": "phone", "fine by telephone": "phone"}


def strong(row: ReturnRow, today: date) -> str:
    """Return 'Came back on 27 March: a Word file'."""
    when = spoken.short_day(local(row.came_at).date(), today)
    return f"{when}: {_HOW.get(row.how, row.how)}"


def muted(row: ReturnRow) -> str:
    """Return '14 remarks, nine not decided · ten proposed edits · from Neil Orr · back.docx'."""
    remarks = spoken.counted(row.remarks, "remark") if row.remarks else ""
    left = f", {spoken.number(row.undecided)} not decided" if row.undecided else (", all decided" if remarks else "")
    edits = spoken.counted(row.edits, "proposed edit") if row.edits else ""
    whose = f"from {row.from_whom}" if row.sender_asked and row.from_whom != row.gatekeeper else ""
    return " · ".join(filter(None, (f"{remarks}{left}", edits, whose, row.file_name)))


def asks_sender(row: ReturnRow) -> str:
    """Return the question whose a return is that nobody was named for."""
    return f"It does not say for certain whose it is. Is it {row.from_whom}’s?"


def icon(row: ReturnRow) -> str:
    """Return the sign of the way by which it came."""
    return _ICONS.get(row.how, "check")


def state(rows: Sequence[ReturnRow]) -> tuple[str, str]:
    """Return how far what came back of a pack is decided, as a word or two and a tone."""
    undecided = sum(row.undecided for row in rows)
    if undecided:
        return f"{undecided} undecided", "warn"
    return ("Came back", "lead") if any(row.edits for row in rows) else ("Answered", "good")
