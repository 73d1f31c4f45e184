"""The schema of a workspace: made whole when it is new, brought up to date when it is older, refused when newer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from carfacilitator import log
from carfacilitator.errors import KnownError
from carfacilitator.model.schema import METADATA
from carfacilitator.store import cipher, search_index
from carfacilitator.store.migrations import running

HEAD = "0012"  # the newest revision in migrations/versions
_VERSION_TABLE = """
    CREATE TABLE alembic_version
    (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"""


class NewerWorkspaceError(KnownError):
    """The workspace was last used with a newer program, whose entities this one does not know."""

    def __init__(self) -> None:
        super().__init__(
            "This workspace was last used with a newer version of the program.",
            "Install that version here; nothing was changed.",
        )


class UpgradeFailedError(KnownError):
    """A migration did not end well, so that nothing of it was kept."""

    def __init__(self) -> None:
        super().__init__(
            "This workspace could not be brought up to date.", "Nothing was changed, and a backup stands beside it."
        )


def create_schema(database: Path, key: bytes) -> None:
    """Make every table in a new database, as of the newest revision.

    Raises:
        KnownError: the drive is full, read-only or gone.
    """
    try:
        with _bare_connection(database, key) as connection, connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id={cipher.APPLICATION_ID}")
            METADATA.create_all(connection)
            search_index.renew(connection.exec_driver_sql)
            connection.exec_driver_sql(_VERSION_TABLE)
            connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    except cipher.ENGINE_ERRORS as error:
        raise cipher.known(error) or error from None
    except DBAPIError as error:
        raise cipher.known(error.orig or error) or error from None


def bring_up_to_date(database: Path, key: bytes, back_up: Callable[[], object]) -> None:
    """Migrate an older database, all or nothing, after `back_up` has made a verified backup; else do nothing.

    Raises:
        NewerWorkspaceError: the database is of a newer program.
        UpgradeFailedError: a migration failed; the database is as before.
    """
    revision = revision_of(database, key)
    if revision == HEAD:
        _renew_index(database, key)
        return
    if revision not in known_revisions():
        raise NewerWorkspaceError
    back_up()
    try:
        migrate(database, key, "head")
    except UpgradeFailedError:
        raise
    except Exception as error:  # noqa: BLE001  whatever a migration trips over, the transaction has put it back
        log.bug(error)
        raise cipher.known(getattr(error, "orig", error)) or UpgradeFailedError from None


def known_revisions() -> set[str]:
    """Return every revision that this program can start from."""
    return {file.name.partition("_")[0] for file in (running.FOLDER / "versions").glob("[0-9]*.py")}


def revision_of(database: Path, key: bytes) -> str:
    """Return the revision that a database stands at."""
    connection = cipher.open_with_key(database, key)
    try:
        return "".join(row[0] for row in connection.execute("SELECT version_num FROM alembic_version"))
    except cipher.ENGINE_ERRORS as error:
        raise cipher.known(error) or KnownError("This is not a workspace of this program.") from None
    finally:
        connection.close()


def migrate(database: Path, key: bytes, target: str) -> None:
    """Run the migrations up to `target` in one transaction, with foreign keys off until they are checked at its end."""
    with _bare_connection(database, key) as connection, connection.begin():
        search_index.drop(connection.exec_driver_sql)
        running.upgrade(connection, target)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise UpgradeFailedError
        if target == "head":
            if running.differences(connection):
                raise UpgradeFailedError
            search_index.renew(connection.exec_driver_sql)


def _renew_index(database: Path, key: bytes) -> None:
    """Make the search's index anew if it was made by a program with another plan of it."""
    connection = cipher.connect(database, key)
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] != search_index.PLAN:
            connection.execute("BEGIN IMMEDIATE")
            search_index.renew(connection.execute)
            connection.execute("COMMIT")
    except cipher.ENGINE_ERRORS as error:
        raise cipher.known(error) or error from None
    finally:
        connection.close()


@contextmanager
def _bare_connection(database: Path, key: bytes) -> Iterator[Connection]:
    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: _without_foreign_keys(database, key), poolclass=StaticPool
    )
    engine.hide_parameters = True
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN EXCLUSIVE"))
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _without_foreign_keys(database: Path, key: bytes) -> cipher.Connection:
    connection = cipher.connect(database, key)
    connection.execute("PRAGMA foreign_keys=OFF")  # rebuilding a table would delete its children, without a word
    return connection
