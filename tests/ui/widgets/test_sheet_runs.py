from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.blocks import Block, Revision, RevisionKind, Span
from carfacilitator.document.comparison import compare_texts
from carfacilitator.document.rows import Piece
from carfacilitator.ui.widgets.review_data import Detail, Side
from carfacilitator.ui.widgets.sheet_runs import (
    Cut,
    Mark,
    Run,
    Stretch,
    coarsened,
    cuts,
    marked,
    own_changes,
    plain_runs,
    stretches,
    underlaid,
    woven,
)

INSERTED, DELETED = Revision(RevisionKind.INSERT), Revision(RevisionKind.DELETE)
MOVED = Revision(RevisionKind.MOVE_TO)
BLOCK = Block(
    "b",
    spans=(
        Span("I spoke "),
        Span("with nineteen", marks=frozenset({"bold"})),
        Span(" or more", revisions=(DELETED,)),
        Span(" tenants", revisions=(INSERTED,)),
    ),
)
SENTENCES = st.lists(st.sampled_from(["One here. ", "Two, then! ", "three ", "four. ", "\n"]), max_size=6).map("".join)


def test_plain_runs_are_the_final_view_with_its_offsets() -> None:
    runs = plain_runs(BLOCK)
    assert "".join(run.text for run in runs) == BLOCK.text()
    assert [run.start for run in runs] == [0, 8, 21]
    assert runs[1].styles == {"bold"}


def test_the_files_own_changes_show_both_texts_and_count_only_the_final_one() -> None:
    runs = own_changes(BLOCK)
    assert [(run.mark, run.start) for run in runs] == [
        (Mark.PLAIN, 0),
        (Mark.PLAIN, 8),
        (Mark.CUT, None),
        (Mark.NEW, 21),
    ]
    assert own_changes(Block("m", spans=(Span("there", revisions=(MOVED,)),)))[0].mark is Mark.MOVED


def test_a_mark_may_begin_and_end_inside_runs() -> None:
    runs = marked((Run("abcdef", 0), Run("ghi", 6)), [Stretch(2, 7, Mark.NEW)])
    assert [(run.text, run.mark) for run in runs] == [
        ("ab", Mark.PLAIN),
        ("cdef", Mark.NEW),
        ("g", Mark.NEW),
        ("hi", Mark.PLAIN),
    ]


def test_what_was_cut_stands_before_what_came_in_its_place() -> None:
    runs = marked((Run("Most said", 0),), [Stretch(0, 4, Mark.NEW)])
    shown = woven(runs, [Cut(0, "Everybody"), Cut(9, ".\nThen")])
    assert [(run.text, run.mark, run.start) for run in shown] == [
        ("Everybody", Mark.CUT, None),
        ("Most", Mark.NEW, 0),
        (" said", Mark.PLAIN, 4),
        (".¶ Then", Mark.CUT, None),
    ]


def test_a_split_row_gives_each_leaf_its_own_marks() -> None:
    pieces = (Piece("=", "One."), Piece("-", " "), Piece("+", "\nNow "), Piece("=", "two."))
    new = stretches(pieces, [4, 8], Side.NEW, moved=False)
    assert new == [[], [Stretch(0, 4, Mark.NEW)]]
    assert cuts(pieces, [4, 8]) == [[Cut(4, " ")], []]
    assert stretches(pieces, [9], Side.OLD, moved=False) == [[Stretch(4, 5, Mark.CUT)]]


def test_a_moved_row_is_marked_whole_and_its_changed_words_besides() -> None:
    pieces = (Piece("=", "I did not ask"), Piece("+", ", then"), Piece("=", "."))
    found = stretches(pieces, [20], Side.NEW, moved=True)[0]
    assert [stretch.mark for stretch in found] == [Mark.MOVED, Mark.NEW, Mark.MOVED]


def test_a_change_can_be_marked_by_sentence_or_by_paragraph() -> None:
    pieces = (Piece("=", "It rained. We "), Piece("-", "ran"), Piece("+", "went"), Piece("=", " home. It stopped."))
    sentence = coarsened(pieces, Detail.SENTENCE)
    assert [(piece.op, piece.text) for piece in sentence] == [
        ("=", "It rained. "),
        ("-", "We ran home. "),
        ("+", "We went home. "),
        ("=", "It stopped."),
    ]
    assert [piece.op for piece in coarsened(pieces, Detail.PARAGRAPH)] == ["-", "+"]
    assert coarsened(pieces, Detail.WORD) == pieces


@given(SENTENCES, SENTENCES, st.sampled_from(list(Detail)))
def test_whatever_the_detail_both_sides_are_kept_to_the_character(old: str, new: str, detail: Detail) -> None:
    comparison = compare_texts([old], [new])
    for row in comparison.rows:
        pieces = coarsened(comparison.words(row), detail)
        assert "".join(piece.before for piece in pieces) == "\n".join(comparison.old[leaf] for leaf in row.old)
        assert "".join(piece.after for piece in pieces) == "\n".join(comparison.new[leaf] for leaf in row.new)


def test_marks_that_are_laid_under_leave_those_that_are_there() -> None:
    runs = (Run("one ", 0), Run("two", 4, Mark.NEW), Run(" three", 7))
    shown = underlaid(runs, [Stretch(2, 9, Mark.FORM), Stretch(8, 10, Mark.FORM)])
    assert "".join(run.text for run in shown) == "one two three"
    assert [run.text for run in shown if run.mark is Mark.FORM] == ["e ", " ", "t", "h"]
    assert [run.text for run in shown if run.mark is Mark.NEW] == ["two"]
