"""All answers of a case study as they are read aside: one for each pack that came back, and the author's copy."""

from dataclasses import dataclass
from uuid import UUID

from carfacilitator.services.answers import AnswerTable, AuthorCopy
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.answers import texts
from carfacilitator.ui.widgets.rows import Row


@dataclass(frozen=True)
class Reading:
    """`copy` is that of the newest draft, `draft_id`; `saved` are the packs and drafts whose answer was saved once."""

    tables: tuple[AnswerTable, ...] = ()
    draft_id: UUID | None = None
    copy: AuthorCopy | None = None
    saved: frozenset[UUID] = frozenset()

    def table(self, pack_id: UUID | None) -> AnswerTable | None:
        """Return the answer to a pack, if that is one of them."""
        return next((table for table in self.tables if table.pack_id == pack_id), None)

    def rows(self) -> list[Row]:
        """Return them as they stand in the list, the author's last."""
        rows = [texts.gatekeeper_row(table, saved=table.pack_id in self.saved) for table in self.tables]
        if self.copy is not None and self.draft_id is not None:
            rows.append(texts.author_row(self.draft_id, self.copy, saved=self.draft_id in self.saved))
        return rows


def read_answers(services: Services, study_id: UUID) -> Reading:
    """Return the answers of a case study; it takes a moment."""
    tables = tuple(services.answers.tables(study_id))
    drafts = services.drafts.timeline(study_id)
    if not drafts:
        return Reading(tables)
    newest = drafts[-1].id
    made = {f"parts of Pack:{table.pack_id}": table.pack_id for table in tables}
    made[f"parts of Draft:{newest}"] = newest
    left = {row.made_from for row in services.departures.rows() if row.how == "file"}
    saved = frozenset(id_ for words, id_ in made.items() if words in left)
    return Reading(tables, newest, services.answers.what_the_author_sees(newest), saved)
