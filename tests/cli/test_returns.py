import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.suggestions import Suggestion
from tests.services.test_returns import where

Run = Callable[..., tuple[int, str, str]]
TITLE = "The bus that isn’t there"
WHEN = datetime(2026, 3, 12, 10, 0, tzinfo=UTC)


def answered(run: Run, sample: Path, folder: Path) -> Path:
    """Make a pack, and return a file in which two words of it were changed."""
    assert run("pack", sample, "--case-study", TITLE, "--for", "Alan Petrie", "-o", folder)[0] == 0
    data = next(folder.glob("*.docx")).read_bytes()
    swap = Suggestion(
        anchor=where(data, "a bin and a timetable"), paragraphs=("a timetable",), author="Alan Petrie", when=WHEN
    )
    file = folder / "Copy of pack (3).docx"
    file.write_bytes(patched(data, Patch(suggestions=(swap,), seed="a")))
    return file


def test_a_returned_file_is_one_review_and_twice_adds_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    file = answered(run, sample, tmp_path)
    code, told, said = run("returned", sample, file, "--json")
    assert code == 0, said
    answer = json.loads(told)
    assert (answer["gatekeeper"], answer["new_remarks"], answer["new_edits"]) == ("Alan Petrie", 0, 1)
    assert [edit["kind"] for edit in answer["edits"]] == ["single"]
    assert answer["reviewers"][0]["identified_by"] == "identity"
    again = json.loads(run("returned", sample, file, "--json")[1])
    assert (again["new_remarks"], again["new_edits"], again["already_known"]) == (0, 0, True)


def test_a_person_is_told_in_a_sentence(run: Run, sample: Path, tmp_path: Path) -> None:
    code, told, _ = run("returned", sample, answered(run, sample, tmp_path))
    assert code == 0
    assert "the answer of Alan Petrie: remarks 0, proposed edits 1." in told


def test_a_code_that_no_pack_has_is_said_plainly(run: Run, sample: Path, tmp_path: Path) -> None:
    code, _, said = run("returned", sample, answered(run, sample, tmp_path), "--pack", "XXX-XXX")
    assert (code, "no pack" in said) == (1, True)
