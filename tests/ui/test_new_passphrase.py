from pytestqt.qtbot import QtBot

from carfacilitator.ui.new_passphrase import NewPassphrase


def made(qtbot: QtBot, first: str = "", again: str = "") -> NewPassphrase:
    fields = NewPassphrase()
    qtbot.addWidget(fields)
    fields.first.line.setText(first)
    fields.again.line.setText(again)
    return fields


def test_its_strength_is_told_while_it_is_typed(qtbot: QtBot) -> None:
    fields = made(qtbot)
    assert fields.strength.grade == 0
    fields.first.line.setText("password1234")
    assert fields.strength.grade == 1
    fields.first.line.setText("quiet otter counts nine lanterns")
    assert fields.strength.grade == 3
    assert "Good" in fields.strength.words.text()


def test_a_short_one_is_refused_by_as_many_letters_as_are_missing(qtbot: QtBot) -> None:
    fields = made(qtbot, "quiet otte", "quiet otte")
    assert fields.first_fault() is fields.first
    assert "short by two letters" in fields.first.line.accessibleDescription()


def test_two_that_differ_are_refused(qtbot: QtBot) -> None:
    fields = made(qtbot, "quiet otter counts", "quiet otter count")
    assert fields.first_fault() is fields.again


def test_a_long_one_typed_twice_is_taken_even_if_it_is_weak(qtbot: QtBot) -> None:
    assert made(qtbot, "passwordpassword", "passwordpassword").first_fault() is None


def test_clearing_forgets_both(qtbot: QtBot) -> None:
    fields = made(qtbot, "quiet otter", "other")
    fields.first_fault()
    fields.clear()
    assert fields.text == fields.again.text == ""
    assert fields.again.line.accessibleDescription() == ""


def test_it_says_what_the_passphrase_opens(qtbot: QtBot) -> None:
    fields = NewPassphrase("Passphrase of the file")
    qtbot.addWidget(fields)
    assert fields.first.line.accessibleName() == "Passphrase of the file"
