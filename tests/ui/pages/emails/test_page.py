from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from carfacilitator.errors import NotFoundError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.emails.page import KEEP, EmailsPage
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace

EMAIL = """Dear Isla,

1. The “drop-in at the hall” was on Wednesdays.
2. Who counted the letters?
3. I would thank the volunteers.

Kind regards
Ruth McKay
"""


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def packs(services: Services) -> list[UUID]:
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    names = ("Ruth McKay", "Alan Petrie")
    return [services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name))).stamp.id for name in names]


@pytest.fixture
def page(qtbot: QtBot, services: Services, desk: Desk) -> EmailsPage:
    made = EmailsPage(services, desk)
    qtbot.addWidget(made)
    made.resize(1100, 800)
    with qtbot.waitActive(made):
        made.show()
    return made


def paste(page: EmailsPage, text: str) -> None:
    page.text.area.setPlainText(text)
    page.text.finish()


def test_an_email_is_taken_apart_and_kept_by_keyboard(
    qtbot: QtBot, page: EmailsPage, services: Services, packs: list[UUID], desk: Desk
) -> None:
    page.open(packs[0])
    assert page.head.title == "An email from Ruth McKay"
    paste(page, EMAIL)
    assert [one.text for one in page.parts.proposed] == [
        "The “drop-in at the hall” was on Wednesdays.",
        "Who counted the letters?",
        "I would thank the volunteers.",
    ]
    assert page.commands[KEEP].text() == "Keep three remarks"
    with qtbot.waitSignal(page.wants) as wanted:
        QTest.keyClick(page.text.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (row,) = services.returns.rows()
    assert wanted.args == ["combined", row.draft_id]
    assert (row.how, row.gatekeeper, row.remarks) == ("email", "Ruth McKay", 3)
    remarks = services.combined_reviews.open(row.draft_id).remarks
    assert [remark.quote for remark in remarks] == ["drop-in at the hall", "", ""]
    assert desk.messages.shown == ["Ruth McKay’s email is in: three remarks."]
    assert services.unsaved.recovered() == []


def test_the_same_email_twice_adds_nothing_and_says_so(
    page: EmailsPage, services: Services, packs: list[UUID], desk: Desk
) -> None:
    page.open(packs[0])
    for _ in range(2):
        paste(page, EMAIL)
        page.keep()
    assert len(services.returns.rows()) == 1
    assert desk.messages.shown[-1] == "This email is here already: nothing was added."


def test_what_was_pasted_stays_with_its_pack_until_it_is_kept(
    qtbot: QtBot, page: EmailsPage, services: Services, packs: list[UUID], desk: Desk
) -> None:
    page.open(packs[0])
    paste(page, EMAIL)
    page.open(packs[1])
    assert page.text.text == ""
    assert page.parts.rows == []
    again = EmailsPage(services, desk)
    qtbot.addWidget(again)
    again.open(packs[0])
    assert again.text.text == EMAIL
    assert len(again.parts.rows) == 3


def test_a_remark_about_words_that_stand_nowhere_is_not_kept(
    page: EmailsPage, services: Services, packs: list[UUID], desk: Desk
) -> None:
    page.open(packs[0])
    paste(page, EMAIL)
    page.parts.rows[1].sought.line.setText("a zeppelin")
    page.commands[KEEP].trigger()
    assert services.returns.rows() == []
    assert "stand nowhere" in desk.messages.shown[0]
    assert page.parts.rows[1].sought.line.hasFocus()


def test_a_thank_you_is_an_answer_without_a_remark(page: EmailsPage, services: Services, packs: list[UUID]) -> None:
    page.open(packs[0])
    paste(page, "Dear Isla,\n\nFine by me.\n\nRuth")
    while page.parts.rows:
        page.parts.rows[0].left_out.emit()
    assert page.commands[KEEP].text() == "Keep it without a remark"
    page.keep()
    assert [row.remarks for row in services.returns.rows()] == [0]


def test_in_the_discreet_view_nothing_is_kept(
    page: EmailsPage, services: Services, packs: list[UUID], desk: Desk
) -> None:
    page.open(packs[0])
    paste(page, EMAIL)
    services.discretion.enter()
    page.commands[KEEP].trigger()
    assert "while the view is discreet" in desk.messages.shown[0]


def test_without_a_pack_it_says_where_they_are_made(page: EmailsPage) -> None:
    page.open(None)
    assert not page.commands[KEEP].isEnabled()
    with pytest.raises(NotFoundError):
        page.open(UUID(int=1))


def test_what_is_pasted_is_taken_apart_at_once(page: EmailsPage, packs: list[UUID]) -> None:
    page.open(packs[0])
    page.text.area.setPlainText(EMAIL)
    assert page.commands[KEEP].text() == "Keep three remarks"
    assert page.commands[KEEP].isEnabled()
