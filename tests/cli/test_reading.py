import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from carfacilitator import paths

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def drafts() -> tuple[Path, Path]:
    folder = paths.resource("sample")
    return folder / "keeping-a-tenancy-draft-3.docx", folder / "keeping-a-tenancy-draft-4.docx"


def test_read_gives_blocks_comments_changes_and_a_report(run: Run, drafts: tuple[Path, Path]) -> None:
    code, told, _ = run("read", drafts[1], "--json")
    answer = json.loads(told)
    assert code == 0
    assert set(answer) == {"format", "blocks", "comments", "changes", "report"}
    assert set(answer["blocks"][0]) == {"id", "kind", "level", "label", "story", "path", "original", "final", "objects"}
    assert answer["blocks"][0]["final"] == "Keeping a tenancy after the flood"
    assert len(answer["comments"]) == 2
    anchor = answer["comments"][0]["anchor"]
    assert set(anchor) == {"first", "from", "last", "to"}
    quoted = answer["blocks"][anchor["first"]]["final"][anchor["from"] : anchor["to"]]
    assert quoted == answer["comments"][0]["quote"]
    assert {change["kind"] for change in answer["changes"]} <= {"insert", "delete", "format", "paragraph_mark"}
    assert [block for block in answer["blocks"] if block["path"] is not None]


def test_the_same_file_is_read_the_same_twice(run: Run, drafts: tuple[Path, Path]) -> None:
    assert run("read", drafts[1], "--json") == run("read", drafts[1], "--json")


def test_read_without_json_is_the_text(run: Run, drafts: tuple[Path, Path]) -> None:
    _, told, _ = run("read", drafts[0])
    assert told.splitlines()[0] == "Keeping a tenancy after the flood"


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("notes.docx", b"just some words", "Word"),
        ("old.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), ""),
        ("page.pdf", b"%PDF-1.7\n", "PDF"),
        ("cut.docx", b"PK\x03\x04" + bytes(30), ""),
    ],
)
def test_what_is_no_word_file_gets_one_plain_sentence(
    run: Run, tmp_path: Path, name: str, content: bytes, word: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    code, told, said = run("read", file)
    assert (code, told) == (1, "")
    assert word in said
    assert len(said.splitlines()) == 1


def test_a_zip_bomb_is_refused(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bomb.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(80_000_000))
    code, _, said = run("read", file)
    assert code == 1
    assert "Traceback" not in said
