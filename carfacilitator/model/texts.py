"""The text of a draft as it is kept: blocks that its case study's drafts share, each once, compressed, and a frame."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Dialect, ForeignKey, Index, Integer, LargeBinary, Table, bindparam, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeDecorator

from carfacilitator.document.parting import join, leaves_in, part
from carfacilitator.model.base import KEY, Entity

_SHARED = (
    b'"kind": "list_item", "kind": "heading", "level": "label": "marks": ["italic"]["bold"], "revisions": [{"kind": '
)
_BEGINNING = (
    b'{"spans": [{"text": " the of and to in that was for is on with as it be were we by "}], "style": "Normal"}'
)
_EXPECTED = _SHARED + _BEGINNING  # what most blocks hold; changing a letter of it makes kept blocks unreadable


class PackedJson(TypeDecorator[Any]):
    """A value that JSON can hold, compressed."""

    impl = LargeBinary
    cache_ok = True

    @property
    def python_type(self) -> type[Any]:
        """Return what stands in an entity."""
        return object

    def process_bind_param(self, value: object, dialect: Dialect) -> bytes:  # noqa: ARG002  SQLAlchemy calls it so
        """Compress it."""
        return packed(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002  JSON is of no type; SQLAlchemy calls it so
        """Give it back."""
        return None if value is None else unpacked(value)


PASSAGES = Table(
    "passages",
    Entity.metadata,
    Column("pk", KEY, primary_key=True),
    Column("case_study_pk", KEY, ForeignKey("case_studies.pk", ondelete="CASCADE"), nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("leaves", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("uq_passages_case_study_pk_hash", "case_study_pk", "hash", unique=True),
)
"""The distinct blocks of a case study's drafts, only ever added; `leaves` is how many leaves of the text each holds."""


class Passage(NamedTuple):
    """A block as it is kept."""

    pk: int
    case_study_pk: int
    body: bytes


def keep(session: Session, case_study_pk: int, record: Mapping[str, Any]) -> tuple[dict[str, Any], list[int]]:
    """Keep the blocks of a document's record that are new to the case study; return its frame and its blocks' keys."""
    frame, blocks = part(record)
    hashes = [block_hash(block) for block in blocks]
    known = _known(session, case_study_pk)
    fresh = {key: block for key, block in zip(hashes, blocks, strict=True) if key not in known}
    if fresh:
        rows = [
            {"case_study_pk": case_study_pk, "hash": key, "leaves": leaves_in(block), "body": packed(block)}
            for key, block in fresh.items()
        ]
        session.connection().execute(insert(PASSAGES), rows)
        known = _known(session, case_study_pk)
    return frame, [known[key] for key in hashes]


def told(session: Session, frame: Mapping[str, Any], keys: list[int]) -> dict[str, Any]:
    """Return the record of a document whose frame and blocks' keys `keep` gave."""
    wanted = select(PASSAGES.c.pk, PASSAGES.c.body).where(PASSAGES.c.pk.in_(bindparam("keys", expanding=True)))
    found = session.connection().execute(wanted, {"keys": sorted(set(keys))})
    bodies: dict[int, bytes] = {key: body for key, body in found}  # noqa: C416  a row is no pair to the type checker
    return join(frame, (unpacked(bodies[key]) for key in keys))


def by_case_study(session: Session, keys: Sequence[int]) -> dict[int, list[int]]:
    """Return the keys of blocks by the key of their case study, each study's in the order given."""
    these = ", ".join(str(int(key)) for key in keys)  # as they are: a hundred parameters take longer than the search
    wanted = f"SELECT pk, case_study_pk FROM passages WHERE pk IN ({these})"  # noqa: S608  numbers
    studies = {pk: study for pk, study in session.connection().exec_driver_sql(wanted)}  # noqa: C416  a row is no pair to the type checker
    found: dict[int, list[int]] = {}
    for key in keys:
        found.setdefault(studies[key], []).append(key)
    return found


def passages(session: Session, keys: Iterable[int]) -> list[Passage]:
    """Return the blocks of these keys."""
    columns = (PASSAGES.c.pk, PASSAGES.c.case_study_pk, PASSAGES.c.body)
    wanted = select(*columns).where(PASSAGES.c.pk.in_(bindparam("keys", expanding=True)))
    return [Passage(*row) for row in session.connection().execute(wanted, {"keys": list(keys)})]


def first_leaf(session: Session, keys: Sequence[int], key: int) -> int:
    """Return the index of the first leaf of a block in the draft whose blocks' keys are given."""
    before = keys[: keys.index(key)]
    wanted = select(PASSAGES.c.pk, PASSAGES.c.leaves).where(PASSAGES.c.pk.in_(bindparam("keys", expanding=True)))
    leaves = {pk: count for pk, count in session.connection().execute(wanted, {"keys": sorted(set(before))})}  # noqa: C416  a row is no pair to the type checker
    return sum(leaves[each] for each in before)


def packed(value: object) -> bytes:
    """Return a value that JSON can hold, compressed."""
    work = zlib.compressobj(9, zdict=_EXPECTED)
    return work.compress(json.dumps(value, ensure_ascii=False).encode()) + work.flush()


def unpacked(data: bytes) -> Any:  # noqa: ANN401  JSON is of no type
    """Return the value that `packed` was given."""
    return json.loads(zlib.decompressobj(zdict=_EXPECTED).decompress(data))


def _known(session: Session, case_study_pk: int) -> dict[bytes, int]:
    kept = select(PASSAGES.c.hash, PASSAGES.c.pk).where(PASSAGES.c.case_study_pk == case_study_pk)
    return {key: pk for key, pk in session.connection().execute(kept)}  # noqa: C416  as above


def block_hash(block: Mapping[str, Any]) -> bytes:
    """Return 12 bytes that no two blocks of one case study share."""
    return hashlib.sha256(json.dumps(block, sort_keys=True).encode()).digest()[:12]
