from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.ui.dialogs import Dialogs
from carfacilitator.ui.new_workspace import NewWorkspace, NewWorkspaceForm
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def form(qtbot: QtBot, answers: Dialogs, tmp_path: Path) -> NewWorkspaceForm:
    made = NewWorkspaceForm(tmp_path, answers)
    qtbot.addWidget(made)
    made.show()
    return made


def press(form: NewWorkspaceForm, name: str) -> None:
    next(button for button in form.findChildren(Button) if button.accessibleName() == name).click()


def fill(form: NewWorkspaceForm, *, again: str = "quiet otter counts") -> None:
    form.name.line.setText("Isla Munro")
    form.email.line.setText("isla@munro.example")
    form.passphrase.first.line.setText("quiet otter counts")
    form.passphrase.again.line.setText(again)


def test_all_that_is_right_is_handed_on(qtbot: QtBot, form: NewWorkspaceForm, tmp_path: Path) -> None:
    fill(form)
    with qtbot.waitSignal(form.wanted) as wanted:
        press(form, "Start my workspace")
    folder = tmp_path / "Isla Munro.car"
    assert wanted.args == [NewWorkspace("Isla Munro", "IM", "isla@munro.example", folder, "quiet otter counts")]


def test_what_is_missing_is_said_beside_each_field(qtbot: QtBot, form: NewWorkspaceForm) -> None:
    form.email.line.setText("isla munro")
    form.passphrase.first.line.setText("short")
    with qtbot.assertNotEmitted(form.wanted):
        press(form, "Start my workspace")
    assert form.name.line.accessibleDescription() == "Your name is needed."
    assert form.email.line.accessibleDescription() == "That is not an email address."
    assert form.passphrase.first.line.accessibleDescription() == "It is too short by seven letters."
    assert form.passphrase.again.line.accessibleDescription() == "The two are not the same."


def test_two_different_passphrases_are_refused(qtbot: QtBot, form: NewWorkspaceForm) -> None:
    fill(form, again="quiet otter count")
    with qtbot.assertNotEmitted(form.wanted):
        press(form, "Start my workspace")


def test_initials_follow_the_name_until_they_are_chosen(qtbot: QtBot, form: NewWorkspaceForm) -> None:
    form.name.line.setText("Isla Munro")
    assert form.initials.text == "IM"
    form.initials.line.clear()
    qtbot.keyClicks(form.initials.line, "IMu")
    form.name.line.setText("Isla B Munro")
    assert form.initials.text == "IMu"


def test_a_name_that_is_taken_gets_a_number_and_no_name_leads_out_of_the_folder(
    qtbot: QtBot, form: NewWorkspaceForm, tmp_path: Path
) -> None:
    (tmp_path / "Isla Munro.car").mkdir()
    fill(form)
    with qtbot.waitSignal(form.wanted) as wanted:
        press(form, "Start my workspace")
    assert wanted.args[0].folder == tmp_path / "Isla Munro 2.car"
    form.name.line.setText("../../etc/passwd")
    with qtbot.waitSignal(form.wanted) as wanted:
        press(form, "Start my workspace")
    assert wanted.args[0].folder.parent == tmp_path


def test_another_folder_can_be_chosen(
    qtbot: QtBot, form: NewWorkspaceForm, answers: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    monkeypatch.setattr(answers, "file", elsewhere)
    fill(form)
    press(form, "Keep it in another folder")
    with qtbot.waitSignal(form.wanted) as wanted:
        press(form, "Start my workspace")
    assert wanted.args[0].folder.parent == elsewhere


def test_a_place_that_is_refused_is_said_with_the_way_back_to_the_usual_one(
    qtbot: QtBot, form: NewWorkspaceForm, answers: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "file", tmp_path / "Dropbox")
    fill(form)
    press(form, "Keep it in another folder")
    form.say_refused("Dropbox keeps that folder in step with other computers.")
    assert form._refused.isVisible()
    press(form, "Keep it on this computer instead")
    assert not form._refused.isVisible()
    with qtbot.waitSignal(form.wanted) as wanted:
        press(form, "Start my workspace")
    assert wanted.args[0].folder.parent == tmp_path


def test_in_the_usual_place_there_is_no_other_way_to_offer(form: NewWorkspaceForm) -> None:
    form.say_refused("There is no room.")
    assert form._refused.isVisible()
    assert not form._usual.isVisible()
