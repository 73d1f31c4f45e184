from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import Anchor
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.review_data import Side, ViewMode
from carfacilitator.ui.widgets.sheet_caret import Selection, Spot
from carfacilitator.ui.widgets.sheet_model import SheetModel, Way
from carfacilitator.ui.widgets.sheet_page import SheetPage
from carfacilitator.ui.widgets.sheet_paint import Passage, Scene, SheetPainter
from carfacilitator.ui.widgets.sheet_stack import SheetStack
from tests.ui.widgets.review_demo import drafts, place

MOST = place("Most said")


def painted(way: Way, scene: Scene | None = None) -> QImage:
    page = SheetPage(SheetModel(drafts(), way), 760)
    stack = SheetStack(page)
    image = QImage(760, 1600, QImage.Format.Format_RGB32)
    image.fill(theme.colour("paper"))
    painter = QPainter(image)
    drawing = SheetPainter(painter, page, scene or Scene())
    drawing.papers(0, stack.total)
    seen = stack.seen(0, 1600)
    for one in seen:
        drawing.strip(one.laid, one.y)
    drawing.connect_moves((one.laid, one.y) for one in seen)
    painter.end()
    return image


def count(image: QImage, colour: QColor) -> int:
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))


def test_new_cut_and_moved_words_are_tinted_on_their_sheets(qtbot: QtBot) -> None:
    del qtbot
    image = painted(Way())
    for token in ("inserted_soft", "deleted_soft", "moved_soft"):
        assert count(image, theme.colour(token)) > 100


def test_the_newer_draft_alone_has_bars_at_the_edge_and_no_tints() -> None:
    image = painted(Way(ViewMode.CLEAN))
    assert count(image, theme.colour("inserted")) > 10
    assert count(image, theme.colour("inserted_soft")) == 0


def test_the_files_own_changes_are_marked_in_their_place() -> None:
    image = painted(Way(own_changes=True))
    assert count(image, theme.colour("inserted_soft")) > 20
    assert count(image, theme.colour("moved_soft")) == 0


def test_a_comment_a_choice_and_the_row_one_is_at_are_seen() -> None:
    plain = painted(Way())
    passage = Passage("c", MOST, "A", "analysis", active=True)
    commented = painted(Way(), Scene({MOST.first: [passage]}))
    chosen = painted(Way(), Scene(selection=Selection(Spot(MOST.first, 0), Spot(MOST.first + 1, 4)), caret=True))
    row = drafts().row_of[Side.NEW, MOST.first]
    current = painted(Way(), Scene(current=row))
    assert len({plain.cacheKey(), commented.cacheKey()}) == 2
    assert plain not in (commented, chosen, current)


def test_a_comment_covers_whole_paragraphs_between_its_ends() -> None:
    passage = Passage("c", Anchor(2, 5, 4, 3), "A", "analysis")
    assert passage.within(2, 20) == (5, 20)
    assert passage.within(3, 20) == (0, 20)
    assert passage.within(4, 20) == (0, 3)
    assert passage.within(5, 20) is None
    assert Passage("c", Anchor(2, 5, 2, 90), "A", "analysis").within(2, 20) == (5, 20)
