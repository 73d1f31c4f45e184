import json
import subprocess
import sys

import pytest

from carfacilitator import paths
from carfacilitator.document.records import from_record
from carfacilitator.word.allowance import FAT, SLOW
from carfacilitator.word.reader import read
from tests.word_builders import plain, word_file

DRAFT = word_file(plain("Keeping a tenancy"), *(plain(f"Paragraph {number}") for number in range(200))).to_bytes()


def served(data: bytes, **limits: float) -> tuple[int, list[dict[str, object]]]:
    """Return the exit code of the child and what it said."""
    asked = json.dumps(limits).encode() + b"\n" + data
    done = subprocess.run([*paths.own_command(), "--read-aside"], input=asked, capture_output=True, check=False)
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_it_tells_how_far_it_is_and_at_last_the_document() -> None:
    code, said = served(DRAFT)
    assert code == 0
    assert [list(line) for line in said] == [["share"]] * (len(said) - 1) + [["document"]]
    assert from_record(said[-1]["document"]) == read(DRAFT)  # type: ignore[arg-type]  # JSON is of no type


def test_it_tells_why_a_file_is_refused() -> None:
    code, said = served(b"%PDF-1.7")
    assert code == 0
    assert said[-1]["error"] == {
        "kind": "not-word",
        "sentence": "This is a PDF file, not a Word document.",
        "way_out": "Ask the author for the Word file that it was made from.",
    }


@pytest.mark.parametrize(("limits", "code"), [({"seconds": 0.0}, SLOW), ({"memory": 1}, FAT)])
def test_it_ends_itself_where_it_takes_too_much(limits: dict[str, float], code: int) -> None:
    assert served(DRAFT, **limits) == (code, [])


def test_it_loads_neither_the_window_nor_the_database_nor_what_only_the_window_needs() -> None:
    code = "import sys\nfrom carfacilitator.word import aside\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    unwanted = {"PySide6", "sqlalchemy", "alembic", "docx", "typst", "rapidfuzz", "subprocess", "tempfile"}
    assert not {name.split(".")[0] for name in loaded} & unwanted
