"""What every connection can do beyond SQL: take texts apart for the search, as the triggers of its index ask."""

from typing import Any

from carfacilitator.document.parting import words_of
from carfacilitator.model.sorting import searchable
from carfacilitator.model.texts import unpacked


def teach(connection: Any) -> None:  # noqa: ANN401  of sqlcipher3, which has no types
    """Give a connection `searchable(text)` and `passage_words(body)`."""
    connection.create_function("searchable", 1, lambda text: searchable(text or ""), deterministic=True)
    connection.create_function("passage_words", 1, lambda body: words_of(unpacked(body)), deterministic=True)
