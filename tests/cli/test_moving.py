import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HANDOVER", "ARCHIVE"):
        monkeypatch.setenv(f"CARFACILITATOR_{name}_PASSPHRASE", "seven boats in the harbour")


def a_group_of(run: Run, workspace: Path) -> str:
    titles = [item["title"] for item in json.loads(run("list", workspace, "groups", "--json")[1])["items"]]
    return str(next(title for title in titles if "case-study" in title))


def test_everything_is_exported_and_never_over_something(run: Run, sample: Path, tmp_path: Path) -> None:
    code, told, said = run("export", sample, "-o", tmp_path / "out")
    assert code == 0, said
    assert "READ ME FIRST" in told
    assert "not encrypted" in said
    assert run("export", sample, "-o", tmp_path / "out")[0] == 1
    answer = json.loads(run("export", sample, "-o", tmp_path / "out", "--force", "--json")[1])
    assert answer["files"] == len([file for file in (tmp_path / "out").rglob("*") if file.is_file()])


def test_a_group_goes_to_a_colleague_and_arrives(run: Run, sample: Path, tmp_path: Path) -> None:
    group = a_group_of(run, sample)
    given = json.loads(run("handover", sample, "--group", group, "--to", "Euan", "-o", tmp_path, "--json")[1])
    assert given["left_out"]["mentoring notes"] > 0
    assert run("new", tmp_path / "Euan.car", "--name", "Euan Baird")[0] == 0
    seen = json.loads(run("import-handover", tmp_path / "Euan.car", given["file"], "--preview", "--json")[1])
    assert (seen["group"], seen["taken"]) == (group, None)
    assert {row["difference"] for row in seen["rows"]} == {"new"}
    code, told, said = run("import-handover", tmp_path / "Euan.car", given["file"])
    assert (code, "Added" in told) == (0, True), said
    people = json.loads(run("list", tmp_path / "Euan.car", "people", "--json")[1])["items"]
    assert len(people) == given["counts"]["people"]


def test_a_group_that_is_not_there_is_said_plainly(run: Run, sample: Path, tmp_path: Path) -> None:
    code, _, said = run("handover", sample, "--group", "Nobody", "-o", tmp_path)
    assert (code, "no group" in said) == (1, True)


def test_an_archive_has_its_key_beside_it(run: Run, sample: Path, tmp_path: Path) -> None:
    answer = json.loads(run("archive", sample, "-o", tmp_path / "archive", "--json")[1])
    assert Path(answer["key"]) == tmp_path / "archive.carkey"
    assert (tmp_path / "archive" / "READ ME FIRST.txt").exists()


def test_wiping_asks_for_the_name(run: Run, sample: Path) -> None:
    code, _, said = run("wipe", sample)
    assert (code, "cannot be undone" in said) == (2, True)
    assert run("wipe", sample, "--name", "Another")[0] == 1
    assert run("wipe", sample, "--name", sample.stem, "--backups")[0] == 0
    assert not sample.exists()
