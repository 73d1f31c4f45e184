"""How alembic runs a migration of ours: on the connection that it is handed, in the transaction that stands open."""

from alembic import context

from carfacilitator.model.schema import METADATA
from carfacilitator.store import search_index

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    compare_type=True,
    transaction_per_migration=False,
    include_name=lambda name, _kind, _parents: not search_index.is_part(name),
)
context.run_migrations()
