"""Runs the migrations: the only place that loads alembic, which a workspace that is up to date never needs."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).resolve().parent


def upgrade(connection: Connection, target: str) -> None:
    """Run the migrations up to `target` on `connection`, in the transaction that stands open there."""
    from alembic import command  # noqa: PLC0415  0.2 s at every start, for what happens once in a release

    command.upgrade(config(connection), target)


def config(connection: Connection) -> "Config":
    """Return what alembic must know: where the migrations are, and the connection to run them on."""
    from alembic.config import Config  # noqa: PLC0415  as above

    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made
