import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
TITLE = "Keeping a tenancy after the flood"


def departures(run: Run, workspace: Path) -> list[str]:
    """Return to whom whatever left a workspace went, in an order of its own."""
    return [item["recipient"] for item in json.loads(run("list", workspace, "departures", "--json")[1])["items"]]


def test_a_pack_is_saved_with_its_message_and_its_receipt(run: Run, sample: Path, tmp_path: Path) -> None:
    before = Counter(departures(run, sample))
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
    assert set(Counter(departures(run, sample)) - before) == {"Alan Petrie"}


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


def test_several_get_a_pack_each_and_who_is_refused_keeps_nobody_back(run: Run, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / f"{TITLE}-Alan Petrie.docx").write_text("mine", encoding="utf-8")
    wanted = ["pack", sample, "--case-study", TITLE, "--for", "Alan Petrie", "--for", "Fiona Grant", "-o", out]
    code, told, said = run(*wanted, "--overrule", "She said so by telephone.", "--json")
    assert code == 1
    answer = json.loads(told)
    assert [len(pack["files"]) for pack in answer["packs"]] == [3]
    assert [one["gatekeeper"] for one in answer["refused"]] == ["Alan Petrie"]
    assert "Alan Petrie" in said
    assert len(list(out.iterdir())) == 4
    assert run(*wanted, "--force", "--overrule", "She said so by telephone.")[0] == 0
    assert len(list(out.iterdir())) == 6


def test_what_is_asked_beside_words_and_proposed_stands_in_the_file(run: Run, sample: Path, tmp_path: Path) -> None:
    wanted = ["pack", sample, "--case-study", TITLE, "--for", "Fiona Grant", "-o", tmp_path / "out", "--json"]
    code, told, said = run(
        *wanted, "--ask-at", "Nobody was hurt.", "Who says so?", "--propose", "wet shoes", "damp boots"
    )
    assert code == 0, said
    answer = json.loads(told)
    read = json.loads(run("read", answer["files"][0], "--json")[1])
    asked = next(one for one in read["comments"] if one["text"] == "Who says so?")
    assert asked["quote"] == "Nobody was hurt."
    assert {change["text"] for change in read["changes"]} == {"wet shoes", "damp boots"}
    assert answer["proposals"] == 1
    assert answer["comments"] == len([one for one in read["comments"] if one["parent"] is None])


def test_words_that_stand_nowhere_are_said_plainly(run: Run, sample: Path, tmp_path: Path) -> None:
    wanted = ["pack", sample, "--case-study", TITLE, "--for", "Fiona Grant", "-o", tmp_path / "out"]
    code, _, said = run(*wanted, "--propose", "Zanzibar", "elsewhere")
    assert code == 1
    assert "do not stand in the newest draft" in said


def test_a_clause_is_named_and_a_reason_sets_it_aside(run: Run, sample: Path, tmp_path: Path) -> None:
    wanted = ["pack", sample, "--case-study", "Quarter to three", "--for", "Alan Petrie", "-o", tmp_path / "out"]
    code, _, said = run(*wanted)
    assert code == 1
    assert "Clause 3" in said
    assert "--overrule REASON" in said
    assert run(*wanted, "--overrule", "Her manager must plan the room.")[0] == 0


def test_a_redline_marks_what_changed_since_somebody_was_sent_it_last(run: Run, sample: Path, tmp_path: Path) -> None:
    wanted = ["pack", sample, "--case-study", TITLE, "-o", tmp_path / "out", "--redline", "--json"]
    code, told, said = run(*wanted, "--for", "Alan Petrie")
    assert code == 0, said
    read = json.loads(run("read", json.loads(told)["files"][0], "--json")[1])
    assert len(read["changes"]) > 20
    assert {change["author"] for change in read["changes"]} == {"Housing officer"}
    code, told, said = run(*wanted, "--for", "Gordon Weir")
    assert (code, told) == (1, "")
    assert "earlier draft" in said
