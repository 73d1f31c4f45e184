import errno
import io
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.store import drives
from carfacilitator.store.drives import FullDriveError


@pytest.mark.parametrize(
    ("code", "word"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "cannot be written"),
        (errno.EACCES, "cannot be written"),
        (errno.ENOENT, "connected"),
        (errno.EIO, "connected"),
        (errno.EBUSY, "answer"),
    ],
)
def test_what_a_drive_refuses_is_said_plainly(tmp_path: Path, code: int, word: str) -> None:
    with pytest.raises(KnownError, match=word) as error, drives.spoken_plainly(tmp_path):
        raise OSError(code, "in the system's own words")
    assert "own words" not in str(error.value)


def test_what_needs_more_room_than_there_is_does_not_begin(tmp_path: Path) -> None:
    drives.refuse_if_full(tmp_path, 0)
    with pytest.raises(FullDriveError):
        drives.refuse_if_full(tmp_path, 2**62)


def test_what_is_poured_arrives_in_parts(tmp_path: Path) -> None:
    content = bytes(range(256)) * 40_000
    heard: list[float] = []
    with (tmp_path / "file").open("wb") as out:
        drives.pour(io.BytesIO(content), out, len(content), heard.append)
    assert (tmp_path / "file").read_bytes() == content
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert len(heard) > 5


def test_a_file_that_another_writes_is_flushed_now_and_then(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    flushing = drives.Flushing(tmp_path / "file")
    for written in range(0, 20_000_000, 1_000_000):
        flushing.now_and_then(written)
    assert flushing._flushed >= 15_000_000


def test_a_file_is_written_over_before_it_is_removed(tmp_path: Path) -> None:
    file, other_name = tmp_path / "keys.json", tmp_path / "the same bytes"
    file.write_bytes(b"a secret" * 1000)
    other_name.hardlink_to(file)
    drives.overwrite_and_remove(file)
    assert not file.exists()
    assert b"secret" not in other_name.read_bytes()
