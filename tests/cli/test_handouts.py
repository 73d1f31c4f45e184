import json
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader

Run = Callable[..., tuple[int, str, str]]


def test_the_handouts_are_named(run: Run) -> None:
    assert run("handouts", "--list")[1].startswith("agenda: ")
    assert json.loads(run("handouts", "--list", "--json")[1])["items"][0]["id"] == "agenda"


def test_without_a_workspace_an_example_is_printed(run: Run, tmp_path: Path) -> None:
    code, told, _ = run("handouts", "-o", tmp_path, "--json")
    assert (code, json.loads(told)["files"]) == (0, [str(tmp_path / "agenda.pdf")])
    assert len(PdfReader(tmp_path / "agenda.pdf").pages) == 1


def test_the_agenda_of_a_meeting_is_printed(run: Run, sample: Path, tmp_path: Path) -> None:
    meetings = json.loads(run("list", sample, "meetings", "--json")[1])["items"]
    chosen = next(meeting for meeting in meetings if meeting["day"] == "2026-03-12")
    code, _, said = run("handouts", "--workspace", sample, "--meeting", chosen["id"], "-o", tmp_path / "out")
    assert code == 0, said
    (file,) = (tmp_path / "out").iterdir()
    assert "Thursday 12 March 2026" in PdfReader(file).pages[0].extract_text()


def test_what_is_missing_is_said(run: Run, sample: Path, tmp_path: Path) -> None:
    assert run("handouts")[0] == 2
    assert run("handouts", "--workspace", sample, "-o", tmp_path)[0] == 2
    assert run("handouts", "poster", "-o", tmp_path)[0] == 1
    assert run("handouts", "--workspace", sample, "--meeting", "none", "-o", tmp_path)[0] == 1
