from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.imprints import Imprint
from carfacilitator.services.ledger_sheets import ledger_sheet
from carfacilitator.services.sanctions import Ledger
from carfacilitator.services.workspace import Services
from carfacilitator.word import writer
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace

BY = Imprint("Isla Munro", "", date(2026, 3, 12))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    study = a_case_study(services)
    a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    return study


def texts(ledger: Ledger) -> list[str]:
    return [text for text in read(writer.write(ledger_sheet("Keeping a tenancy", ledger, BY))).texts() if text]


def test_each_answer_stands_in_it_with_its_conditions(services: Services, study: UUID) -> None:
    ruth = services.sanctions.ask(study, a_gatekeeper(services, "Ruth McKay"), "report", date(2026, 3, 1))
    fiona = services.sanctions.ask(study, a_gatekeeper(services, "Fiona Grant"), "report", date(2026, 3, 1))
    services.sanctions.answered(fiona, SanctionAnswer.CONDITIONS)
    services.sanctions.put_condition(fiona, "Do not name the town.", "Kilmorran")
    services.sanctions.put_condition(fiona, "Do not name the paper.", "the Gazette of Nowhere")
    said = texts(services.sanctions.ledger(study))
    assert "0 of 2 agree to the newest draft." in said[2]
    assert "silence is no consent. Missing: Ruth McKay, Fiona Grant." in said[2]
    assert {"No answer", "9 days late", "Agreed with conditions", "Do not name the paper. (met)"} <= {*said}
    assert any(text.startswith("Do not name the town. (") and text.endswith(" places left)") for text in said)
    assert isinstance(ruth, UUID)


def test_what_happened_stands_in_it_day_by_day(services: Services, study: UUID) -> None:
    services.sanctions.ask(study, a_gatekeeper(services, "Ruth McKay"), "report")
    said = texts(services.sanctions.ledger(study))
    assert said[said.index("What happened") + 1 :][:4] == ["Day", "Who", "What happened", "10 March 2026"]


def test_a_ledger_of_nobody_says_so() -> None:
    assert texts(Ledger(()))[2] == "Nobody has been asked yet."
    assert "Who was asked" not in texts(Ledger(()))
