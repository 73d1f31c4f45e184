from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.preview import Preview
from carfacilitator.ui.widgets.sheet_runs import Mark, Run


def test_the_paragraph_is_shown_as_it_will_read(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_runs("With this wording", (Run("Most", 0, Mark.NEW), Run(" said that the service was good.", 4)))
    assert preview.words.text == "Most said that the service was good."
    assert preview.words.accessibleName() == "new “Most”"
    assert preview.heightForWidth(180) > preview.heightForWidth(900)
