"""The codebook: the kinds of comment as the facilitator has made them her own; none that was used is ever lost."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase, digits
from typing import TypedDict, Unpack
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from carfacilitator.errors import KnownError
from carfacilitator.model.clock import Clock
from carfacilitator.model.reviews import Comment, CommentKind, KeptRemark
from carfacilitator.model.sorting import fold
from carfacilitator.model.terms import Audience
from carfacilitator.services import codebook_files, records
from carfacilitator.services.codebook_files import CodebookForm, KindText
from carfacilitator.services.comment_kinds import COLOURS
from carfacilitator.sharing.door import Parcel
from carfacilitator.store.database import Database
from carfacilitator.store.recording import Deed

__all__ = ["COLOURS", "Codebook", "CodebookForm", "Incoming", "KindChanges", "KindLine", "KindText"]


class KindChanges(TypedDict, total=False):
    """What can be altered about a kind of comment."""

    name: str
    letter: str
    colour: str
    question: str


@dataclass(frozen=True, kw_only=True)
class KindLine:
    """A kind of comment in the codebook, with how many comments have it."""

    id: UUID
    name: str
    letter: str
    colour: str
    question: str
    retired: bool
    comments: int


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A codebook file against ours: what is fresh, what is here in the same words, what is here in others.

    `differing` has pairs of ours and theirs; ours stay as they are.
    """

    fresh: tuple[KindText, ...]
    known: tuple[str, ...]
    differing: tuple[tuple[KindText, KindText], ...]


class Codebook:
    """The kinds of comment, in their order."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def rows(self, *, retired: bool = False) -> list[KindLine]:
        """Return the kinds in use, in their order, and after them the retired ones if asked for."""
        statement = select(Comment.kind_pk, func.count()).group_by(Comment.kind_pk)
        with self._database.reading() as session:
            kinds = session.scalars(_all_kinds()).all()
            used = Counter(dict(session.execute(statement).all()))
        lines = [_line(kind, used[kind.pk]) for kind in kinds]
        return sorted((line for line in lines if retired or not line.retired), key=lambda line: line.retired)

    def add(self, name: str, /, **details: Unpack[KindChanges]) -> UUID:
        """Add a kind of comment after the others, and return its id; without a letter it gets a free one of its name.

        Raises:
            KnownError: the name is empty, or the name or the letter is taken.
        """
        with self._database.transaction(Deed("added", CommentKind)) as session:
            details["name"] = name
            return _add(session, KindText(**details)).id

    def amend(self, kind_id: UUID, **changes: Unpack[KindChanges]) -> None:
        """Rename or recolour a kind, change its letter or what it asks; its comments keep it.

        Raises:
            KnownError: the name is empty, or the name or the letter is taken.
        """
        with self._database.transaction(Deed("changed", CommentKind)) as session:
            kind = records.get(session, CommentKind, kind_id)
            wanted = replace(_text(kind), **changes)
            _settle(kind, wanted, [other for other in _in_use(session) if other is not kind])

    def move(self, kind_id: UUID, to: int) -> None:
        """Put a kind in use at a place among those in use, counted from 0."""
        with self._database.transaction(Deed("moved", CommentKind)) as session:
            kinds = _in_use(session)
            kind = records.get(session, CommentKind, kind_id)
            kinds.remove(kind)
            kinds.insert(max(0, to), kind)
            for position, each in enumerate(kinds):
                each.position = position

    def retire(self, kind_id: UUID) -> None:
        """Choose a kind no more from now on; the comments that have it keep it.

        Raises:
            KnownError: it is the last one.
        """
        with self._database.transaction(Deed("retired", CommentKind)) as session:
            self._retire(session, records.get(session, CommentKind, kind_id))

    def bring_back(self, kind_id: UUID) -> None:
        """Take a retired kind into use again; if another has its letter by now, it gets a free one.

        Raises:
            KnownError: another has its name by now.
        """
        with self._database.transaction(Deed("brought back", CommentKind)) as session:
            kind = records.get(session, CommentKind, kind_id)
            others = [other for other in _in_use(session) if other is not kind]
            taken = {other.letter for other in others}
            text = _text(kind)
            _settle(kind, replace(text, letter="") if text.letter in taken else text, others)
            kind.retired_at = None

    def merge(self, kind_id: UUID, into_id: UUID) -> int:
        """Give all comments and remarks of one kind to another and retire the first; return how many comments moved.

        Raises:
            KnownError: the other is the same one, or retired.
        """
        with self._database.transaction(Deed("merged", CommentKind)) as session:
            kind, into = (records.get(session, CommentKind, each) for each in (kind_id, into_id))
            if kind is into or into.retired_at is not None:
                raise KnownError("Choose another kind, one that is in use, to merge it with.")
            everything = {"include_removed": True}  # what is brought back from the bin has moved too
            comments = session.scalars(select(Comment).where(Comment.kind_pk == kind.pk), execution_options=everything)
            moved = comments.all()
            for comment in moved:
                comment.kind = into
            for remark in session.scalars(select(KeptRemark).where(KeptRemark.kind_pk == kind.pk)):
                remark.kind = into
            self._retire(session, kind)
            return sum(comment.removed_at is None for comment in moved)

    def file(self, form: CodebookForm = CodebookForm.JSON) -> Parcel:
        """Return the kinds in use as a file to keep or to hand on; there is nothing of anybody's drafts in it."""
        with self._database.reading() as session:
            data = codebook_files.written([_text(kind) for kind in _in_use(session)], form)
        return Parcel(name=f"Kinds of comment.{form}", media_type=form.media_type, data=data, audience=Audience.PUBLIC)

    def preview(self, data: bytes) -> Incoming:
        """Return what taking a codebook file in would do; nothing changes yet.

        Raises:
            KnownError: it is no codebook.
        """
        with self._database.reading() as session:
            ours = {fold(kind.name): _text(kind) for kind in session.scalars(_all_kinds())}
        theirs = {fold(kind.name): kind for kind in codebook_files.read(data)}
        here = {name: kind for name, kind in theirs.items() if name in ours}
        return Incoming(
            fresh=tuple(kind for name, kind in theirs.items() if name not in ours),
            known=tuple(ours[name].name for name, kind in here.items() if not _differs(ours[name], kind)),
            differing=tuple((ours[name], kind) for name, kind in here.items() if _differs(ours[name], kind)),
        )

    def take_in(self, incoming: Incoming) -> int:
        """Add the fresh kinds of a codebook file and return how many; nothing that is here is overwritten."""
        with self._database.transaction(Deed("added", CommentKind)) as session:
            for kind in incoming.fresh:
                taken = {other.letter for other in _in_use(session)}
                _add(session, replace(kind, letter="") if kind.letter.upper() in taken else kind)
        return len(incoming.fresh)

    def _retire(self, session: Session, kind: CommentKind) -> None:
        if _in_use(session) == [kind]:
            raise KnownError("One kind of comment has to remain.", "Add another one first.")
        kind.retired_at = kind.retired_at or self._clock.now()


def _all_kinds() -> Select[CommentKind]:
    return select(CommentKind).order_by(CommentKind.position, CommentKind.pk)


def _in_use(session: Session) -> list[CommentKind]:
    return list(session.scalars(_all_kinds().where(CommentKind.retired_at.is_(None))))


def _line(kind: CommentKind, comments: int) -> KindLine:
    return records.tell(KindLine, kind, retired=kind.retired_at is not None, comments=comments)


def _text(kind: CommentKind) -> KindText:
    return records.tell(KindText, kind)


def _differs(ours: KindText, theirs: KindText) -> bool:
    """Tell whether a file says something else of a kind; what it leaves out, it does not say."""
    named = (("letter", theirs.letter.upper()), ("colour", theirs.colour), ("question", theirs.question))
    return any(said and said != getattr(ours, name) for name, said in named)


def _add(session: Session, wanted: KindText) -> CommentKind:
    others = _in_use(session)
    last = session.scalar(select(func.max(CommentKind.position)))
    kind = CommentKind(name="", letter="", colour="", position=(last or 0) + 1, audience=Audience.PUBLIC)
    _settle(kind, wanted, others)
    session.add(kind)
    return kind


def _settle(kind: CommentKind, wanted: KindText, others: Sequence[CommentKind]) -> None:
    """Make a kind say what is wanted, unless another in use has its name or its letter."""
    same = next((other for other in others if fold(other.name) == fold(wanted.name)), None)
    if same is not None:
        raise KnownError(f"There is a kind called ‘{same.name}’ already.")
    letter = _letter(wanted, others)
    colour = wanted.colour if wanted.colour in COLOURS else COLOURS[-1]
    changes = {"name": wanted.name, "letter": letter, "colour": colour, "question": wanted.question}
    records.amend(kind, changes, "name")


def _letter(wanted: KindText, others: Sequence[CommentKind]) -> str:
    taken = {other.letter: other.name for other in others}
    letter = wanted.letter.strip().upper()
    if letter:
        if len(letter) != 1 or not letter.isalnum():
            raise KnownError("A kind of comment is chosen by one letter or digit.")
        if letter in taken:
            raise KnownError(f"The letter {letter} already stands for ‘{taken[letter]}’.")
        return letter
    own = fold(wanted.name).upper()
    free = (sign for sign in own + ascii_uppercase + digits if sign in ascii_uppercase + digits and sign not in taken)
    found = next(free, None)
    if found is None:
        raise KnownError("There is no letter left for another kind.", "Retire one that you do not use.")
    return found
