from collections.abc import Callable

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.backups import BackupsSection
from carfacilitator.ui.pages.workspace.bin import BRING_BACK, ERASE, BinSection
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from tests.builders import a_group, a_member, a_person

Settled = Callable[[], None]


def section(page: WorkspacePage) -> BinSection:
    page.open(sections.BIN)
    page.refresh()
    assert isinstance(page.section, BinSection)
    return page.section


def remove_somebody(services: Services, name: str = "Tom Baird") -> None:
    services.people.remove(a_member(services, a_group(services), name))


def test_an_empty_bin_says_so_and_offers_nothing(page: WorkspacePage) -> None:
    shown = section(page)
    assert shown.list.isHidden()
    assert shown.summary().words == "Empty"
    assert not page.commands[BRING_BACK].isEnabled()


def test_what_was_removed_is_brought_back(page: WorkspacePage, services: Services, desk: Desk) -> None:
    remove_somebody(services)
    shown = section(page)
    (row,) = shown.list.rows
    assert row.strong == "Tom Baird"
    assert "person" in row.muted
    assert "with one other thing" in row.muted
    shown.list.choose_first()
    page.commands[BRING_BACK].trigger()
    assert "Tom Baird" in [person.name for person in services.people.rows()]
    assert desk.messages.shown == ["Tom Baird is back."]
    page.refresh()
    assert shown.list.rows == []


def test_erasing_asks_first_and_is_for_good(
    page: WorkspacePage, services: Services, desk: Desk, settled: Settled
) -> None:
    remove_somebody(services)
    services.backups.make()
    shown = section(page)
    shown.list.choose_first()
    page.commands[ERASE].trigger()
    assert shown.erasing.isVisible()
    assert page.step_back()
    assert not shown.erasing.isVisible()
    page.commands[ERASE].trigger()
    shown.erasing.erase.click()
    settled()
    assert services.bin.rows() == []
    assert desk.messages.shown == ["It is erased for good here. One backup still holds it."]
    shown.erasing.backups_wanted.emit()
    assert isinstance(page.section, BackupsSection)


def test_while_others_look_on_nothing_is_erased(page: WorkspacePage, services: Services) -> None:
    remove_somebody(services)
    services.discretion.enter()
    shown = section(page)
    assert [row.strong for row in shown.list.rows] == ["TB"]
    shown.list.choose_first()
    assert not page.commands[ERASE].isEnabled()


def test_many_things_can_be_filtered(page: WorkspacePage, services: Services) -> None:
    for name in ("Tom", "Una", "Vic", "Wil", "Xan", "Yun", "Zoe", "Ada"):
        services.people.remove(a_person(services, name))
    shown = section(page)
    assert not shown.filter.isHidden()
    shown.filter.setText("una")
    assert [row.strong for row in shown.list.rows] == ["Una"]
