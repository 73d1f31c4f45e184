import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carfacilitator import paths
from carfacilitator.cli.comparing import comparison_shape
from carfacilitator.document.blocks import Block, Document, Span
from carfacilitator.document.comparison import compare, compare_texts

Run = Callable[..., tuple[int, str, str]]


def as_json(shape: dict[str, object]) -> Any:  # noqa: ANN401  JSON is of no type
    return json.loads(json.dumps(shape))


@pytest.fixture
def drafts() -> tuple[Path, Path]:
    folder = paths.resource("sample")
    return folder / "keeping-a-tenancy-draft-3.docx", folder / "keeping-a-tenancy-draft-4.docx"


def test_compare_rebuilds_both_sides(run: Run, drafts: tuple[Path, Path]) -> None:
    code, told, _ = run("compare", *drafts, "--json")
    answer = json.loads(told)
    assert code == 0
    sides = [json.loads(run("read", draft, "--json")[1])["blocks"] for draft in drafts]
    for row in answer["rows"]:
        old = "".join(words[-1] for words in row["words"] if words[0] != "+")
        new = "".join(words[1] for words in row["words"] if words[0] != "-")
        assert old == "\n".join(sides[0][index]["final"] for index in row["old"])
        assert new == "\n".join(sides[1][index]["final"] for index in row["new"])
    assert sorted(index for row in answer["rows"] for index in row["old"]) == list(range(len(sides[0])))
    assert sorted(index for row in answer["rows"] for index in row["new"]) == list(range(len(sides[1])))
    assert answer["summary"]["sentence"].startswith(str(sum(answer["summary"]["counts"].values())))


def test_a_redline_is_saved_and_never_over_another_file(run: Run, drafts: tuple[Path, Path], tmp_path: Path) -> None:
    redline = tmp_path / "redline.docx"
    assert run("compare", *drafts, "-o", redline)[0] == 0
    changes = json.loads(run("read", redline, "--json")[1])["changes"]
    assert {"insert", "delete"} <= {change["kind"] for change in changes}
    before = redline.read_bytes()
    code, _, said = run("compare", *drafts, "-o", redline)
    assert code == 1
    assert "already" in said
    assert redline.read_bytes() == before
    assert run("compare", *drafts, "-o", redline, "--force")[0] == 0


@pytest.mark.parametrize("output", ["", "."])
def test_a_redline_needs_the_name_of_a_file(run: Run, drafts: tuple[Path, Path], output: str) -> None:
    code, _, said = run("compare", *drafts, "-o", output)
    assert code == 2
    assert "name of a file" in said


def test_an_equal_run_with_a_folded_quote_has_both_sides() -> None:
    told = comparison_shape(compare_texts(["It's so, they said."], ["It’s so, they said!"]))
    row = as_json(told)["rows"][0]
    assert any(len(words) == 3 and words[0] == "=" for words in row["words"])
    assert row["move"] is None


def test_moved_sentences_name_both_places() -> None:
    sentence = "This long sentence about the river moved from the first paragraph to the last one of all."
    first = "The beginning stands where it stood and has enough words of its own to be known again."
    last = "The end is another matter; it has its own words too, and nobody would take it for the first."
    told = comparison_shape(
        compare_texts([f"{first} {sentence}", "Between.", last], [first, "Between.", f"{last} {sentence}"])
    )
    moved = as_json(told)["moved_sentences"][0]
    assert moved["old"] == {"block": 0, "from": len(first) + 1, "to": len(first) + 1 + len(sentence)}
    assert moved["new"] == {"block": 2, "from": len(last) + 1, "to": len(last) + 1 + len(sentence)}


def test_what_is_ignored_and_what_is_counted_can_be_chosen(run: Run, drafts: tuple[Path, Path]) -> None:
    def changes(*asked: str) -> dict[str, int]:
        counts: dict[str, int] = json.loads(run("compare", *drafts, "--json", *asked)[1])["summary"]["counts"]
        return counts

    assert "formatting" not in changes()
    assert sum(changes("--calm", "calmer").values()) <= sum(changes("--calm", "detailed").values())
    assert changes("--ignore", "case", "--ignore", "punctuation")["wording"] <= changes()["wording"]


def test_formatting_is_told_of_each_row() -> None:
    plain, bold = Span("They met."), Span("They met.", marks=frozenset({"bold"}))
    old, new = (Document((Block("a", spans=(span,)),)) for span in (plain, bold))
    told = comparison_shape(compare(old, new))
    assert as_json(told)["rows"][0]["formatting"] == [
        {"aspect": "marks", "block": 0, "from": 0, "to": 9, "old": "plain", "new": "bold"},
    ]
    assert as_json(told)["replacements"] == []
