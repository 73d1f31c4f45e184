"""Frequent remarks: words that are said again and again with a kind of comment, ready to be said once more."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import Clock
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.reviews import Comment, CommentKind, KeptRemark
from carfacilitator.model.sorting import fold, matches
from carfacilitator.services import records
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

_OFTEN = 2  # times a remark was said before it is offered
_LONGEST = 400  # characters; what is longer is about one passage and not said again


@dataclass(frozen=True, kw_only=True)
class RemarkRow:
    """A remark to be said again, and how often it was; `id` is None where it was not kept by hand."""

    id: UUID | None
    kind_id: UUID
    text: str
    times: int


class Remarks:
    """Remarks that were kept, and those that were made more than once."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def rows(self, kind_id: UUID | None = None, matching: str = "") -> list[RemarkRow]:
        """Return remarks, the most often made first: of one kind if asked, with each word of `matching`."""
        with self._database.reading() as session:
            kept, made = _kept(session), _made(session)
        times = Counter({key: times for key, (_, times) in made.items()})
        rows = [
            RemarkRow(id=remark.id, kind_id=kind, text=remark.text, times=times[kind, fold(remark.text)])
            for kind, remark in kept
        ]
        known = {(row.kind_id, fold(row.text)) for row in rows}
        rows += [
            RemarkRow(id=None, kind_id=key[0], text=text, times=times)
            for key, (text, times) in made.items()
            if times >= _OFTEN and key not in known
        ]
        wanted = [row for row in rows if kind_id in {None, row.kind_id} and matches(matching, row.text)]
        return sorted(wanted, key=lambda row: (-row.times, fold(row.text)))

    def keep(self, kind_id: UUID, text: str) -> UUID:
        """Keep a remark of a kind to be said again, and return its id; the one that is there, if it is kept already.

        Raises:
            KnownError: it says nothing.
        """
        said = _said(text)
        with self._database.transaction(Deed("kept", KeptRemark)) as session:
            kind = records.get(session, CommentKind, kind_id)
            same = (remark for of, remark in _kept(session) if of == kind_id and fold(remark.text) == fold(said))
            remark = next(same, None)
            if remark is None:
                remark = KeptRemark(kind=kind, text=said)
                session.add(remark)
        return remark.id

    def amend(self, remark_id: UUID, text: str) -> None:
        """Put a kept remark into other words; comments that were made with it stay as they are."""
        with self._database.transaction(Deed("changed", KeptRemark)) as session:
            records.get(session, KeptRemark, remark_id).text = _said(text)

    def remove(self, remark_id: UUID) -> None:
        """Keep a remark no longer."""
        with self._database.transaction(Deed("removed", KeptRemark)) as session:
            records.remove(records.get(session, KeptRemark, remark_id), self._clock.now())


def _said(text: str) -> str:
    if not text.strip():
        raise KnownError("There is nothing written yet.")
    return text.strip()


def _kept(session: Session) -> list[tuple[UUID, KeptRemark]]:
    """Return the remarks kept by hand, each with the id of its kind."""
    found = session.execute(select(CommentKind.id, KeptRemark).join(KeptRemark.kind).order_by(KeptRemark.pk))
    return [(kind_id, remark) for kind_id, remark in found]


def _made(session: Session) -> dict[tuple[UUID, str], tuple[str, int]]:
    """Return the facilitator's own remarks by kind and folded words: as last written, and how often."""
    own = select(Facilitator.name).scalar_subquery()
    statement = select(CommentKind.id, Comment.text).join(Comment.kind).join(Comment.draft)
    made: dict[tuple[UUID, str], tuple[str, int]] = {}
    for kind_id, text in session.execute(statement.where(Comment.author_name == own).order_by(Comment.created_at)):
        if len(text) <= _LONGEST:
            key = kind_id, fold(text)
            made[key] = text, made.get(key, ("", 0))[1] + 1
    return made
