"""The facilitator's name, initials, address and preferences: one typed dataclass in one file."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

LEAST_TEXT_SIZE, LARGEST_TEXT_SIZE = 90, 200
LOCK_AFTER = (3, 5, 10, 20, 30, 60, 0)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Preferences of the person at this computer; nothing confidential, for it is kept in plain JSON."""

    theme: str = "system"  # system, light or dark
    text_size: int = 100  # per cent, LEAST_TEXT_SIZE to LARGEST_TEXT_SIZE
    last_workspace: str = ""  # a folder; offered at the next start
    last_export_folder: str = ""
    lock_after: int = 10  # minutes without a key or a touch, LOCK_AFTER; 0 for never

    def __post_init__(self) -> None:
        """Keep the text size within what every page is made for, and the lock within what can be chosen."""
        bounded = min(max(int(self.text_size), LEAST_TEXT_SIZE), LARGEST_TEXT_SIZE)
        object.__setattr__(self, "text_size", bounded)
        if self.lock_after not in LOCK_AFTER:
            object.__setattr__(self, "lock_after", Settings.lock_after)


def load(file: Path) -> Settings:
    """Return the settings kept in `file`; defaults for what is missing, unknown or damaged."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    known = {f.name: f.type for f in fields(Settings)}
    return Settings(**{name: value for name, value in kept.items() if type(value) is known.get(name)})


def save(settings: Settings, file: Path) -> None:
    """Keep `settings` in `file`, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    os.replace(fresh, file)  # noqa: PTH105  one call that replaces on every system
