from carfacilitator.document.blocks import Document
from carfacilitator.document.comparison import compare
from carfacilitator.ui.widgets.review_data import Side, ViewMode
from carfacilitator.ui.widgets.sheet_model import Drafts, SheetModel, Way
from carfacilitator.ui.widgets.sheet_rows import Look
from carfacilitator.ui.widgets.sheet_tags import other_end, tag
from tests.ui.widgets.review_demo import SPLIT, drafts, paragraph

MODEL = SheetModel(drafts(), Way())


def told(model: SheetModel, look: Look) -> list[str]:
    strip = next(strip for strip in model.strips if strip.look is look)
    return [tag(model, strip, shown[0]) for shown in model.columns(strip) if shown]


def test_both_ends_of_a_move_name_the_other() -> None:
    assert told(MODEL, Look.MOVED_AWAY) == ["Moved to 5 What I found, paragraph 3"]
    assert told(MODEL, Look.MOVED_HERE) == ["Moved here from 4 What we did, paragraph 2"]


def test_the_other_end_of_a_move_can_be_gone_to() -> None:
    ends = [other_end(MODEL, strip) for strip in MODEL.strips if strip.look in {Look.MOVED_AWAY, Look.MOVED_HERE}]
    assert ends == [(Side.NEW, 11), (Side.OLD, 4)]
    assert other_end(MODEL, MODEL.strips[0]) is None


def test_a_split_says_into_how_many() -> None:
    assert told(MODEL, Look.SPLIT) == ["Split in two", "Split from one paragraph"]
    assert told(SheetModel(drafts(), Way(ViewMode.INLINE)), Look.SPLIT) == ["Split from one paragraph"]


def test_a_join_says_what_became_of_the_paragraphs() -> None:
    old, new = Document(tuple(map(paragraph, SPLIT))), Document((paragraph(" ".join(SPLIT)),))
    model = SheetModel(Drafts(new, old, compare(old, new)), Way())
    assert told(model, Look.MERGED) == ["Joined into one paragraph", "Two paragraphs joined"]


def test_the_files_own_changes_have_no_tags_of_ours() -> None:
    model = SheetModel(drafts(), Way(own_changes=True))
    assert {tag(model, strip, Side.NEW) for strip in model.strips} == {""}
