from carfacilitator.services.erasure import ErasurePlan
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.workspace.erase_card import EraseCard
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from tests.builders import a_group, a_member


def plan_for(services: Services) -> ErasurePlan:
    return services.erasure.plan("Person", a_member(services, a_group(services), "Tom Baird"))


def test_it_names_the_backups_that_still_hold_it(page: WorkspacePage, services: Services) -> None:
    card = EraseCard(services, page)
    page.body.addWidget(card)
    card.ask(plan_for(services))
    assert card.along.text().startswith("What goes: 1 person, 1 place in a group. Nothing of it can be brought back")
    assert card.backups.text() == "No backup holds it."
    for _ in range(6):
        services.backups.make()
    card.ask(plan_for(services))
    held = len(services.backups.rows())
    assert held > 0
    assert "may still hold it: Tuesday 10 March, 12:00" in card.backups.text()
    card.keep.click()
    assert card.plan is None
    assert card.isHidden()
