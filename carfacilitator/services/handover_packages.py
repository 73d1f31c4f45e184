"""The package in which a group is handed over: rows, what of them is shared already, and files, as one zip."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from carfacilitator.document.records import from_record
from carfacilitator.model.base import Record
from carfacilitator.model.case_studies import Draft, StoredFile
from carfacilitator.model.handovers import SharedState
from carfacilitator.model.schema import BY_NAME, ENTITIES
from carfacilitator.services.portable import Row, columns_of, may_name_nothing, references_of
from carfacilitator.store.recording import decoded
from carfacilitator.store.sealed import DamagedSealError, NewerSealError

KIND = "hand-over"
FORMAT = 1
SUFFIX = ".carhandover"
MOVED = tuple(kind for kind in ENTITIES if kind is StoredFile or (issubclass(kind, Record) and kind is not SharedState))
_NAMES = frozenset(kind.__name__ for kind in MOVED)
_ROWS, _FILES = "rows.json", "files/"
_MOST = 2 * 1024**3  # bytes that a package may unfold to


@dataclass(frozen=True, kw_only=True)
class Package:
    """A group on its way to another facilitator. `shared` are the states that both know, by the id of a row."""

    id: UUID
    made_at: datetime
    sender: str
    group_id: UUID
    group: str
    rows: tuple[Row, ...] = field(repr=False)
    shared: Mapping[str, frozenset[str]] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)


def packed(package: Package) -> bytes:
    """Return a package as bytes, not sealed yet."""
    told = {
        "format": FORMAT,
        "id": str(package.id),
        "made_at": package.made_at.isoformat(),
        "sender": package.sender,
        "group_id": str(package.group_id),
        "group": package.group,
        "rows": [[row.noun, row.id, row.values] for row in package.rows],
        "shared": {entity_id: sorted(states) for entity_id, states in package.shared.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr(_ROWS, json.dumps(told, ensure_ascii=False), zipfile.ZIP_DEFLATED)
        for sha256, content in package.files.items():
            container.writestr(_FILES + sha256, content)
    return out.getvalue()


def unpacked(data: bytes) -> Package:
    """Return the package in bytes that were unsealed; whoever made them may not have meant well.

    Raises:
        DamagedSealError: it is no package that this program would make.
        NewerSealError: it is of a newer program.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            if sum(part.file_size for part in container.infolist()) > _MOST:
                raise DamagedSealError
            told = json.loads(container.read(_ROWS))
            files = {name.removeprefix(_FILES): content for name, content in _files(container)}
        return _told(told, files)
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError, RuntimeError, EOFError, OSError):
        raise DamagedSealError from None


def _files(container: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in container.namelist():
        if name.startswith(_FILES):
            content = container.read(name)
            if hashlib.sha256(content).hexdigest() != name.removeprefix(_FILES):
                raise DamagedSealError
            yield name, content


def _told(told: Mapping[str, Any], files: Mapping[str, bytes]) -> Package:
    if told["format"] > FORMAT:
        raise NewerSealError
    rows = tuple(Row(noun, str(UUID(row_id)), values) for noun, row_id, values in told["rows"])
    for row in rows:
        _refuse_unsound(row, files)
    return Package(
        id=UUID(told["id"]),
        made_at=datetime.fromisoformat(told["made_at"]),
        sender=str(told["sender"]),
        group_id=UUID(told["group_id"]),
        group=str(told["group"]),
        rows=rows,
        shared={entity_id: frozenset(map(str, states)) for entity_id, states in told["shared"].items()},
        files=files,
    )


def _refuse_nameless(row: Row, name: str) -> None:
    """Refuse a row that names nothing, or nonsense, where it must name something."""
    named = row.values.get(name)
    if named is not None or not may_name_nothing(row.kind, name):
        UUID(str(named))


def _refuse_unsound(row: Row, files: Mapping[str, bytes]) -> None:
    """Refuse a row that this program would not write, before anything of it is kept."""
    if row.noun not in _NAMES:
        raise NewerSealError
    columns, others = columns_of(BY_NAME[row.noun]), references_of(BY_NAME[row.noun])
    for name in others:
        _refuse_nameless(row, name)
    for name in row.values.keys() - others.keys():
        if name in columns:
            _refuse_misfit(columns[name], row.values[name])
        elif not (name == "document" and row.kind is Draft):
            raise NewerSealError
    if row.kind is Draft:
        from_record(row.values["document"])  # type: ignore[arg-type]  # whatever it is, it says so
    if row.kind is StoredFile and not row.values["erased_at"] and row.values["sha256"] not in files:
        raise DamagedSealError


def _refuse_misfit(column: Any, value: Any) -> None:  # noqa: ANN401  whatever a package holds
    if value is None and column.nullable:
        return
    wanted = column.type.python_type
    if wanted is not object and not isinstance(decoded(column, value), (float, int) if wanted is float else wanted):
        raise DamagedSealError
