import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services import tables


def test_a_table_begins_with_the_mark_by_which_spreadsheets_know_utf_8() -> None:
    assert tables.written(["name"], [["Càrn"]]) == "\ufeffname\r\nCàrn\r\n".encode()


def test_no_cell_is_taken_for_a_formula() -> None:
    data = tables.written(["text", "n"], [["=1+1", 3], ["-5 people", None]]).decode("utf-8-sig")
    assert data.splitlines()[1:] == ["'=1+1,3", "'-5 people,"]


def test_what_is_written_is_read_again() -> None:
    rows = [["=1+1", "two\nlines"], ["“quoted”, so", "'tis"]]
    data = tables.written(["Text", "More"], rows)
    assert [[row["text"], row["more"]] for row in tables.read(data, ["text"])] == rows


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_what_stands_between_cells_is_found_out(between: str) -> None:
    data = f"name{between}letter\nPower{between}O\n{between}\n".encode()
    assert tables.read(data, ["name", "letter"]) == [{"name": "Power", "letter": "O"}]


def test_a_table_without_a_needed_column_is_refused_by_its_name() -> None:
    with pytest.raises(KnownError, match="no column “letter”"):
        tables.read(b"name\nPower\n", ["name", "letter"])
    with pytest.raises(KnownError, match="no column “name”"):
        tables.read(b"", ["name"])


def test_bytes_that_are_no_text_and_text_that_is_no_table_are_refused() -> None:
    with pytest.raises(KnownError, match="UTF-8"):
        tables.read(b"\xff\xfe\x00", [])
    with pytest.raises(KnownError, match="no table"):
        tables.read(b'name\n"' + b"x" * 200_000, ["name"])
