from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine

from carfacilitator.store.search import Asked, marks, taken_apart


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("flood", '"flood"*'),
        ("flood ", '"flood"'),
        ("the flood", '"the" AND "flood"*'),
        ('"the flood" tenants', '"the flood" AND "tenants"*'),
        ('say "the flood', '"say" AND "the flood"'),
        ("well-being now", '"well being" AND "now"*'),
        ("draft 4", '"draft" AND "4"'),
        ("flood c", '"flood"'),
        ("bus", '"bus" OR title : "bus"*'),
        ("O'Neill’s", '"ONeill"*'),
        ('body:x NOT* ("', '"body x" AND "NOT"*'),
    ],
)
def test_what_is_typed_becomes_an_expression_and_never_a_command(words: str, expression: str) -> None:
    asked = taken_apart(words, typing=True)
    assert asked is not None
    assert asked.every == expression


@pytest.mark.parametrize("words", ["", "   ", '""', "—", '" "', "*"])
def test_where_no_word_stands_nothing_is_asked(words: str) -> None:
    assert taken_apart(words, typing=True) is None


def test_a_finished_search_has_whole_words_only() -> None:
    asked = taken_apart("flood c", typing=False)
    assert asked is not None
    assert asked.every == '"flood" AND "c"'


def marked(connection: Connection, text: str, asked: Asked) -> list[str]:
    (numbers,) = marks(connection, [text], asked)
    return [text.split(" ")[number] for number in numbers]


def test_every_form_of_a_word_is_marked_where_it_stands(connection: Connection) -> None:
    asked = Asked((("tenant",), ("cafe",)))
    assert marked(connection, "The tenants’ café (Tenant, tenancy).", asked) == ["tenants’", "café", "(Tenant,"]


def test_a_phrase_is_marked_word_by_word_and_only_as_a_phrase(connection: Connection) -> None:
    asked = Asked((("shore", "street"),))
    assert marked(connection, "On Shore Street the street ends.", asked) == ["Shore", "Street"]


def test_beginnings_and_scottish_names_are_marked(connection: Connection) -> None:
    assert marked(connection, "Ms McKay’s macaroni", Asked((("mack",),), begins=True)) == ["McKay’s"]


def test_texts_are_marked_each_for_itself_and_none_of_an_earlier_search(connection: Connection) -> None:
    asked = Asked((("one",),))
    for _ in range(300):
        assert marks(connection, ["one one", "", "two", "one"], asked) == [[0, 1], [], [], [0]]
    kept = connection.exec_driver_sql("SELECT count(*) FROM temp.shown").scalar()
    assert kept is not None
    assert kept < 500
