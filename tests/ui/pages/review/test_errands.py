from dataclasses import replace

from pytestqt.qtbot import QtBot

from carfacilitator.document.profiles import AS_USUAL
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.more_button import MoreButton
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.review.errands import NAME
from carfacilitator.ui.pages.review.page import ReviewPage
from carfacilitator.ui.reports import ReportAsk
from carfacilitator.ui.shared_actions import KINDS, OPEN_IN_WORD, REPORT
from tests.ui.conftest import Answers


def drafts(services: Services) -> list[DraftRow]:
    study = next(row for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))
    return services.drafts.timeline(study.id)


def test_a_report_is_asked_for_on_the_drafts_that_are_compared_and_in_the_same_way(
    qtbot: QtBot, page: ReviewPage, services: Services
) -> None:
    first, *_, latest = drafts(services)
    page.compare(first.id, latest.id)
    wanted = replace(AS_USUAL, ignore_case=True)
    page.review.bar.compare.profile_chosen.emit(wanted)
    with qtbot.waitSignal(page.wants) as wants:
        page.commands[REPORT].trigger()
    assert wants.args == ["reports", ReportAsk(new_id=latest.id, old_id=first.id, profile=wanted)]


def test_the_newer_draft_is_opened_in_word_and_named(
    page: ReviewPage, services: Services, desk: Desk, answers: Answers
) -> None:
    latest = drafts(services)[-1]
    page.commands[OPEN_IN_WORD].trigger()
    assert services.originals.lent()[0].draft_id == latest.id
    page.commands[NAME].trigger()
    assert services.drafts.open(latest.id).name == latest.name  # nothing was answered
    answers.text = "sent to Ailsa"
    page.commands[NAME].trigger()
    assert services.drafts.open(latest.id).name == "sent to Ailsa"
    assert desk.messages.shown[-1] == f"Draft {latest.number} is called ‘sent to Ailsa’."


def test_the_kinds_of_comment_are_a_step_away(qtbot: QtBot, page: ReviewPage) -> None:
    with qtbot.waitSignal(page.wants) as wants:
        page.commands[KINDS].trigger()
    assert wants.args == ["codebook", None]
    [more] = page.head.findChildren(MoreButton)
    assert more.accessibleName() == "More"
