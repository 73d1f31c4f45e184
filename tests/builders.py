"""Small workspaces and the things in them, made through the services as a person would, for tests to speak about."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Unpack
from uuid import UUID

from carfacilitator import paths
from carfacilitator.document.blocks import Anchor, Block, BlockKind, Document, Span
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Audience
from carfacilitator.services.case_studies import CaseStudyChanges
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.gatekeepers import GatekeeperChanges
from carfacilitator.services.groups import GroupChanges
from carfacilitator.services.meetings import MeetingChanges
from carfacilitator.services.people import PersonChanges
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Circumstances, Owner, Services, create
from carfacilitator.store.slots import Cost
from carfacilitator.word.reader import read

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
PASSPHRASE = "a boat called Morven"
CHEAP = Cost(iterations=1, lanes=1, memory=8)
ISLA = Owner("Dr Isla Munro", "IM", "isla.munro@example.org")


def a_setting() -> Circumstances:
    return Circumstances(FixedClock(NOON), CHEAP)


def a_workspace(folder: Path, name: str = "Work.car") -> Services:
    return create(folder / name, PASSPHRASE, ISLA, a_setting())


def a_partnership(services: Services, name: str = "Strathmorran") -> UUID:
    standing = [row.id for row in services.partnerships.rows() if row.name == name]
    return standing[0] if standing else services.partnerships.add(name)


def a_group(services: Services, name: str = "Group A", /, **details: Unpack[GroupChanges]) -> UUID:
    return services.groups.add(a_partnership(services), name, **details)


def a_person(services: Services, name: str = "Ailsa Reid", /, **details: Unpack[PersonChanges]) -> UUID:
    return services.people.add(name, **details)


def a_member(services: Services, group_id: UUID, name: str = "Ailsa Reid") -> UUID:
    person_id = a_person(services, name)
    services.people.join(person_id, group_id, joined=date(2025, 11, 4))
    return person_id


def a_meeting(
    services: Services, group_id: UUID, day: date = date(2026, 3, 12), /, **details: Unpack[MeetingChanges]
) -> UUID:
    return services.meetings.add(group_id, day, time(10, 15), **details)


def a_gatekeeper(services: Services, name: str = "Alan Petrie", /, **details: Unpack[GatekeeperChanges]) -> UUID:
    return services.gatekeepers.add(a_partnership(services), name, **details)


def a_case_study(
    services: Services,
    title: str = "Keeping a tenancy",
    author: str = "Ailsa Reid",
    /,
    **more: Unpack[CaseStudyChanges],
) -> UUID:
    standing = {row.name: row.id for row in services.groups.rows()}
    group_id = standing.get("Group A") or a_group(services)
    return services.case_studies.begin(title, group_id, a_person(services, author), **more)


def a_text(*paragraphs: str) -> Document:
    """Return a document of these paragraphs; one that begins with "# " is a heading."""
    return Document(blocks=tuple(_block(number, text) for number, text in enumerate(paragraphs)))


def _block(number: int, text: str) -> Block:
    kind = BlockKind.HEADING if text.startswith("# ") else BlockKind.PARAGRAPH
    return Block(id=f"b{number}", kind=kind, spans=(Span(text.removeprefix("# ")),))


def a_file(*paragraphs: str, name: str = "draft.docx") -> OpenedFile:
    """Return a file that says this; its bytes are no Word file, for nobody reads them again."""
    return OpenedFile(name, f"{name}: {paragraphs}".encode(), a_text(*paragraphs))


def a_sample_draft(name: str) -> OpenedFile:
    """Return a real Word file: one of the sample's drafts."""
    data = paths.resource("sample", name).read_bytes()
    return OpenedFile(name, data, read(data))


def a_draft(services: Services, case_study_id: UUID, file: OpenedFile) -> UUID:
    return services.drafts.receive_draft(case_study_id, file).id


def an_anchor(services: Services, draft_id: UUID, words: str) -> Anchor:
    """Return where these words stand first in a draft; they stand in one paragraph."""
    texts = services.drafts.document(draft_id).texts()
    leaf, text = next((leaf, text) for leaf, text in enumerate(texts) if words in text)
    return Anchor(leaf, text.index(words), leaf, text.index(words) + len(words))


def a_comment(
    services: Services, draft_id: UUID, words: str, text: str = "How do we know?", audience: Audience = Audience.AUTHOR
) -> UUID:
    """Comment on the first place where `words` stand in a draft."""
    remark = Remark(text=text, kind_id=services.reviews.kinds()[0].id, audience=audience)
    return services.reviews.comment(draft_id, an_anchor(services, draft_id, words), remark)
