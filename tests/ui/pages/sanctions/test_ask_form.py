from pytestqt.qtbot import QtBot

from carfacilitator.services.days import today
from carfacilitator.services.sanctions import Request
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.ask_form import AskForm
from tests.builders import a_gatekeeper


def test_somebody_must_be_chosen(services: Services, qtbot: QtBot) -> None:
    ruth = a_gatekeeper(services, "Ruth McKay")
    form = AskForm(lambda: today(services.clock))
    qtbot.addWidget(form)
    asked: list[Request] = []
    form.asked.connect(lambda request: asked.extend([request]))
    form.begin("Ailsa Reid", services.gatekeepers.rows(), "", ())
    assert form.author.isChecked()
    form.author.setChecked(False)
    form.ask.click()
    assert not asked
    form.choose([ruth])
    form.ask.click()
    assert asked == [Request(output="Report for the board", gatekeepers=(ruth,))]
