"""What several people made of a draft's text, worked out once and kept while the same answers stand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock

from sqlalchemy import Row, case, func, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager

from carfacilitator.document.blocks import Document, Finding
from carfacilitator.document.combining import Combination, combination_of
from carfacilitator.document.flat import Flat
from carfacilitator.document.forwarding import Forwarding
from carfacilitator.document.lost_edits import LostEdit, lost_edits
from carfacilitator.document.records import from_record
from carfacilitator.document.strokes import Stroke, Strokes
from carfacilitator.model import veils
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import Return
from carfacilitator.services import returned_files
from carfacilitator.services.carrying import text_of
from carfacilitator.services.senders import is_nameless
from carfacilitator.services.sent_packs import marks_of

_NAMED = aliased(Gatekeeper)
_OF_THAT_NAME = select(func.min(_NAMED.pk)).where(_NAMED.name == Return.from_whom).scalar_subquery()
_HIS_OWN = or_(Return.from_whom == "", Return.from_whom == Gatekeeper.name)
# By number: names may lie under a veil, initials be those of several, and two gatekeepers have one name.
_PERSON = func.dense_rank().over(
    order_by=case((_HIS_OWN, Gatekeeper.pk), else_=func.coalesce(_OF_THAT_NAME, Return.from_whom))
)
_KEPT = 2  # drafts whose answers are kept at hand; one is decided about at a time


@dataclass(frozen=True)
class Came:
    """A return with the pack that it answers and whose pack that is; `last` is the number of its person's last one."""

    came: Return
    pack: Pack
    gatekeeper: Gatekeeper
    last: int


@dataclass(frozen=True)
class CombinedText:
    """A draft and what was proposed for it; a reviewer is the number of his return, also in `lost` and `unread`.

    `lost` could not be brought forward to this draft, `unread` is what the reader could not read of the files.
    """

    document: Document
    combination: Combination
    lost: tuple[tuple[int, LostEdit], ...]
    unread: tuple[tuple[int, Finding], ...]


@dataclass(frozen=True)
class _Read:
    """What an answer does to the text of a draft, what of it has no place there, and what could not be read."""

    done: Strokes
    lost: tuple[LostEdit, ...] = ()
    unread: tuple[Finding, ...] = ()


_Known = tuple[object, ...]


class CombinedTexts:
    """Combined texts by draft, for every thread.

    Reading and comparing a file takes tenths of a second. It is done again only if another set of answers stands for
    the draft: one was added, removed, brought back or brought forward, or its words were erased; or if two are now said
    to be by the same person.
    """

    def __init__(self) -> None:
        self._kept: dict[_Known, CombinedText] = {}
        self._lock = Lock()

    def of(self, session: Session, draft: Draft, came: Sequence[Came]) -> CombinedText:
        """Return what `came` makes of a draft."""
        known = _known(session, draft)
        with self._lock:
            found = self._kept.pop(known, None) or _combined(draft, came)
            self._kept[known] = found  # the one asked for last stands last
            for oldest in list(self._kept)[:-_KEPT]:
                del self._kept[oldest]
        return found

    def holds(self, session: Session, draft: Draft) -> bool:
        """Tell whether what stands for a draft now is worked out already."""
        return _known(session, draft) in self._kept


def came_of(session: Session, draft: Draft) -> list[Came]:
    """Return the answers that are looked at in a draft's text, in the order in which they came."""
    statement = (
        select(Return, Pack, Gatekeeper, _PERSON)
        .join(Return.pack)
        .join(Pack.gatekeeper)
        .join(Pack.file)
        .where(Return.draft_pk == draft.pk)
        .order_by(Return.pk)
        .options(contains_eager(Return.pack).contains_eager(Pack.file))
    )
    rows = session.execute(statement).all()
    last = {person: number for number, (*_, person) in enumerate(rows)}
    return [Came(came, pack, gatekeeper, last[person]) for came, pack, gatekeeper, person in rows]


def _known(session: Session, draft: Draft) -> _Known:
    """Return by what the answers to a draft are known again: files never change, but are erased, or seen veiled."""
    answers: Sequence[Row[tuple[object, ...]]] = session.execute(
        select(Return.pk, Return.file_pk, Pack.file_pk, func.length(Return.record), _PERSON)
        .join(Return.pack)
        .join(Pack.gatekeeper)
        .where(Return.draft_pk == draft.pk)
        .order_by(Return.pk)
    ).all()
    people = list(dict.fromkeys(row[-1] for row in answers))
    return veils.now(), draft.id, draft.file_pk, *((*row[:-1], people.index(row[-1])) for row in answers)


def _combined(draft: Draft, came: Sequence[Came]) -> CombinedText:
    document = text_of(draft).document
    answers = [_read(one, document) for one in came]
    return CombinedText(
        document,
        combination_of(Flat(document.texts()), [one.done for one in answers], [], [one.last for one in came]),
        tuple((number, edit) for number, one in enumerate(answers) for edit in one.lost),
        tuple((number, finding) for number, one in enumerate(answers) for finding in one.unread),
    )


def _read(one: Came, document: Document) -> _Read:
    """Return what an answer does to the text of a draft.

    By whom the file says that it was done is seen as any name is: no column of the database veils it.
    """
    if not one.came.record:
        return _Read(returned_files.nothing_done())
    came = from_record(one.came.record)
    sides = returned_files.sides_of(one.pack.file.content, one.pack.code, came, marks_of(one.pack))
    strokes = returned_files.what_was_done(sides)
    forward = Forwarding(sides.base, document).strokes([_as_seen(stroke) for stroke in strokes.strokes])
    done = replace(returned_files.nothing_done(), strokes=forward.strokes)
    unread = tuple(finding for finding in came.report if finding not in sides.sent.report)
    return _Read(done, tuple(lost_edits(Flat(sides.base.texts()).text, forward.lost)), unread)


def _as_seen(stroke: Stroke) -> Stroke:
    if stroke.by is None or veils.now() is None or is_nameless(stroke.by.author):
        return stroke
    return replace(stroke, by=replace(stroke.by, author=veils.initials(stroke.by.author)))
