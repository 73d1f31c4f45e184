from datetime import date

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.pages.workspace.history import OLDER, HistorySection
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from tests.builders import a_group, a_meeting


def section(page: WorkspacePage) -> HistorySection:
    page.open(sections.HISTORY)
    page.refresh()
    assert isinstance(page.section, HistorySection)
    return page.section


def test_the_latest_stands_first_with_what_it_was_done_to(page: WorkspacePage) -> None:
    (row,) = section(page).list.rows
    assert row.strong == "Added a person"
    assert row.muted == "12:00 · Ailsa Reid · Dr Isla Munro"
    assert row.section == "Tuesday 10 March"
    assert section(page).summary().words == "The latest today"


def test_it_is_filtered_by_kind_and_by_days(page: WorkspacePage, services: Services) -> None:
    a_meeting(services, a_group(services))
    shown = section(page)
    shown.kind.set_value("meetings")
    shown.kind.chosen.emit("meetings")
    assert {row.strong for row in shown.list.rows} == {"Added a meeting"}
    shown.until.set_value(date(2026, 3, 1))
    shown.until.chosen.emit(date(2026, 3, 1))
    assert shown.list.isHidden()


def test_older_ones_come_when_they_are_asked_for(page: WorkspacePage, services: Services) -> None:
    (person, *_) = services.people.rows()
    for number in range(60):
        services.people.amend(person.id, job=f"job {number}")
    shown = section(page)
    assert len(shown.list.rows) == 50
    page.commands[OLDER].trigger()
    assert len(shown.list.rows) == 61
    assert not shown._older.isVisible()


def test_while_others_look_on_mentoring_is_not_even_asked_for(page: WorkspacePage, services: Services) -> None:
    services.discretion.enter()
    shown = HistorySection(services, page)
    assert shown.kind.box.findData("mentoring") == -1
