"""Makes a large workspace quickly: many notes, drafts that share most of their text, people, groups and meetings."""

import random
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import accumulate
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert, select

from carfacilitator.document.blocks import Block, Document, Source, Span
from carfacilitator.document.records import to_record
from carfacilitator.model.case_studies import CaseStudy, Draft, StoredFile
from carfacilitator.model.groups import Group
from carfacilitator.model.meetings import Meeting
from carfacilitator.model.mentoring import MentoringNote
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.people import Membership, Person
from carfacilitator.model.terms import Audience, MentoringKind
from carfacilitator.services.lineage import begun
from carfacilitator.services.workspace import Circumstances, Owner, Services, create
from carfacilitator.store.slots import Cost
from tests.builders import NOON, PASSPHRASE

CHEAP = Cost(iterations=1, lanes=1, memory=8)
WORDS = 8_000  # in the vocabulary; the n-th is used 1/n as often as the first
PEOPLE, GROUPS, MEETINGS, STUDIES = 90, 12, 150, 40
PARAGRAPHS, WORDS_IN_ONE = 120, 50


class Speech:
    """Says sentences of made-up words, some of which are said much more often than others."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  made texts
        sounds = [a + b for a in "bdfglmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "ou", "est")]
        self.words = sorted(
            {"".join(self.random.choices(sounds, k=self.random.randint(1, 4))) for _ in range(WORDS * 2)}
        )
        self.random.shuffle(self.words)
        self.words = self.words[:WORDS]
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(len(self.words))))

    def say(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=count))


def make(folder: Path, notes: int, drafts: int, circumstances: Circumstances | None = None) -> Services:
    """Make a workspace of that size in `folder`, open."""
    given = circumstances or Circumstances(cost=CHEAP)
    services = create(folder, PASSPHRASE, Owner("Dr Isla Munro", "IM", "isla@example.org"), given)
    speech = Speech(7)
    with services.database.transaction(None) as session:
        partnership = Partnership(name="Strathmorran")
        people = [Person(name=f"{speech.say(1).title()} {speech.say(1).title()}") for _ in range(PEOPLE)]
        groups = [Group(name=f"Group {number}", partnership=partnership) for number in range(GROUPS)]
        session.add_all([*people, *groups])
        session.add_all(Membership(person=one, group=speech.random.choice(groups)) for one in people)
        session.add_all(_meetings(speech, groups))
        session.flush()
        for start in range(0, notes, 5_000):
            rows = [_note(speech, one.pk) for one in speech.random.choices(people, k=min(5_000, notes - start))]
            session.connection().execute(insert(MentoringNote), rows)
    for number in range(min(STUDIES, drafts)):
        _receive_all(services, speech, number, drafts // STUDIES or 1)
    return services


def _meetings(speech: Speech, groups: list[Group]) -> Iterator[Meeting]:
    for number in range(MEETINGS):
        day = date(2025, 6, 1) + timedelta(days=number * 3)
        yield Meeting(
            group=speech.random.choice(groups), title=speech.say(3), day=day, starts=time(14), notes=speech.say(300)
        )


def _note(speech: Speech, person_pk: int) -> dict[str, object]:
    return {
        "id": uuid4(),
        "person_pk": person_pk,
        "day": date(2026, 3, 9) - timedelta(days=speech.random.randint(0, 900)),
        "kind": MentoringKind.REFLECTION,
        "shared_part": speech.say(50),
        "private_part": speech.say(150),
        "audience": Audience.FACILITATOR,
    }


def _receive_all(services: Services, speech: Speech, number: int, drafts: int) -> None:
    with services.database.transaction(None) as session:
        group, author = session.scalars(select(Group)).all()[0], session.scalars(select(Person)).all()[0]
        study = CaseStudy(group=group, author=author, title=f"{speech.say(4).capitalize()} {number}")
        paragraphs = [speech.say(WORDS_IN_ONE) for _ in range(PARAGRAPHS)]
        lineage = begun(PARAGRAPHS)
        for version in range(drafts):
            file = StoredFile(sha256=f"{number}-{version}", size=1, content=b"x")
            draft = Draft(case_study=study, file=file, number=version + 1, received_at=NOON, words=6_000)
            draft.keep_text(session, to_record(_document(paragraphs)))
            draft.lineage = list(lineage)
            session.add(draft)
            for _ in range(speech.random.randint(1, 20)):
                place = speech.random.randrange(PARAGRAPHS)
                said = paragraphs[place].split()
                said[speech.random.randrange(len(said))] = speech.say(1)
                paragraphs[place] = " ".join(said)


def _document(paragraphs: list[str]) -> Document:
    return Document(
        tuple(
            Block(f"p{place}", spans=(Span(words),), style="Normal", source=Source("word/document.xml", place))
            for place, words in enumerate(paragraphs)
        )
    )
