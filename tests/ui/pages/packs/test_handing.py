from pathlib import Path

import pytest

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.handing import Handing
from tests.ui.conftest import Answers


def handing(services: Services, desk: Desk) -> Handing:
    return Handing(services, desk, lambda: None)


def test_nothing_is_done_without_a_pack(services: Services, desk: Desk) -> None:
    with pytest.raises(KnownError):
        handing(services, desk).copy_text()


def test_without_a_mail_program_it_says_what_to_do_instead(
    services: Services, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    way = handing(services, desk)
    way.made = services.packs.again(services.packs.rows()[0].id)
    answers.file = tmp_path / "again"
    way.open_mail()
    assert "attach the file yourself" in desk.messages.shown[-1]
    assert way.where == str(tmp_path / "again")


def test_a_file_that_was_changed_is_not_handed_on(
    services: Services, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    way = handing(services, desk)
    way.made = services.packs.again(services.packs.rows()[0].id)
    answers.file = tmp_path / "again"
    way.show_folder()
    (message,) = (tmp_path / "again").glob("*.eml")
    message.write_bytes(message.read_bytes() + b" ")
    with pytest.raises(KnownError, match="no longer"):
        way.open_mail()
