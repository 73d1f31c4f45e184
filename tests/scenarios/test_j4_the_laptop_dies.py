"""In the room: the laptop dies while notes are typed, and every one of them is there again."""

import subprocess
import sys
from pathlib import Path

from carfacilitator.services.workspace import open_workspace
from tests.builders import PASSPHRASE, a_group, a_meeting, a_setting, a_workspace

TYPING = """
import sys
from pathlib import Path
from carfacilitator.services.workspace import open_workspace
from tests.builders import PASSPHRASE, a_setting

folder, meeting = Path(sys.argv[1]), sys.argv[2]
services = open_workspace(folder, PASSPHRASE, a_setting())
for number in range(1, 24):
    services.unsaved.keep(f"meeting:{meeting}:note-{number}", f"What was said, number {number}")
    print(number, flush=True)
    sys.stdin.readline()
"""
ROOT = Path(__file__).resolve().parents[2]


def test_of_seventeen_notes_typed_when_the_laptop_died_seventeen_are_there(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    meeting_id = a_meeting(services, a_group(services))
    services.close()
    typing = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(services.folder), str(meeting_id)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert typing.stdin is not None
    assert typing.stdout is not None
    for number in range(1, 18):
        assert typing.stdout.readline() == f"{number}\n"
        if number < 17:
            typing.stdin.write("\n")
            typing.stdin.flush()
    typing.kill()
    typing.communicate()
    again = open_workspace(services.folder, PASSPHRASE, a_setting())
    found = {typed.text for typed in again.unsaved.recovered()}
    again.close()
    assert found == {f"What was said, number {number}" for number in range(1, 18)}
