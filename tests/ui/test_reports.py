from carfacilitator.ui.reports import ReportKind


def test_redlines_and_sheets_of_changes_are_of_two_drafts() -> None:
    assert [kind for kind in ReportKind if kind.is_of_drafts] == [ReportKind.REDLINE, ReportKind.CHANGES]
