"""Compares the rows of a hand-over with mine and with what both of us had: who changed what since."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from sqlalchemy.orm import Session

from carfacilitator.model.base import Entity
from carfacilitator.model.case_studies import Justification, StoredFile
from carfacilitator.model.events import Value
from carfacilitator.model.meetings import MeetingAttendance
from carfacilitator.model.packs import PackComment
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Membership, Person
from carfacilitator.model.retention import RetentionDate
from carfacilitator.model.returns import EditDecision
from carfacilitator.model.reviews import CommentAnchor, CommentKind
from carfacilitator.model.sanctions import Sanction
from carfacilitator.services import handovers
from carfacilitator.services.handover_packages import MOVED, Package
from carfacilitator.services.portable import Row, Telling, references_of

_THE_SAME_BY: Mapping[type[Entity], tuple[str, ...]] = {  # what two facilitators may each have made for themselves
    StoredFile: ("sha256",),
    CommentKind: ("name",),
    Partnership: ("name",),
    Person: ("name", "email"),
    Membership: ("person", "group", "joined"),
    MeetingAttendance: ("meeting", "person"),
    Justification: ("case_study", "stage"),
    CommentAnchor: ("comment", "draft"),
    PackComment: ("pack", "comment"),
    RetentionDate: ("entity_id",),
    EditDecision: ("draft", "key"),
    Sanction: ("case_study", "gatekeeper", "author", "output"),
}
_FREE_TEXTS = frozenset(
    {
        "notes",
        "text",
        "purpose",
        "question",
        "private_note",
        "shared_part",
        "private_part",
        "cares_about",
        "could_stop",
        "why_left",
        "note",
        "needs",
        "why",
        "choice",
        "materials",
    }
)
_NAMES = ("name", "title", "text", "role", "file_name", "stage", "attendance", "quote", "kind")
_UNTOLD = {"document", "lineage"}
_LONGEST = 80  # characters of a title


class Difference(StrEnum):
    """How a row that came differs from mine."""

    NEW = "new"
    SAME = "unchanged"
    THERE = "changed there"
    HERE = "changed here"
    BOTH = "changed in both"
    GONE = "erased here"


class Choice(StrEnum):
    """What is to happen to a row: mine stays, theirs is taken, texts are joined, or it is looked at another time."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    LATER = "later"


@dataclass(frozen=True)
class FieldChange:
    """What a field of a row says in both workspaces."""

    name: str
    mine: str
    theirs: str


@dataclass(frozen=True)
class Compared:
    """A row that came, in the ids of this workspace, beside mine; `states` are the hashes under which it is known."""

    row: Row
    mine: Row | None
    difference: Difference
    states: frozenset[str]
    owner: str = ""

    @property
    def proposal(self) -> Choice:
        """Return what happens to it unless somebody chooses: nothing is ever written over."""
        if self.difference in {Difference.NEW, Difference.THERE}:
            return Choice.THEIRS
        if self.difference is Difference.BOTH:
            return Choice.BOTH if any(name in _FREE_TEXTS for name in self._differing) else Choice.LATER
        return Choice.MINE

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """Return what differs, in words."""
        if self.mine is None:
            return ()
        return tuple(
            FieldChange(name.replace("_", " "), _said(self.mine, name), _said(self.row, name))
            for name in self._differing
        )

    @property
    def title(self) -> str:
        """Return what it is called, with its day where it has one."""
        values = self.row.values
        named = next((str(values[name]) for name in _NAMES if values.get(name)), "")
        dated = f"{named}, {_spoken(values['day'])}" if values.get("day") else named
        short = " ".join(dated.split())
        return short if len(short) <= _LONGEST else f"{short[: _LONGEST - 1].rstrip()}…"

    def joined(self, package: Package) -> Row:
        """Return mine with theirs written below it, wherever a free text was changed in both."""
        mine = self.mine or self.row
        texts = {name: _joined(mine, self.row, name, package) for name in self._differing if name in _FREE_TEXTS}
        return dataclasses.replace(mine, values={**mine.values, **texts})

    @cached_property
    def _differing(self) -> list[str]:
        mine = self.mine.values if self.mine else {}
        return [name for name, value in self.row.values.items() if name not in _UNTOLD and mine.get(name) != value]


def compare(session: Session, package: Package) -> list[Compared]:
    """Return every row of a package beside mine, owners before what belongs to them."""
    shared, telling = handovers.shared_states(session), Telling(session)
    ours = _same_ones(telling, package)
    theirs = {mine: their for their, mine in ours.items()}
    found = []
    for kind in MOVED:
        rows = [row for row in package.rows if row.kind is kind]
        mine = telling.by_ids(kind, {ours.get(row.id, row.id) for row in rows})
        found += [
            _compared(_Pair(row, mine.get(ours.get(row.id, row.id)), ours, theirs), package, shared) for row in rows
        ]
    return [one for one in found if one.mine is not None or one.row.values.get("removed_at") is None]


@dataclass(frozen=True)
class _Pair:
    """A row that came and mine, and what each of us calls the same things by."""

    row: Row
    mine: Row | None
    ours: Mapping[str, str]
    theirs: Mapping[str, str]

    @property
    def here(self) -> Row:
        return _in_ids(self.row, self.ours)

    def states_of_theirs(self) -> frozenset[str]:
        return frozenset(self.row.states() | self.here.states())

    def states_of_mine(self, mine: Row) -> set[str]:
        columns = self.row.values
        return {mine.state(columns), _in_ids(mine, self.theirs).state(columns)}


def _compared(pair: _Pair, package: Package, shared: Mapping[str, set[str]]) -> Compared:
    here, states = pair.here, pair.states_of_theirs()
    difference = _difference(pair, here, package.shared.get(pair.row.id, frozenset()), shared.get(here.id, set()))
    return Compared(here, pair.mine, difference, states)


def _difference(pair: _Pair, here: Row, known_there: frozenset[str], known_here: set[str]) -> Difference:
    if pair.mine is None:
        return Difference.GONE if known_here else Difference.NEW
    if here.kind is StoredFile or here.state() == pair.mine.state(here.values):
        return Difference.SAME
    they_know_mine = bool(pair.states_of_mine(pair.mine) & known_there)
    i_know_theirs = bool(pair.states_of_theirs() & known_here)
    if they_know_mine != i_know_theirs:
        return Difference.THERE if they_know_mine else Difference.HERE
    return Difference.BOTH


def _same_ones(telling: Telling, package: Package) -> dict[str, str]:
    """Return my ids of what both of us have made for ourselves, by theirs."""
    ours: dict[str, str] = {}
    for kind in MOVED:
        if kind not in _THE_SAME_BY:
            continue
        standing = [row for row in telling.all_of(kind) if row.values.get("removed_at") is None]
        known = {row.id for row in standing}
        mine = {key: row.id for row in standing if (key := _key(row)) is not None}
        for row in package.rows:
            key = _key(_in_ids(row, ours)) if row.kind is kind and row.id not in known else None
            if key in mine:
                ours[row.id] = mine[key]
    return ours


def _key(row: Row) -> tuple[Value, ...] | None:
    values = tuple(map(row.values.get, _THE_SAME_BY[row.kind]))
    return values if values[0] and "" not in values else None


def _in_ids(row: Row, ids: Mapping[str, str]) -> Row:
    """Return a row with the ids by which somebody else calls it and what it names."""
    names = [name for name in references_of(row.kind) if name in row.values]
    names += ["entity_id"] if row.kind is RetentionDate else []
    if not ids or not {row.id, *(str(row.values[name]) for name in names)} & ids.keys():
        return row
    values = {name: ids.get(str(row.values[name]), row.values[name]) for name in names}
    return Row(row.noun, ids.get(row.id, row.id), {**row.values, **values})


def _spoken(day: Value) -> str:
    when = date.fromisoformat(str(day))
    return f"{when.day} {when:%B %Y}"


def _said(row: Row, name: str) -> str:
    if name in references_of(row.kind):
        return references_of(row.kind)[name].WORDS[0]
    value = row.values.get(name)
    if name == "removed_at":
        return "removed" if value else "there"
    return "" if value is None else str(value)


def _joined(mine: Row, theirs: Row, name: str, package: Package) -> Value:
    ours, others = str(mine.values.get(name) or ""), str(theirs.values[name] or "")
    if not ours or ours in others:
        return others
    if not others or others in ours:
        return ours
    day = package.made_at
    return f"{ours}\n\n{package.sender or 'Co-facilitator'}, {day.day} {day:%B %Y}: {others}"
