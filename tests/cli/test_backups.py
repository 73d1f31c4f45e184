import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_a_backup_goes_where_it_is_told_and_never_over_another(run: Run, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "stick" / "mine.carbackup"
    code, told, said = run("backup", sample, "-o", file)
    assert code == 0, said
    assert "sound" in told
    code, _, said = run("backup", sample, "-o", file)
    assert code == 1
    assert "already" in said
    assert json.loads(run("backup", sample, "-o", file, "--force", "--json")[1])["file"] == str(file)
    assert run("backup", sample)[0] == 0
    assert len(list((sample / "backups").iterdir())) == 1


def test_a_backup_is_verified_and_restored_whole(run: Run, sample: Path, tmp_path: Path) -> None:
    file, folder = tmp_path / "mine.carbackup", tmp_path / "elsewhere" / "Again.car"
    assert run("backup", sample, "-o", file)[0] == 0
    seen = json.loads(run("verify", file, "--json")[1])
    assert seen["opened"]
    restored = json.loads(run("restore", file, "-o", folder, "--json")[1])
    assert restored["workspace"] == str(folder)
    assert restored["counts"] == seen["counts"]
    assert run("list", folder, "people", "--json")[1] == run("list", sample, "people", "--json")[1]
    code, told, said = run("restore", file, "-o", folder)
    assert (code, told) == (1, "")
    assert "already" in said


def test_a_backup_is_verified_bit_by_bit_without_its_passphrase(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.carbackup"
    assert run("backup", sample, "-o", file)[0] == 0
    monkeypatch.delenv("CARFACILITATOR_PASSPHRASE")
    code, told, _ = run("verify", file)
    assert (code, "as it was written" in told) == (0, True)
    content = bytearray(file.read_bytes())
    content[len(content) // 3] ^= 2
    file.write_bytes(content)
    code, told, said = run("verify", file)
    assert (code, told) == (1, "")
    assert "damaged" in said


def test_the_recovery_code_alone_restores(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = json.loads(run("recovery-code", sample, "--json")[1])["recovery_code"]
    file = tmp_path / "mine.carbackup"
    assert run("backup", sample, "-o", file)[0] == 0
    monkeypatch.delenv("CARFACILITATOR_PASSPHRASE")
    assert run("restore", file, "-o", tmp_path / "A.car", "--recovery-code", code)[0] == 2
    for typed, expected in ((code.lower(), 0), (code[:-1] + "U", 1), ("", 1)):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed + "\n"))
        (tmp_path / "A.car").rename(tmp_path / "before") if (tmp_path / "A.car").exists() else None
        assert run("restore", file, "-o", tmp_path / "A", "--recovery-code", "-")[0] == expected
    assert not (tmp_path / "A.car").exists()


def test_a_wrong_passphrase_restores_nothing(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.carbackup"
    assert run("backup", sample, "-o", file)[0] == 0
    monkeypatch.setenv("CARFACILITATOR_PASSPHRASE", "something else")
    code, told, said = run("restore", file, "-o", tmp_path / "A.car")
    assert (code, told) == (1, "")
    assert "passphrase" in said
    assert not (tmp_path / "A.car").exists()


def test_a_rehearsal_needs_a_backup_and_tells_what_came_back(run: Run, sample: Path) -> None:
    assert run("rehearse", sample)[0] == 1
    run("backup", sample)
    code, told, _ = run("rehearse", sample)
    assert code == 0
    assert "came back" in told
    assert json.loads(run("rehearse", sample, "--json")[1])["entries"] > 100


def test_a_recovery_code_is_shown_once_in_words(run: Run, sample: Path) -> None:
    told = run("recovery-code", sample)[1]
    assert told.count("-") == 7
    assert "not shown again" in told
