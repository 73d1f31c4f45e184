"""What every entity is: keys, audience, soft removal, column types, and a repr that gives nothing away."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, Index, Integer, MetaData, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column
from sqlalchemy.types import TypeDecorator

from carfacilitator.model.terms import Audience
from carfacilitator.model.veils import BackStage, BackStageWords, NameWords, PersonName, Words

KEY = BigInteger().with_variant(Integer, "sqlite")
LONGEST_TERM = 40  # characters of a value of a closed set, as it stands in its column

_NAMES = {  # of constraints, so that a migration can name what it changes on every database
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def _values(terms: type[StrEnum]) -> list[str]:
    return [term.value for term in terms]


def one_standing(name: str, *columns: str) -> Index:
    """Return an index that lets each combination of `columns` stand once among the records not removed."""
    standing = text("removed_at IS NULL")
    return Index(f"uq_{name}", *columns, unique=True, sqlite_where=standing, postgresql_where=standing)


def removed_ones(table: str) -> Index:
    """Return an index of the rows of a large table that were removed, so that the bin need not read all the others."""
    gone = text("removed_at IS NOT NULL")
    return Index(f"ix_{table}_removed_at", "removed_at", sqlite_where=gone, postgresql_where=gone)


class UtcInstant(TypeDecorator[datetime]):
    """A moment, kept as UTC without its offset (SQLite would drop it) and given back aware."""

    impl = DateTime
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """Return what stands in an entity."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy calls it so
        """Refuse a time that does not say which zone it is in."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy calls it so
        """Say that it is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Entity(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """Anything that the workspace keeps. `pk` is for joins and never shown; `id` is what everything else uses.

    `WORDS` says what it is to a person: one of it, and many. What `LEAVES` is made of names, for others.
    """

    WORDS: ClassVar[tuple[str, str]] = ("an entry", "entries")
    LEAVES: ClassVar[bool] = False
    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcInstant(),
        str: Words(),
        PersonName: NameWords(),
        BackStage: BackStageWords(),
        StrEnum: Enum(StrEnum, native_enum=False, validate_strings=True, length=LONGEST_TERM, values_callable=_values),
    }

    pk: Mapped[int] = mapped_column(KEY, primary_key=True, init=False, sort_order=-2)
    id: Mapped[UUID] = mapped_column(unique=True, default_factory=uuid4, sort_order=-1)

    def __repr__(self) -> str:
        """Name the class and the id only: what an entity says may be a confidence."""
        return f"<{type(self).__name__} {self.__dict__.get('id')}>"


class Record(Entity, kw_only=True):
    """An entity of the practice: it has an audience, and is removed by saying when, so that it can come back.

    While the workspace is discreet, what is for the facilitator only is there for nobody; but for that of the
    `FRONT_STAGE`, of which only the back-stage words are not seen.
    """

    __abstract__ = True
    FRONT_STAGE: ClassVar[bool] = False

    audience: Mapped[Audience] = mapped_column(default=Audience.FACILITATOR, sort_order=1)
    removed_at: Mapped[datetime | None] = mapped_column(default=None, init=False, sort_order=2)
