import json
from collections.abc import Callable
from pathlib import Path

from carfacilitator.word.reader import read

Run = Callable[..., tuple[int, str, str]]
STUDY = "Keeping a tenancy after the flood"


def test_everybody_whose_pack_came_back_and_the_author_get_an_answer(
    run: Run, made_sample: Path, tmp_path: Path
) -> None:
    code, told, _ = run("answers", made_sample, "--case-study", STUDY, "-o", tmp_path, "--json")
    assert code == 0
    answers = json.loads(told)["answers"]
    assert len({one["to"] for one in answers}) == len(answers) > 1
    assert answers[-1]["to"] == "Ailsa Reid"
    assert len(list(tmp_path.iterdir())) == 2 * len(answers)
    assert any(comment.text for comment in read((tmp_path / answers[-1]["file"]).read_bytes()).comments)


def test_one_person_can_be_named(run: Run, made_sample: Path, tmp_path: Path) -> None:
    code, told, _ = run("answers", made_sample, "--case-study", STUDY, "--for", "Fiona Grant", "-o", tmp_path)
    assert code == 0
    assert told.splitlines() == [f"Saved {STUDY}-answer to Fiona Grant.{ending}." for ending in ("docx", "eml")]


def test_nobody_is_answered_who_said_nothing(run: Run, made_sample: Path, tmp_path: Path) -> None:
    code, _, error = run("answers", made_sample, "--case-study", STUDY, "--for", "Nobody", "-o", tmp_path / "out")
    assert code == 1
    assert "Nothing came back from Nobody." in error
    assert not (tmp_path / "out").exists()


def test_what_stands_there_is_replaced_only_when_asked(run: Run, made_sample: Path, tmp_path: Path) -> None:
    asked = ("answers", made_sample, "--case-study", STUDY, "--for", "Fiona Grant", "-o", tmp_path)
    assert [run(*asked)[0], run(*asked)[0], run(*asked, "--force")[0]] == [0, 1, 0]
