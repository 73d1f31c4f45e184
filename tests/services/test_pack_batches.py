from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience, ClauseKind
from carfacilitator.services.pack_batches import one_by_one
from carfacilitator.services.packs import PackWishes
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_comment, a_draft, a_gatekeeper, a_group, a_sample_draft, a_workspace

SECRET = "Zanzibar"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))


@pytest.fixture
def alan(services: Services) -> UUID:
    return a_gatekeeper(services, "Alan Petrie")


@pytest.fixture
def fiona(services: Services) -> UUID:
    return a_gatekeeper(services, "Fiona Grant", belongs_to=Audience.CENTRAL_GATEKEEPER)


def a_rule(services: Services) -> None:
    group = next((row.id for row in services.groups.rows()), None) or a_group(services)
    services.rules.put_in_force(group, ClauseKind.AUTHOR_FIRST, number="3")


def test_each_gets_a_pack_with_nothing_of_the_others(
    services: Services, draft: UUID, alan: UUID, fiona: UUID, tmp_path: Path
) -> None:
    a_comment(services, draft, "tenancies", f"{SECRET} for managers", Audience.LOCAL_MANAGER)
    wishes = {alan: PackWishes(questions=("For Alan?",)), fiona: PackWishes(questions=("For Fiona?",))}
    prepared = services.packs.prepare_each(draft, wishes)
    batch = services.packs.make_each(prepared.plans)
    assert (prepared.refused, batch.refused) == ((), ())
    packs = {plan.gatekeeper_id: made for plan, made in batch.made}
    texts = {keeper: " ".join(read(made.document.data).texts()) for keeper, made in packs.items()}
    comments = {keeper: [one.text for one in read(made.document.data).comments] for keeper, made in packs.items()}
    assert comments == {alan: ["For Alan?", f"{SECRET} for managers"], fiona: ["For Fiona?"]}
    assert "For Fiona" not in texts[alan]
    assert "For Alan" not in texts[fiona]
    files = services.packs.hand_over_each(batch.made, tmp_path).files
    assert [len(saved) for _, saved in files] == [3, 3]


def test_who_is_refused_keeps_nobody_back_and_is_told_with_the_clause(
    services: Services, draft: UUID, alan: UUID, fiona: UUID
) -> None:
    a_rule(services)
    plans = services.packs.prepare_each(draft, {alan: PackWishes(), fiona: PackWishes()}).plans
    batch = services.packs.make_each(plans)
    assert [plan.gatekeeper_id for plan, _ in batch.made] == [fiona]
    (refusal,) = batch.refused
    assert (refusal.gatekeeper_id, refusal.gatekeeper) == (alan, "Alan Petrie")
    assert refusal.sentence.startswith("Clause 3:")
    assert [one.clause for one in refusal.objections] == ["Clause 3"]


def test_a_reason_sets_a_clause_aside_and_undo_takes_both_back(services: Services, draft: UUID, alan: UUID) -> None:
    a_rule(services)
    plans = services.packs.prepare_each(draft, {alan: PackWishes()}).plans
    batch = services.packs.make_each(plans, {alan: "She is on leave, and said so on the telephone."})
    assert batch.refused == ()
    services.history.undo()
    assert services.packs.rows() == []
    assert services.packs.make_each(plans).refused != ()


def test_of_a_pack_that_cannot_be_saved_no_file_is_left(
    services: Services, draft: UUID, alan: UUID, fiona: UUID, tmp_path: Path
) -> None:
    batch = services.packs.make_each(
        services.packs.prepare_each(draft, {alan: PackWishes(), fiona: PackWishes()}).plans
    )
    out = tmp_path / "out"
    out.mkdir()
    (out / "Keeping a tenancy-Alan Petrie.eml").write_text("mine", encoding="utf-8")
    handed = services.packs.hand_over_each(batch.made, out)
    assert [one.gatekeeper for one in handed.refused] == ["Alan Petrie"]
    assert len(list(out.iterdir())) == 4


def test_a_contradiction_is_refused_before_anything_is_made(services: Services, draft: UUID, alan: UUID) -> None:
    prepared = services.packs.prepare_each(draft, {alan: PackWishes(audience=Audience.FACILITATOR)})
    assert prepared.plans == ()
    assert [one.gatekeeper for one in prepared.refused] == ["Alan Petrie"]


def test_what_is_a_bug_is_not_taken_for_a_refusal(alan: UUID) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    def known() -> None:
        raise KnownError("No.")

    assert one_by_one({alan: known}, {})[1][0].sentence == "No."
    with pytest.raises(ZeroDivisionError):
        one_by_one({alan: broken}, {})
