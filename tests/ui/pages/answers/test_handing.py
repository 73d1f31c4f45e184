from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.services.answers import Outgoing
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.answers.handing import Handing
from tests.ui.conftest import Answers


@pytest.fixture
def going(services: Services, pack: UUID) -> Outgoing:
    return services.answers.to_gatekeeper(services.answers.table(pack))


def test_nothing_is_handed_over_before_it_is_saved(services: Services, desk: Desk, pack: UUID) -> None:
    with pytest.raises(KnownError):
        Handing(services, desk, lambda: None).copy_text(pack)


def test_what_stands_in_the_folder_is_replaced_only_when_asked(  # noqa: PLR0913, PLR0917  fixtures
    qtbot: QtBot, services: Services, desk: Desk, answers: Answers, folder: Path, pack: UUID, going: Outgoing
) -> None:
    handing = Handing(services, desk, lambda: None)
    handing.save(pack, lambda: going)
    qtbot.waitUntil(lambda: handing.of(pack) is not None)
    (folder / going.document.name).write_bytes(b"hers")
    answers.yes = False
    handing.save(pack, lambda: going)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert (folder / going.document.name).read_bytes() == b"hers"
    answers.yes = True
    handing.save(pack, lambda: going)
    qtbot.waitUntil(lambda: (folder / going.document.name).read_bytes() == going.document.data)
    handing.forget()
    assert handing.of(pack) is None


def test_nothing_is_saved_without_a_folder(services: Services, desk: Desk, pack: UUID, going: Outgoing) -> None:
    handing = Handing(services, desk, lambda: None)
    handing.save(pack, lambda: going)
    assert not desk.jobs.busy
