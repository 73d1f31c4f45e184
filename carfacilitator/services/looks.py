"""How the drafts of each case study are looked at, remembered from one opening of the workspace to the next."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select

from carfacilitator.model.case_studies import CaseStudy
from carfacilitator.model.looks import LOOKS
from carfacilitator.services import records
from carfacilitator.store.database import Database


class Looks:
    """What was chosen for each case study, as JSON can hold it; there is no undo of it and no event."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, case_study_id: UUID) -> Mapping[str, Any]:
        """Return what was chosen for a case study, nothing if nothing was."""
        chosen = select(LOOKS.c.choices).join(CaseStudy, CaseStudy.pk == LOOKS.c.case_study_pk)
        with self._database.reading() as session:
            return session.scalar(chosen.where(CaseStudy.id == case_study_id)) or {}

    def remember(self, case_study_id: UUID, choices: Mapping[str, Any]) -> None:
        """Remember these choices instead of what was chosen before.

        Raises:
            NotFoundError: there is no such case study.
        """
        with self._database.transaction(None) as session:
            key = records.get(session, CaseStudy, case_study_id).pk
            session.execute(delete(LOOKS).where(LOOKS.c.case_study_pk == key))
            session.execute(insert(LOOKS).values(case_study_pk=key, choices=dict(choices)))
