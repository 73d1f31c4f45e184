"""Case studies, the choices justified at each stage, and the drafts that arrived, with their original bytes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, cast

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship

from carfacilitator.model import veils
from carfacilitator.model.base import Entity, Record, one_standing
from carfacilitator.model.groups import Group
from carfacilitator.model.people import Person
from carfacilitator.model.terms import Stage
from carfacilitator.model.texts import PackedJson, keep, told
from carfacilitator.model.veils import BackStage, PersonName


class StoredFile(Entity, kw_only=True):
    """Bytes exactly as they came or went, kept once by their SHA-256 (hexadecimal); `content` loads when asked for.

    Once they were erased for good nothing stands there, and `erased_at` says when.
    """

    __tablename__ = "stored_files"
    WORDS: ClassVar[tuple[str, str]] = ("a file", "files")

    sha256: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(deferred=True)
    erased_at: Mapped[datetime | None] = mapped_column(default=None)


class CaseStudy(Record, kw_only=True):
    """A practitioner's own inquiry in a group, at one stage of the cycle."""

    __tablename__ = "case_studies"
    WORDS: ClassVar[tuple[str, str]] = ("a case study", "case studies")
    FRONT_STAGE: ClassVar[bool] = True

    group_pk: Mapped[int] = mapped_column(ForeignKey(Group.pk, ondelete="CASCADE"), init=False, index=True)
    group: Mapped[Group] = relationship(lazy="raise_on_sql")
    author_pk: Mapped[int] = mapped_column(ForeignKey(Person.pk, ondelete="CASCADE"), init=False, index=True)
    author: Mapped[Person] = relationship(lazy="raise_on_sql")
    title: Mapped[str]
    question: Mapped[str] = mapped_column(default="")
    stage: Mapped[Stage] = mapped_column(default=Stage.TOPIC)
    notes: Mapped[BackStage] = mapped_column(default="")


class Justification(Record, kw_only=True):
    """The `choice` made at one stage of a case study, and in `text` why: what makes it robust."""

    __tablename__ = "justifications"
    WORDS: ClassVar[tuple[str, str]] = ("a justification", "justifications")
    FRONT_STAGE: ClassVar[bool] = True
    __table_args__ = (one_standing("justifications_stage", "case_study_pk", "stage"),)

    case_study_pk: Mapped[int] = mapped_column(ForeignKey(CaseStudy.pk, ondelete="CASCADE"), init=False)
    case_study: Mapped[CaseStudy] = relationship(lazy="raise_on_sql")
    stage: Mapped[Stage]
    choice: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")


class Draft(Record, kw_only=True):
    """A draft as it arrived; never altered. Its `file` is the record, `document` what was read from it.

    That is kept as a `frame` and the keys of `passages`, which `keep_text` lays down. `lineage` names every leaf of the
    document by the id that its paragraph has for life. `arrived_by` is how it came ("email", "dropped", "by hand" …);
    `name` what it was called by the facilitator ("sent to Ailsa"). `answered_at` is when a copy with the comments went
    to the author, and `answered_how`.
    """

    __tablename__ = "drafts"
    WORDS: ClassVar[tuple[str, str]] = ("a draft", "drafts")
    FRONT_STAGE: ClassVar[bool] = True
    __table_args__ = (one_standing("drafts_number", "case_study_pk", "number"),)

    case_study_pk: Mapped[int] = mapped_column(ForeignKey(CaseStudy.pk, ondelete="CASCADE"), init=False)
    case_study: Mapped[CaseStudy] = relationship(lazy="raise_on_sql")
    file_pk: Mapped[int] = mapped_column(ForeignKey(StoredFile.pk, ondelete="RESTRICT"), init=False, index=True)
    file: Mapped[StoredFile] = relationship(lazy="raise_on_sql")
    number: Mapped[int]
    received_at: Mapped[datetime]
    arrived_by: Mapped[str] = mapped_column(default="")
    received_from: Mapped[PersonName] = mapped_column(default="")
    file_name: Mapped[str] = mapped_column(default="")
    words: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    note: Mapped[BackStage] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_how: Mapped[str] = mapped_column(default="")
    frame: Mapped[dict[str, Any]] = mapped_column(PackedJson, deferred=True, default_factory=dict)
    passages: Mapped[list[int]] = mapped_column(PackedJson, deferred=True, default_factory=list)
    lineage: Mapped[list[str]] = mapped_column(PackedJson, deferred=True, default_factory=list)

    def keep_text(self, session: Session, record: Mapping[str, Any]) -> None:
        """Keep what was read from the file, once, before the draft is added; its case study must be in the session."""
        session.add(self.case_study)
        session.flush()
        self.frame, self.passages = keep(session, self.case_study.pk, record)

    @property
    def document(self) -> dict[str, Any]:
        """Return the record of what was read from the file; the draft's session must be open."""
        session = object_session(self)
        if session is None:
            raise LookupError("the text of a draft is read in the draft's session")
        record, veil = told(session, self.frame, self.passages), veils.now()
        return record if veil is None else cast("dict[str, Any]", veil.over_record(record))
