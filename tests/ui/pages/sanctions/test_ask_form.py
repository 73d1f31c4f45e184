from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.services.days import today
from carfacilitator.services.sanctions import Ledger, Request
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.ask_form import AskForm
from tests.builders import a_gatekeeper
from tests.ui.pages.sanctions.conftest import BOARD


def test_somebody_must_be_chosen(services: Services, qtbot: QtBot) -> None:
    ruth = a_gatekeeper(services, "Ruth McKay")
    form = AskForm(lambda: today(services.clock))
    qtbot.addWidget(form)
    asked: list[Request] = []
    form.asked.connect(lambda request: asked.extend([request]))
    form.begin("Ailsa Reid", services.gatekeepers.rows(), "", Ledger(()))
    assert form.author.isChecked()
    form.author.setChecked(False)
    form.ask.click()
    assert not asked
    form.choose([ruth])
    form.ask.click()
    assert asked == [Request(output="Report for the board", gatekeepers=(ruth,))]


def test_who_is_on_the_list_is_not_asked_here_for_that_would_take_back_a_yes(
    services: Services, study: UUID, qtbot: QtBot
) -> None:
    form = AskForm(lambda: today(services.clock))
    qtbot.addWidget(form)
    form.begin("Ailsa Reid", services.gatekeepers.rows(), BOARD, services.sanctions.ledger(study))
    assert not any(switch.isEnabled() for switch in (form.author, *form.people.values()))
    form.output.set_value("Article")
    form.output.chosen.emit()
    assert all(switch.isEnabled() for switch in (form.author, *form.people.values()))
