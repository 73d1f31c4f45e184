from pytestqt.qtbot import QtBot

from carfacilitator.ui.pages.combined.preview import Preview


def test_the_paragraph_is_shown_as_it_will_read(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.show_text("With this wording", "Most said that the service was good.")
    assert preview.words.text == "Most said that the service was good."
    assert preview.words.accessibleName() == "Most said that the service was good."
    assert preview.heightForWidth(180) > preview.heightForWidth(900)
