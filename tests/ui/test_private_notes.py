from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.private_notes import PrivateNotes
from carfacilitator.ui.widgets.sign import Sign
from tests.builders import a_person, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_the_facilitators_notes_have_a_lock_and_are_kept(qtbot: QtBot, services: Services, desk: Desk) -> None:
    card = PrivateNotes(Keeping(services, desk.messages))
    qtbot.addWidget(card)
    person_id = a_person(services)
    card.notes.show("key", "", lambda text: services.people.amend(person_id, notes=text))
    with qtbot.waitActive(card):
        card.show()
    card.notes.field.setFocus()
    qtbot.keyClicks(card.focusWidget(), "Rings before noon.")
    card.notes.field.finish()
    assert services.people.open(person_id).notes == "Rings before noon."
    assert card.property("look") == "private"
    assert [sign.accessibleName() for sign in card.findChildren(Sign)] == ["Only you see this"]
