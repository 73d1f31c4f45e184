from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError, NotFoundError, RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.handovers import HandoverWish
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_comment, a_draft, a_file, a_group, a_member, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


def test_a_plan_counts_what_goes_along_and_what_stays(services: Services) -> None:
    group_id = a_group(services)
    person_id = a_member(services, group_id)
    services.mentoring.add(person_id, private_part="tired")
    a_member(services, a_group(services, "Group B"), "Euan Baird")
    draft_id = a_draft(services, a_case_study(services), a_file("The flood was in May."))
    a_comment(services, draft_id, "flood", "A secret thought", Audience.FACILITATOR)
    plan = services.handovers.plan(group_id)
    assert plan.group == "Group A"
    assert (plan.counts["people"], plan.counts["drafts"], plan.counts["partnerships"]) == (2, 1, 1)
    assert plan.left_out == {"comments": 1, "mentoring notes": 1}
    assert plan.left_out_in_words() == "1 comment, 1 mentoring note"
    assert "2 people" in plan.in_words()
    everything = services.handovers.plan(group_id, with_private=True)
    assert (everything.counts["mentoring notes"], everything.counts["comments"], everything.left_out) == (1, 1, {})


def test_what_was_handed_over_is_on_record_and_closed(services: Services, tmp_path: Path) -> None:
    group_id = a_group(services, notes="a quarrel")
    a_member(services, group_id, "Morag Innes")
    wish = HandoverWish(group_id=group_id, recipient="Euan Baird", passphrase="seven boats")
    file = services.handovers.give(wish, tmp_path / "out")
    assert file.name == "Group A for Euan Baird.carhandover"
    assert b"Morag" not in file.read_bytes()
    (row,) = services.departures.rows()
    assert (row.recipient, row.how) == ("Euan Baird", "file")
    assert services.history.events()[0].summary == "handed over a group"
    with pytest.raises(RefusedError, match="already"):
        services.handovers.give(wish, tmp_path / "out")


def test_a_passphrase_is_needed(services: Services, tmp_path: Path) -> None:
    wish = HandoverWish(group_id=a_group(services), recipient="Euan", passphrase=" ")
    with pytest.raises(KnownError, match="passphrase"):
        services.handovers.give(wish, tmp_path / "out")
    assert not services.departures.rows()


def test_a_group_that_is_not_here_is_not_handed_over(services: Services) -> None:
    group_id = a_group(services)
    services.groups.remove(group_id)
    with pytest.raises(NotFoundError):
        services.handovers.plan(group_id)
