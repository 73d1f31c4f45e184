"""Where the files of packs were saved: a fact of this desk, so that a pack can be handed over another day."""

from sqlalchemy import Column, ForeignKey, String, Table

from carfacilitator.model.base import KEY, Entity

PACK_PLACES = Table(
    "pack_places",
    Entity.metadata,
    Column("pack_pk", KEY, ForeignKey("packs.pk", ondelete="CASCADE"), primary_key=True),
    Column("folder", String, nullable=False),
)
"""At most one row a pack. No event tells of it, nothing undoes it, and it moves to no other workspace."""
