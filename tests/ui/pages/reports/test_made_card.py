from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError
from carfacilitator.model.terms import Audience
from carfacilitator.services.departures import Parcel
from carfacilitator.services.reports import Report
from carfacilitator.ui.pages.reports.made_card import MadeCard
from carfacilitator.ui.reports import ReportKind
from carfacilitator.ui.widgets.words import Words

PARCEL = Parcel(name="Comments.csv", media_type="text/csv", data=b"", audience=Audience.AUTHOR)


def test_it_says_how_many_comments_go_and_stay_or_why_none_can(qtbot: QtBot) -> None:
    card = MadeCard()
    qtbot.addWidget(card)
    card.show()
    card.show_report(Report(parcel=PARCEL, receipt=PARCEL, comments=3, left_out=2), ReportKind.TABLE)
    said = [label.text() for label in card.findChildren(Words) if label.isVisible()]
    assert "Comments.csv" in said
    assert "Three comments. Two more stay here: for other eyes." in said
    card.say_why(KnownError("None of these comments may be seen by the public."))
    assert not card.card.isVisible()
    assert card.wrong.isVisible()
    card.wait()
    assert not card.wrong.isVisible()
