import json
import subprocess
import sys
from typing import Any

import pytest

from carfacilitator import paths
from carfacilitator.document.records import from_record
from carfacilitator.word.allowance import FAT, SLOW
from carfacilitator.word.reader import read
from tests.word_builders import Comment, cell, commented, paragraph, plain, row, run, table, word_file

DRAFT = word_file(plain("Keeping a tenancy"), *(plain(f"Paragraph {number}") for number in range(200))).to_bytes()


def served(data: bytes, **limits: float) -> tuple[int, list[dict[str, object]]]:
    """Return the exit code of the child and what it said."""
    asked = json.dumps(limits).encode() + b"\n" + data
    done = subprocess.run([*paths.own_command(), "--read-aside"], input=asked, capture_output=True, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_it_tells_how_far_it_is_and_at_last_the_document() -> None:
    code, said = served(DRAFT)
    assert code == 0
    assert said[0] == {"share": 0.0}
    kinds = [next(iter(line)) for line in said]
    shares = kinds.count("share")
    assert kinds == ["share"] * shares + ["blocks"] * (len(kinds) - shares - 1) + ["document"]


def test_the_blocks_come_in_parts_that_make_the_whole() -> None:
    code, said = served(DRAFT)
    parts: list[Any] = [line["blocks"] for line in said if "blocks" in line]
    assert (code, len(parts)) == (0, 2)
    whole: Any = said[-1]["document"]
    assert from_record({**whole, "blocks": [block for part in parts for block in part]}) == read(DRAFT)


def test_it_tells_why_a_file_is_refused() -> None:
    code, said = served(b"%PDF-1.7")
    assert code == 0
    assert said[-1]["error"] == {
        "kind": "not-word",
        "sentence": "This is a PDF file, not a Word document.",
        "way_out": "Ask the author for the Word file that it was made from.",
    }


def test_it_ends_itself_where_it_takes_too_much_memory() -> None:
    assert served(DRAFT, memory=1) == (FAT, [])


def test_it_ends_itself_where_it_takes_too_long() -> None:
    assert served(DRAFT, seconds=0.0)[0] == SLOW


@pytest.mark.parametrize("limit", ["pieces", "characters"])
def test_an_answer_that_the_window_could_not_keep_is_not_given(limit: str) -> None:
    code, said = served(DRAFT, **{limit: 100})
    assert code == 0
    assert "more text" in said[-1]["error"]["sentence"]  # type: ignore[index]  # JSON is of no type


def test_what_stands_in_tables_and_comments_counts_too() -> None:
    rows = "".join(row(cell(plain("x")), cell(plain("y"))) for _ in range(30))
    file = word_file(table(rows), paragraph(commented(run("z"), 1)))
    file.comments = [Comment(id=1, text="why? " * 100)]
    assert "error" in served(file.to_bytes(), pieces=100)[1][-1]
    assert "error" in served(file.to_bytes(), characters=400)[1][-1]
    assert "document" in served(file.to_bytes(), pieces=200, characters=600)[1][-1]


def test_it_loads_neither_the_window_nor_the_database_nor_what_only_the_window_needs() -> None:
    code = "import sys\nfrom carfacilitator.word import aside\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    unwanted = {"PySide6", "sqlalchemy", "alembic", "docx", "typst", "rapidfuzz", "subprocess", "tempfile"}
    assert not {name.split(".")[0] for name in loaded} & unwanted
