from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.changed_part import ChangedPart
from tests.builders import a_draft, a_file
from tests.ui.pages.sanctions.conftest import TEXT


def test_nothing_is_asked_where_nothing_changed(services: Services, study: UUID, qtbot: QtBot) -> None:
    part = ChangedPart()
    qtbot.addWidget(part)
    part.show_row(services.sanctions.ledger(study).rows[0])
    assert part.isHidden()


def test_many_sentences_are_shown_when_they_are_asked_for(services: Services, study: UUID, qtbot: QtBot) -> None:
    many = [f"Number {number} came by bus to us." for number in range(20)]
    a_draft(services, study, a_file(*TEXT, *many, name="two.docx"))
    part = ChangedPart()
    qtbot.addWidget(part)
    part.show_row(services.sanctions.ledger(study).rows[0])
    assert len(part._sentences.widgets) == 12
    part._more.click()
    assert len(part._sentences.widgets) == 20


def test_a_reason_is_needed_for_what_stands(services: Services, study: UUID, qtbot: QtBot) -> None:
    a_draft(services, study, a_file(*TEXT[:2], name="two.docx"))
    part = ChangedPart()
    qtbot.addWidget(part)
    part.show_row(services.sanctions.ledger(study).rows[0])
    given: list[str] = []
    part.stands.connect(lambda reason: given.extend([reason]))
    part.no.click()
    part.keep.click()
    part.reason.set_text("So.")
    part.keep.click()
    assert given == ["So."]
