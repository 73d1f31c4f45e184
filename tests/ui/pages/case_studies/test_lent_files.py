from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.case_studies.page import CaseStudiesPage
from tests.ui.conftest import Answers
from tests.ui.pages.case_studies.conftest import Known


def come_back(state: Qt.ApplicationState) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(state)


def test_what_was_changed_in_word_is_seen_on_coming_back_and_discarded_only_when_asked(
    page: CaseStudiesPage, services: Services, known: Known, answers: Answers, desk: Desk
) -> None:
    file = services.originals.open(known.drafts[0]).file
    file.write_bytes(b"altered in Word")
    come_back(Qt.ApplicationState.ApplicationActive)
    assert page.lent.card.isVisible()
    page.lent.card.back_wanted.emit()
    assert "Some are still there" in desk.messages.shown[-1]
    answers.yes = False
    page.lent.card.discard_wanted.emit(file)
    assert file.exists()
    answers.yes = True
    page.lent.card.discard_wanted.emit(file)
    assert not file.exists()
    assert not page.lent.card.isVisible()


def test_an_altered_copy_goes_the_way_of_every_draft(
    qtbot: QtBot, page: CaseStudiesPage, services: Services, known: Known, desk: Desk
) -> None:
    file = services.originals.open(known.drafts[0]).file
    page.lent.card.receive_wanted.emit(file)
    qtbot.waitUntil(lambda: any("arrived before" in words or "already" in words for words in desk.messages.shown))
