from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from carfacilitator.model.texts import PASSAGES
from carfacilitator.services.search_drafts import chosen, standing
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_a_passage_of_the_newest_draft_goes_before_a_better_one_of_an_older(services: Services) -> None:
    study_id = a_case_study(services)
    a_draft(services, study_id, a_file("Old words.", "Same words."))
    newest = a_draft(services, study_id, a_file("New words.", "Same words.", name="2.docx"))
    with services.database.reading() as session:
        old, same, _new = session.connection().execute(select(PASSAGES.c.pk).order_by(PASSAGES.c.pk)).scalars()
        (found,) = standing(session, chosen(session, [old, same], {}))
        assert (found.key, found.draft.id) == (same, newest)
        (found,) = standing(session, chosen(session, [old], {}))
        assert (found.key, found.draft.number) == (old, 1)


def test_each_case_study_has_one_and_what_no_draft_holds_has_none(services: Services) -> None:
    a_draft(services, a_case_study(services, "One"), a_file("It rained on one."))
    services.drafts.remove(a_draft(services, a_case_study(services, "Two", "Tom Baird"), a_file("It rained on two.")))
    with services.database.reading() as session:
        keys = list(session.connection().execute(select(PASSAGES.c.pk)).scalars())
        assert [one.draft.case_study.title for one in standing(session, chosen(session, keys, {}))] == ["One"]
        assert chosen(session, [], {}) == {}
