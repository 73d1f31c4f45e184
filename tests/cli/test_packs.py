import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
TITLE = "Keeping a tenancy after the flood"


def test_a_pack_is_saved_with_its_message_and_its_receipt(run: Run, sample: Path, tmp_path: Path) -> None:
    code, told, said = run(
        "pack", sample, "--case-study", TITLE, "--for", "Alan Petrie", "-o", tmp_path / "out",
        "--question", "Is anything wrong in fact?", "--reply-by", "2026-04-01", "--json",
    )  # fmt: skip
    assert code == 0, said
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    stem = f"{TITLE}-Alan Petrie"
    assert names == [f"{stem}.docx", f"{stem}.eml", f"{stem}.receipt.json"]
    answer = json.loads(told)
    read = json.loads(run("read", tmp_path / "out" / f"{stem}.docx", "--json")[1])
    assert len([c for c in read["comments"] if c["parent"] is None]) == answer["comments"]
    assert any("Is anything wrong in fact?" in block["final"] for block in read["blocks"])
    left = json.loads(run("list", sample, "departures", "--json")[1])["items"]
    assert {item["recipient"] for item in left} == {"Alan Petrie"}


def test_a_day_that_is_none_is_wrong_usage(run: Run, sample: Path, tmp_path: Path) -> None:
    wanted = ["pack", sample, "--case-study", TITLE, "--for", "Alan Petrie", "-o", tmp_path / "out"]
    code, _, said = run(*wanted, "--reply-by", "soon")
    assert code == 2
    assert "2026-05-01" in said


def test_an_unknown_gatekeeper_is_said_plainly(run: Run, sample: Path, tmp_path: Path) -> None:
    code, _, said = run("pack", sample, "--case-study", TITLE, "--for", "Nobody", "-o", tmp_path / "out")
    assert code == 1
    assert "gatekeeper" in said
    assert not (tmp_path / "out").exists()
