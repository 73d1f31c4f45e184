from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from uuid import UUID
from zipfile import ZipFile

import pytest

from carfacilitator.errors import RefusedError
from carfacilitator.model.terms import Audience
from carfacilitator.services.packs import PackMade, PackWishes
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import (
    a_case_study,
    a_comment,
    a_draft,
    a_gatekeeper,
    a_meeting,
    a_sample_draft,
    a_workspace,
)
from tests.word_oracles import needs_pandoc, pandoc, squashed

SECRET = "Zanzibarword"  # stands in everything that must not go out
APRIL = date(2026, 4, 1)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    """Receive the third draft of the sample's tenancy study."""
    return a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))


@pytest.fixture
def alan(services: Services) -> UUID:
    return a_gatekeeper(services, "Alan Petrie", email="alan@example.org", role="Line manager")


def made(services: Services, draft: UUID, gatekeeper: UUID, wishes: PackWishes | None = None) -> PackMade:
    return services.packs.make(services.packs.prepare(draft, gatekeeper, wishes))


def parts(word_file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(word_file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def said_in(pack: PackMade) -> bytes:
    """Return every byte that leaves, packed or not."""
    message = message_from_bytes(pack.mail.data, policy=policy.default)
    attached = b"".join(part.get_content() for part in message.iter_attachments())
    inside = b"".join(b"".join(parts(data).values()) for data in (pack.document.data, attached))
    return inside + pack.mail.data + pack.receipt.data + pack.text.data


def test_a_pack_is_the_draft_with_the_cleared_comments_at_their_passages(
    services: Services, draft: UUID, alan: UUID
) -> None:
    comment_id = a_comment(services, draft, "tenancies", "For managers", Audience.LOCAL_MANAGER)
    services.reviews.reply(comment_id, "Agreed.")
    pack = made(services, draft, alan, PackWishes(questions=("Is anything wrong in fact?",), reply_by=APRIL))
    found = read(pack.document.data)
    assert [(comment.text, comment.quote) for comment in found.comments if not comment.parent] == [
        ("Is anything wrong in fact?", "Keeping a tenancy after the flood"),
        ("For managers", "tenancies"),
    ]
    assert [comment.text for comment in found.comments if comment.parent] == ["Agreed."]
    text = "\n".join(found.texts())
    for words in ("Dear Alan Petrie,", "Is anything wrong in fact?", "Wednesday 1 April 2026", pack.stamp.code):
        assert words in text
    original = [words for words in services.drafts.document(draft).texts() if words]
    assert [words for words in found.texts() if words][-len(original) :] == original


def test_nothing_confidential_enters_by_any_way(services: Services, alan: UUID) -> None:
    study_id = a_case_study(services, notes=SECRET, question=SECRET)
    services.gatekeepers.amend(alan, cares_about=SECRET, could_stop=SECRET, notes=SECRET)
    a_draft(services, study_id, a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    draft = a_draft(services, study_id, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    services.drafts.amend(draft, name=SECRET, note=SECRET)
    people = services.people.rows()
    services.people.amend(people[0].id, notes=SECRET, needs=SECRET)
    services.mentoring.add(people[0].id, private_part=SECRET, shared_part=SECRET)
    group_id = services.groups.rows()[0].id
    a_meeting(services, group_id, private_note=SECRET, notes=SECRET)
    shared = a_comment(services, draft, "tenancies", "Goes out", Audience.LOCAL_MANAGER)
    services.reviews.reply(a_comment(services, draft, "flood", SECRET, Audience.FACILITATOR), SECRET)
    services.reviews.reply(a_comment(services, draft, "flood", SECRET, Audience.AUTHOR), SECRET)
    services.reviews.amend(shared, audience=Audience.FACILITATOR)
    services.reviews.reply(shared, SECRET)  # said when it was for the facilitator only, and stays so
    services.reviews.amend(shared, audience=Audience.LOCAL_MANAGER)
    leaving = said_in(made(services, draft, alan))
    assert b"Goes out" in leaving
    assert SECRET.encode() not in leaving
    assert SECRET.encode("utf-16-le") not in leaving


def test_a_comment_made_confidential_after_the_plan_stops_the_pack(services: Services, draft: UUID, alan: UUID) -> None:
    comment_id = a_comment(services, draft, "tenancies", SECRET, Audience.LOCAL_MANAGER)
    plan = services.packs.prepare(draft, alan)
    services.reviews.amend(comment_id, audience=Audience.AUTHOR)
    with pytest.raises(RefusedError, match="changed since"):
        services.packs.make(plan)
    assert services.packs.rows() == []


def test_the_message_is_a_draft_to_the_gatekeeper_with_the_pack_attached(
    services: Services, draft: UUID, alan: UUID
) -> None:
    pack = made(services, draft, alan, PackWishes(reply_by=APRIL))
    message = message_from_bytes(pack.mail.data, policy=policy.default)
    assert (message["X-Unsent"], message["To"]) == ("1", "Alan Petrie <alan@example.org>")
    assert message["Subject"] == "A draft to read by Wednesday 1 April 2026: Keeping a tenancy"
    (attached,) = message.iter_attachments()
    assert attached.get_content() == pack.document.data
    assert attached.get_filename() == pack.document.name
    body = message.get_body()
    assert body is not None
    assert "Silence is not taken as consent." in body.get_content()


@needs_pandoc
@pytest.mark.oracle
def test_another_reader_finds_exactly_the_cleared_comments_and_then_the_final_text(
    services: Services, alan: UUID, tmp_path: Path
) -> None:
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    a_comment(services, draft, "they had not felt able to say otherwise", "Who are they?", Audience.LOCAL_MANAGER)
    a_comment(services, draft, "The extracts below", SECRET, Audience.GROUP)
    pack, original = made(services, draft, alan).document.data, services.drafts.original(draft).data
    found = list(pandoc(pack, tmp_path, "all").comments.values())
    assert [(comment.text, comment.quote) for comment in found] == [
        ("Who are they?", "they had not felt able to say otherwise")
    ]
    expected = squashed(pandoc(original, tmp_path).paragraphs)
    after_the_cover = squashed(pandoc(pack, tmp_path).paragraphs)[-len(expected) :]
    assert after_the_cover[2:] == expected[2:]
    assert set(after_the_cover[:2]) == set(expected[:2])  # title and subtitle, which pandoc sorts where they come first


def test_a_pack_saved_again_says_what_was_truly_kept(services: Services, draft: UUID, alan: UUID) -> None:
    wishes = PackWishes(keep_comments=True, questions=("Is it so?",))
    pack = made(services, draft, alan, wishes)
    again = services.packs.again(pack.stamp.id)
    assert again.receipt == pack.receipt
    assert b"earlier comments that came inside the file: kept" in again.receipt.data
    assert services.packs.wishes(pack.stamp.id) == wishes


def test_a_pack_can_be_for_another_audience_than_its_gatekeeper_is_usually_of(
    services: Services, draft: UUID, alan: UUID
) -> None:
    a_comment(services, draft, "tenancies", "For managers", Audience.LOCAL_MANAGER)
    pack = made(services, draft, alan, PackWishes(audience=Audience.PUBLIC))
    assert read(pack.document.data).comments == ()
    assert pack.document.audience is Audience.PUBLIC
    with pytest.raises(RefusedError):
        made(services, draft, alan, PackWishes(audience=Audience.FACILITATOR))
