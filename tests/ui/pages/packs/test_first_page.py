from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.pack_wording import PackWishes
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs.first_page import FirstPage
from carfacilitator.ui.widgets.words import Words


def test_the_page_shows_the_letter_as_it_will_stand(qtbot: QtBot, services: Services, draft_id: UUID) -> None:
    gatekeeper = next(row for row in services.gatekeepers.rows() if row.name == "Ruth McKay")
    plan = services.packs.prepare(draft_id, gatekeeper.id, PackWishes(questions=("Is it so?",)))
    page = FirstPage()
    qtbot.addWidget(page)
    page.show_plan(plan)
    page.show_plan(plan)
    texts = [words.text() for words in page.findChildren(Words) if words.isVisibleTo(page)]
    assert texts.count(plan.cover.greeting) == 1
    assert "1.  Is it so?" in texts
    assert plan.cover.sender in texts
