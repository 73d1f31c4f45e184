from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.rows import Piece
from carfacilitator.word.edits import Deleted, Edit, Inserted, MarkDeleted, MarkInserted, edits_of

LINES = st.lists(st.text(alphabet="ab \n", max_size=8), min_size=1, max_size=3)


def older(edits: list[Edit], new: list[str]) -> list[str]:
    """Take edits back, as rejecting them would."""
    made = [""]
    for number, text in enumerate(new):
        mine = [edit for edit in edits if edit.paragraph == number]
        for at in range(len(text) + 1):
            for edit in mine:
                if isinstance(edit, Deleted) and edit.at == at:
                    made[-1] += edit.text
                elif isinstance(edit, MarkDeleted) and edit.at == at:
                    made.append("")
            kept = not any(isinstance(edit, Inserted) and edit.start <= at < edit.end for edit in mine)
            made[-1] += text[at : at + 1] if kept else ""
        if number < len(new) - 1 and MarkInserted(number) not in mine:
            made.append("")
    return made


@given(LINES, LINES)
def test_rejecting_the_edits_gives_the_older_paragraphs(old: list[str], new: list[str]) -> None:
    pieces = [Piece("-", "\n".join(old)), Piece("+", "\n".join(new))]
    assert older(edits_of(pieces, old, new), new) == old


@given(LINES, LINES)
def test_the_edits_of_a_real_comparison_can_be_taken_back(old: list[str], new: list[str]) -> None:
    comparison = compare_texts(old, new)
    for row in comparison.rows:
        before, after = [old[index] for index in row.old], [new[index] for index in row.new]
        if before and after:
            assert older(edits_of(comparison.words(row), before, after), after) == before


def test_a_kept_quotation_mark_that_is_set_differently_is_a_change() -> None:
    edits = edits_of([Piece("=", "‘so’", "'so'")], ["'so'"], ["‘so’"])
    assert edits == [Deleted(0, 0, "'so'"), Inserted(0, 0, 4)]


def test_a_split_inserts_a_mark_and_a_merger_deletes_one() -> None:
    split = [Piece("=", "a"), Piece("+", "\n"), Piece("=", "b")]
    assert edits_of(split, ["ab"], ["a", "b"]) == [MarkInserted(0)]
    merged = [Piece("=", "a"), Piece("-", "\n"), Piece("=", "b")]
    assert edits_of(merged, ["a", "b"], ["ab"]) == [MarkDeleted(0, 1)]


def test_a_line_break_that_becomes_a_paragraph_is_both() -> None:
    assert edits_of([Piece("=", "a\nb")], ["a\nb"], ["a", "b"]) == [Deleted(0, 1, "\n"), MarkInserted(0)]
    assert edits_of([Piece("=", "a\nb")], ["a", "b"], ["a\nb"]) == [MarkDeleted(0, 1), Inserted(0, 1, 2)]
