from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets import marks
from carfacilitator.ui.widgets.sheet_runs import Mark

AREA = QRectF(10, 10, 60, 18)


def drawn(draw: object) -> QImage:
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    draw(painter)  # type: ignore[operator]  # a test's own function of a painter
    painter.end()
    return image


def test_each_mark_has_a_line_of_its_own_so_that_it_is_told_without_colour(qtbot: QtBot) -> None:
    del qtbot
    lines = {}
    for mark in (Mark.NEW, Mark.CUT, Mark.MOVED):
        image = drawn(lambda painter, mark=mark: marks.line(painter, [AREA], mark, 12))
        blank = theme.colour("surface").rgb()
        lines[mark] = [(x, y) for x in range(80) for y in range(40) if image.pixel(x, y) != blank]
    assert {y for _, y in lines[Mark.CUT]} != {y for _, y in lines[Mark.NEW]}
    assert len({x for x, _ in lines[Mark.MOVED]}) < len({x for x, _ in lines[Mark.NEW]})


def test_an_uncertain_letter_is_hollow_and_a_certain_one_is_filled() -> None:
    spot = QPointF(14, 14).toPoint()
    filled = drawn(lambda painter: marks.badge(painter, QRectF(10, 10, 20, 20), "A", "analysis"))
    hollow = drawn(lambda painter: marks.badge(painter, QRectF(10, 10, 20, 20), "A", "analysis", hollow=True))
    assert filled.pixelColor(spot) == theme.colour("analysis")
    assert hollow.pixelColor(spot) == theme.colour("surface")


def test_a_bracket_stands_only_at_the_ends_that_are_here() -> None:
    both = drawn(lambda painter: marks.brackets(painter, AREA, AREA, "ethics", dotted=False))
    first = drawn(lambda painter: marks.brackets(painter, AREA, None, "ethics", dotted=False))
    blank = theme.colour("surface")
    assert first.pixelColor(9, 18) != blank
    assert first.pixelColor(70, 18) == blank
    assert both.pixelColor(70, 18) != blank


def test_fills_and_the_rest_can_be_drawn() -> None:
    image = drawn(lambda painter: marks.fill(painter, [AREA], Mark.NEW))
    assert image.pixelColor(20, 18) == theme.colour("inserted_soft")
    tint = drawn(lambda painter: marks.passage_fill(painter, [AREA], "ethics", active=True))
    assert tint.pixelColor(20, 18) not in (theme.colour("surface"), theme.colour("ethics"))
    box = drawn(lambda painter: marks.dotted_box(painter, AREA, faint=True))
    assert box != drawn(lambda painter: marks.dotted_box(painter, AREA, faint=False))
    arrow = drawn(lambda painter: marks.connector(painter, QPointF(5, 5), QPointF(70, 30)))
    assert arrow.pixelColor(5, 5) == theme.colour("moved")
    assert marks.tinted("lead", 0.5).alpha() == 128
