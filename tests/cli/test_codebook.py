import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_sample, tmp_path / "Sample.car"))


def test_the_kinds_of_comment_are_shown_with_how_many_have_them(run: Run, made_sample: Path) -> None:
    items = json.loads(run("codebook", made_sample, "--json")[1])["items"]
    assert [item["letter"] for item in items] == list("IAWPEV")
    assert sum(item["comments"] for item in items) == 34
    assert run("codebook", made_sample)[1].splitlines()[0].startswith("I  Interpretation: ")


@pytest.mark.parametrize("ending", ["json", "csv"])
def test_a_codebook_is_saved_and_taken_in_elsewhere_without_overwriting(
    run: Run, sample: Path, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"kinds.{ending}"
    assert run("codebook", sample, "-o", file)[:2] == (0, f"Saved {file.name}.\n")
    assert run("codebook", sample, "-o", file)[0] == 1
    assert run("codebook", sample, "-o", file, "--force", "--json")[0] == 0
    assert run("codebook", sample, "--take-in", file)[1] == "There is nothing in it that is not here.\n"


def test_taking_in_is_seen_before_it_is_done(run: Run, sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("name,question\nPower,Who decides?\nEvidence,Who says so?\n", encoding="utf-8")
    assert run("codebook", sample, "--take-in", file, "--preview")[1] == "New: Power\nKept as it is here: Evidence\n"
    assert "Power" not in run("codebook", sample)[1]
    answer = json.loads(run("codebook", sample, "--take-in", file, "--json")[1])
    assert (answer["added"], answer["fresh"][0]["name"], answer["differing"][0]["theirs"]["question"]) == (
        1,
        "Power",
        "Who says so?",
    )
    assert "O  Power: 0 comments" in run("codebook", sample)[1]


def test_a_file_of_another_kind_is_wrong_usage_and_one_that_is_no_codebook_is_said_plainly(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    assert run("codebook", sample, "-o", tmp_path / "kinds.docx")[0] == 2
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    assert run("codebook", sample, "--take-in", other)[0] == 1
    assert run("codebook", sample, "--take-in", tmp_path / "none.json")[0] == 1
