from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.services.packs import PackMade, PackWishes, Proposal
from carfacilitator.services.seen_drafts import words_seen
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace, an_anchor


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def drafts(services: Services) -> list[UUID]:
    study = a_case_study(services)
    return [a_draft(services, study, a_sample_draft(f"keeping-a-tenancy-draft-{number}.docx")) for number in (3, 4)]


def a_pack(services: Services, draft: UUID, keeper: UUID, wishes: PackWishes | None = None) -> PackMade:
    return services.packs.make(services.packs.prepare(draft, keeper, wishes))


def test_what_was_saved_or_marked_as_sent_was_seen_and_what_was_only_made_was_not(
    services: Services, drafts: list[UUID], tmp_path: Path
) -> None:
    alan = a_gatekeeper(services)
    pack = a_pack(services, drafts[0], alan)
    assert services.packs.prepare(drafts[1], alan).seen is None
    services.packs.hand_over(pack, tmp_path)
    seen = services.packs.prepare(drafts[1], alan).seen
    assert seen is not None
    assert (seen.draft_id, seen.pack_id) == (drafts[0], pack.stamp.id)
    assert services.packs.prepare(drafts[0], alan).seen is None  # nothing before the first


def test_what_was_proposed_then_is_no_part_of_what_was_seen(services: Services, drafts: list[UUID]) -> None:
    alan = a_gatekeeper(services)
    place = an_anchor(services, drafts[0], "tenancies")
    pack = a_pack(services, drafts[0], alan, PackWishes(proposals=(Proposal(place, "Zanzibar"),)))
    services.packs.sent(pack.stamp.id)
    seen = services.packs.prepare(drafts[1], alan).seen
    assert seen is not None
    with services.database.reading() as session:
        words = words_seen(session, seen).texts()
    assert [text for text in words if text] == [text for text in services.drafts.document(drafts[0]).texts() if text]
