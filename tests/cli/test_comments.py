import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
STUDY = "Keeping a tenancy after the flood"


@pytest.fixture
def sample(made_sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_sample, tmp_path / "Sample.car"))


def the_comment(run: Run, sample: Path, comment_id: str) -> dict[str, object]:
    items = json.loads(run("list", sample, "comments", "--json")[1])["items"]
    found: dict[str, object] = next(item for item in items if item["id"] == comment_id)
    return found


def test_words_of_the_newest_draft_are_commented_on_answered_and_resolved(run: Run, sample: Path) -> None:
    code, told, _ = run(
        "comment", sample, "Who?", "--case-study", STUDY, "--on", "nobody WAS hurt", "--kind", "V", "--json"
    )
    assert code == 0
    comment_id = json.loads(told)["id"]
    item = the_comment(run, sample, comment_id)
    assert (item["draft"], item["quote"], item["kind"], item["audience"], item["state"], item["heading"]) == (
        4,
        "Nobody was hurt",
        "Evidence",
        "author",
        "exact",
        "Why this case",
    )
    assert run("answer", sample, comment_id, "The nurse said so.")[:2] == (0, "Answered.\n")
    assert run("resolve", sample, comment_id)[:2] == (0, "It is done.\n")
    item = the_comment(run, sample, comment_id)
    assert isinstance(item["replies"], list)
    assert item["replies"][0]["text"] == "The nurse said so."
    assert item["resolved_at"] == "2026-03-10T09:00:00+00:00"
    assert run("resolve", sample, comment_id, "--reopen", "--json")[0] == 0
    assert the_comment(run, sample, comment_id)["resolved_at"] is None


def test_a_comment_may_be_on_an_older_draft_and_for_others(run: Run, sample: Path) -> None:
    code, told, _ = run(
        *("comment", sample, "Hm.", "--case-study", STUDY, "--draft", "1", "--on", "tenancy", "--place", "2"),
        *("--for", "facilitator only", "--kind", "analysis"),
    )
    assert (code, told) == (0, f"Commented on draft 1 of ‘{STUDY}’.\n")


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (("--on", "no such words"), "do not stand in draft 4"),
        (("--on", "the"), "Say with --place which of them"),
        (("--on", "Nobody was hurt", "--place", "7"), "in 1 places only"),
        (("--on", "Nobody was hurt", "--kind", "Z"), "no such kind"),
        (("--on", "Nobody was hurt", "--draft", "9"), "no such draft"),
    ],
)
def test_what_cannot_be_commented_on_is_said_plainly(
    run: Run, sample: Path, wanted: tuple[str, ...], sentence: str
) -> None:
    code, _, error = run("comment", sample, "Who?", "--case-study", STUDY, *wanted)
    assert code == 1
    assert sentence in error


def test_an_id_that_is_none_is_wrong_usage(run: Run, sample: Path) -> None:
    assert run("answer", sample, "not-an-id", "Yes.")[0] == 2
    assert run("resolve", sample, "00000000-0000-0000-0000-000000000000")[0] == 1
