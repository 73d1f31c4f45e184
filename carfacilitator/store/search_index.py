"""The full-text index: what of each noun stands in it, kept true by triggers, and made anew when its plan changes.

There are two: one of what anybody may see, one of all rows with something back stage, so that neither the words nor the
number of confidential rows shows in a search of the first. The index is derived: migrations drop it and make it again.
"""

import re
import zlib
from collections.abc import Callable, Iterator

from carfacilitator.store.search_sources import ROWS, SOURCES, Source

FRONT, BACK = "front_index", "back_index"
_TABLES = (FRONT, BACK)
_PREFIX = "search_"  # of the triggers' names
TOKENS = "porter unicode61 remove_diacritics 2"
_WEIGHTS = (
    "bm25(5.0, 1.0)"  # of the title and the text; kept in the table, for in a query they cost eight times as much
)

Execute = Callable[[str], object]


def renew(execute: Execute) -> None:
    """Make the index anew from what stands in the tables."""
    drop(execute)
    for statement in _plan():
        execute(statement)
    for source in SOURCES:
        for statement in _entering(source, "1"):
            execute(statement)
    execute(f"PRAGMA user_version={PLAN}")


def drop(execute: Execute) -> None:
    """Take the index and its triggers away, so that tables can be rebuilt."""
    for source in SOURCES:
        for name in _trigger_names(source):
            execute(f"DROP TRIGGER IF EXISTS {name}")
    for table in _TABLES:
        execute(f"DROP TABLE IF EXISTS {table}")
    execute("PRAGMA user_version=0")


def forget_deleted(execute: Execute) -> None:
    """Let the index forget the words of rows that are gone, which it otherwise keeps until it tidies itself."""
    for table in _TABLES:
        execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608  our own names


def is_part(table: str | None) -> bool:
    """Tell whether a table is one of the index, which no migration knows."""
    return bool(table) and str(table).startswith(_TABLES)


def _plan() -> list[str]:
    made = []
    for table in _TABLES:
        made.append(
            f"CREATE VIRTUAL TABLE {table} USING fts5"
            f"(title, body, content='', contentless_delete=1, tokenize='{TOKENS}')"
        )
        made.append(f"INSERT INTO {table} ({table}, rank) VALUES ('rank', '{_WEIGHTS}')")  # noqa: S608  our own names
    return made + [statement for source in SOURCES for statement in _triggers(source)]


def _triggers(source: Source) -> Iterator[str]:
    inserted, updated, deleted, *joined = _trigger_names(source)
    entering, leaving = _entering(source, "it.pk = new.pk"), _leaving(f"= old.pk * {ROWS} + {source.code}")
    columns = ", ".join(sorted(_columns("it", source)))
    yield _trigger(inserted, f"INSERT ON {source.table}", entering)
    yield _trigger(updated, f"UPDATE OF {columns} ON {source.table}", [*leaving, *entering])
    yield _trigger(deleted, f"DELETE ON {source.table}", leaving)
    for name, join in zip(joined, source.joins, strict=True):
        told = ", ".join(sorted(_columns(join.alias, source)))
        these = f"{join.alias}.pk = new.pk"
        rows = f"IN (SELECT it.pk * {ROWS} + {source.code} FROM {source.rows} WHERE {these})"  # noqa: S608  from SOURCES
        if told:
            yield _trigger(name, f"UPDATE OF {told} ON {join.table}", [*_leaving(rows), *_entering(source, these)])


def _trigger(name: str, when: str, statements: list[str]) -> str:
    return f"CREATE TRIGGER {name} AFTER {when} BEGIN {'; '.join(statements)}; END"


def _trigger_names(source: Source) -> list[str]:
    ends = ["inserted", "updated", "deleted", *(join.alias for join in source.joins)]
    return [f"{_PREFIX}{source.code}_{end}" for end in ends]


def _columns(alias: str, source: Source) -> set[str]:
    """Return the columns of a table of the source on which what stands in the index depends."""
    said = f"{source.title} {source.front} {source.back} {source.confidential} {source.standing}"
    return set(re.findall(rf"\b{alias}\.(\w+)", said))


def _entering(source: Source, which: str) -> list[str]:
    row, those = f"it.pk * {ROWS} + {source.code}", f"FROM {source.rows} WHERE {source.standing} AND {which}"
    title, front, whole = (
        f"searchable({text})" for text in (source.title, source.front, f"{source.front} || ' ' || {source.back}")
    )
    is_open, is_hidden = f"NOT {source.confidential}", f"({source.confidential} OR trim({source.back}) <> '')"
    return [
        f"INSERT INTO {table} (rowid, title, body) SELECT {row}, {title}, {text} {those} AND {condition}"
        for table, text, condition in ((FRONT, front, is_open), (BACK, whole, is_hidden))
    ]


def _leaving(which: str) -> list[str]:
    return [f"DELETE FROM {table} WHERE rowid {which}" for table in _TABLES]  # noqa: S608  from SOURCES


PLAN = zlib.crc32("\n".join([*_plan(), *(line for source in SOURCES for line in _entering(source, "1"))]).encode()) >> 1
"""A number that changes with the plan; it stands in the database as `user_version`."""
