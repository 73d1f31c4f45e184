from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.notes import Notes


def test_sentences_stand_there_until_others_are_said(qtbot: QtBot) -> None:
    notes = Notes()
    qtbot.addWidget(notes)
    assert notes.isHidden()
    notes.say(["The drive is nearly full.", "There is no backup yet."])
    assert not notes.isHidden()
    assert notes.said == ("The drive is nearly full.", "There is no backup yet.")
    notes.say([])
    assert notes.isHidden()
