from pathlib import Path
from uuid import UUID

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanctions import Request
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.sanctions.page import HISTORY, PUBLISH, SanctionsPage
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_sample_draft
from tests.ui.conftest import Answers


def with_a_real_draft(services: Services) -> UUID:
    study = a_case_study(services, "Keeping it", "Tom Baird")
    a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    services.sanctions.request(study, Request(output="Article", author=True))
    return study


def test_the_history_is_saved_as_word(page: SanctionsPage, answers: Answers, desk: Desk, tmp_path: Path) -> None:
    answers.file = tmp_path / "out" / "history.docx"
    page.commands[HISTORY].trigger()
    assert any("Fiona Grant" in text for text in read(answers.file.read_bytes()).texts())
    assert desk.messages.shown == ["history.docx was saved."]


def test_publishing_waits_for_everybody_or_for_a_reason(
    page: SanctionsPage, services: Services, answers: Answers, desk: Desk, tmp_path: Path
) -> None:
    study = with_a_real_draft(services)
    page.open(study)
    answers.file, answers.text = tmp_path / "out" / "copy.docx", None
    page.commands[PUBLISH].trigger()
    assert answers.asked[-1].startswith("‘Keeping it’ is not to be published yet: needs Tom Baird.")
    answers.text = " "
    page.commands[PUBLISH].trigger()
    assert not answers.file.exists()
    assert len(desk.messages.shown) == 1  # it says that it was refused
    services.sanctions.answered(services.sanctions.ledger(study).rows[0].id, SanctionAnswer.AGREED)
    page.commands[PUBLISH].trigger()
    assert answers.file.exists()
    assert [row.output for row in services.publications.rows(study)] == ["Article"]


def test_with_a_reason_it_is_written_all_the_same(
    page: SanctionsPage, services: Services, answers: Answers, tmp_path: Path
) -> None:
    study = with_a_real_draft(services)
    page.open(study)
    answers.file, answers.text = tmp_path / "out" / "copy.docx", "The board ordered it."
    page.commands[PUBLISH].trigger()
    page.refresh()
    assert [row.reason for row in services.publications.rows(study)] == ["The board ordered it."]
    assert "against the list: The board ordered it." in page.side._foot.text()
