from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.receiving.landing import Landing
from carfacilitator.ui.receiving.looking import Asked, Came, Settled
from tests.builders import a_sample_draft
from tests.ui.receiving.conftest import RUTH, Sent


def test_a_file_is_kept_as_a_draft_or_taken_in_as_an_answer(
    qtbot: QtBot, workspace: Services, sent: Sent, desk: Desk
) -> None:
    owner = QObject()
    landing = Landing(workspace, desk, owner)
    asked = Asked(a_sample_draft("keeping-a-tenancy-draft-3.docx"), ())
    with qtbot.waitSignal(landing.kept) as kept, qtbot.waitSignal(landing.settled) as settled:
        landing.keep(4, asked, sent.study_id, Arrival(how="email"))
    assert kept.args[0] == sent.study_id
    number, now = settled.args
    assert (number, type(now), now.kept) == (4, Settled, True)
    assert not landing.is_busy
    with qtbot.waitSignal(landing.settled) as settled:
        landing.take_in(1, asked, sent.packs[RUTH].stamp.id)
    assert type(settled.args[1]) is Came
    assert [row.gatekeeper for row in workspace.returns.rows()] == [RUTH]


def test_what_is_refused_is_said_and_settles_nothing(qtbot: QtBot, workspace: Services, sent: Sent, desk: Desk) -> None:
    owner = QObject()
    landing = Landing(workspace, desk, owner)
    landing.keep(0, Asked(workspace.drafts.original(sent.draft_id), ()), sent.study_id, Arrival())
    qtbot.waitUntil(lambda: bool(desk.messages.shown))
    assert not landing.is_busy
