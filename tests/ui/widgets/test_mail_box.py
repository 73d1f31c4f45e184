from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.mail_box import MailBox
from carfacilitator.ui.widgets.words import Words


def test_it_says_when_no_address_is_known(qtbot: QtBot) -> None:
    box = MailBox()
    qtbot.addWidget(box)
    box.show_message("", "A draft to read", "Dear Fiona,\n\nHere it is.\n", "A.docx · 31 KB")
    said = "\n".join(words.text() for words in box.findChildren(Words))
    assert "No address is known" in said
    assert "Dear Fiona,\n\nHere it is." in said
    box.show_message("fiona@example.org", "A draft to read", "Dear Fiona,", "A.docx · 31 KB")
    assert "fiona@example.org" in [words.text() for words in box.findChildren(Words)]
