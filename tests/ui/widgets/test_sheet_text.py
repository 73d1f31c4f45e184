from itertools import pairwise

from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from carfacilitator.document.blocks import SpanKind
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.sheet_runs import Mark, Run
from carfacilitator.ui.widgets.sheet_text import PICTURE, THIN_SPACE, Paragraph

TEXT = "I spoke with nineteen tenants, twelve of them twice, and then with their neighbours in the Wynd."


def laid(*runs: Run, width: float = 200) -> Paragraph:
    font = theme.font(theme.DRAFT, serif=True)
    return Paragraph(runs, font, width, theme.line_height(font))


def test_a_narrow_paragraph_is_higher(qtbot: QtBot) -> None:
    del qtbot
    assert laid(Run(TEXT, 0), width=120).height > laid(Run(TEXT, 0), width=400).height
    assert laid().height > 0


def test_the_character_under_the_caret_is_the_one_under_the_mouse() -> None:
    paragraph = laid(Run(TEXT[:40], 0), Run(TEXT[40:], 40, styles=frozenset({"bold"})))
    for offset in range(0, len(TEXT), 7):
        caret = paragraph.caret(offset)
        assert paragraph.offset_at(caret.center() + QPointF(0.4, 0)) == offset


def test_a_passage_over_several_lines_has_a_rectangle_for_each() -> None:
    paragraph = laid(Run(TEXT, 0), width=150)
    areas = paragraph.passage(2, len(TEXT) - 2)
    assert len(areas) > 2
    assert all(upper.bottom() <= lower.top() + 1 for upper, lower in pairwise(areas))
    assert len(paragraph.passage(5, 5)) == 1


def test_words_that_were_cut_count_for_nothing_and_a_thin_space_is_only_painted() -> None:
    paragraph = laid(Run("Everybody", None, Mark.CUT), Run("Most", 0, Mark.NEW), Run(" said", 4), width=500)
    assert THIN_SPACE in "".join(part.text for part in paragraph.shown)
    assert paragraph.offset_at(QPointF(1, 5)) == 0
    assert paragraph.offset_at(QPointF(499, 5)) == 9
    (first,) = paragraph.passage(0, 4)
    assert first.left() > 20


def test_characters_outside_the_first_plane_count_as_one() -> None:
    paragraph = laid(Run("a\U0001f600b", 0), Run("cd", 3), width=500)
    assert paragraph.offset_at(paragraph.caret(2).center() + QPointF(0.4, 0)) == 2
    assert paragraph.offset_at(QPointF(499, 5)) == 5
    assert paragraph.caret(1).x() < paragraph.caret(2).x() < paragraph.caret(3).x()


def test_a_picture_is_a_sign_with_its_words_beside_it() -> None:
    paragraph = laid(Run("\ufffc", 0, kind=SpanKind.PICTURE, about="A map of Mill Wynd"), Run("after", 1), width=500)
    text = "".join(part.text for part in paragraph.shown)
    assert text == f"{PICTURE} A map of Mill Wynd after"
    assert paragraph.offset_at(QPointF(499, 5)) == 6


def test_words_own_underlining_is_not_shown_for_it_would_mean_new() -> None:
    paragraph = laid(Run("stressed", 0, styles=frozenset({"underline", "strike"})))
    assert paragraph.layout().formats() == []
    assert laid(Run("1", 0, kind=SpanKind.NOTE)).layout().formats()


def test_a_line_break_in_the_draft_breaks_the_line() -> None:
    assert laid(Run("one\ntwo", 0), width=500).height == 2 * laid(Run("one", 0), width=500).height
