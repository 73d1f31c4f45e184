from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.document.blocks import Anchor, Block, BlockKind, Document, Source, Span, View
from carfacilitator.document.changes import changes
from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.services.archives import ArchiveWish
from carfacilitator.services.pack_contents import title_of
from carfacilitator.services.packs import PackMade, PackWishes, PassageQuestion, Proposal
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from carfacilitator.word.views import paragraphs
from tests.builders import (
    a_case_study,
    a_draft,
    a_gatekeeper,
    a_sample_draft,
    a_workspace,
    an_anchor,
)

NOWHERE = Anchor(9_000, 0, 9_000, 3)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    return a_case_study(services)


@pytest.fixture
def draft(services: Services, study: UUID) -> UUID:
    return a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-3.docx"))


@pytest.fixture
def alan(services: Services) -> UUID:
    return a_gatekeeper(services, "Alan Petrie", email="alan@example.org", role="Line manager")


def made(services: Services, draft: UUID, gatekeeper: UUID, wishes: PackWishes) -> PackMade:
    return services.packs.make(services.packs.prepare(draft, gatekeeper, wishes))


def test_questions_stand_beside_their_words_or_beside_the_title(services: Services, draft: UUID, alan: UUID) -> None:
    place = an_anchor(services, draft, "tenancies")
    wishes = PackWishes(questions=("Is it so?",), passage_questions=(PassageQuestion("How many?", place),))
    plan = services.packs.prepare(draft, alan, wishes)
    assert plan.native_comments == 2
    found = read(services.packs.make(plan).document.data)
    assert [(one.text, one.quote, one.author) for one in found.comments] == [
        ("Is it so?", "Keeping a tenancy after the flood", "Dr Isla Munro"),
        ("How many?", "tenancies", "Dr Isla Munro"),
    ]


def test_what_is_proposed_stands_in_the_pack_as_changes_by_the_facilitator(
    services: Services, draft: UUID, alan: UUID
) -> None:
    place = an_anchor(services, draft, "tenancies")
    found = read(made(services, draft, alan, PackWishes(proposals=(Proposal(place, "homes"),))).document.data)
    assert {(one.author, one.text) for one in changes(found)} == {
        ("Dr Isla Munro", "homes"),
        ("Dr Isla Munro", "tenancies"),
    }
    text = services.drafts.document(draft).texts()[place.first]
    assert text in paragraphs(found, View.ORIGINAL)


def test_words_that_do_not_stand_in_the_draft_are_not_asked_about(services: Services, draft: UUID, alan: UUID) -> None:
    for wishes in (
        PackWishes(passage_questions=(PassageQuestion("Is it so?", NOWHERE),)),
        PackWishes(proposals=(Proposal(NOWHERE, "this"),)),
    ):
        with pytest.raises(KnownError, match="do not stand in this draft"):
            made(services, draft, alan, wishes)
    assert services.packs.rows() == []


def test_a_redline_names_the_authors_job_as_it_is_spelt_and_archives_take_that_for_no_name(
    services: Services, study: UUID, draft: UUID, alan: UUID, tmp_path: Path
) -> None:
    services.packs.sent(made(services, draft, alan, PackWishes()).stamp.id)
    newer = a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    services.people.amend(services.people.rows()[0].id, job="NHS manager")
    pack = made(services, newer, alan, PackWishes(redline=True, word="What changed is in the name of the manager."))
    assert {change.author for change in changes(read(pack.document.data))} == {"NHS manager"}
    wish = ArchiveWish(folder=tmp_path / "archive", key_file=tmp_path / "key.carkey", passphrase="seven boats")
    services.archives.archive(wish)
    told = "".join(file.read_text("utf-8") for file in wish.folder.rglob("*.json"))
    assert "in the name of the manager." in told


def test_a_redline_is_made_against_what_this_gatekeeper_saw_last(
    services: Services, study: UUID, draft: UUID, alan: UUID
) -> None:
    first = made(services, draft, alan, PackWishes())
    newer = a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    with pytest.raises(RefusedError, match="has not been handed"):
        made(services, newer, alan, PackWishes(redline=True))
    services.packs.sent(first.stamp.id)
    ruth = a_gatekeeper(services, "Ruth McKay")
    with pytest.raises(RefusedError, match="Ruth McKay has not been handed"):
        made(services, newer, ruth, PackWishes(redline=True))
    plan = services.packs.prepare(newer, alan, PackWishes(redline=True))
    assert plan.seen is not None
    assert plan.seen.number == 1
    pack = read(services.packs.make(plan).document.data)
    assert {one.author for one in changes(pack)} == {"The author"}
    assert "What has changed since draft 1" in " ".join(pack.texts())
    words = "".join(paragraphs(services.drafts.document(newer), View.FINAL))
    assert "".join(paragraphs(pack, View.FINAL)).endswith(words)


def a_document(*blocks: Block) -> Document:
    return Document(tuple(replace(one, source=Source("word/document.xml", n)) for n, one in enumerate(blocks)))


def test_a_text_is_called_by_its_title_its_first_heading_or_its_first_words() -> None:
    words, empty = Block("b1", spans=(Span("We listened."),)), Block("b0")
    heading = Block("b2", BlockKind.HEADING, spans=(Span("Why"),))
    title = Block("b3", spans=(Span("A tenancy"),), style="Title")
    assert title_of(a_document(empty, words)) == Anchor(1, 0, 1, 12)
    assert title_of(a_document(empty, words, heading)) == Anchor(2, 0, 2, 3)
    assert title_of(a_document(heading, title)) == Anchor(1, 0, 1, 9)
    assert title_of(a_document(empty)) is None
