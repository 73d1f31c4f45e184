from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.review_bar import ReviewBar
from carfacilitator.ui.widgets.review_data import Detail, ViewMode
from carfacilitator.ui.widgets.sheet_model import Way


def shown(qtbot: QtBot, width: int = 1300) -> ReviewBar:
    bar = ReviewBar()
    qtbot.addWidget(bar)
    bar.resize(width, 60)
    bar.show_summary("38 changes: 21 in wording, 17 new sentences", compared=True, has_own=True)
    bar.show_place(9, 38)
    bar.show()
    return bar


def button(bar: ReviewBar, name: str) -> QPushButton:
    return next(one for one in bar.findChildren(QPushButton) if name in one.accessibleName())


def test_each_switch_asks_for_a_way_to_look(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    asked: list[Way] = []
    bar.way_chosen.connect(asked.append)
    for name in ("Sentence", "One column"):
        qtbot.mouseClick(button(bar, name), Qt.MouseButton.LeftButton)
    own = next(action for action in bar.compare.menu_of_choices().actions() if "tracked" in action.text())
    own.trigger()
    assert asked[:2] == [Way(detail=Detail.SENTENCE), Way(ViewMode.INLINE, Detail.SENTENCE)]
    assert asked[-1].own_changes


def test_where_there_is_little_room_the_detail_stands_in_the_menu(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    bar.shorten(short=True)
    assert not button(bar, "Detail: Sentence").isVisible()
    assert bar.compare.text() == ""
    bar.shorten(short=False)
    assert button(bar, "Detail: Sentence").isVisible()


def test_folded_comments_are_offered_by_a_button(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    bar.offer_comments("16 comments", offered=True)
    with qtbot.waitSignal(bar.comments_wanted):
        qtbot.mouseClick(button(bar, "16 comments"), Qt.MouseButton.LeftButton)


def test_arrows_step_from_change_to_change(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    steps: list[int] = []
    bar.stepped.connect(steps.append)
    qtbot.mouseClick(button(bar, "Next change"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(bar, "Previous change"), Qt.MouseButton.LeftButton)
    assert steps == [1, -1]


def test_a_switch_that_could_change_nothing_is_not_there(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    bar.show_summary("", compared=False, has_own=False)
    bar.show_place(0, 0)
    assert not button(bar, "One column").isVisible()
    assert not button(bar, "Next change").isVisible()


def test_a_narrow_bar_puts_the_sentence_above_the_switches(qtbot: QtBot) -> None:
    wide, narrow = shown(qtbot), shown(qtbot, 620)
    assert narrow.sizeHint().height() > wide.sizeHint().height()


def test_what_is_shown_is_what_was_remembered(qtbot: QtBot) -> None:
    bar = shown(qtbot)
    with qtbot.assertNotEmitted(bar.way_chosen):
        bar.show_way(Way(ViewMode.CLEAN, Detail.PARAGRAPH))
    assert button(bar, "Newer draft alone").isChecked()
    bar.offer_list(offered=True)
    with qtbot.waitSignal(bar.list_wanted):
        qtbot.mouseClick(button(bar, "38 changes"), Qt.MouseButton.LeftButton)
    bar.shorten(short=True)
    assert button(bar, "38 changes").text() == " 38"
