import subprocess
import sys
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, WorkspaceBusyError
from carfacilitator.store.lock import Lock, is_knocked, knock

HOLD = """
import sys
from pathlib import Path
from carfacilitator.store.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_one_workspace_has_one_writer(tmp_path: Path) -> None:
    held = Lock(tmp_path)
    with pytest.raises(WorkspaceBusyError):
        Lock(tmp_path)
    held.release()
    held.release()
    Lock(tmp_path).release()


def test_a_lock_ends_with_its_program_however_that_ends(tmp_path: Path) -> None:
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(WorkspaceBusyError):
            Lock(tmp_path)
        other.kill()
    Lock(tmp_path).release()


def test_a_folder_that_is_gone_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="folder"):
        Lock(tmp_path / "gone")


def test_who_has_the_workspace_hears_a_knock_once(tmp_path: Path) -> None:
    held = Lock(tmp_path)
    assert not held.was_knocked()
    with pytest.raises(WorkspaceBusyError):
        Lock(tmp_path)
    assert not held.was_knocked()
    knock(tmp_path)
    assert is_knocked(tmp_path)
    assert held.was_knocked()
    assert not held.was_knocked()
    assert not is_knocked(tmp_path)
    held.release()


def test_a_knock_at_somebody_who_has_gone_is_forgotten(tmp_path: Path) -> None:
    knock(tmp_path)
    held = Lock(tmp_path)
    assert not held.was_knocked()
    held.release()


def test_knocking_where_nothing_can_be_written_is_no_trouble(tmp_path: Path) -> None:
    knock(tmp_path / "gone")
