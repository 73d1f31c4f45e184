from pathlib import Path

from carfacilitator.store import cipher, summaries

KEY = bytes(range(32))


def a_database(folder: Path, *texts: str) -> cipher.Connection:
    connection = cipher.connect(folder / f"{len(texts)}.db", KEY)
    connection.execute("CREATE TABLE note (pk INTEGER PRIMARY KEY, text TEXT, picture BLOB)")
    connection.executemany("INSERT INTO note (text, picture) VALUES (?, x'00ff')", [(text,) for text in texts])
    return connection


def test_a_summary_counts_and_tells_any_change(tmp_path: Path) -> None:
    connection = a_database(tmp_path, "one", "two")
    before = summaries.summary(connection)
    assert before.counts == summaries.counts(connection) == {"note": 2}
    for change in ("text = 'three'", "picture = x'00fe'", "text = NULL", "pk = pk + 1"):
        connection.execute("BEGIN")
        connection.execute(f"UPDATE note SET {change} WHERE pk = 2")  # noqa: S608  the test's own words
        assert summaries.summary(connection).hashes != before.hashes
        connection.execute("ROLLBACK")
    assert summaries.summary(connection) == before
    connection.close()


def test_a_value_cannot_pass_into_its_neighbour(tmp_path: Path) -> None:
    connection = a_database(tmp_path, "a")
    connection.execute("CREATE TABLE pair (pk INTEGER PRIMARY KEY, one BLOB, other BLOB)")
    found = set()
    for one, other in ((b"ab", b"c"), (b"a", b"bc"), (b"abc", b"")):
        connection.execute("INSERT OR REPLACE INTO pair VALUES (1, ?, ?)", (one, other))
        found.add(summaries.summary(connection).hashes["pair"])
    assert len(found) == 3
    connection.close()


def test_what_an_index_for_searching_keeps_is_left_out(tmp_path: Path) -> None:
    connection = a_database(tmp_path, "one")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, content='note', content_rowid='pk')")
    assert summaries.counts(connection) == {"note": 1}
    connection.close()


def test_only_the_key_opens_a_sealed_summary(tmp_path: Path) -> None:
    connection = a_database(tmp_path, "one")
    found = summaries.summary(connection)
    connection.close()
    sealed = summaries.seal(found, KEY)
    assert summaries.unseal(sealed, KEY) == found
    assert summaries.unseal(sealed, bytes(32)) is None
    assert b"note" not in sealed
