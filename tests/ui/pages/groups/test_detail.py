from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.groups.detail import GroupDetail
from carfacilitator.ui.widgets.button import Button


@pytest.fixture
def detail(services: Services, keeping: Keeping, group_id: UUID, see: Callable[[QWidget], None]) -> GroupDetail:
    made = GroupDetail(services, keeping, Button("Add a member"), Button("Remove this group"))
    made.fill(group_id)
    see(made)
    return made


def test_people_and_meetings_are_opened_on_their_own_pages(
    qtbot: QtBot, services: Services, detail: GroupDetail, people: dict[str, UUID]
) -> None:
    with qtbot.waitSignal(detail.wants) as wants:
        detail.members.opened.emit(people["Jean"])
    assert wants.args == ["people", people["Jean"]]
    with qtbot.waitSignal(detail.wants) as wants:
        detail.meetings.open.click()
    assert wants.args == ["meetings", services.meetings.rows()[3].id]


def test_esc_closes_one_begun_thing_after_the_other(detail: GroupDetail) -> None:
    detail.meetings.plan()
    detail.members.join()
    assert detail.step_back()
    assert detail.step_back()
    assert not detail.step_back()
    assert detail.meetings.planning.isHidden()
    assert detail.members.joining.isHidden()
