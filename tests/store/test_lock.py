import subprocess
import sys
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, WorkspaceBusyError
from carfacilitator.store.lock import Lock

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
