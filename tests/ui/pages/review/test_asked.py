from uuid import uuid4

import pytest

from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import NotFoundError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Found
from carfacilitator.ui.pages.review.asked import Asked, asked
from tests.builders import a_case_study


def test_a_draft_a_case_study_and_a_comment_are_understood(services: Services) -> None:
    study = next(row for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    first, newest = services.drafts.timeline(study.id)[0], services.drafts.timeline(study.id)[-1]
    assert asked(services, first.id).draft.id == first.id
    assert asked(services, study.id) == Asked(newest)
    assert asked(services, Found(first.id, 3))[1:] == ("", Anchor(3, 0, 3, 0))
    answered = next(thread for thread in services.reviews.threads(newest.id) if thread.replies)
    assert asked(services, answered.id) == Asked(newest, str(answered.id))
    assert asked(services, answered.replies[0].id).comment == str(answered.id)


def test_what_cannot_be_opened_is_said(services: Services) -> None:
    with pytest.raises(NotFoundError, match="No draft"):
        asked(services, a_case_study(services))
    with pytest.raises(NotFoundError, match="on no draft"):
        asked(services, uuid4())
