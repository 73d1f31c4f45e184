from collections.abc import Iterator
from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.lending import open_in_word
from carfacilitator.ui.page import Desk
from tests.builders import a_case_study, a_draft, a_file, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


def test_it_is_said_that_a_copy_lies_in_the_open(services: Services, desk: Desk) -> None:
    draft = a_draft(services, a_case_study(services), a_file("It rained."))
    open_in_word(services, desk, draft)
    assert "readable by anyone at this computer" in desk.messages.shown[0]
    services.originals.lent()[0].file.write_bytes(b"altered")
    with pytest.raises(KnownError, match="changed since"):
        open_in_word(services, desk, draft)
