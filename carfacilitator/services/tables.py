"""Tables as CSV that every spreadsheet opens: UTF-8 with its mark, and no cell that a spreadsheet would calculate."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from carfacilitator.errors import KnownError

CSV = "text/csv"
_CALCULATES = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula
_PLAIN = "'"  # before it, so that it is taken for text


def written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table with a line of column names above its rows; None is an empty cell."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(columns)
    table.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes, needed: Sequence[str]) -> list[Mapping[str, str]]:
    """Return the rows of a table by the names of its columns, which are folded to lower case.

    Commas, semicolons and tabs between cells are told apart by the line of names.

    Raises:
        KnownError: it is no table, or lacks one of the columns that are `needed`.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KnownError("That table is not written in UTF-8.", "Save it again as “CSV UTF-8”.") from None
    names, *rows = _lines(text) or [[]]
    columns = [name.strip().lower() for name in names]
    missing = [name for name in needed if name not in columns]
    if missing:
        raise KnownError(f"That table has no column “{missing[0]}”.", "Its first line names the columns.")
    return [dict(zip(columns, map(_said, row), strict=False)) for row in rows if any(map(str.strip, row))]


def _lines(text: str) -> list[list[str]]:
    head = text.split("\n", 1)[0]
    between = max(",;\t", key=head.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=between))
    except csv.Error:
        raise KnownError("That file is no table that can be read here.") from None


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return _PLAIN + text if text.startswith(_CALCULATES) else text


def _said(cell: str) -> str:
    plain = cell.removeprefix(_PLAIN)
    return (plain if plain.startswith(_CALCULATES) else cell).strip()
