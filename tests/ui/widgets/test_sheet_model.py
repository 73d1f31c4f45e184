from dataclasses import replace

from carfacilitator.document.blocks import Document
from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.review_data import Detail, Side, ViewMode
from carfacilitator.ui.widgets.sheet_folds import fold_key
from carfacilitator.ui.widgets.sheet_model import Drafts, SheetModel, Way
from carfacilitator.ui.widgets.sheet_rows import Look, Shape
from carfacilitator.ui.widgets.sheet_runs import Mark
from tests.ui.widgets.review_demo import NEW, SAME, drafts, paragraph, place, table

MOST = place("Most said").first


def marks(model: SheetModel, side: Side, leaf: int) -> list[tuple[str, Mark]]:
    return [(run.text, run.mark) for run in model.runs(side, leaf) if run.mark is not Mark.PLAIN]


def test_side_by_side_each_sheet_shows_its_own_words_marked() -> None:
    model = SheetModel(drafts(), Way())
    assert marks(model, Side.OLD, 10) == [("Everybody", Mark.CUT)]
    assert marks(model, Side.NEW, MOST)[0] == ("Most", Mark.NEW)
    assert "".join(run.text for run in model.runs(Side.NEW, MOST)) == model.text(Side.NEW, MOST)


def test_in_one_column_the_cut_words_stand_in_the_line() -> None:
    model = SheetModel(drafts(), Way(ViewMode.INLINE))
    assert marks(model, Side.NEW, MOST)[:2] == [("Everybody", Mark.CUT), ("Most", Mark.NEW)]
    assert all(len(model.columns(strip)) == 1 for strip in model.strips if strip.shape is not Shape.FOLD)


def test_the_newer_draft_alone_has_no_marks_no_folds_and_nothing_of_the_older() -> None:
    model = SheetModel(drafts(), Way(ViewMode.CLEAN))
    assert marks(model, Side.NEW, MOST) == []
    assert not any(strip.shape is Shape.FOLD for strip in model.strips)
    assert all(strip.new or strip.shape is Shape.STORY for strip in model.strips)


def test_the_files_own_changes_take_the_place_of_the_comparison() -> None:
    model = SheetModel(drafts(), Way(own_changes=True))
    assert marks(model, Side.NEW, MOST) == []
    told = [mark for leaf in range(len(NEW.leaves())) for mark in marks(model, Side.NEW, leaf)]
    assert told == [(" They spoke of who came,", Mark.NEW), (" They did not say why,", Mark.CUT)]


def test_what_was_tracked_is_what_bars_and_folds_go_by_then() -> None:
    model = SheetModel(drafts(), Way(own_changes=True))
    assert [strip.look for strip in model.strips if strip.look is not Look.SAME] == [Look.CHANGED]
    shown = {leaf for strip in model.strips for is_new, leaf in strip.leaves() if is_new}
    assert place("I would not use the word").first in shown


def test_a_draft_without_another_is_read_alone() -> None:
    model = SheetModel(Drafts(NEW), Way(ViewMode.SIDE))
    assert model.way.mode is ViewMode.CLEAN
    assert {strip.look for strip in model.strips} == {Look.SAME}


def test_an_empty_draft_has_no_strips() -> None:
    assert SheetModel(Drafts.empty(), Way()).strips == ()


def test_a_row_is_found_in_its_strip_even_when_folded() -> None:
    model = SheetModel(drafts(), Way())
    fold = next(n for n, strip in enumerate(model.strips) if strip.shape is Shape.FOLD)
    assert model.strip_of(Side.NEW, 6) == fold
    model.open(fold_key(model.strips[fold]))
    opened = model.strip_of(Side.NEW, 6)
    assert opened is not None
    assert model.strips[opened].shape is Shape.TEXT
    assert model.strip_of_row(model.drafts.row_of[Side.NEW, 6]) == opened


def test_detail_marks_the_whole_sentence() -> None:
    model = SheetModel(drafts(), replace(Way(), detail=Detail.SENTENCE))
    assert marks(model, Side.OLD, 10) == [("Everybody said that the service was good.", Mark.CUT)]


def test_bare_runs_hold_the_same_text_without_comparing_words() -> None:
    model = SheetModel(drafts(), Way())
    bare = "".join(run.text for run in model.bare_runs(Side.NEW, MOST))
    assert bare == model.text(Side.NEW, MOST)
    assert all(run.mark is Mark.PLAIN for run in model.bare_runs(Side.NEW, MOST))


def test_a_column_that_was_taken_out_of_a_table_is_shown_in_one_column_too() -> None:
    old, new = Document((table(("a", "b", "gone")),)), Document((table(("a", "b")),))
    model = SheetModel(Drafts(new, old, compare(old, new)), Way(ViewMode.INLINE))
    shown = {model.text(*key) for strip in model.strips for key in _keys(model, strip)}
    assert "gone" in shown


def _keys(model: SheetModel, strip: object) -> list[tuple[Side, int]]:
    found = []
    for column in model.columns(strip):  # type: ignore[arg-type]  # a strip of this model
        if column:
            found += [(column[0], leaf) for cell in column[1] for leaf in cell]
    return found


def test_a_sentence_that_moved_is_marked_as_moved_at_both_ends() -> None:
    sentence = "The letters were never opened because nobody in the house could read them aloud."
    first = "It began in March when the river came over the wall and into nine houses of the Wynd."
    last = "Then the summer came at last and the council sent a man with a moisture meter to every door."
    between = tuple(paragraph(text) for text in SAME)
    old = Document((paragraph(f"{first} {sentence} We waited."), *between, paragraph(last)))
    new = Document((paragraph(f"{first} We waited."), *between, paragraph(f"{last} {sentence}")))
    both = Drafts(new, old, compare(old, new))
    model = SheetModel(both, Way())
    assert not [mark for _, mark in marks(model, Side.NEW, 7) if mark is Mark.MOVED]  # not known yet
    assert both.moved_sentences
    model.mark_anew()
    for side, leaf in ((Side.OLD, 0), (Side.NEW, 7)):
        moved = "".join(text for text, mark in marks(model, side, leaf) if mark is Mark.MOVED)
        assert moved == sentence


def test_a_way_is_told_by_its_record_and_nothing_else_is_a_way() -> None:
    way = Way(ViewMode.CLEAN, Detail.SENTENCE, own_changes=True)
    assert Way.from_record(way.to_record()) == way
    assert Way.from_record({"mode": "upside down", "own_changes": "yes"}) == Way()
