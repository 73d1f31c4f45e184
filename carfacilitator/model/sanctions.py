"""Who must agree before something is published, what each answered, and the rules that hold before a pack is made."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record, one_standing
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.groups import Group
from carfacilitator.model.terms import ClauseKind, SanctionAnswer
from carfacilitator.model.veils import PersonName


class Sanction(Record, kw_only=True):
    """That a gatekeeper must agree to one output of a case study by a day, and what he answered to which draft.

    `local_use` says that it may still be used where it was made, although he declined.
    """

    __tablename__ = "sanctions"
    WORDS: ClassVar[tuple[str, str]] = ("a sanction", "sanctions")
    __table_args__ = (one_standing("sanctions_asked", "case_study_pk", "gatekeeper_pk", "output"),)

    case_study_pk: Mapped[int] = mapped_column(ForeignKey(CaseStudy.pk, ondelete="CASCADE"), init=False)
    case_study: Mapped[CaseStudy] = relationship(lazy="raise_on_sql")
    gatekeeper_pk: Mapped[int] = mapped_column(ForeignKey(Gatekeeper.pk, ondelete="CASCADE"), init=False, index=True)
    gatekeeper: Mapped[Gatekeeper] = relationship(lazy="raise_on_sql")
    draft_pk: Mapped[int | None] = mapped_column(ForeignKey(Draft.pk, ondelete="SET NULL"), init=False, index=True)
    draft: Mapped[Draft | None] = relationship(lazy="raise_on_sql", default=None)
    output: Mapped[str]
    asked_on: Mapped[date]
    reply_by: Mapped[date | None] = mapped_column(default=None)
    answer: Mapped[SanctionAnswer] = mapped_column(default=SanctionAnswer.NONE)
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    reasons: Mapped[str] = mapped_column(default="")
    local_use: Mapped[bool] = mapped_column(default=False)


class SanctionCondition(Record, kw_only=True):
    """A condition of a sanction that the text itself can show: `words` are no more in it, `instead` stands there."""

    __tablename__ = "sanction_conditions"
    WORDS: ClassVar[tuple[str, str]] = ("a condition", "conditions")

    sanction_pk: Mapped[int] = mapped_column(ForeignKey(Sanction.pk, ondelete="CASCADE"), init=False, index=True)
    sanction: Mapped[Sanction] = relationship(lazy="raise_on_sql")
    text: Mapped[str]
    words: Mapped[str] = mapped_column(default="")
    instead: Mapped[str] = mapped_column(default="")


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
