import json
import os
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from carfacilitator import paths
from carfacilitator.cli.combining import combined_shape
from carfacilitator.document.blocks import Block, Document, Span
from carfacilitator.document.combining import combine
from carfacilitator.services.combining import Combined, IdentifiedBy, Reviewer

Shape = dict[str, Any]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def drafts() -> tuple[Path, Path]:
    folder = paths.resource("sample")
    return folder / "keeping-a-tenancy-draft-3.docx", folder / "keeping-a-tenancy-draft-4.docx"


def test_the_proposals_of_one_file_written_in_give_its_text(run: Run, drafts: tuple[Path, Path]) -> None:
    code, told, _ = run("combine", *drafts, "--json")
    answer = json.loads(told)
    assert code == 0
    before, after = (
        [block["final"] for block in json.loads(run("read", draft, "--json")[1])["blocks"]] for draft in drafts
    )
    assert written_in(before, answer["edits"]) == "\n".join(after)
    (reviewer,) = answer["reviewers"]
    assert (reviewer["file"], reviewer["identified_by"]) == (drafts[1].name, "text")


def test_without_json_it_says_how_much_there_is(run: Run, drafts: tuple[Path, Path]) -> None:
    _, told, _ = run("combine", *drafts)
    assert "proposed edits" in told


def test_a_file_that_is_none_is_one_sentence(run: Run, drafts: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "none.docx").write_text("no Word file")
    code, told, said = run("combine", drafts[0], tmp_path / "none.docx", "--json")
    assert (code, told) == (1, "")
    assert said


def test_at_the_end_of_the_draft_no_place_is_beyond_it() -> None:
    for texts in (["One.", "Two.", "Three."], ["One."]):
        shape = shape_of(["One.", "Two."], texts)
        assert written_in(["One.", "Two."], shape["edits"]) == "\n".join(texts)


def test_a_moved_paragraph_is_cut_and_put_in() -> None:
    texts = [f"Paragraph {number} tells its own part of the story, number {number} of all." for number in range(6)]
    moved = [*texts[1:5], texts[0], texts[5]]
    edits = shape_of(texts, moved)["edits"]
    assert [edit["kind"] for edit in edits] == ["moved", "moved"]
    assert written_in(texts, edits) == "\n".join(moved)


@pytest.mark.outside
def test_real_drafts_become_one_another_by_what_the_command_says(run: Run) -> None:
    folder = os.environ.get("CARFACILITATOR_DRAFTS")
    if not folder:
        pytest.skip("no drafts beside the checkout")
    files = sorted(Path(folder).glob("*.docx"))
    pairs = [both for both in pairwise(files) if both[0].name.partition("__")[0] == both[1].name.partition("__")[0]]
    assert pairs
    for both in pairs if os.environ.get("CARFACILITATOR_EVERY") else pairs[::10]:
        answer = json.loads(run("combine", *both, "--json")[1])
        sent, returned = (json.loads(run("read", file, "--json")[1]) for file in both)
        rebuilt = written_in([block["final"] for block in sent["blocks"]], answer["edits"])
        # White space apart: where somebody marked the end of a paragraph as deleted, `read` still gives two blocks.
        assert "".join(rebuilt.split()) == "".join("".join(block["final"].split()) for block in returned["blocks"])
        assert all(len(edit["alternatives"]) == 1 for edit in answer["edits"])
        assert said(answer["remarks"]) == new_words(sent, returned, answer)


def said(comments: list[Shape]) -> Counter[str]:
    return Counter(" ".join(comment["text"].split()) for comment in comments)


def new_words(sent: Shape, returned: Shape, answer: Shape) -> Counter[str]:
    """Return the words of the comments that the later file has and the earlier one, by author and minute, has not."""
    before, after = ([_made(one) for one in file["comments"]] for file in (sent, returned))
    told = said(answer["remarks"])
    return Counter(words for _, words in (Counter(after) - Counter(before)).elements() if words in told)


def _made(comment: Shape) -> tuple[tuple[str, str], str]:
    return (comment["author"], (comment["date"] or "")[:16]), " ".join(comment["text"].split())


def shape_of(before: list[str], after: list[str]) -> dict[str, list[dict[str, object]]]:
    sent, returned = (
        Document(tuple(Block(f"b{n}", spans=(Span(t),)) for n, t in enumerate(s))) for s in (before, after)
    )
    reviewers = (Reviewer("returned.docx", (), IdentifiedBy.TEXT),)
    shape: dict[str, list[dict[str, object]]] = json.loads(
        json.dumps(combined_shape(Combined(reviewers, combine(sent, [returned]), ())))
    )
    return shape


def written_in(texts: list[str], edits: list[dict[str, object]]) -> str:
    """Return texts with the first alternative of every edit, by nothing but what the answer says."""
    flat, starts, at = "\n".join(texts), [0], 0
    for text in texts:
        starts.append(starts[-1] + len(text) + 1)
    parts: list[str] = []
    for edit in sorted(edits, key=lambda edit: place(starts, edit, "first", "from")):
        begin, end = place(starts, edit, "first", "from"), place(starts, edit, "last", "to")
        assert flat[begin:end] == edit["base_text"]
        alternatives = edit["alternatives"]
        assert isinstance(alternatives, list)
        parts += [flat[at:begin], alternatives[0]["text"]]
        at = max(at, end)
    return "".join([*parts, flat[at:]])


def place(starts: list[int], edit: dict[str, object], leaf: str, offset: str) -> int:
    base = edit["base"]
    assert isinstance(base, dict)
    return starts[base[leaf]] + int(base[offset])
