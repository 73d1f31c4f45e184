from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, create_engine

from carfacilitator.services.snippets import snippets
from carfacilitator.store.search import Asked

ASKED = Asked((("flood",), ("budget",)))


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def test_the_text_that_holds_most_of_what_was_asked_for_is_shown(connection: Connection) -> None:
    (found,) = snippets(connection, [["the flood and the flood", "a budget for the flood"]], ASKED)
    assert found.words == "a budget for the flood"
    assert [found.words[start:end] for start, end in found.marks] == ["budget", "flood"]


def test_a_long_text_is_cut_between_words_around_the_first_one(connection: Connection) -> None:
    text = "before " * 40 + "the flood came" + " after" * 40
    (found,) = snippets(connection, [[text]], ASKED)
    assert found.words.startswith("…before ")
    assert found.words.endswith(" after…")
    assert [found.words[start:end] for start, end in found.marks] == ["flood"]
    assert len(found.words) < 140


def test_without_a_word_in_the_texts_the_first_one_begins(connection: Connection) -> None:
    assert [each.words for each in snippets(connection, [["", "A town"], [], [""]], ASKED)] == ["A town", "", ""]
