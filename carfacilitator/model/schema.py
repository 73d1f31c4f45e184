"""Every entity in one place, so that whoever opens, migrates or undoes knows them all."""

from sqlalchemy import MetaData

from carfacilitator.model.base import Entity
from carfacilitator.model.case_studies import CaseStudy, Draft, Justification, StoredFile
from carfacilitator.model.departures import Departure
from carfacilitator.model.dispatches import PACK_PLACES  # noqa: F401  no entity, but its table is one of METADATA
from carfacilitator.model.events import Event, Undo, Unsaved
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import GroundRule, Group
from carfacilitator.model.handovers import SharedState
from carfacilitator.model.looks import LOOKS  # noqa: F401  no entity, but its table is one of METADATA
from carfacilitator.model.meetings import AgendaItem, Meeting, MeetingAttendance
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.packs import Pack, PackComment
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Membership, Person
from carfacilitator.model.retention import RetentionDate
from carfacilitator.model.returns import EditDecision, Return, ReturnedRemark
from carfacilitator.model.reviews import Comment, CommentAnchor, CommentKind, ComparisonProfile, KeptRemark, Reply
from carfacilitator.model.sanctions import (
    Clause,
    Clearance,
    Publication,
    Sanction,
    SanctionCondition,
    SanctionEntry,
)

ENTITIES: tuple[type[Entity], ...] = (
    Facilitator,
    Partnership,
    Group,
    GroundRule,
    Person,
    Membership,
    Meeting,
    MeetingAttendance,
    AgendaItem,
    MentoringNote,
    Gatekeeper,
    StoredFile,
    CaseStudy,
    Justification,
    Draft,
    CommentKind,
    KeptRemark,
    ComparisonProfile,
    Comment,
    Reply,
    CommentAnchor,
    Pack,
    PackComment,
    Return,
    ReturnedRemark,
    EditDecision,
    Sanction,
    SanctionCondition,
    SanctionEntry,
    Publication,
    Clause,
    Clearance,
    Departure,
    RetentionDate,
    SharedState,
    Event,
    Undo,
    Unsaved,
)
BY_NAME: dict[str, type[Entity]] = {entity.__name__: entity for entity in ENTITIES}
METADATA: MetaData = Entity.metadata
