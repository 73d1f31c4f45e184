"""A workspace whose draft went to three gatekeepers, and the files that come back of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.model.terms import Audience
from carfacilitator.services.packs import PackMade
from carfacilitator.services.workspace import Services
from tests.builders import a_case_study, a_comment, a_draft, a_gatekeeper, a_sample_draft, a_workspace
from tests.imitated_word import WordDesk

FIONA, ALAN, RUTH = "Fiona Grant", "Alan Petrie", "Ruth McKay"


@dataclass(frozen=True)
class Sent:
    """A draft and the packs of it, by gatekeeper; `folder` is where files that come back are put."""

    study_id: UUID
    draft_id: UUID
    packs: dict[str, PackMade]
    folder: Path

    def answer(self, pack_for: str, author: str, name: str = "", silent: str = "") -> Path:
        """Return a file that came back: one remark, two tracked changes, and one without tracking if asked for."""
        desk = WordDesk(self.packs[pack_for].document.data, author)
        desk.comment("Nobody was hurt.", "Whose view is this?")
        desk.insert("By the third night", " or so")
        desk.delete("cake")
        if silent:
            desk.retype("four hundred pairs", silent)
        return self.put(desk.save(), name or f"{pack_for}.docx")

    def put(self, data: bytes, name: str) -> Path:
        """Put a file where it can be dropped from."""
        file = self.folder / name
        file.write_bytes(data)
        return file


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def sent(workspace: Services, tmp_path: Path) -> Sent:
    study_id = a_case_study(workspace)
    draft_id = a_draft(workspace, study_id, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    a_comment(workspace, draft_id, "badminton", "Is this fair?", Audience.PUBLIC)
    people = {name: a_gatekeeper(workspace, name) for name in (FIONA, ALAN, RUTH)}
    packs = {name: workspace.packs.make(workspace.packs.prepare(draft_id, id_)) for name, id_ in people.items()}
    return Sent(study_id, draft_id, packs, tmp_path)
