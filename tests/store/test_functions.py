from sqlcipher3 import dbapi2

from carfacilitator.model.texts import packed
from carfacilitator.store.functions import teach


def test_a_connection_takes_texts_apart_as_the_search_does() -> None:
    connection = dbapi2.connect(":memory:")
    teach(connection)
    body = packed({"spans": [{"text": "It rained."}]})
    row = connection.execute("SELECT searchable('O’Neill’s'), searchable(NULL), passage_words(?)", (body,)).fetchone()
    connection.close()
    assert row == ("ONeill", "", "It rained.")
