from carfacilitator.document.blocks import Block, BlockKind, Document, Span
from carfacilitator.document.comparison import compare
from carfacilitator.document.difference_kinds import Difference

INTRO = "The table tells who came to the meetings and what they said about them."
HEAD = ["Who came", "What they said"]
AILSA = ["Ailsa Reid", "The evening was too short for all that we had to say."]
TOM = ["Tom Baird", "It was good to hear from people who live in the flats."]


def paragraph(text: str) -> Block:
    return Block("p", spans=(Span(text),))


def table(*rows: list[str]) -> Block:
    cells = tuple(tuple((paragraph(cell),) for cell in row) for row in rows)
    return Block("t", BlockKind.TABLE, rows=cells)


def found(old: Block | None, new: Block | None) -> tuple[Difference, ...]:
    older, newer = (Document(tuple(filter(None, (paragraph(INTRO), side)))) for side in (old, new))
    return compare(older, newer).differences


def kinds(old: Block | None, new: Block | None) -> list[str]:
    return [str(difference.kind) for difference in found(old, new)]


def test_a_table_row_counts_once_with_all_its_cells() -> None:
    (row,) = found(table(HEAD, AILSA), table(HEAD, AILSA, TOM))
    assert (row.kind, row.new) == ("new table row", " · ".join(TOM))
    assert row.where.path == (0, 2, 0)
    assert kinds(table(HEAD, AILSA, TOM), table(HEAD, AILSA)) == ["cut table row"]


def test_a_table_counts_once_with_all_its_rows() -> None:
    assert kinds(None, table(HEAD, AILSA)) == ["new table"]
    assert kinds(table(HEAD, AILSA), None) == ["cut table"]


def test_a_row_that_moved_counts_once() -> None:
    assert kinds(table(HEAD, AILSA, TOM), table(HEAD, TOM, AILSA)) == ["moved table row"]


def test_a_column_put_in_counts_by_its_cells() -> None:
    wider = [[*row, extra] for row, extra in zip((HEAD, AILSA, TOM), ("Since when", "May", "June"), strict=True)]
    assert kinds(table(HEAD, AILSA, TOM), table(*wider)) == ["new cell"] * 3


def test_a_cell_that_was_reworded_or_filled_in_is_a_change_in_wording() -> None:
    assert kinds(table(HEAD, AILSA), table(HEAD, [AILSA[0], "Nothing at all."])) == ["wording"]
    assert kinds(table(HEAD, ["Ailsa", ""]), table(HEAD, ["Ailsa", "Yes"])) in (["wording"], ["new sentence"])


def test_an_empty_row_is_no_change() -> None:
    assert kinds(table(HEAD, AILSA), table(HEAD, AILSA, ["", ""])) == []
