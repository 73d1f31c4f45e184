"""Takes away for good what is left of erased records: rows, what undoes them, what was typed, files, and names."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, inspect, select, update
from sqlalchemy.orm import Session, undefer

from carfacilitator.model.base import Entity, Record
from carfacilitator.model.case_studies import Draft, StoredFile
from carfacilitator.model.departures import Departure
from carfacilitator.model.events import Undo, Unsaved
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.handovers import SharedState
from carfacilitator.model.people import Person
from carfacilitator.model.retention import RetentionDate
from carfacilitator.model.reviews import Comment, Reply
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.texts import PASSAGES
from carfacilitator.model.veils import NameWords

_GONE = "(erased)"
_BEARERS = (Person, Gatekeeper, Facilitator)
_TELLING_TOO: Mapping[type[Entity], Mapping[str, str]] = {  # who somebody is, besides the column of the name
    Comment: {"initials": ""},
    Reply: {"initials": ""},
    Departure: {"name": _GONE},
}


def wipe(session: Session, record: Record, everything: Sequence[Record], at: datetime) -> None:
    """Delete `record`, with `everything` that belongs to it, and all that tells of them but the bare history."""
    ids = {each.id for each in everything}
    studies = {each.case_study_pk for each in everything if isinstance(each, Draft)}
    if isinstance(record, Person | Gatekeeper):
        _unname(session, record)
    _forget_what_undoes(session, ids)
    session.execute(delete(RetentionDate).where(RetentionDate.entity_id.in_(ids)))
    _forget_what_was_shared(session, ids, at)
    for typed in session.scalars(select(Unsaved)).all():
        if any(str(each) in typed.field for each in ids):
            session.delete(typed)
    session.flush()
    session.expunge_all()  # what goes next goes by the database's own rules
    kind = type(record)
    session.execute(delete(kind).where(kind.id == record.id))
    _drop_passages(session, studies)
    _drop_files(session, at)


def _unname(session: Session, record: Person | Gatekeeper) -> None:
    """Take a name from whatever its bearer wrote, sent, got or decided, unless somebody else bears it too."""
    for bearer in _BEARERS:
        others = select(bearer.pk).where(bearer.name == record.name, bearer.id != record.id)
        if session.scalars(others.execution_options(include_removed=True)).first() is not None:
            return
    for kind in (each for each in ENTITIES if each not in _BEARERS):
        names = [name for name, column in inspect(kind).columns.items() if isinstance(column.type, NameWords)]
        for name in names:
            told = update(kind).where(getattr(kind, name) == record.name)
            session.execute(told.values({name: _GONE, **_TELLING_TOO.get(kind, {})}))


def _forget_what_undoes(session: Session, ids: set[UUID]) -> None:
    """Empty what would bring back a word of the records with these ids."""
    names = {str(each) for each in ids}
    for pk, changes in session.execute(select(Undo.pk, Undo.changes)).all():
        if any(change["id"] in names for change in changes):
            session.execute(delete(Undo).where(Undo.pk == pk))


def _forget_what_was_shared(session: Session, ids: set[UUID], at: datetime) -> None:
    """Keep of what another facilitator has too only that it was erased here, so that it does not come back unasked."""
    shared = select(SharedState.entity_id).where(SharedState.entity_id.in_(ids)).distinct()
    gone = session.scalars(shared.execution_options(include_removed=True)).all()
    session.execute(delete(SharedState).where(SharedState.entity_id.in_(ids)))
    session.add_all(SharedState(entity_id=entity_id, state=SharedState.ERASED, at=at) for entity_id in gone)


def _drop_passages(session: Session, studies: set[int]) -> None:
    """Delete the blocks of text that no draft of these case studies holds any more."""
    for study in studies:
        drafts = select(Draft).where(Draft.case_study_pk == study).options(undefer(Draft.passages))
        held = {
            key for draft in session.scalars(drafts.execution_options(include_removed=True)) for key in draft.passages
        }
        kept = select(PASSAGES.c.pk).where(PASSAGES.c.case_study_pk == study)
        for key in set(session.connection().execute(kept).scalars()) - held:
            session.connection().execute(delete(PASSAGES).where(PASSAGES.c.pk == key))


def _drop_files(session: Session, at: datetime) -> None:
    """Empty the files to which nothing refers any more; that there was one, and its hash, stays."""
    keys = [
        key.parent
        for table in Entity.metadata.tables.values()
        for key in table.foreign_keys
        if key.column is StoredFile.__table__.c.pk
    ]
    loose = update(StoredFile).where(StoredFile.erased_at.is_(None))
    for key in keys:
        loose = loose.where(StoredFile.pk.not_in(select(key)))
    session.execute(loose.values(content=b"", erased_at=at))
