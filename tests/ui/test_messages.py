import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.ui.messages import Messages
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    made = Messages()
    qtbot.addWidget(made)
    made.resize(600, 100)
    made.show()
    return made


def buttons(messages: Messages) -> dict[str, Button]:
    return {button.accessibleName(): button for button in messages.findChildren(Button)}


def test_undo_is_offered_and_puts_the_message_away(qtbot: QtBot, messages: Messages) -> None:
    undone: list[bool] = []
    messages.say("Draft 4 was received.", undo=lambda: undone.append(True))
    qtbot.mouseClick(buttons(messages)["Undo"], Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert messages.shown == []


def test_what_matters_stays_until_it_is_read(messages: Messages) -> None:
    passing = messages.say("Kept.")
    lasting = messages.fail(KnownError("That file is not a Word document.", "Nothing was changed."))
    assert passing._timer.isActive()
    assert not lasting._timer.isActive()
    assert messages.shown[-1] == "That file is not a Word document. Nothing was changed."


def test_the_oldest_gives_way_to_the_fourth(messages: Messages) -> None:
    for number in range(4):
        messages.say(f"Message {number}")
    assert messages.shown == ["Message 1", "Message 2", "Message 3"]


def test_it_takes_no_room_while_it_says_nothing(messages: Messages) -> None:
    assert messages.sizeHint().isEmpty()
    messages.say("Something.")
    assert messages.sizeHint().height() > 0
    messages.clear()
    assert messages.sizeHint().isEmpty()


def test_a_message_can_offer_another_deed(qtbot: QtBot, messages: Messages) -> None:
    done: list[bool] = []
    messages.offer("Two findings are undecided.", "Show them", lambda: done.append(True))
    qtbot.keyClick(buttons(messages)["Show them"], Qt.Key.Key_Return)
    assert done == [True]


def test_the_fade_is_short_and_ends(qtbot: QtBot, messages: Messages) -> None:
    message = messages.say("Kept.")
    qtbot.waitUntil(lambda: not isinstance(message.graphicsEffect(), QGraphicsOpacityEffect), timeout=1000)


def test_the_latest_deed_sends_the_older_ones_away(messages: Messages) -> None:
    for words in ("The reply was kept.", "The comment is resolved."):
        messages.say(words, undo=lambda: None)
    messages.say("The folder is not there.", tone="bad", stays=True)
    messages.say("The comment is open again.", undo=lambda: None)
    assert messages.shown == ["The folder is not there.", "The comment is open again."]


def test_deeds_that_were_taken_back_go_and_what_matters_stays(messages: Messages) -> None:
    messages.say("The comment is resolved.", undo=lambda: None)
    messages.say("Two answers are in.", undo=lambda: None, stays=True)
    messages.end_deeds()
    assert messages.shown == ["Two answers are in."]


def test_what_led_somewhere_is_taken_off(messages: Messages) -> None:
    messages.say("Two answers are in.", stays=True)
    messages.say("Saved.")
    messages.take_off("Two answers are in.")
    assert messages.shown == ["Saved."]
