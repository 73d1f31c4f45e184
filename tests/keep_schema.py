"""Keeps a small workspace of the schema as it is now, for later programs to open; `python -m tests.keep_schema`."""

import shutil
import tempfile
from pathlib import Path

from carfacilitator.services.workspace import Services
from carfacilitator.store import cipher, keys, upgrades
from tests.builders import PASSPHRASE, a_comment, a_draft, a_file, a_group, a_meeting, a_member, a_workspace

FOLDER = Path(__file__).resolve().parent / "store" / "schemas"


def keep(folder: Path = FOLDER) -> Path:
    """Write `<revision>.db` and `<revision>.json` (its keys, which the builders' passphrase opens)."""
    target = folder / f"{upgrades.HEAD}.db"
    folder.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        services = a_workspace(Path(scratch))
        _live_a_little(services)
        services.close()
        key = keys.unlock(services.folder, PASSPHRASE)
        connection = cipher.open_with_key(services.folder / "workspace.db", key)
        connection.execute("VACUUM INTO ?", (str(target),))
        connection.close()
        shutil.copyfile(services.folder / keys.FILE, target.with_suffix(".json"))
    return target


def _live_a_little(services: Services) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id)
    a_meeting(services, group_id)
    services.mentoring.add(person_id, shared_part="read chapter two", private_part="worried about the deadline")
    case_study_id = services.case_studies.begin("Keeping a tenancy", group_id, person_id)
    draft_id = a_draft(services, case_study_id, a_file("# Why", "The flood was in May."))
    a_comment(services, draft_id, "flood")
    services.unsaved.keep("a field", "half a sentence")


if __name__ == "__main__":
    keep()
