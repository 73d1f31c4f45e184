"""Who must agree before something is published, what each answered, and the rules that hold before a pack is made."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record, one_standing
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.terms import ClauseKind, SanctionAnswer, SanctionEntryKind
from carfacilitator.model.veils import PersonName


class Sanction(Record, kw_only=True):
    """That a gatekeeper, or the author herself, must agree to an output of a case study, and what they answered.

    `draft` is what was answered to; `asked_on` is the day on which they were last asked. `stands_draft` is a later one
    about which it was said that the answer holds for it too, although words had changed, and `stands_reason` why.
    `local_use` says that the study may still be used where it was made, although it was declined.
    """

    __tablename__ = "sanctions"
    WORDS: ClassVar[tuple[str, str]] = ("a sanction", "sanctions")
    __table_args__ = (
        one_standing("sanctions_asked", "case_study_pk", "gatekeeper_pk", "output"),
        one_standing("sanctions_author", "case_study_pk", "author_pk", "output"),
    )

    case_study_pk: Mapped[int] = mapped_column(ForeignKey(CaseStudy.pk, ondelete="CASCADE"), init=False)
    case_study: Mapped[CaseStudy] = relationship(lazy="raise_on_sql")
    gatekeeper_pk: Mapped[int | None] = mapped_column(
        ForeignKey(Gatekeeper.pk, ondelete="CASCADE"), init=False, index=True
    )
    gatekeeper: Mapped[Gatekeeper | None] = relationship(lazy="raise_on_sql", default=None)
    author_pk: Mapped[int | None] = mapped_column(ForeignKey(Person.pk, ondelete="CASCADE"), init=False, index=True)
    author: Mapped[Person | None] = relationship(lazy="raise_on_sql", default=None)
    draft_pk: Mapped[int | None] = mapped_column(ForeignKey(Draft.pk, ondelete="SET NULL"), init=False, index=True)
    draft: Mapped[Draft | None] = relationship(lazy="raise_on_sql", foreign_keys=[draft_pk], default=None)
    stands_draft_pk: Mapped[int | None] = mapped_column(
        ForeignKey(Draft.pk, ondelete="SET NULL"), init=False, index=True
    )
    stands_draft: Mapped[Draft | None] = relationship(lazy="raise_on_sql", foreign_keys=[stands_draft_pk], default=None)
    stands_reason: Mapped[str] = mapped_column(default="")
    output: Mapped[str]
    asked_on: Mapped[date]
    reply_by: Mapped[date | None] = mapped_column(default=None)
    answer: Mapped[SanctionAnswer] = mapped_column(default=SanctionAnswer.NONE)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_on: Mapped[date | None] = mapped_column(default=None)
    how: Mapped[str] = mapped_column(default="")
    reasons: Mapped[str] = mapped_column(default="")
    local_use: Mapped[bool] = mapped_column(default=False)


class SanctionEntry(Record, kw_only=True):
    """Something that happened on the way to an answer, on a day: asked, rang, met, answered."""

    __tablename__ = "sanction_entries"
    WORDS: ClassVar[tuple[str, str]] = ("an entry of who agrees", "entries of who agrees")

    sanction_pk: Mapped[int] = mapped_column(ForeignKey(Sanction.pk, ondelete="CASCADE"), init=False, index=True)
    sanction: Mapped[Sanction] = relationship(lazy="raise_on_sql")
    kind: Mapped[SanctionEntryKind]
    day: Mapped[date]
    words: Mapped[str] = mapped_column(default="")


class Publication(Record, kw_only=True):
    """That the copy for an output was written: from which draft, and why, if not everybody had agreed.

    `agreed` of `asked` had said yes to what stood there.
    """

    __tablename__ = "publications"
    WORDS: ClassVar[tuple[str, str]] = ("a copy for publication", "copies for publication")

    case_study_pk: Mapped[int] = mapped_column(ForeignKey(CaseStudy.pk, ondelete="CASCADE"), init=False, index=True)
    case_study: Mapped[CaseStudy] = relationship(lazy="raise_on_sql")
    draft_pk: Mapped[int] = mapped_column(ForeignKey(Draft.pk, ondelete="CASCADE"), init=False, index=True)
    draft: Mapped[Draft] = relationship(lazy="raise_on_sql")
    output: Mapped[str]
    made_at: Mapped[datetime]
    agreed: Mapped[int]
    asked: Mapped[int]
    reason: Mapped[str] = mapped_column(default="")


class SanctionCondition(Record, kw_only=True):
    """A condition of a sanction. Where the text itself can show it, `words` are no more in it, `instead` stands there.

    `draft` was the newest when it was made. `met_on` is when somebody said that one without words is met.
    """

    __tablename__ = "sanction_conditions"
    WORDS: ClassVar[tuple[str, str]] = ("a condition", "conditions")

    sanction_pk: Mapped[int] = mapped_column(ForeignKey(Sanction.pk, ondelete="CASCADE"), init=False, index=True)
    sanction: Mapped[Sanction] = relationship(lazy="raise_on_sql")
    text: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    instead: Mapped[str] = mapped_column(default="")
    draft_pk: Mapped[int | None] = mapped_column(ForeignKey(Draft.pk, ondelete="SET NULL"), init=False, index=True)
    draft: Mapped[Draft | None] = relationship(lazy="raise_on_sql", default=None)
    met_on: Mapped[date | None] = mapped_column(default=None)


class Clause(Record, kw_only=True):
    """A clause of a group's agreement that the program keeps; `number` and `text` are as they stand in it."""

    __tablename__ = "clauses"
    WORDS: ClassVar[tuple[str, str]] = ("a clause", "clauses")
    __table_args__ = (one_standing("clauses_kind", "group_pk", "kind"),)

    group_pk: Mapped[int] = mapped_column(ForeignKey(Group.pk, ondelete="CASCADE"), init=False)
    group: Mapped[Group] = relationship(lazy="raise_on_sql")
    kind: Mapped[ClauseKind]
    number: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")


class Clearance(Record, kw_only=True):
    """That a clause no longer stands in the way for a case study: the one it protects agreed, or it was overruled.

    `given_by` is who agreed or overruled; `how` says by which way she agreed ("by word of mouth"); `reason` is never
    empty where it was overruled.
    """

    __tablename__ = "clearances"
    WORDS: ClassVar[tuple[str, str]] = ("a clearance", "clearances")

    clause_pk: Mapped[int] = mapped_column(ForeignKey(Clause.pk, ondelete="CASCADE"), init=False, index=True)
    clause: Mapped[Clause] = relationship(lazy="raise_on_sql")
    case_study_pk: Mapped[int] = mapped_column(ForeignKey(CaseStudy.pk, ondelete="CASCADE"), init=False, index=True)
    case_study: Mapped[CaseStudy] = relationship(lazy="raise_on_sql")
    gatekeeper_pk: Mapped[int | None] = mapped_column(ForeignKey(Gatekeeper.pk, ondelete="CASCADE"), init=False)
    gatekeeper: Mapped[Gatekeeper | None] = relationship(lazy="raise_on_sql", default=None)
    overruled: Mapped[bool] = mapped_column(default=False)
    given_by: Mapped[PersonName] = mapped_column(default="")
    how: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date]
