"""Proves that a program has all its parts: each check does a small piece of real work in a folder of its own."""

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from carfacilitator import log, paths
from carfacilitator.document.comparison import compare
from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience
from carfacilitator.services import specimens, workspace
from carfacilitator.services.reading import read_file
from carfacilitator.services.workspace import Owner
from carfacilitator.sharing.door import Door, Parcel

_WINDOW_PATIENCE = 120  # seconds; a slow laptop's first start
_PLAIN_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True)
class Check:
    """One part of the program: whether it works, and what was seen."""

    name: str
    passed: bool
    sentence: str


def run() -> list[Check]:
    """Try every part, and return what was found; nothing of the person's own is touched."""
    with tempfile.TemporaryDirectory(prefix="car-selfcheck-") as folder:
        trials: tuple[tuple[str, Callable[[Path], str]], ...] = (
            ("resources", _resources),
            ("workspace", _workspace),
            ("word", _word),
            ("handouts", _handouts),
            ("window", _window),
        )
        return [_tried(name, trial, Path(folder)) for name, trial in trials]


def save_report(found: Mapping[str, object], file: Path) -> Path:
    """Save what was found as JSON, in place of an older report."""
    data = json.dumps({"format": 1, **found}, ensure_ascii=False, indent=1).encode("utf-8")
    parcel = Parcel(name=file.name, media_type="application/json", data=data, audience=Audience.PUBLIC)
    door = Door(record=lambda _departures: None, now=lambda: datetime.now(UTC))  # it says nothing of any workspace
    return door.save([parcel], file.parent, replace=True)[0]


def _tried(name: str, trial: Callable[[Path], str], folder: Path) -> Check:
    try:
        return Check(name, passed=True, sentence=trial(folder))
    except KnownError as error:
        return Check(name, passed=False, sentence=str(error))
    except Exception as error:  # noqa: BLE001  a check's failure is its answer, whatever broke
        return Check(name, passed=False, sentence=log.bug(error))


def _resources(_folder: Path) -> str:
    rooms = ("fonts", "icons", "handouts", "sample", "help")
    count = sum(1 for room in rooms for file in paths.resource(room).rglob("*") if file.is_file())
    return f"{count} files of fonts, icons, handouts, sample and help are here."


def _workspace(folder: Path) -> str:
    place = folder / "Check.car"
    workspace.create(place, "selfcheck", Owner("Self Check", "SC", "")).close()
    if any(file.read_bytes().startswith(_PLAIN_SQLITE) for file in place.glob("*.db")):
        raise KnownError("The workspace was not encrypted.")
    workspace.open_workspace(place, "selfcheck").close()
    return "A workspace was made, is encrypted, and opens with its passphrase."


def _word(_folder: Path) -> str:
    drafts = sorted(paths.resource("sample").glob("keeping-a-tenancy-draft-*.docx"))
    older, newer = (read_file(file).document for file in drafts[-2:])
    return f"Two drafts were read aside and compared: {compare(older, newer).summary.sentence}"


def _handouts(_folder: Path) -> str:
    sizes = [len(specimens.printed(handout)) for handout in specimens.kinds()]
    return f"{len(sizes)} of {len(sizes)} kinds of handout were laid out as PDF, {sum(sizes):,} bytes."


def _window(_folder: Path) -> str:
    done = subprocess.run(  # noqa: S603  our own program
        [*paths.own_command(), "--check-window"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=_WINDOW_PATIENCE,
        check=False,
    )
    if done.returncode:
        raise KnownError(f"The window did not open (exit code {done.returncode}).")
    return "The window opened, painted itself and closed."
