"""A crowded workspace, more of everything than anybody has: pictures and tests see in it how a page bears that."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID
from xml.sax.saxutils import escape

from carfacilitator.document.blocks import Anchor
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Attendance, Audience, GatekeeperKind, GroupKind, MentoringKind, Stage
from carfacilitator.services import workspace
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.pack_wording import Asked, PackWishes
from carfacilitator.services.people import PersonChanges
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Circumstances, Owner, Services
from carfacilitator.word.reader import read

_DAY = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
_OWNER = Owner("Dr Aleksandra Featherstonehaugh-Mackintosh", "AFM", "aleksandra.featherstonehaugh@university.example")
_PEOPLE, _STUDIES, _MEETINGS, _GATEKEEPERS, _GROUPS, _DRAFTS, _COMMENTS = 60, 40, 30, 24, 8, 6, 36
_PARAGRAPHS = 170  # about thirty pages
_GIVEN = ("Aonghas", "Bronagh", "Catriona", "Dileep", "Eilidh", "Fergus", "Gwendolyn", "Hyacinth", "Iain", "Jo")
_FAMILY = ("Ng", "MacGillivray", "Featherstonehaugh", "O’Shaughnessy", "Adeyemi-Robertson", "Li")
_BODIES = ("Health and Social Care Partnership of the Western Valleys", "Council", "Kirkmorran Housing Association Ltd")
_PLACE = "Community centre of the valley towns, upstairs: the lift is broken"
_JOBS = ("Senior community development and engagement co-ordinator", "Analyst", "Volunteer", "Policy officer")
_WORDS = (
    "when the meeting was over nobody had said what it was for, and the tea was cold",
    "the letters had been sent three times, and each time to the address before the last one",
    "what the record calls contact was a card behind a door that nobody opens any more",
    "two of the families laughed when they were asked, and then they answered for an hour",
    "the officer who knew why had left in the spring, and the file with him",
    "we counted what could be counted and wrote down beside it what could not",
    "it was the caretaker who noticed, as it is usually the caretaker who notices",
)
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def create(folder: Path, passphrase: str, circumstances: Circumstances | None = None) -> Services:
    """Make the crowded workspace in `folder` and return it open, on the day on which the sample stands still."""
    given = replace(circumstances or Circumstances(), clock=FixedClock(_DAY))
    services = workspace.create(folder, passphrase, _OWNER, given)
    where = services.partnerships.add("The Community Planning Partnership of Strathmorran and the Western Valleys")
    groups = list(_groups(services, where))
    people = list(_people(services, groups))
    _meetings(services, groups, people)
    _mentoring(services, people[0])
    keepers = list(_gatekeepers(services, where))
    studies = list(_case_studies(services, groups, people))
    newest = _drafts(services, studies[0])
    _comments(services, newest)
    _packs(services, newest, keepers)
    return services


def _groups(services: Services, where: UUID) -> Iterator[UUID]:
    kinds = tuple(GroupKind)
    for number in range(_GROUPS):
        yield services.groups.add(
            where,
            f"{number + 1}. Inquiry into what changes when those who use a service plan it",
            kind=kinds[number % len(kinds)],
            purpose="What would have to be different here, and for whom, so that nobody has to ask twice?",
            began=date(2025, 9, 1),
        )
    other = services.partnerships.add("Eastlaw")
    yield services.groups.add(other, "Carers’ café", kind=GroupKind.INQUIRY, ended=date(2025, 12, 1))


def _people(services: Services, groups: list[UUID]) -> Iterator[UUID]:
    for number in range(_PEOPLE):
        name = f"{_GIVEN[number % len(_GIVEN)]} {_FAMILY[number // len(_GIVEN)]}"
        known = PersonChanges(organisation=_BODIES[number % 3], job=_JOBS[number % 4], email="somebody@valleys.example")
        if not number % 5:
            known["needs"] = "Needs the agenda in large print; leaves at half past eleven because of the school run"
        yield services.people.welcome(name, groups[0], known, joined=date(2025, 9, 4 + number % 20))
    for rule in _WORDS:
        services.groups.agree_rule(groups[0], rule[0].upper() + rule[1:] + ".", date(2025, 10, 2))


def _meetings(services: Services, groups: list[UUID], people: list[UUID]) -> None:
    first = date(2025, 6, 5)
    held = []
    for number in range(_MEETINGS):
        day = first + timedelta(days=14 * number)
        meeting_id = services.meetings.add(groups[number // 26], day, time(9, 45), minutes=180, place=_PLACE)
        services.meetings.amend(meeting_id, title=f"Meeting {number + 1}")
        held.append(meeting_id)
    coming = held[20]  # the first after the day on which all stands still
    for number in range(16):
        title = f"{number + 1}. What {_WORDS[number % len(_WORDS)][:52]}"
        services.agendas.add(coming, title, minutes=10, leads="Everybody", materials="Flipchart, fat pens, stickers")
    answers = tuple(Attendance)
    for number, person in enumerate(people):
        services.meetings.mark(coming, person, answers[number % 3])
        services.meetings.mark(held[19], person, answers[3 + number % 2])


def _mentoring(services: Services, person: UUID) -> None:
    for number, kind in enumerate((*MentoringKind, *MentoringKind)):
        shared, private = _WORDS[number % len(_WORDS)], _WORDS[(number + 3) % len(_WORDS)]
        day = date(2025, 9, 1) + timedelta(days=11 * number)
        services.mentoring.add(person, day=day, kind=kind, shared_part=shared * 3, private_part=private)


def _gatekeepers(services: Services, where: UUID) -> Iterator[UUID]:
    kinds = tuple(GatekeeperKind)
    for number in range(_GATEKEEPERS):
        yield services.gatekeepers.add(
            where,
            f"{_GIVEN[-1 - number % len(_GIVEN)]} {_FAMILY[-1 - number // len(_GIVEN)]}",
            kind=kinds[number % len(kinds)],
            role="Head of Strategic Planning, Performance and Community Engagement",
            organisation=_BODIES[number % 3],
            email=f"gatekeeper{number}@valleys.example",
            cares_about=" ".join(_WORDS[:3]),
            could_stop="Any publication in the name of the partnership",
        )


def _case_studies(services: Services, groups: list[UUID], people: list[UUID]) -> Iterator[UUID]:
    stages = tuple(Stage)
    for number in range(_STUDIES):
        study_id = services.case_studies.begin(
            f"{number + 1}. Who decides when a service is a service, and what do those say who never come to it?",
            groups[number % 4],
            people[number],
            question="What do people do when the help they are offered is not the help that they would ask for?",
            stage=stages[number % len(stages)],
        )
        yield study_id
        if not number:
            services.case_studies.amend(study_id, stage=Stage.PUBLICATION)
            for stage in Stage:
                services.case_studies.justify(study_id, stage, choice=_WORDS[0], text=" ".join(_WORDS))


def _drafts(services: Services, study_id: UUID) -> UUID:
    newest = study_id
    for number in range(1, _DRAFTS + 1):
        data = _file(_paragraphs(number))
        file = OpenedFile(f"Who decides when FINAL version {number} (comments AFM) (2).docx", data, read(data))
        newest = services.drafts.receive_draft(study_id, file).id
    return newest


def _paragraphs(draft: int) -> Iterator[str]:
    """Yield what a draft says: each is longer than the one before, and says some of it otherwise."""
    for number in range(_PARAGRAPHS * draft // _DRAFTS):
        if number % 12 == 0:
            yield f"# {number // 12 + 1} What {_WORDS[number % len(_WORDS)]}"
        order = [_WORDS[(number * 3 + step * 2) % len(_WORDS)] for step in range(5)]
        if number % 9 == draft:
            order = order[:2] + order[3:]
        if number % 17 == draft:
            order[1] = "this was put otherwise when it had been read aloud at the table"
        yield f"Paragraph {number + 1}: " + ". ".join(words[0].upper() + words[1:] for words in order) + "."


def _file(paragraphs: Iterator[str]) -> bytes:
    """Return the plainest Word file there can be."""
    body = "".join(_paragraph(words) for words in paragraphs)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in {**_PARTS, "word/document.xml": document}.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{part}')
    return kept.getvalue()


def _paragraph(words: str) -> str:
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>' if words.startswith("# ") else ""
    return f'<w:p>{level}<w:r><w:t xml:space="preserve">{escape(words.removeprefix("# "))}</w:t></w:r></w:p>'


def _comments(services: Services, draft_id: UUID) -> None:
    kinds = services.reviews.kinds()
    texts = services.drafts.document(draft_id).texts()
    places = [leaf for leaf, text in enumerate(texts) if text.startswith("Paragraph")]
    for number in range(_COMMENTS):
        leaf = places[number * 2 // 3]  # now and then two in one paragraph
        remark = Remark(
            text=f"{_WORDS[number % len(_WORDS)]}? " * (1 + number % 4),
            kind_id=kinds[number % len(kinds)].id,
            audience=tuple(Audience)[number % len(Audience)],
        )
        begins = 13 + 20 * (number % 3)
        comment_id = services.reviews.comment(draft_id, Anchor(leaf, begins, leaf, begins + 30), remark)
        if number % 6 == 1:
            services.reviews.reply(comment_id, "Yes. It stands in the minutes, but nobody reads those.")
        if number % 6 == 2:  # noqa: PLR2004  a third of them
            services.reviews.resolve(comment_id)


def _packs(services: Services, draft_id: UUID, keepers: list[UUID]) -> None:
    for number, keeper in enumerate(keepers[:8]):
        wishes = PackWishes(
            asked=tuple(Asked)[number % len(Asked)],
            questions=("Is anything in it that must not be said?", "Whom else should we ask?"),
            reply_by=date(2026, 3, 6 + number),
        )
        made = services.packs.make(services.packs.prepare(draft_id, keeper, wishes))
        if number:
            services.packs.sent(made.stamp.id, at=_DAY - timedelta(days=number))
