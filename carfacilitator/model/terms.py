"""The fixed words of the practice: closed sets that the whole program shares."""

from enum import StrEnum

from carfacilitator.document.anchor_states import AnchorState

__all__ = [
    "AnchorState",
    "Attendance",
    "Audience",
    "ClauseKind",
    "GatekeeperKind",
    "GroupKind",
    "MentoringKind",
    "SanctionAnswer",
    "SanctionEntryKind",
    "Stage",
    "Verdict",
]


class Audience(StrEnum):
    """Who may see a record, from the narrowest to the widest."""

    FACILITATOR = "facilitator only"
    AUTHOR = "author"
    GROUP = "group"
    CRITICAL_FRIEND = "critical friend"
    LOCAL_MANAGER = "local manager"
    CENTRAL_GATEKEEPER = "central gatekeeper"
    PUBLIC = "public"

    @property
    def width(self) -> int:
        """Return how wide it is: 0 for the facilitator alone, 6 for the public."""
        return list(Audience).index(self)

    def reaches(self, other: "Audience") -> bool:
        """Tell whether what is for this audience may be seen by `other` too."""
        return self.width >= other.width


class GroupKind(StrEnum):
    """What a group is for."""

    STRATEGY = "strategy group"
    INQUIRY = "inquiry group"
    CASE_STUDY = "case-study group"


class Stage(StrEnum):
    """The five stages of the case-study cycle, in their order."""

    TOPIC = "topic"
    COLLECTION = "data collection"
    STORAGE = "storage and organisation"
    ANALYSIS = "interpretation and analysis"
    PUBLICATION = "publication"


class GatekeeperKind(StrEnum):
    """Where a gatekeeper stands."""

    CENTRAL = "central"
    LOCAL = "local"
    PARTICIPANT = "participant-gatekeeper"

    @property
    def audience(self) -> Audience:
        """Return the audience that this gatekeeper belongs to, unless set otherwise by hand."""
        return {
            GatekeeperKind.CENTRAL: Audience.CENTRAL_GATEKEEPER,
            GatekeeperKind.LOCAL: Audience.LOCAL_MANAGER,
            GatekeeperKind.PARTICIPANT: Audience.CRITICAL_FRIEND,
        }[self]


class MentoringKind(StrEnum):
    """What a piece of mentoring was about."""

    CONCEPT = "introducing a concept"
    REASSURANCE = "reassurance"
    RESEARCH_SKILLS = "research skills"
    COMMUNICATION = "sensitive communication"
    INQUIRING_STANCE = "inquiring stance"
    REFLECTION = "critical reflection"
    WORKLOAD = "workload and motivation"
    CONFLICT = "conflict"


class Attendance(StrEnum):
    """What a member said about a meeting, or did; no answer is never a yes."""

    NO_ANSWER = "no answer"
    COMING = "coming"
    APOLOGIES = "apologies"
    PRESENT = "present"
    ABSENT = "absent"


class Verdict(StrEnum):
    """What was decided about something that came back."""

    ACCEPTED = "accepted"
    OWN_WORDING = "own wording"
    KEPT = "kept as sent"  # of several wordings none; an edit that is declined is rejected
    REJECTED = "rejected"
    DISCUSS = "to discuss"  # with the author
    COMMENT = "made a comment"


class SanctionAnswer(StrEnum):
    """What a gatekeeper answered when asked to agree; silence is never consent."""

    NONE = "no answer"
    AGREED = "agreed"
    CONDITIONS = "agreed with conditions"
    DECLINED = "declined"


class SanctionEntryKind(StrEnum):
    """What happened between asking somebody to agree and the answer."""

    ASKED = "asked"
    CHASED = "written to again"
    RANG = "rang"
    MET = "met"
    ANSWERED = "answered"
    STANDS = "the answer stands"
    NOTED = "noted"


class ClauseKind(StrEnum):
    """A rule of an agreement that the program can keep."""

    AUTHOR_FIRST = "managers see drafts after the author"
