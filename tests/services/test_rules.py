from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.terms import Audience, ClauseKind
from carfacilitator.services.rules import ObjectedError, PackAction
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))


@pytest.fixture
def clause(services: Services, draft: UUID) -> UUID:
    study = services.case_studies.open(services.drafts.open(draft).case_study_id)
    return services.rules.put_in_force(study.group_id, ClauseKind.AUTHOR_FIRST, "3", "Managers come after the author.")


def action(services: Services, draft: UUID, name: str = "Alan Petrie", audience: Audience | None = None) -> PackAction:
    gatekeeper = a_gatekeeper(services, name, belongs_to=audience or Audience.LOCAL_MANAGER)
    return PackAction(draft, gatekeeper)


def test_without_a_clause_nothing_stands_against_a_pack(services: Services, draft: UUID) -> None:
    assert services.rules.objections(action(services, draft)) == []


def test_a_clause_stands_against_a_pack_for_a_manager_until_the_author_agrees(
    services: Services, draft: UUID, clause: UUID
) -> None:
    wanted = action(services, draft)
    (objection,) = services.rules.objections(wanted)
    assert (objection.clause, objection.text) == ("Clause 3", "Managers come after the author.")
    plan = services.packs.prepare(wanted.draft_id, wanted.gatekeeper_id)
    with pytest.raises(ObjectedError) as refused:
        services.packs.make(plan)
    assert refused.value.objections == (objection,)
    services.rules.author_agreed(clause, services.drafts.open(draft).case_study_id)
    assert services.packs.make(plan).stamp.code
    assert services.rules.objections(action(services, draft, "Ruth McKay")) == []


def test_it_is_set_aside_for_one_manager_with_a_reason(services: Services, draft: UUID, clause: UUID) -> None:
    wanted = action(services, draft)
    with pytest.raises(KnownError):
        services.rules.overrule(wanted, " ")
    other = action(services, draft, "Ruth McKay")
    services.rules.overrule(wanted, "The author asked me to by telephone.")
    assert services.rules.objections(wanted) == []
    assert services.rules.objections(other)
    assert services.history.undo() == "recorded a clearance"
    assert services.rules.objections(wanted)
    services.rules.remove(clause)
    assert services.rules.objections(wanted) == []


def test_it_does_not_stand_against_others(services: Services, draft: UUID, clause: UUID) -> None:
    assert isinstance(clause, UUID)
    assert services.rules.objections(action(services, draft, "Fiona Grant", Audience.CENTRAL_GATEKEEPER)) == []


def test_a_clause_in_force_can_be_put_right_and_is_in_force_once(services: Services, draft: UUID, clause: UUID) -> None:
    study = services.case_studies.open(services.drafts.open(draft).case_study_id)
    services.rules.amend(clause, number="4", text=" Managers wait. ")
    (row,) = services.rules.clauses(study.group_id)
    assert (row.id, row.kind, row.number, row.text) == (clause, ClauseKind.AUTHOR_FIRST, "4", "Managers wait.")
    with pytest.raises(KnownError, match="already"):
        services.rules.put_in_force(study.group_id, ClauseKind.AUTHOR_FIRST)
    services.rules.remove(clause)
    assert services.rules.clauses(study.group_id) == []
    services.rules.put_in_force(study.group_id, ClauseKind.AUTHOR_FIRST)
    assert len(services.rules.clauses(study.group_id)) == 1


def test_it_is_known_when_and_how_the_author_agreed_and_that_can_be_taken_back(
    services: Services, draft: UUID, clause: UUID
) -> None:
    study = services.drafts.open(draft).case_study_id
    (before,) = services.rules.consents(study)
    assert (before.clause_id, before.clause, before.author, before.agreed_on) == (
        clause,
        "Clause 3",
        "Ailsa Reid",
        None,
    )
    services.rules.author_agreed(clause, study, date(2026, 3, 9), "by email")
    services.rules.author_agreed(clause, study, date(2026, 3, 8), "in writing")
    (agreed,) = services.rules.consents(study)
    assert (agreed.agreed_on, agreed.how) == (date(2026, 3, 8), "in writing")
    wanted = action(services, draft)
    assert services.rules.objections(wanted) == []
    services.rules.take_back(clause, study)
    assert services.rules.objections(wanted)
    with pytest.raises(NotFoundError):
        services.rules.take_back(clause, study)
    assert services.history.undo() == "took back a clearance"
    assert services.rules.objections(wanted) == []


def test_nobody_agrees_tomorrow(services: Services, draft: UUID, clause: UUID) -> None:
    study = services.drafts.open(draft).case_study_id
    with pytest.raises(KnownError, match="still to come"):
        services.rules.author_agreed(clause, study, date(2026, 3, 11))


def test_the_reason_for_setting_it_aside_is_kept_with_who_when_and_for_whom(
    services: Services, draft: UUID, clause: UUID
) -> None:
    services.rules.overrule(action(services, draft), "She asked me to by telephone.")
    (consent,) = services.rules.consents(services.drafts.open(draft).case_study_id)
    (aside,) = consent.set_aside
    assert consent.clause_id == clause
    assert consent.agreed_on is None
    assert (aside.gatekeeper, aside.by, aside.on, aside.reason) == (
        "Alan Petrie",
        "Dr Isla Munro",
        date(2026, 3, 10),
        "She asked me to by telephone.",
    )


def test_for_several_it_is_set_aside_in_one_step(services: Services, draft: UUID, clause: UUID) -> None:
    both = [action(services, draft, name) for name in ("Alan Petrie", "Ruth McKay")]
    services.rules.overrule(both[0], "She is away until May.", both[1])
    assert not any(services.rules.objections(one) for one in both)
    services.history.undo()
    assert all(services.rules.objections(one) for one in both)
    assert services.rules.clauses(services.groups.rows()[0].id)[0].id == clause
