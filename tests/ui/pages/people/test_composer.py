from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.people.composer import NewPerson
from tests.builders import a_group


@pytest.fixture
def form(services: Services, keeping: Keeping, see: Callable[[QWidget], None]) -> NewPerson:
    made = NewPerson(services, keeping)
    see(made)
    return made


def test_a_person_is_added_to_the_only_group_by_keyboard(
    qtbot: QtBot, services: Services, form: NewPerson, group_id: UUID
) -> None:
    form.start()
    assert form.name.line.hasFocus()
    qtbot.keyClicks(form.name.line, "Effie Ross")
    qtbot.keyClicks(form.job.line, "Cook")
    with qtbot.waitSignal(form.made) as made:
        qtbot.keyClick(form.job.line, Qt.Key.Key_Return)
    person = services.people.open(made.args[0])
    assert (person.name, person.job, person.places[0].group_id) == ("Effie Ross", "Cook", group_id)


def test_without_a_group_a_person_is_added_all_the_same(qtbot: QtBot, services: Services, form: NewPerson) -> None:
    form.start()
    assert form.group.isHidden()
    qtbot.keyClicks(form.name.line, "Effie Ross")
    qtbot.mouseClick(form.add_person, Qt.MouseButton.LeftButton)
    assert [row.name for row in services.people.rows()] == ["Effie Ross"]


def test_which_of_several_groups_is_asked(services: Services, form: NewPerson, group_id: UUID) -> None:
    a_group(services, "Strategy group")
    form.start()
    assert form.group.value == "none"
    form.group.set_value(str(group_id))
    form.name.line.setText("Effie Ross")
    form.add_person.click()
    assert services.people.rows()[0].groups == ("Case-study group",)


def test_a_name_is_needed(qtbot: QtBot, services: Services, form: NewPerson) -> None:
    form.start()
    qtbot.mouseClick(form.add_person, Qt.MouseButton.LeftButton)
    assert form.name.line.accessibleDescription() == "A person needs a name."
    assert services.people.rows() == []
    with qtbot.waitSignal(form.closed):
        qtbot.mouseClick(form.not_now, Qt.MouseButton.LeftButton)
