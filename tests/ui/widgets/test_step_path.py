import itertools

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.step_path import Step, StepPath

STEPS = tuple(
    Step(
        id=number,
        heard=f"Meeting {number}",
        state="done" if number < 4 else "next" if number == 4 else "ahead",
        number=number,
        below={1: "November 2025", 4: "Thursday", 10: "December 2026"}.get(number, ""),
    )
    for number in range(1, 11)
)


@pytest.fixture
def path(qtbot: QtBot) -> StepPath:
    made = StepPath("Meetings")
    qtbot.addWidget(made)
    made.set_steps(STEPS)
    made.resize(700, made.sizeHint().height())
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def test_the_next_step_is_the_current_one(path: StepPath) -> None:
    assert path.accessibleDescription() == "Meeting 4"


def test_steps_are_chosen_and_opened(qtbot: QtBot, path: StepPath) -> None:
    with qtbot.waitSignal(path.chosen) as chosen:
        qtbot.keyClick(path, Qt.Key.Key_Left)
    assert chosen.args == [3]
    at = path.areas()[8].center().toPoint()
    with qtbot.waitSignal(path.opened) as opened:
        qtbot.mouseDClick(path, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [9]


def test_steps_stay_inside_however_narrow(path: StepPath) -> None:
    for width in (700, path.minimumSizeHint().width()):
        path.resize(width, path.height())
        areas = path.areas()
        assert areas[0].left() >= 0
        assert areas[-1].right() <= width
        assert not any(one.intersects(other) for one, other in itertools.pairwise(areas))
        assert not path.grab().isNull()


def test_one_step_alone_can_be_drawn(path: StepPath) -> None:
    path.set_steps(STEPS[:1])
    assert not path.grab().isNull()
