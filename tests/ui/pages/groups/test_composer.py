from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import GroupKind
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.groups.composer import NewGroup


@pytest.fixture
def form(services: Services, keeping: Keeping, see: Callable[[QWidget], None]) -> NewGroup:
    made = NewGroup(services, keeping)
    see(made)
    return made


def test_the_first_group_begins_with_its_partnership(
    qtbot: QtBot, services: Services, form: NewGroup, desk: Desk
) -> None:
    form.start()
    assert form.name.line.hasFocus()
    qtbot.keyClicks(form.name.line, "Case-study group")
    qtbot.keyClicks(form.partnership.name.line, "Strathmorran")
    with qtbot.waitSignal(form.made) as made:
        qtbot.keyClick(form.partnership.name.line, Qt.Key.Key_Return)
    (row,) = services.groups.rows()
    assert (row.id, row.name, row.partnership, row.kind) == (
        made.args[0],
        "Case-study group",
        "Strathmorran",
        GroupKind.CASE_STUDY,
    )
    assert desk.messages.shown == ["Case-study group was begun."]


def test_the_partnership_one_comes_from_is_chosen(services: Services, form: NewGroup) -> None:
    services.partnerships.add("Strathmorran")
    eastlaw = services.partnerships.add("Eastlaw")
    form.start()
    assert not form.partnership.is_said
    form.start(eastlaw)
    assert form.partnership.value == str(eastlaw)


def test_what_is_missing_is_said(qtbot: QtBot, services: Services, form: NewGroup) -> None:
    form.start()
    qtbot.mouseClick(form.begin, Qt.MouseButton.LeftButton)
    assert form.name.line.accessibleDescription() == "A group needs a name; it can change."
    assert form.partnership.name.line.accessibleDescription() == "Say which partnership it works in."
    assert services.partnerships.rows() == []


def test_not_now_closes_it(qtbot: QtBot, form: NewGroup) -> None:
    with qtbot.waitSignal(form.closed):
        qtbot.mouseClick(form.not_now, Qt.MouseButton.LeftButton)
