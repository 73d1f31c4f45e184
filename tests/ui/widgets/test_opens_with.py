from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.opens_with import OpensWith


def test_the_passphrase_is_asked_for_first_and_the_code_instead_of_it(qtbot: QtBot) -> None:
    asks = OpensWith()
    qtbot.addWidget(asks)
    asks.passphrase.line.setText("quiet otter")
    assert asks.text == "quiet otter"
    with qtbot.waitSignal(asks.changed):
        asks.turn.click()
    assert asks.is_code
    asks.code.line.setText(" 7KQ4M ")
    assert asks.text == "7KQ4M"
    assert asks.passphrase.isHidden()


def test_what_is_wrong_stands_below_what_was_typed(qtbot: QtBot) -> None:
    asks = OpensWith()
    qtbot.addWidget(asks)
    asks.use_code(code=True)
    asks.say_wrong("The third group is not right.")
    assert "third group" in asks.code.line.accessibleDescription()


def test_enter_goes_on_and_clearing_forgets(qtbot: QtBot) -> None:
    asks = OpensWith()
    qtbot.addWidget(asks)
    asks.passphrase.line.setText("quiet otter")
    with qtbot.waitSignal(asks.entered):
        asks.passphrase.line.returnPressed.emit()
    asks.clear()
    assert asks.text == ""
