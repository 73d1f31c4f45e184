from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.days import today
from carfacilitator.services.sanctions import Answered
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.sanctions.answer_form import AnswerForm


def test_a_condition_is_asked_for_where_there_is_one_and_what_was_typed_comes_back(
    services: Services, study: UUID, qtbot: QtBot
) -> None:
    row = services.sanctions.ledger(study).rows[2]
    form = AnswerForm(services.unsaved, lambda: today(services.clock))
    qtbot.addWidget(form)
    given: list[Answered] = []

    def hear(answered: Answered) -> None:
        given.append(answered)

    form.given.connect(hear)
    form.begin(row)
    assert form.condition.isHidden()
    form.answer.set_value(SanctionAnswer.CONDITIONS)
    form.answer.chosen.emit(SanctionAnswer.CONDITIONS)
    form.keep.click()
    assert not given
    form.condition.set_text("Thank the volunteers.")
    form.condition.typed.emit(form.condition.text)
    form.begin(row)
    assert form.condition.text == "Thank the volunteers."
    form.answer.set_value(SanctionAnswer.CONDITIONS)
    form.keep.click()
    assert [one.condition[0] for one in given] == ["Thank the volunteers."]
