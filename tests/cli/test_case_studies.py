import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from carfacilitator import paths

Run = Callable[..., tuple[int, str, str]]
TITLE = "Keeping a tenancy after the flood"


def test_a_draft_that_arrives_is_the_latest(run: Run, sample: Path, later_draft: Path) -> None:
    code, told, said = run("receive", sample, later_draft, "--case-study", TITLE, "--json")
    assert code == 0, said
    answer = json.loads(told)
    assert answer["number"] == 5
    assert answer["sha256"] == hashlib.sha256(later_draft.read_bytes()).hexdigest()
    latest = [row for row in json.loads(run("list", sample, "drafts", "--json")[1])["items"] if row["number"] == 5]
    assert [row["case_study"] for row in latest] == [TITLE]


def test_the_same_file_does_not_arrive_twice(run: Run, sample: Path) -> None:
    known = paths.resource("sample", "keeping-a-tenancy-draft-4.docx")
    code, _, said = run("receive", sample, known, "--case-study", TITLE)
    assert code == 1
    assert "4" in said
    assert run("receive", sample, known, "--case-study", "Something quite new")[0] == 1
    assert "Something quite new" not in run("list", sample, "case-studies")[1]


def test_a_title_nearly_right_is_asked_about(run: Run, sample: Path, later_draft: Path) -> None:
    code, _, said = run("receive", sample, later_draft, "--case-study", "Keeping a tenancy after a flood")
    assert code == 1
    assert TITLE in said


def test_the_first_draft_of_a_new_case_study_begins_it(run: Run, tmp_path: Path, later_draft: Path) -> None:
    workspace = tmp_path / "Mine.car"
    assert run("new", workspace, "--name", "Isla Munro")[0] == 0
    code, told, said = run("receive", workspace, later_draft, "--case-study", TITLE, "--from", "Ailsa Reid", "--json")
    assert code == 0, said
    assert "Began" in said
    assert json.loads(told)["number"] == 1
    (study,) = json.loads(run("list", workspace, "case-studies", "--json")[1])["items"]
    assert (study["title"], study["author"]) == (TITLE, "Ailsa Reid")


def test_a_file_that_cannot_be_read_changes_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    before = run("list", sample, "drafts", "--json")
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04")
    assert run("receive", sample, tmp_path / "cut.docx", "--case-study", TITLE)[0] == 1
    assert run("receive", sample, tmp_path / "cut.docx", "--case-study", "Another one")[0] == 1
    assert run("list", sample, "drafts", "--json") == before
