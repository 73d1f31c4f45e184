"""The places of the rail, in their order: Ctrl 1 is the first."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """One stop of the rail; pages name it by its id."""

    id: str
    text: str
    icon: str


PLACES = (
    Place("today", "Today", "today"),
    Place("groups", "Groups", "groups"),
    Place("people", "People", "people"),
    Place("meetings", "Meetings", "meetings"),
    Place("case-studies", "Case studies", "case-studies"),
    Place("gatekeepers", "Gatekeepers", "gatekeepers"),
    Place("handouts", "Handouts", "handouts"),
    Place("workspace", "Workspace", "shield"),
)
