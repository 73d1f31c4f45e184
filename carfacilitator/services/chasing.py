"""The letter to somebody who has not answered: the words of `resources/word/chasing.toml`, edited without code."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator import paths
from carfacilitator.errors import KnownError
from carfacilitator.handouts.agenda import spoken_day
from carfacilitator.model.case_studies import CaseStudy
from carfacilitator.model.clock import Clock, today
from carfacilitator.model.facilitators import Facilitator
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.people import Person
from carfacilitator.model.sanctions import Sanction
from carfacilitator.model.terms import Audience, SanctionAnswer
from carfacilitator.services import arrivals, records
from carfacilitator.services.packing import MAIL, TEXT, WORD
from carfacilitator.sharing.door import Parcel, fit_name
from carfacilitator.sharing.mail import Letter, draft_message
from carfacilitator.store.database import Database
from carfacilitator.word import writer
from carfacilitator.word.sheets import Paragraph, Sheet

_FILE = ("word", "chasing.toml")


@dataclass(frozen=True, kw_only=True)
class ChasingLetter:
    """A letter as Word, as a message to be opened in a mail program, and as text to be copied."""

    name: str
    address: str
    document: Parcel
    mail: Parcel
    text: Parcel


class ChasingLetters:
    """Letters to those who have not answered."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def letter(self, sanction_id: UUID) -> ChasingLetter:
        """Return the letter to somebody who was asked to agree; nothing is sent, and nothing noted.

        Raises:
            KnownError: they have answered, or the wording was edited in a way that cannot be filled in.
        """
        with self._database.reading() as session:
            sanction = records.get(session, Sanction, sanction_id, Sanction.case_study)
            if sanction.answer is not SanctionAnswer.NONE:
                raise KnownError("They have answered: there is nothing to chase.")
            return self._written(session, sanction)

    def _written(self, session: Session, sanction: Sanction) -> ChasingLetter:
        study = sanction.case_study
        who, audience = _whom(session, sanction)
        owner = session.scalars(select(Facilitator)).one()
        subject, paragraphs = _said(_words(), _facts(session, sanction, who.name, owner.name), by=sanction.reply_by)
        letter = Letter(
            to_name=who.name,
            to_address=who.email,
            from_name=owner.name,
            from_address=owner.email,
            subject=subject,
            paragraphs=paragraphs,
        )
        day = spoken_day(today(self._clock))
        pieces = tuple(Paragraph(one) for one in (day, *paragraphs))
        sheet = Sheet(title=subject, pieces=pieces, author=owner.name)
        parcel = partial(Parcel, audience=audience, recipient=who.name, made_from=f"parts of Sanction:{sanction.id}")
        name = f"{study.title}-to {who.name}"
        text = "\n\n".join(paragraphs) + "\n"
        return ChasingLetter(
            name=who.name,
            address=who.email,
            document=parcel(name=fit_name(f"{name}.docx"), media_type=WORD, data=writer.write(sheet)),
            mail=parcel(name=fit_name(f"{name}.eml"), media_type=MAIL, data=draft_message(letter)),
            text=parcel(name=fit_name(name), media_type=TEXT, data=text.encode()),
        )


def _whom(session: Session, sanction: Sanction) -> tuple[Gatekeeper | Person, Audience]:
    """Return who is written to, and whom they count as."""
    if sanction.gatekeeper_pk is not None:
        keeper = session.get_one(Gatekeeper, sanction.gatekeeper_pk)
        return keeper, keeper.belongs_to
    author = session.scalars(select(Person).where(Person.pk == sanction.author_pk)).one()
    return author, Audience.AUTHOR


def _facts(session: Session, sanction: Sanction, name: str, sender: str) -> Mapping[str, str]:
    newest = arrivals.newest(session, session.get_one(CaseStudy, sanction.case_study_pk))
    return {
        "title": sanction.case_study.title,
        "output": sanction.output,
        "number": str(newest.number) if newest else "1",
        "name": name,
        "asked": spoken_day(sanction.asked_on),
        "reply_by": spoken_day(sanction.reply_by) if sanction.reply_by else "",
        "sender": sender,
    }


def _said(words: Mapping[str, Any], facts: Mapping[str, str], *, by: object) -> tuple[str, tuple[str, ...]]:
    keys = ("greeting", "asked", "late" if by else "open", "silence", "offer", "thanks")
    try:
        subject, *paragraphs = (str(words[key]).format(**facts) for key in ("subject", *keys))
    except (KeyError, IndexError, ValueError, AttributeError):
        raise KnownError("The wording of the letter has gone wrong.", f"Put {_FILE[-1]} right.") from None
    return subject, (*paragraphs, facts["sender"])


def _words() -> dict[str, Any]:
    try:
        return tomllib.loads(paths.resource(*_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise KnownError("The wording of the letter cannot be read.", f"Put {_FILE[-1]} right.") from None
