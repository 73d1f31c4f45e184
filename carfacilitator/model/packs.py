"""Review packs: what was made for a gatekeeper, with which comments, and what was asked."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record
from carfacilitator.model.case_studies import Draft, StoredFile
from carfacilitator.model.gatekeepers import Gatekeeper
from carfacilitator.model.reviews import Comment
from carfacilitator.model.veils import WordsInJson


class Pack(Record, kw_only=True):
    """A pack of one draft for one gatekeeper. `code` is printed on it, so that it is known again when it comes back.

    `remind_on` is when to ask again whether it was sent. `wishes` is what was wished for it, as JSON has it;
    `marked_by` is whom the tracked changes name that we put into it ("Housing officer"), '' if there are none.
    `answered_at` is when the gatekeeper was told what was done about what came back, and `answered_how`.
    """

    __tablename__ = "packs"
    WORDS: ClassVar[tuple[str, str]] = ("a pack", "packs")
    FRONT_STAGE: ClassVar[bool] = True
    LEAVES: ClassVar[bool] = True

    draft_pk: Mapped[int] = mapped_column(ForeignKey(Draft.pk, ondelete="CASCADE"), init=False, index=True)
    draft: Mapped[Draft] = relationship(lazy="raise_on_sql")
    gatekeeper_pk: Mapped[int] = mapped_column(ForeignKey(Gatekeeper.pk, ondelete="CASCADE"), init=False, index=True)
    gatekeeper: Mapped[Gatekeeper] = relationship(lazy="raise_on_sql")
    file_pk: Mapped[int] = mapped_column(ForeignKey(StoredFile.pk, ondelete="RESTRICT"), init=False, index=True)
    file: Mapped[StoredFile] = relationship(lazy="raise_on_sql")
    code: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    file_name: Mapped[str] = mapped_column(default="")
    question: Mapped[str] = mapped_column(default="")
    reply_by: Mapped[date | None] = mapped_column(default=None)
    handed_over_at: Mapped[datetime | None] = mapped_column(default=None)
    handed_over_how: Mapped[str] = mapped_column(default="")
    remind_on: Mapped[date | None] = mapped_column(default=None)
    wishes: Mapped[dict[str, Any]] = mapped_column(WordsInJson, default_factory=dict)
    marked_by: Mapped[str] = mapped_column(default="")
    answered_at: Mapped[datetime | None] = mapped_column(default=None)
    answered_how: Mapped[str] = mapped_column(default="")


class PackComment(Record, kw_only=True):
    """A comment that went into a pack, as it stood then."""

    __tablename__ = "pack_comments"
    WORDS: ClassVar[tuple[str, str]] = ("a comment in a pack", "comments in packs")

    pack_pk: Mapped[int] = mapped_column(ForeignKey(Pack.pk, ondelete="CASCADE"), init=False, index=True)
    pack: Mapped[Pack] = relationship(lazy="raise_on_sql")
    comment_pk: Mapped[int] = mapped_column(ForeignKey(Comment.pk, ondelete="CASCADE"), init=False, index=True)
    comment: Mapped[Comment] = relationship(lazy="raise_on_sql")
