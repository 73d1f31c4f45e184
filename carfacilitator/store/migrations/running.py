"""Runs the migrations: the only place that loads alembic, which a workspace that is up to date never needs."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from carfacilitator.model.schema import METADATA

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).resolve().parent


def upgrade(connection: Connection, target: str) -> None:
    """Run the migrations up to `target` on `connection`, in the transaction that stands open there."""
    from alembic import command  # noqa: PLC0415  0.2 s at every start, for what happens once in a release

    command.upgrade(config(connection), target)


def differences(connection: Connection) -> list[str]:
    """Return what the entities have and the database does not, or has otherwise; what it has besides is its own."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415  as above
    from alembic.migration import MigrationContext  # noqa: PLC0415  as above

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    found = (one if isinstance(one, tuple) else one[0] for one in compare_metadata(context, METADATA))
    return [str(one[0]) for one in found if not str(one[0]).startswith("remove_")]


def config(connection: Connection) -> "Config":
    """Return what alembic must know: where the migrations are, and the connection to run them on."""
    from alembic.config import Config  # noqa: PLC0415  as above

    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made
