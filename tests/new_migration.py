"""Writes the next migration from what the entities say; `python tests/new_migration.py 0002 "packs remember …"`."""

import sys
import tempfile
from pathlib import Path

from alembic import command

from carfacilitator.store import upgrades
from carfacilitator.store.migrations import running


def write(revision: str, message: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database, key = Path(folder) / "workspace.db", bytes(32)
        if any((running.FOLDER / "versions").glob("*.py")):
            upgrades.migrate(database, key, "heads")  # "head" would insist that nothing differs
        with upgrades._bare_connection(database, key) as connection, connection.begin():
            command.revision(running.config(connection), message, autogenerate=True, rev_id=revision)


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
