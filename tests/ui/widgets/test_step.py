from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.step import Step


def test_a_step_says_which_it_is_and_whether_it_is_done(qtbot: QtBot) -> None:
    step = Step(2, 3, "Did you send it?")
    qtbot.addWidget(step)
    step.add(Button("Yes"))
    assert step.accessibleName() == "Step 2 of 3: Did you send it?"
    before = step.grab().toImage()
    step.say("You said so.", done=True)
    assert step.accessibleName() == "Step 2 of 3: done: Did you send it?: You said so."
    assert step.grab().toImage() != before
