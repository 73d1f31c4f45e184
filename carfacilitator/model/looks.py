"""How the drafts of a case study were looked at last: a habit of the eyes at this desk, no part of the work."""

from sqlalchemy import JSON, Column, ForeignKey, Table

from carfacilitator.model.base import KEY, Entity

LOOKS = Table(
    "looks",
    Entity.metadata,
    Column("case_study_pk", KEY, ForeignKey("case_studies.pk", ondelete="CASCADE"), primary_key=True),
    Column("choices", JSON, nullable=False),
)
"""At most one row a case study. No event tells of it, nothing undoes it, and it moves to no other workspace."""
