"""A draft of which two packs came back: what the parts of the page of what came back are tried with."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from tests.builders import NOON, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace
from tests.services.test_returns import where


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Return an open workspace."""
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def draft(services: Services) -> UUID:
    """Receive a draft of which two packs came back: two wordings for one place, one remark of both, one of Ruth's."""
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    for name, words in (("Alan Petrie", "a whole day"), ("Ruth McKay", "an afternoon")):
        pack = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services, name)))
        data = pack.document.data
        swap = Suggestion(anchor=where(data, "half a day"), paragraphs=(words,), author=name, when=NOON)
        remark = NewComment(text="Is that really so?", author=name, made=NOON, anchor=where(data, "Mill Lane"))
        answered = patched(data, Patch(suggestions=(swap,), comments=(remark,), seed=name))
        services.returns.receive(OpenedFile(f"{name}.docx", answered, read(answered)))
    return draft
