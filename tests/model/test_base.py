from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import inspect
from sqlalchemy.dialects import sqlite

from carfacilitator.model.base import Entity, Record, UtcInstant
from carfacilitator.model.people import Person
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.terms import Audience

SUMMER = datetime(2026, 7, 1, 13, 0, tzinfo=timezone(timedelta(hours=1)))


def test_an_instant_is_kept_as_utc_and_given_back_aware() -> None:
    column, dialect = UtcInstant(), sqlite.dialect()
    kept = column.process_bind_param(SUMMER, dialect)
    assert kept == datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001  as it stands in the file
    assert column.process_result_value(kept, dialect) == datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert column.process_bind_param(None, dialect) is None
    assert column.process_result_value(None, dialect) is None


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        UtcInstant().process_bind_param(datetime(2026, 7, 1), sqlite.dialect())  # noqa: DTZ001  the point of it


def test_what_stands_in_an_entity_never_shows_in_its_repr() -> None:
    person = Person(name="Zebedee Quarrell")
    assert "Zebedee" not in repr(person)
    assert repr(person) == f"<Person {person.id}>"


def test_a_record_is_for_the_facilitator_only_until_somebody_says_otherwise() -> None:
    assert Person(name="Ailsa Reid").audience is Audience.FACILITATOR
    for kind in ENTITIES:
        if issubclass(kind, Record):
            assert getattr(inspect(kind).columns["audience"].default, "arg", None) is Audience.FACILITATOR


def test_every_entity_says_what_it_is_in_words() -> None:
    assert all(kind.WORDS != Entity.WORDS for kind in ENTITIES)
