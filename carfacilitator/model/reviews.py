"""What is said about a draft: kinds of comment, comments, replies, and where each comment stands in which draft."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record, one_standing
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.terms import AnchorState
from carfacilitator.model.veils import PersonName


class CommentKind(Record, kw_only=True):
    """A side on which feedback is given. `colour` is a key of the theme, `question` what it asks of a text.

    A retired kind is chosen no more; the comments that have it keep it.
    """

    __tablename__ = "comment_kinds"
    WORDS: ClassVar[tuple[str, str]] = ("a kind of comment", "kinds of comment")
    FRONT_STAGE: ClassVar[bool] = True

    name: Mapped[str]
    letter: Mapped[str]
    colour: Mapped[str]
    question: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    retired_at: Mapped[datetime | None] = mapped_column(default=None)


class KeptRemark(Record, kw_only=True):
    """Words that are often said with a kind of comment, kept to be said again."""

    __tablename__ = "kept_remarks"
    WORDS: ClassVar[tuple[str, str]] = ("a frequent remark", "frequent remarks")
    FRONT_STAGE: ClassVar[bool] = True

    kind_pk: Mapped[int] = mapped_column(ForeignKey(CommentKind.pk, ondelete="CASCADE"), init=False, index=True)
    kind: Mapped[CommentKind] = relationship(lazy="raise_on_sql")
    text: Mapped[str]


class ComparisonProfile(Record, kw_only=True):
    """A way of comparing drafts under a name of its own; `choices` are those of the comparison, as JSON has them."""

    __tablename__ = "comparison_profiles"
    WORDS: ClassVar[tuple[str, str]] = ("a way of comparing", "ways of comparing")
    FRONT_STAGE: ClassVar[bool] = True

    name: Mapped[str]
    choices: Mapped[dict[str, Any]] = mapped_column(JSON)


class Comment(Record, kw_only=True):
    """A remark that began on one draft and is carried on from draft to draft until it is resolved."""

    __tablename__ = "comments"
    WORDS: ClassVar[tuple[str, str]] = ("a comment", "comments")

    draft_pk: Mapped[int] = mapped_column(ForeignKey(Draft.pk, ondelete="CASCADE"), init=False, index=True)
    draft: Mapped[Draft] = relationship(lazy="raise_on_sql")
    kind_pk: Mapped[int] = mapped_column(ForeignKey(CommentKind.pk, ondelete="RESTRICT"), init=False, index=True)
    kind: Mapped[CommentKind] = relationship(lazy="raise_on_sql")
    author_name: Mapped[PersonName]
    initials: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    created_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None] = mapped_column(default=None)


class Reply(Record, kw_only=True):
    """An answer to a comment, in the order they were given."""

    __tablename__ = "replies"
    WORDS: ClassVar[tuple[str, str]] = ("a reply", "replies")

    comment_pk: Mapped[int] = mapped_column(ForeignKey(Comment.pk, ondelete="CASCADE"), init=False, index=True)
    comment: Mapped[Comment] = relationship(lazy="raise_on_sql")
    author_name: Mapped[PersonName]
    initials: Mapped[str] = mapped_column(default="")
    text: Mapped[str]
    created_at: Mapped[datetime]


class CommentAnchor(Record, kw_only=True):
    """Where one comment stands in one draft: leaves first to last, from start to end; all None while it is an orphan.

    `quote`, `prefix` and `suffix` are the words there; `old_quote` what it stood on before; `survival` the share of
    those words that are left, 0 to 1; `near` the leaf at which an orphan's words were cut.
    """

    __tablename__ = "comment_anchors"
    WORDS: ClassVar[tuple[str, str]] = ("a comment's place", "comments' places")
    __table_args__ = (one_standing("comment_anchors_place", "comment_pk", "draft_pk"),)

    comment_pk: Mapped[int] = mapped_column(ForeignKey(Comment.pk, ondelete="CASCADE"), init=False)
    comment: Mapped[Comment] = relationship(lazy="raise_on_sql")
    draft_pk: Mapped[int] = mapped_column(ForeignKey(Draft.pk, ondelete="CASCADE"), init=False, index=True)
    draft: Mapped[Draft] = relationship(lazy="raise_on_sql")
    first: Mapped[int | None] = mapped_column(default=None)
    start: Mapped[int | None] = mapped_column(default=None)
    last: Mapped[int | None] = mapped_column(default=None)
    end: Mapped[int | None] = mapped_column(default=None)
    state: Mapped[AnchorState] = mapped_column(default=AnchorState.EXACT)
    quote: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str] = mapped_column(default="")
    suffix: Mapped[str] = mapped_column(default="")
    old_quote: Mapped[str] = mapped_column(default="")
    survival: Mapped[float] = mapped_column(default=1.0)
    near: Mapped[int | None] = mapped_column(default=None)
