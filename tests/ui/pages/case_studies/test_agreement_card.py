from pathlib import Path

from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import SanctionAnswer
from carfacilitator.services.sanctions import Ledger, Request
from carfacilitator.ui.pages.case_studies.agreement_card import AgreementCard
from carfacilitator.ui.widgets.button import Button
from tests.builders import a_case_study, a_draft, a_file, a_workspace


def test_one_sentence_says_who_agrees_and_what_is_in_the_way(tmp_path: Path, qtbot: QtBot) -> None:
    services = a_workspace(tmp_path)
    study = a_case_study(services)
    a_draft(services, study, a_file("It rained."))
    card = AgreementCard(Button("Who agrees"))
    qtbot.addWidget(card)
    card.show_ledger(Ledger(()))
    assert card.sentence.text() == "Nobody was asked yet whether it may be published."
    (asked,) = services.sanctions.request(study, Request(output="Report", author=True))
    card.show_ledger(services.sanctions.ledger(study))
    assert card.sentence.text() == "0 of 1 agree. Not to be published yet: needs Ailsa Reid."
    services.sanctions.answered(asked, SanctionAnswer.AGREED)
    card.show_ledger(services.sanctions.ledger(study))
    assert card.sentence.text() == "Everybody who was asked agrees to what stands there now."
    services.close()
