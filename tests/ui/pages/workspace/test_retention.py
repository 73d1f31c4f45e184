from datetime import date

from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.workspace.page import WorkspacePage
from carfacilitator.ui.pages.workspace.retention import ERASE, RELEASE, RetentionSection
from tests.builders import a_case_study


def section(page: WorkspacePage) -> RetentionSection:
    page.open(sections.RETENTION)
    page.refresh()
    assert isinstance(page.section, RetentionSection)
    return page.section


def test_a_date_is_set_in_the_form(page: WorkspacePage, services: Services, desk: Desk) -> None:
    form = section(page).form
    form.thing.box.setCurrentIndex(0)
    form.until.line.setText("1 may 2027")
    form.why.line.setText("promised")
    form.set.click()
    (row,) = services.retention.rows()
    assert (row.title, row.keep_until, row.why) == ("Ailsa Reid", date(2027, 5, 1), "promised")
    assert desk.messages.shown == ["Ailsa Reid may be kept until 1 May 2027."]


def test_what_is_missing_is_said(page: WorkspacePage, services: Services) -> None:
    form = section(page).form
    form.set.click()
    assert "Choose what it is for" in form.thing.box.accessibleDescription()
    form.thing.box.setCurrentIndex(0)
    form.set.click()
    assert "which day" in form.until.line.accessibleDescription()
    assert services.retention.rows() == []


def test_what_is_due_is_marked_here_and_in_the_list(page: WorkspacePage, services: Services) -> None:
    study_id = a_case_study(services)
    services.retention.keep_until("CaseStudy", study_id, date(2026, 3, 1), "as agreed")
    shown = section(page)
    assert [pill.text for pill in shown.list.rows[0].pills] == ["Due"]
    assert shown.list.rows[0].muted == "case study · was to be kept until 1 March · as agreed"
    assert shown.summary().pill is not None


def test_a_chosen_one_gets_another_date_or_none(page: WorkspacePage, services: Services) -> None:
    (person, *_) = services.people.rows()
    services.retention.keep_until("Person", person.id, date(2027, 3, 1))
    shown = section(page)
    shown.list.choose_first()
    assert shown.form.until.value == date(2027, 3, 1)
    page.commands[RELEASE].trigger()
    assert services.retention.rows() == []
    page.refresh()
    assert not page.commands[RELEASE].isEnabled()


def test_what_is_due_can_be_erased_from_here(page: WorkspacePage, services: Services) -> None:
    (person, *_) = services.people.rows()
    services.retention.keep_until("Person", person.id, date(2026, 3, 1))
    shown = section(page)
    shown.list.choose_first()
    page.commands[ERASE].trigger()
    assert shown.erasing.isVisible()
    assert page.step_back()
    assert not page.step_back()
