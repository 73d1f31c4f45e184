import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from carfacilitator.cli.carrying import carried_shape, summary
from carfacilitator.document import blocks
from carfacilitator.document.anchors import AnchorState, Carried
from carfacilitator.document.blocks import Anchor, FileComment

Run = Callable[..., tuple[int, str, str]]

FLOOD = "When the water came in November forty-one tenancies were at risk in two streets of the town."
WALK = "I walked to the door of every house in both, and wrote down what I heard there with leave."
LETTER = "A letter is not contact, and nobody could tell what the letters had meant to say."


def file(folder: Path, name: str, *texts: str) -> Path:
    """Write a Word file with a comment on each text's first run."""
    document = Document()
    for text in texts:
        paragraph = document.add_paragraph()
        begin, words, end = text.partition("|")[0], *text.partition("|")[2].partition("|")[::2]
        paragraph.add_run(begin)
        if words:
            document.add_comment(paragraph.add_run(words), text=f"on {words}", author="Ama", initials="A")
            paragraph.add_run(end)
    held = BytesIO()
    document.save(held)
    path = folder / name
    path.write_bytes(held.getvalue())
    return path


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    old = file(
        tmp_path,
        "old.docx",
        WALK.replace("every house", "|every house|"),
        FLOOD.replace("forty-one tenancies", "|forty-one tenancies|"),
        LETTER.replace("meant to say", "|meant to say|"),
    )
    new = file(tmp_path, "new.docx", "New at the top of it.", WALK, FLOOD.replace("forty-one", "thirty-nine"))
    return old, new


def test_every_comment_is_told_with_where_it_stands_now(run: Run, drafts: tuple[Path, Path]) -> None:
    code, told, _ = run("carry", *drafts, "--json")
    assert code == 0
    house, tenancies, letter = json.loads(told)["comments"]
    assert house == {
        "id": "0",
        "author": "Ama",
        "date": house["date"],
        "text": "on every house",
        "state": "exact",
        "old_quote": "every house",
        "quote": "every house",
        "anchor": {"first": 1, "from": 24, "last": 1, "to": 35},
        "survival": 1.0,
        "candidates": [],
    }
    assert (tenancies["state"], tenancies["quote"]) == ("changed", "thirty-nine tenancies")
    assert 0 < tenancies["survival"] < 1
    assert (letter["state"], letter["anchor"], letter["old_quote"]) == ("orphan", None, "meant to say")


def test_the_comments_and_a_summary_are_told_to_a_person(run: Run, drafts: tuple[Path, Path]) -> None:
    code, told, _ = run("carry", *drafts)
    assert code == 0
    assert told.splitlines()[0].split() == ["exact", "every", "house", "–", "on", "every", "house"]
    assert told.splitlines()[-1] == "3 comments: 1 exact, 1 changed, 1 orphan."


def test_no_comments_are_no_trouble(run: Run, drafts: tuple[Path, Path]) -> None:
    assert run("carry", drafts[1], drafts[0])[1] == "There are no comments to carry.\n"
    assert summary([AnchorState.WEAK]) == "1 comment: 1 weak."


def test_of_a_comment_on_no_words_those_beside_it_are_told() -> None:
    draft = blocks.Document((blocks.Block("b", spans=(blocks.Span("A point of it."),)),))
    comment = FileComment("1", "Here?", anchor=Anchor(0, 2, 0, 2))
    carried = Carried(AnchorState.EXACT, Anchor(0, 2, 0, 2), "", "", 1.0)
    told = carried_shape((draft, draft), comment, carried)
    assert (told["old_quote"], told["quote"]) == ("A point of it.", "A point of it.")
    lost = carried_shape((draft, draft), comment, Carried(AnchorState.ORPHAN, None, "", "", 0.0))
    assert (lost["old_quote"], lost["quote"], lost["anchor"]) == ("A point of it.", "", None)
