import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
STUDY = "Keeping a tenancy after the flood"


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("redline", f"{STUDY} draft 3 to draft 4.docx"),
        ("changes", f"{STUDY} changes draft 3 to draft 4.pdf"),
        ("comments-by-kind", f"Comments on {STUDY} by kind.docx"),
        ("comments-by-draft", f"Comments on {STUDY} by draft.docx"),
    ],
)
def test_a_report_is_saved_with_its_receipt(run: Run, made_sample: Path, tmp_path: Path, what: str, name: str) -> None:
    code, told, _ = run("report", made_sample, what, "--case-study", STUDY, "--for", "author", "-o", tmp_path)
    assert code == 0
    assert told.splitlines()[0] == f"Saved {name}."
    assert {file.name for file in tmp_path.iterdir()} == {name, f"{name.rpartition('.')[0]}.receipt.json"}


def test_comments_are_saved_as_a_table_and_what_stays_is_counted(run: Run, made_sample: Path, tmp_path: Path) -> None:
    asked = ("--case-study", STUDY, "--for", "author", "--to", "Ailsa Reid", "--table", "--json", "-o", tmp_path)
    answer = json.loads(run("report", made_sample, "comments-by-draft", *asked)[1])
    assert answer["files"][0].endswith(".csv")
    assert answer["comments"] > answer["left_out"] > 0


def test_drafts_can_be_named_and_must_be_there(run: Run, made_sample: Path, tmp_path: Path) -> None:
    asked = ("report", made_sample, "changes", "--case-study", STUDY, "--for", "author", "-o", tmp_path)
    assert run(*asked, "--old", "1", "--new", "3")[0] == 0
    assert "no draft before draft 1" in run(*asked, "--new", "1")[2]


def test_what_is_not_for_them_stays(run: Run, made_sample: Path, tmp_path: Path) -> None:
    code, _, error = run(
        "report", made_sample, "redline", "--case-study", STUDY, "--for", "central gatekeeper", "-o", tmp_path
    )
    assert code == 1
    assert "may not be seen by the central gatekeeper" in error
    assert list(tmp_path.iterdir()) == []


def test_for_whom_it_is_has_to_be_said(run: Run, made_sample: Path, tmp_path: Path) -> None:
    assert run("report", made_sample, "redline", "--case-study", STUDY, "-o", tmp_path)[0] == 2
