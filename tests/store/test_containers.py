import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from carfacilitator.store import containers, keys
from carfacilitator.store.containers import Contents, DamagedBackupError, Manifest, NewerBackupError
from carfacilitator.store.keys import Ring

MANIFEST = Manifest(
    name="Work", made_at=datetime(2026, 3, 10, 12, 0, tzinfo=UTC), why="by hand", workspace="w", revision="1", key="k"
)


def unheard(_share: float) -> None:
    return None


def a_backup(folder: Path, manifest: Manifest = MANIFEST) -> Path:
    (folder / "some.db").write_bytes(bytes(range(256)) * 8)
    file = folder / "Work.carbackup"
    containers.write(file, Contents(manifest, keys.packed(Ring("w")), b"sealed", folder / "some.db"), unheard)
    return file


def test_what_was_put_in_comes_out(tmp_path: Path) -> None:
    file = a_backup(tmp_path)
    assert containers.check(file) == MANIFEST
    assert containers.ring_in(file) == Ring("w")
    assert containers.summary_in(file) == b"sealed"
    containers.take_out_database(file, tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == (tmp_path / "some.db").read_bytes()


def test_any_program_that_reads_zip_files_can_take_it_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(a_backup(tmp_path)) as file:
        assert file.testzip() is None
        assert set(file.namelist()) >= {"workspace.db", "keys.json", "manifest.json", "READ ME.txt"}
        assert b"10 March 2026" in file.read("READ ME.txt")
        assert set(json.loads(file.read("manifest.json"))) == set(MANIFEST.__dataclass_fields__)


def test_every_single_bit_that_turns_over_is_noticed(tmp_path: Path) -> None:
    file = a_backup(tmp_path)
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        with pytest.raises(DamagedBackupError):
            containers.check(file)


@pytest.mark.parametrize("kept", [0, 1, 70, 71, 500, -1])
def test_a_file_that_was_cut_off_is_noticed(tmp_path: Path, kept: int) -> None:
    file = a_backup(tmp_path)
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(DamagedBackupError):
        containers.check(file)


def test_something_after_its_end_is_noticed(tmp_path: Path) -> None:
    file = a_backup(tmp_path)
    file.write_bytes(file.read_bytes() + b"\0")
    with pytest.raises(DamagedBackupError):
        containers.check(file)


@pytest.mark.parametrize("content", [b"", b"no zip at all" * 20])
def test_a_file_that_is_no_backup_is_said_plainly(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.carbackup").write_bytes(content)
    for asked in (containers.check, containers.manifest_of, containers.ring_in):
        with pytest.raises(DamagedBackupError, match="no backup"):
            asked(tmp_path / "other.carbackup")


def test_a_zip_that_would_unfold_to_more_than_a_backup_has_is_refused(tmp_path: Path) -> None:
    for name, how, size in (("packed", zipfile.ZIP_DEFLATED, 10), ("large", zipfile.ZIP_STORED, 5_000_000)):
        with zipfile.ZipFile(tmp_path / name, "w", how) as container:
            container.writestr("manifest.json", b" " * size)
        with pytest.raises(DamagedBackupError):
            containers.manifest_of(tmp_path / name)


def test_a_backup_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    newer = Manifest(**{**vars(MANIFEST), "format": 2})
    with pytest.raises(NewerBackupError, match="newer"):
        a_backup(tmp_path, newer)
