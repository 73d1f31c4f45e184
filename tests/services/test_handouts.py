from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from carfacilitator.model.terms import Audience
from carfacilitator.services.workspace import Services
from tests.builders import a_group, a_meeting, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_the_agenda_holds_what_is_for_the_group_and_nothing_private(services: Services) -> None:
    group_id = a_group(services, "Strathmorran studies")
    services.groups.agree_rule(group_id, "The telephone may ring.")
    a_meeting(services, group_id, date(2026, 1, 29))
    meeting_id = a_meeting(services, group_id, place="Kilmorran Hall", private_note="Secretword", notes="Secretword")
    services.agendas.add(meeting_id, "Welcome", minutes=10, leads="Isla", private_note="Secretword")
    services.agendas.add(meeting_id, "World Café", minutes=45)
    sheet = services.handouts.agenda(meeting_id)
    text = PdfReader(BytesIO(sheet.parcel.data)).pages[0].extract_text()
    for words in ("Strathmorran studies", "Meeting 2", "Kilmorran Hall", "Welcome", "10:25", "The telephone may ring"):
        assert words in text
    assert "Secretword" not in text
    assert (sheet.parcel.audience, len(sheet.pages)) == (Audience.GROUP, 1)
    assert sheet.parcel.name == "Agenda Strathmorran studies Thursday 12 March 2026.pdf"


def test_an_agenda_may_be_saved_and_is_on_record(services: Services, tmp_path: Path) -> None:
    meeting_id = a_meeting(services, a_group(services))
    services.agendas.add(meeting_id, "Welcome")
    services.departures.save([services.handouts.agenda(meeting_id).parcel], tmp_path)
    (row,) = services.departures.rows()
    assert str(meeting_id) in row.made_from
    assert row.recipient == "Group A"


def test_a_preview_is_a_picture_of_each_page(services: Services) -> None:
    meeting_id = a_meeting(services, a_group(services))
    services.agendas.add(meeting_id, "Welcome")
    (page,) = services.handouts.preview(meeting_id)
    assert page.startswith(b"<svg")
    assert [kind.name for kind in services.handouts.kinds()] == ["agenda"]
