from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.sheet_folds import fold_key, folded
from carfacilitator.ui.widgets.sheet_rows import Shape, strips
from tests.ui.widgets.review_demo import NEW, OLD

STRIPS = strips(OLD, NEW, compare(OLD, NEW).rows)


def test_a_run_of_unchanged_paragraphs_folds_and_one_beside_each_change_stays() -> None:
    found = folded(STRIPS, NEW, (), ())
    folds = [strip for strip in found if strip.shape is Shape.FOLD]
    assert [fold.words for fold in folds] == ["3 paragraphs unchanged"]
    assert [strip.new for strip in folds[0].hidden] == [((5,),), ((6,),), ((7,),)]


def test_headings_stay_as_waypoints() -> None:
    shown = {leaf for strip in folded(STRIPS, NEW, (), ()) for is_new, leaf in strip.leaves() if is_new}
    assert {0, 2, 8} <= shown


def test_what_carries_a_comment_is_not_folded() -> None:
    assert not any(strip.shape is Shape.FOLD for strip in folded(STRIPS, NEW, {6}, ()))


def test_an_opened_fold_stays_open() -> None:
    fold = next(strip for strip in folded(STRIPS, NEW, (), ()) if strip.shape is Shape.FOLD)
    assert folded(STRIPS, NEW, (), {fold_key(fold)}) == STRIPS


def test_an_unchanged_draft_folds_with_its_tables_counted() -> None:
    same = strips(NEW, NEW, compare(NEW, NEW).rows)
    words = [strip.words for strip in folded(same, NEW, (), ()) if strip.shape is Shape.FOLD]
    assert any("and 1 table unchanged" in told for told in words)
