"""Asks the full-text index: words, phrases and beginnings of words, best first, and where they stand in a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from carfacilitator.model.sorting import searchable
from carfacilitator.store.search_index import BACK, FRONT, TOKENS
from carfacilitator.store.search_sources import BY_CODE, PASSAGE, ROWS, SOURCES, Source

_PARTS = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORDS = re.compile(r"[^\W_]+")
_BRIEF = 3  # letters: so much begins with them that alone they are a word, or begin one of a title
_SHORT = 2  # letters: too few for the beginning of a word among others
_OFTEN = 2_000  # rows; of words that stand in more the newest say more than a rank, and are found in no time
_PASSAGES = 40
_KEPT = 400  # texts in the index that marks what is shown, before it is emptied
_OPEN, _CLOSE = "\x02", "\x03"


@dataclass(frozen=True)
class Asked:
    """What is looked for: phrases (of one word, mostly), all of which must be there; the last may be a beginning."""

    phrases: tuple[tuple[str, ...], ...]
    begins: bool = False

    @property
    def every(self) -> str:
        """Return the expression that finds what holds all of them."""
        terms = self._terms()
        if len(terms) == 1 and self.begins and len(self.phrases[0][0]) <= _BRIEF:
            return f"{terms[0].removesuffix('*')} OR title : {terms[0]}"
        return " AND ".join(terms)

    @property
    def any(self) -> str:
        """Return the expression that finds each of them, to be marked in a text."""
        return " OR ".join(self._terms())

    def _terms(self) -> list[str]:
        terms = ['"' + " ".join(words) + '"' for words in self.phrases]
        return [*terms[:-1], terms[-1] + ("*" if self.begins else "")]


@dataclass(frozen=True)
class Scope:
    """What the search is narrowed to: nouns, the rows of one group or person (by key), days from and to, inclusive."""

    nouns: frozenset[str] = frozenset()
    group: int | None = None
    person: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Match:
    """A row that was found: its source and key, its rank (the lower the better), and whether it is back stage."""

    source: Source
    pk: int
    rank: float
    from_back: bool = field(default=False, compare=False)


def taken_apart(words: str, *, typing: bool) -> Asked | None:
    """Return what somebody looks for, or None for nothing; while `typing` the last word may not be whole yet."""
    phrases, is_word = [], False
    for quoted, word in _PARTS.findall(words):
        inside = tuple(_WORDS.findall(searchable(quoted or word)))
        if inside:
            phrases.append(inside)
            is_word = bool(word)
    begins = typing and is_word and not words[-1:].isspace()
    if begins and len(phrases) > 1 and len(phrases[-1]) == 1 and len(phrases[-1][0]) <= _SHORT:
        if phrases[-1][0].isalpha():
            phrases.pop()  # nothing can be said yet about a word of which this is the beginning
        begins = False
    return Asked(tuple(phrases), begins) if phrases else None


def find(connection: Connection, asked: Asked, scope: Scope, *, back: bool, most: int) -> list[Match]:
    """Return the best `most` matches; those that only the back stage holds are among them if `back` is set.

    The passages of drafts come besides, for many of them are one paragraph as it stood in one draft after another.
    """
    matches = {(one.source.code, one.pk): one for one in _found(connection, BACK, asked, scope, most)} if back else {}
    for one in _found(connection, FRONT, asked, scope, most + _PASSAGES):
        matches[one.source.code, one.pk] = one
    ranked = sorted(matches.values(), key=lambda one: one.rank)
    rows = [one for one in ranked if one.source is not PASSAGE][:most]
    return sorted([*rows, *(one for one in ranked if one.source is PASSAGE)], key=lambda one: one.rank)


def marks(connection: Connection, texts: Sequence[str], asked: Asked) -> list[list[int]]:
    """Return for each text which of the pieces between its spaces hold what is looked for, as the index sees them."""
    run = _driver(connection).execute
    first = _room_for_texts(run)
    plain = [(first + row, searchable(text)) for row, text in enumerate(texts) if text]
    if plain:
        _driver(connection).executemany("INSERT INTO temp.shown (rowid, words) VALUES (?, ?)", plain)
    statement = (
        f"SELECT rowid, highlight(shown, 0, '{_OPEN}', '{_CLOSE}') FROM temp.shown"  # noqa: S608  nothing from outside
        " WHERE shown MATCH ? AND rowid >= ?"
    )
    found: list[list[int]] = [[] for _ in texts]
    for row, marked in run(statement, (asked.any, first)):
        found[row - first] = list(_marked(marked))
    return found


def _room_for_texts(run: Callable[..., Any]) -> int:
    """Return from which row on texts can be put into the index that marks them; it is in memory only.

    To take texts out costs as much as to put them in, so it is emptied only now and then.
    """
    run(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.shown USING fts5(words, tokenize='{TOKENS}')")
    last = run("SELECT max(rowid) FROM temp.shown").fetchone()[0] or 0
    if last < _KEPT:
        return int(last) + 1
    run("DROP TABLE temp.shown")
    return _room_for_texts(run)


def _marked(plain: str) -> Iterator[int]:
    inside = False
    for number, piece in enumerate(plain.split(" ")):
        if inside or _OPEN in piece:
            yield number
            inside = piece.rfind(_OPEN) > piece.rfind(_CLOSE) or (inside and _CLOSE not in piece)


def _found(connection: Connection, index: str, asked: Asked, scope: Scope, most: int) -> Iterable[Match]:
    narrowed, values = _narrowed(scope)
    order = "rowid DESC" if _is_everywhere(connection, index, asked) else "rank"
    statement = f"SELECT rowid, rank FROM {index} WHERE {index} MATCH :asked {narrowed} ORDER BY {order} LIMIT :most"  # noqa: S608  from SOURCES
    found = _driver(connection).execute(statement, {"asked": asked.every, "most": most, **values})
    return [
        Match(BY_CODE[row % ROWS], row // ROWS, rank if order == "rank" else 0.0, index == BACK) for row, rank in found
    ]


def _driver(connection: Connection) -> Any:  # noqa: ANN401  the driver has no types
    """Return the driver's own connection: a search is a dozen small statements, and each costs half as much there."""
    return connection.connection.driver_connection


def _is_everywhere(connection: Connection, index: str, asked: Asked) -> bool:
    statement = f"SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT 1 OFFSET {_OFTEN}"  # noqa: S608  nothing from outside
    return _driver(connection).execute(statement, (asked.every,)).fetchone() is not None


def _narrowed(scope: Scope) -> tuple[str, Mapping[str, object]]:
    """Return the condition on rows of the index that narrows them to `scope`, with its values."""
    if scope == Scope():
        return "", {}
    values = {
        "company": scope.group,
        "person": scope.person,
        "since": scope.since.isoformat() if scope.since else None,
        "until": (scope.until + timedelta(days=1)).isoformat() if scope.until else None,
    }
    given = {name: value for name, value in values.items() if value is not None}
    sources = [source for source in SOURCES if not scope.nouns or source.noun in scope.nouns]
    if not given:
        return f"AND rowid % {ROWS} IN ({', '.join(str(source.code) for source in sources)})", {}
    return f"AND rowid IN ({' UNION ALL '.join(_rows_in(source, given) for source in sources) or 'NULL'})", given


def _rows_in(source: Source, given: Mapping[str, object]) -> str:
    conditions = {
        "company": f"{source.group} = :company",
        "person": f"{source.person} = :person",
        "since": f"{source.day} >= :since",
        "until": f"{source.day} < :until",
    }
    where = " AND ".join(condition for name, condition in conditions.items() if name in given)
    return f"SELECT it.pk * {ROWS} + {source.code} FROM {source.rows} WHERE {where}"  # noqa: S608  from SOURCES
