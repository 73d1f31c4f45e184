from pathlib import Path
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.answers.reading import Reading, read_answers
from tests.builders import a_case_study


def test_it_has_all_answers_and_says_which_were_saved(
    services: Services, draft: UUID, pack: UUID, of_ruth: UUID, tmp_path: Path
) -> None:
    study = services.drafts.open(draft).case_study_id
    services.departures.save([services.answers.word(services.answers.table(pack))], tmp_path / "out")
    found = read_answers(services, study)
    assert [row.id for row in found.rows()] == [pack, of_ruth, draft]
    assert found.saved == {pack}
    assert found.table(of_ruth) == services.answers.table(of_ruth)
    assert found.table(draft) is None


def test_without_a_draft_there_is_nothing(services: Services) -> None:
    assert read_answers(services, a_case_study(services, "Another study", "Mairi Grant")) == Reading()
