import json

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services import codebook_files
from carfacilitator.services.codebook_files import CodebookForm, KindText

KINDS = (
    KindText(name="Power", letter="O", colour="lead", question="Who decides?"),
    KindText(name="Voice, and whose", letter="V", colour="muted", question="=Who speaks?"),
)


@pytest.mark.parametrize("form", list(CodebookForm))
def test_a_codebook_is_read_as_it_was_written(form: CodebookForm) -> None:
    assert codebook_files.read(codebook_files.written(KINDS, form)) == KINDS


def test_a_table_needs_only_names() -> None:
    assert codebook_files.read("Name\nPower\n \n".encode("utf-8-sig")) == (KindText(name="Power"),)


def test_lines_and_spaces_in_a_file_become_single_spaces() -> None:
    data = json.dumps({"format": 1, "kinds": [{"name": " Power \n and voice ", "letter": None}]}).encode()
    assert codebook_files.read(data) == (KindText(name="Power and voice"),)


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[]",
        b"{}",
        b'{"format": 2, "kinds": []}',
        b'{"format": 1, "kinds": {}}',
        b'{"format": 1, "kinds": ["x"]}',
        b"[" * 100_000,
        b"x" * 1_000_001,
        b"",
        b"name\n",
        b'{"format": 1, "kinds": [{"name": " "}]}',
        b"\xff",
    ],
)
def test_what_is_no_codebook_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError):
        codebook_files.read(data)
