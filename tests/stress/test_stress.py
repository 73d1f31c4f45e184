"""The short versions of what runs for long by hand: `python -m tests.stress.kill9`, `power_cut`, `disk_full` ..."""

import os
import random
import shutil
import sys
from pathlib import Path

import pytest

from tests.stress import disk_full, kill9, planted_words, power_cut
from tests.stress.drive_traces import Drive, File, calls

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked, traced and mounted as on Linux")


def can_trace() -> bool:
    return shutil.which("strace") is not None and os.system("strace -o /dev/null true 2>/dev/null") == 0  # noqa: S605  a fixed word


def can_mount() -> bool:
    return os.geteuid() == 0 and shutil.which("mount") is not None and Path("/proc/self/mounts").exists()


def test_nothing_that_was_said_to_be_done_is_lost_to_a_kill(capsys: pytest.CaptureFixture[str]) -> None:
    _, faulty = kill9.run(4)
    assert faulty == 0, capsys.readouterr().out


@pytest.mark.skipif(not can_trace(), reason="strace is not to be had here")
def test_nothing_that_was_said_to_be_done_is_lost_to_a_power_cut(capsys: pytest.CaptureFixture[str]) -> None:
    _, faulty = power_cut.run(10, 12)
    assert faulty == 0, capsys.readouterr().out


@pytest.mark.skipif(not can_mount(), reason="no drive can be mounted here")
def test_nothing_that_was_said_to_be_done_is_lost_to_a_full_drive() -> None:
    outcome = disk_full.run(2)
    assert outcome.faults == []
    assert all("full" in sentence for sentence in outcome.refused)


def test_no_planted_word_stands_anywhere_in_what_the_program_leaves(tmp_path: Path) -> None:
    found = planted_words.run(80)
    assert not any(found.values()), found
    (tmp_path / "careless.txt").write_bytes("the Zwoxquib".encode("utf-16-le"))
    assert planted_words.leaks(tmp_path, ["Zwoxquib"]) == ["Zwoxquib in careless.txt"]


def test_a_drive_keeps_what_was_flushed_and_anything_or_nothing_of_the_rest() -> None:
    file = File()
    file.write(b"a" * 1024, 0)
    file.flush()
    file.write(b"b" * 1024, 512)
    seen = {file.after_a_cut(random.Random(seed)) for seed in range(200)}  # noqa: S311  moments, not secrets
    kept = b"a" * 512
    assert seen == {kept + b"a" * 512, kept + b"b" * 512, kept + b"b" * 1024, kept + b"a" * 512 + b"b" * 512}


TRACE = r"""1 openat(AT_FDCWD, "\x2f\x64\x2f\x61", O_RDWR|O_CREAT, 0600) = 3
1 pwrite64(3, "\x68\x69", 2, 0) = 2
1 rename("\x2f\x64\x2f\x61", "\x2f\x64\x2f\x62") = 0
1 fsync(3) = 0
1 unlink("\x2f\x64\x2f\x62") = 0
1 pwrite64(9, "\x68\x69", 2, 0) = -1 EBADF (Bad file descriptor)
"""


def test_a_trace_is_played_call_by_call(tmp_path: Path) -> None:
    (tmp_path / "trace").write_text(TRACE, encoding="ascii")
    drive = Drive("/d")
    changed = [drive.obey(call) for call in calls(tmp_path / "trace")]
    assert changed == [True] * 5
    left = [drive.after_a_cut(random.Random(seed)) for seed in range(50)]  # noqa: S311  moments, not secrets
    assert {tuple(one.items()) for one in left} == {(("/d/b", b"hi"),), ()}
