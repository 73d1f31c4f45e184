from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.pages.workspace.page import SECTIONS, WorkspacePage
from tests.builders import a_person


def test_each_part_is_shown_alone_when_it_is_chosen(page: WorkspacePage) -> None:
    for id_ in page.sections:
        page.open(id_)
        assert id_ == page.section.ID
        assert [kind.TITLE for kind in SECTIONS if not page._sections[kind.ID].isHidden()] == [page.section.TITLE]


def test_there_are_pictures_of_every_part(page: WorkspacePage) -> None:
    assert set(page.sections) == set(sections.NAMES)


def test_the_list_says_what_is_to_be_seen_to(page: WorkspacePage) -> None:
    said = {row.strong: row.heard for row in page.list.rows}
    assert "no recovery code, See to it" in said["Keys and encryption"]
    assert "none yet" in said["Backups"]


def test_every_change_is_heard_while_it_is_seen(page: WorkspacePage, services: Services) -> None:
    services.backups.make()
    a_person(services, "Tom Baird")
    page.announce(frozenset({"Person"}))
    page._refresh_now()
    assert "today" in next(row.muted for row in page.list.rows if row.id == sections.BACKUPS)


def test_nowhere_in_particular_is_the_part_that_was_shown_last(page: WorkspacePage) -> None:
    page.open(sections.KEYS)
    page.open(None)
    assert page.section.ID == sections.KEYS
