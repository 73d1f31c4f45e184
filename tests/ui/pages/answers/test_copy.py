from dataclasses import replace
from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.answers.copy import CopyView
from carfacilitator.ui.widgets.words import Words


def test_every_thread_that_goes_is_listed(qtbot: QtBot, services: Services, pack: UUID, draft: UUID) -> None:
    assert isinstance(pack, UUID)
    view = CopyView()
    qtbot.addWidget(view)
    copy = services.answers.what_the_author_sees(draft)
    view.show_copy(replace(copy, private=4))
    view.show_copy(copy)
    assert [row.heard for row in view.list.rows] == [
        "Who says so?, Alan Petrie · one answer",
        "Too long., Alan Petrie · one answer, resolved",
    ]
    words = [one.text() for one in view.findChildren(Words) if one.isVisibleTo(view)]
    assert "One thread for the facilitator only" in words
    assert "Four threads for the facilitator only" not in words
