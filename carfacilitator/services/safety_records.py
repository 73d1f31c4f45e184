"""What a workspace remembers of its own safety: the second place for backups, and when one was last proved good."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from carfacilitator.store import keys

_FILE = "safety.json"


@dataclass(frozen=True, kw_only=True)
class SafetyRecord:
    """Kept in the open beside the database, for it must be read when that cannot be; nothing confidential."""

    second_place: str = ""  # a folder
    copied_at: datetime | None = None  # into the second place
    copied_file: str = ""
    proved_at: datetime | None = None
    proved_file: str = ""
    proved_rows: int = 0


def load(folder: Path) -> SafetyRecord:
    """Return what is kept in a workspace's folder; nothing, if that is missing or damaged."""
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return SafetyRecord(**{name: _decoded(name, value) for name, value in kept.items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return SafetyRecord()


def save(folder: Path, record: SafetyRecord) -> None:
    """Keep a record, whole or not at all.

    Raises:
        OSError: the drive does not take it.
    """
    written = {name: _encoded(value) for name, value in asdict(record).items()}
    keys.replace_file(folder / _FILE, json.dumps(written, indent=1).encode())


def _encoded(value: Any) -> Any:  # noqa: ANN401  whatever a record holds
    return value.isoformat() if isinstance(value, datetime) else value


def _decoded(name: str, value: Any) -> Any:  # noqa: ANN401  whatever a record holds
    return datetime.fromisoformat(value) if name.endswith("_at") and value else value
