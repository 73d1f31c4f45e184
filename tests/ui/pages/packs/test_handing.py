from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.dispatches import Lying
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.handing import Handing
from tests.ui.conftest import Answers


@pytest.fixture
def way(services: Services, desk: Desk) -> Handing:
    made = Handing(services, desk, lambda: None)
    made.take(services.packs.rows()[0].id)
    return made


def test_nothing_is_done_without_a_pack(services: Services, desk: Desk) -> None:
    with pytest.raises(KnownError):
        Handing(services, desk, lambda: None).copy_text()


def test_without_a_mail_program_it_says_what_to_do_instead(
    way: Handing, services: Services, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "again"
    way.open_mail()
    assert "attach the file yourself" in desk.messages.shown[-1]
    saved = services.dispatches.saved(services.packs.rows()[0].id)
    assert (saved.folder, saved.lying) == (tmp_path / "again", Lying.AS_MADE)
    answers.file = None
    way.open_mail()  # it is known by now where the files are


def test_a_message_that_was_changed_is_not_handed_on(
    way: Handing, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    answers.file = tmp_path / "again"
    way.show_folder()
    (message,) = (tmp_path / "again").glob("*.eml")
    message.write_bytes(message.read_bytes() + b" ")
    way.open_mail()
    assert "not the one that belongs to this pack" in desk.messages.shown[-1]


def test_it_is_noted_that_it_was_sent_put_off_or_not_sent(way: Handing, services: Services, desk: Desk) -> None:
    pack = services.packs.rows()[0].id
    way.sent("by post")
    assert services.packs.open(pack).handed_over_how == "by post"
    way.not_sent()
    assert services.packs.open(pack).handed_over_at is None
    way.not_yet()
    assert "asked about again" in desk.messages.shown[-1]
