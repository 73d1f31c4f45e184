from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.reviews import Remark, Speaker
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_file, a_workspace, an_anchor


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_file("A letter is not contact."))


def say(services: Services, draft_id: UUID, text: str, kind: int = 0, by: Speaker | None = None) -> None:
    remark = Remark(text=text, kind_id=services.reviews.kinds()[kind].id, by=by)
    services.reviews.comment(draft_id, an_anchor(services, draft_id, "letter"), remark)


def test_what_was_said_twice_is_offered_again_and_what_was_said_once_is_not(services: Services, draft: UUID) -> None:
    for text in ("How do we know?", "how do we  know?", "Which letter?"):
        say(services, draft, text)
    (row,) = services.remarks.rows()
    assert (row.id, row.kind_id, row.text, row.times) == (
        None,
        services.reviews.kinds()[0].id,
        "how do we  know?",
        2,
    )


def test_what_others_say_often_is_theirs(services: Services, draft: UUID) -> None:
    for _ in range(3):
        say(services, draft, "Agreed.", by=Speaker("Dougie Kerr", "DK"))
    assert services.remarks.rows() == []


def test_long_remarks_are_about_one_passage(services: Services, draft: UUID) -> None:
    for _ in range(2):
        say(services, draft, "word " * 100)
    assert services.remarks.rows() == []


def test_a_kept_remark_is_offered_though_it_was_never_made(services: Services, draft: UUID) -> None:
    first, second, *_ = services.reviews.kinds()
    for _ in range(2):
        say(services, draft, "Which letter?", kind=1)
    remark_id = services.remarks.keep(first.id, " Whose words are these? ")
    assert [(row.text, row.times, row.id) for row in services.remarks.rows()] == [
        ("Which letter?", 2, None),
        ("Whose words are these?", 0, remark_id),
    ]
    assert [row.text for row in services.remarks.rows(second.id)] == ["Which letter?"]
    assert [row.text for row in services.remarks.rows(matching="WHOSE words")] == ["Whose words are these?"]


def test_a_remark_is_kept_once(services: Services, draft: UUID) -> None:
    kind_id = services.reviews.kinds()[0].id
    for _ in range(2):
        say(services, draft, "Which letter?")
    assert services.remarks.keep(kind_id, "Which letter?") == services.remarks.keep(kind_id, "which LETTER?")
    assert [row.times for row in services.remarks.rows()] == [2]


def test_a_kept_remark_is_reworded_and_removed_and_both_can_be_taken_back(services: Services) -> None:
    remark_id = services.remarks.keep(services.reviews.kinds()[0].id, "How do we know?")
    services.remarks.amend(remark_id, "How do you know?")
    assert [row.text for row in services.remarks.rows()] == ["How do you know?"]
    services.remarks.remove(remark_id)
    assert services.remarks.rows() == []
    services.history.undo()
    services.history.undo()
    assert [row.text for row in services.remarks.rows()] == ["How do we know?"]


def test_a_remark_that_says_nothing_is_not_kept(services: Services) -> None:
    with pytest.raises(KnownError, match="nothing written"):
        services.remarks.keep(services.reviews.kinds()[0].id, " ")
