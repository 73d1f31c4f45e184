from pytestqt.qtbot import QtBot

from carfacilitator.services.comments import CommentFilter
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.comments.page import DOCUMENT, EVERYTHING, FILTER, TABLE, CommentsPage
from carfacilitator.ui.reports import ReportAsk, ReportKind


def wanted(page: CommentsPage, services: Services) -> int:
    return len(services.comments.rows(CommentFilter(case_study_id=page._study)))


def test_every_comment_stands_in_the_list_with_its_balance(page: CommentsPage, sampled: Services) -> None:
    assert len(page.list.rows) == wanted(page, sampled)
    assert page.sentence.text() == sampled.comments.balance(page._study).sentence
    assert page.told.text().endswith("open")


def test_the_list_is_narrowed_and_widened_again(page: CommentsPage, sampled: Services) -> None:
    assert not page.commands[EVERYTHING].isEnabled()
    page.choices.fields["open"].set_value("resolved")
    page.choices.fields["open"].chosen.emit("resolved")
    resolved = len(page.list.rows)
    assert 0 < resolved < wanted(page, sampled)
    page.commands[FILTER].trigger()
    page.choices.line.setText("no such words anywhere")
    assert page.nothing.isVisible()
    assert not page.commands[DOCUMENT].isEnabled()
    page.commands[EVERYTHING].trigger()
    assert len(page.list.rows) == wanted(page, sampled)
    assert not page.commands[EVERYTHING].isEnabled()


def test_a_comment_opens_at_its_passage(page: CommentsPage, qtbot: QtBot) -> None:
    row = page.list.rows[3]
    with qtbot.waitSignal(page.wants) as asked:
        page.list.opened.emit(row.id)
    assert asked.args == ["review", row.id]


def test_what_is_shown_is_made_a_document_or_a_table(page: CommentsPage, qtbot: QtBot) -> None:
    page.choices.line.setText("tenants")
    for action, kind in ((DOCUMENT, ReportKind.COMMENTS), (TABLE, ReportKind.TABLE)):
        with qtbot.waitSignal(page.wants) as asked:
            page.commands[action].trigger()
        name, ask = asked.args
        assert name == "reports"
        assert isinstance(ask, ReportAsk)
        assert ask.kind is kind
        assert ask.wanted is not None
        assert ask.wanted.words == "tenants"


def test_the_way_back_leads_to_the_case_study(page: CommentsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wants) as asked:
        page.head.crumb_chosen.emit()
    assert asked.args == ["case-studies", page._study]
