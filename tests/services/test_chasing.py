from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience, SanctionAnswer
from carfacilitator.services.sanctions import Request
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_file, a_gatekeeper, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def asked(services: Services) -> list[UUID]:
    study = a_case_study(services)
    a_draft(services, study, a_file("It rained."))
    keeper = a_gatekeeper(services, "Ruth McKay", email="ruth@example.org")
    wanted = Request(output="Report for the board", gatekeepers=(keeper,), author=True, reply_by=date(2026, 3, 25))
    return services.sanctions.request(study, wanted)


def test_the_letter_says_what_was_asked_when_and_that_silence_is_no_consent(
    services: Services, asked: list[UUID]
) -> None:
    letter = services.chasing.letter(asked[1])
    said = "\n".join(read(letter.document.data).texts())
    assert "On Tuesday 10 March 2026 I asked whether you agree" in said
    assert "I had hoped for your answer by Wednesday 25 March 2026" in said
    assert "I do not take silence for consent" in said
    message = message_from_bytes(letter.mail.data)
    assert (message["X-Unsent"], message["To"]) == ("1", "Ruth McKay <ruth@example.org>")
    assert letter.text.data.decode().startswith("Dear Ruth McKay,")
    assert (letter.document.audience, letter.document.recipient) == (Audience.LOCAL_MANAGER, "Ruth McKay")


def test_the_author_is_written_to_as_the_author(services: Services, asked: list[UUID], tmp_path: Path) -> None:
    letter = services.chasing.letter(asked[0])
    assert letter.document.audience is Audience.AUTHOR
    assert services.departures.save([letter.document, letter.mail], tmp_path / "out")


def test_who_has_answered_is_not_chased(services: Services, asked: list[UUID]) -> None:
    services.sanctions.answered(asked[1], SanctionAnswer.AGREED)
    with pytest.raises(KnownError):
        services.chasing.letter(asked[1])


def test_without_a_day_the_letter_says_so(services: Services, asked: list[UUID]) -> None:
    services.sanctions.request(services.case_studies.rows()[0].id, Request(output="Report for the board", author=True))
    assert "I have not had an answer from you yet." in services.chasing.letter(asked[0]).text.data.decode()
