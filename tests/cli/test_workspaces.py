import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


def test_a_new_workspace_is_empty_and_encrypted(run: Run, tmp_path: Path) -> None:
    code, told, said = run("new", tmp_path / "Mine", "--name", "Isla Munro", "--email", "isla@example.org")
    assert code == 0, said
    assert told == "Made the workspace Mine.car.\n"
    database = (tmp_path / "Mine.car" / "workspace.db").read_bytes()
    assert not database.startswith(b"SQLite format 3")
    assert json.loads(run("list", tmp_path / "Mine.car", "people", "--json")[1]) == {"format": 1, "items": []}


def test_where_a_workspace_was_made_can_be_told_to_a_program(run: Run, tmp_path: Path) -> None:
    answer = json.loads(run("new", tmp_path / "Mine", "--json")[1])
    assert answer == {"format": 1, "workspace": str(tmp_path / "Mine.car")}


def test_a_wrong_passphrase_says_so_and_opens_nothing(run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARFACILITATOR_PASSPHRASE", "something else")
    code, told, said = run("list", sample, "people")
    assert (code, told) == (1, "")
    assert "passphrase" in said


def test_a_workspace_is_never_made_over_another(run: Run, sample: Path) -> None:
    assert run("new", sample)[0] == 1
    assert run("sample", sample)[0] == 1
    assert run("list", sample, "people")[0] == 0
