from carfacilitator.model.base import Record
from carfacilitator.model.discreet import conditions
from carfacilitator.model.schema import ENTITIES

FRONT = {
    "AgendaItem",
    "CaseStudy",
    "CommentKind",
    "ComparisonProfile",
    "Draft",
    "Gatekeeper",
    "GroundRule",
    "Group",
    "Justification",
    "KeptRemark",
    "Meeting",
    "MeetingAttendance",
    "Membership",
    "Pack",
    "Partnership",
    "Person",
    "RetentionDate",
    "SharedState",
}


def test_whatever_record_is_not_expressly_of_the_front_stage_is_hidden() -> None:
    """Who adds an entity decides here, in words, whether it is seen on a screen that others look at."""
    assert {kind.__name__ for kind in ENTITIES if issubclass(kind, Record) and kind.FRONT_STAGE} == FRONT
    hidden = {kind for kind, _ in conditions()}
    assert {kind for kind in ENTITIES if issubclass(kind, Record) and not kind.FRONT_STAGE} <= hidden


def test_what_happened_what_left_and_what_is_typed_are_looked_at_too() -> None:
    assert {"Event", "Departure", "Unsaved"} <= {kind.__name__ for kind, _ in conditions()}
