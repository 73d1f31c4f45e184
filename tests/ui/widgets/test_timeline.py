import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.timeline import Mark, Timeline

MARKS = (
    Mark(id="a", figure="1,900", strong="11 December", muted="from Tom", height=0.4, number="1"),
    Mark(id="b", figure="5,240", strong="11 February", muted="from Tom", height=1, number="2", now=True),
    Mark(
        id="p", figure="Pack out", strong="12 February", muted="to three", icon="export", heard="Pack to three people"
    ),
)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline("Drafts")
    qtbot.addWidget(made)
    made.set_marks(MARKS)
    made.resize(made.sizeHint())
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_marks_are_chosen_along_the_line_and_opened(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.waitSignal(timeline.chosen) as chosen:
        qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert chosen.args == ["b"]
    with qtbot.waitSignal(timeline.opened) as opened:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert opened.args == ["b"]


def test_each_mark_says_what_it_is(timeline: Timeline) -> None:
    assert timeline.accessibleDescription() == "1,900 11 December from Tom"
    timeline.set_current(2)
    assert timeline.accessibleDescription() == "Pack to three people"


def test_marks_move_closer_before_they_are_cut(timeline: Timeline) -> None:
    wide = timeline.areas()[-1].right()
    timeline.resize(timeline.minimumSizeHint())
    assert timeline.areas()[-1].right() < min(wide, timeline.width())


def test_it_grows_with_the_text(qapp: QApplication, timeline: Timeline) -> None:
    before = timeline.sizeHint()
    theme.apply(qapp, Settings(theme="dark", text_size=200))
    assert timeline.sizeHint().height() > 1.7 * before.height()
    assert not timeline.grab().isNull()
