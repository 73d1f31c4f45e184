from carfacilitator.ui.pages.combined.result_changes import changed
from carfacilitator.ui.widgets.sheet_runs import Mark
from tests.builders import a_text


def test_only_paragraphs_that_read_otherwise_are_told_with_their_marks() -> None:
    told = changed(a_text("It rained all night.", "Nobody came."), a_text("It rained all day.", "Nobody came.", "New."))
    assert told.count == 2
    first, second = told.paragraphs
    assert [(run.text, run.mark) for run in first.runs if run.mark is not Mark.PLAIN] == [
        ("night", Mark.CUT),
        ("day", Mark.NEW),
    ]
    assert [run.mark for run in second.runs] == [Mark.NEW]
    assert first.place


def test_of_very_many_the_first_are_told_and_all_counted() -> None:
    old = a_text(*(f"Paragraph {number} of this draft." for number in range(90)))
    new = a_text(*(f"Paragraph {number} of this other draft." for number in range(90)))
    told = changed(old, new)
    assert (told.count, len(told.paragraphs)) == (90, 60)
