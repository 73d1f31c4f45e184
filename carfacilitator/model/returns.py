"""What came back of a pack: files, emails and telephone calls, their remarks, and what was decided about each thing."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record, one_standing
from carfacilitator.model.case_studies import Draft, StoredFile
from carfacilitator.model.packs import Pack
from carfacilitator.model.reviews import Comment, CommentKind
from carfacilitator.model.terms import Verdict
from carfacilitator.model.texts import PackedJson
from carfacilitator.model.veils import PersonName


class Return(Record, kw_only=True):
    """An answer to a pack: a file as it came, an email's text, or a telephone call; never altered.

    `draft` is the one in whose text it is looked at: the pack's own, unless it was brought forward. `record` is what
    was read from the file. `known_by` says by what it was recognised, `from_whom` whose it is; `sender_asked` is false
    while that is only supposed, because the file names nobody, or somebody else. `edits` counts what it proposed.
    """

    __tablename__ = "returns"
    WORDS: ClassVar[tuple[str, str]] = ("an answer to a pack", "answers to packs")

    pack_pk: Mapped[int] = mapped_column(ForeignKey(Pack.pk, ondelete="CASCADE"), init=False, index=True)
    pack: Mapped[Pack] = relationship(lazy="raise_on_sql")
    draft_pk: Mapped[int] = mapped_column(ForeignKey(Draft.pk, ondelete="CASCADE"), init=False, index=True)
    draft: Mapped[Draft] = relationship(lazy="raise_on_sql")
    file_pk: Mapped[int | None] = mapped_column(ForeignKey(StoredFile.pk, ondelete="RESTRICT"), init=False, index=True)
    file: Mapped[StoredFile | None] = relationship(lazy="raise_on_sql", default=None)
    came_at: Mapped[datetime]
    how: Mapped[str] = mapped_column(default="")
    file_name: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    known_by: Mapped[str] = mapped_column(default="")
    from_whom: Mapped[PersonName] = mapped_column(default="")
    sender_asked: Mapped[bool] = mapped_column(default=True)
    record: Mapped[dict[str, Any]] = mapped_column(PackedJson, deferred=True, default_factory=dict)
    edits: Mapped[int] = mapped_column(default=0)


class ReturnedRemark(Record, kw_only=True):
    """A remark that came back, where it stands in the return's draft, and what was done about it.

    `key` is the comment's id in its file. `about` is the remark of ours that it answers, `inferred` tells that the file
    had lost that tie; `proposed` that it speaks of words which the sender put in. `verdict` is None while nothing is
    decided; `answer` is what the sender is told, `comment` what was made of it.
    """

    __tablename__ = "returned_remarks"
    WORDS: ClassVar[tuple[str, str]] = ("a remark that came back", "remarks that came back")

    came_with_pk: Mapped[int] = mapped_column(ForeignKey(Return.pk, ondelete="CASCADE"), init=False, index=True)
    came_with: Mapped[Return] = relationship(lazy="raise_on_sql")
    key: Mapped[str]
    text: Mapped[str]
    author_name: Mapped[PersonName] = mapped_column(default="")
    written: Mapped[str] = mapped_column(default="")
    first: Mapped[int | None] = mapped_column(default=None)
    start: Mapped[int | None] = mapped_column(default=None)
    last: Mapped[int | None] = mapped_column(default=None)
    end: Mapped[int | None] = mapped_column(default=None)
    quote: Mapped[str] = mapped_column(default="")
    about: Mapped[str] = mapped_column(default="")
    inferred: Mapped[bool] = mapped_column(default=False)
    proposed: Mapped[bool] = mapped_column(default=False)
    kind_pk: Mapped[int | None] = mapped_column(ForeignKey(CommentKind.pk, ondelete="RESTRICT"), init=False)
    kind: Mapped[CommentKind | None] = relationship(lazy="raise_on_sql", default=None)
    comment_pk: Mapped[int | None] = mapped_column(ForeignKey(Comment.pk, ondelete="SET NULL"), init=False)
    comment: Mapped[Comment | None] = relationship(lazy="raise_on_sql", default=None)
    verdict: Mapped[Verdict | None] = mapped_column(default=None)
    answer: Mapped[str] = mapped_column(default="")
    decided_at: Mapped[datetime | None] = mapped_column(default=None)
    decided_by: Mapped[PersonName] = mapped_column(default="")


class EditDecision(Record, kw_only=True):
    """What was decided about one proposed edit of a draft.

    `key` tells the edit by its place and all its wordings: if a later return brings another wording, it is another
    thing to decide. `wording` is the text that is to stand there, None where the words stay as they were.
    """

    __tablename__ = "edit_decisions"
    WORDS: ClassVar[tuple[str, str]] = ("a decision on an edit", "decisions on edits")
    __table_args__ = (one_standing("edit_decisions_key", "draft_pk", "key"),)

    draft_pk: Mapped[int] = mapped_column(ForeignKey(Draft.pk, ondelete="CASCADE"), init=False)
    draft: Mapped[Draft] = relationship(lazy="raise_on_sql")
    key: Mapped[str]
    verdict: Mapped[Verdict]
    choice: Mapped[int | None] = mapped_column(default=None)
    wording: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(default="")
    comment_pk: Mapped[int | None] = mapped_column(ForeignKey(Comment.pk, ondelete="SET NULL"), init=False)
    comment: Mapped[Comment | None] = relationship(lazy="raise_on_sql", default=None)
    decided_at: Mapped[datetime]
    decided_by: Mapped[PersonName]
