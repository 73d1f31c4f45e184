"""A draft of which two packs came back: what the parts of the page of what came back are tried with."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Circumstances, Services, open_workspace
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.combined.page import CombinedPage
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.suggestions import Suggestion
from tests.builders import CHEAP, NOON, PASSPHRASE, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace
from tests.came_back import came_back, newest_of
from tests.services.test_returns import where
from tests.ui.conftest import Relay


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


@pytest.fixture(scope="session")
def kept_answers(kept_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Receive three answers with edits and remarks of every kind in a sample, once."""
    folder = Path(shutil.copytree(kept_sample, tmp_path_factory.mktemp("answers") / "Sample.car"))
    opened = open_workspace(folder, PASSPHRASE, Circumstances(cost=CHEAP))
    came_back(opened)
    opened.close()
    return folder


@pytest.fixture
def answered(kept_answers: Path, tmp_path: Path) -> Iterator[Services]:
    """Open the workspace with three answers, which is the test's own."""
    folder = Path(shutil.copytree(kept_answers, tmp_path / "Answered.car"))
    opened = open_workspace(folder, PASSPHRASE, Circumstances(cost=CHEAP))
    yield opened
    opened.close()


@pytest.fixture
def review(answered: Services) -> CombinedReview:
    """Return all that came back."""
    return answered.combined_reviews.open(newest_of(answered))


@pytest.fixture
def page(qtbot: QtBot, answered: Services, desk: Desk) -> CombinedPage:
    """Return the page with the three answers, at the first thing to decide, the focus on the item."""
    made = CombinedPage(answered, desk)
    qtbot.addWidget(made)
    relay = Relay(made)
    relay.announced.connect(made.announce)
    answered.on_change(relay.announced.emit)
    made.resize(1350, 900)
    with qtbot.waitActive(made):
        made.show()
    made.open(newest_of(answered))
    qtbot.waitUntil(lambda: made.entry is not None)
    made.decisions.middle.take_focus()
    return made
