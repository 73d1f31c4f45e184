from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.page_head import PageHead


def head_of(qtbot: QtBot) -> tuple[PageHead, Button]:
    head = PageHead()
    qtbot.addWidget(head)
    head.set_title("After the consultation", "Tom Baird, planning officer", serif=True)
    button = Button("Review draft 5", "comment", "primary")
    head.add_button(Button("Make a review pack", "export"))
    head.add_button(button)
    head.show()
    return head, button


def test_buttons_stand_at_the_right_and_below_when_narrow(qtbot: QtBot) -> None:
    head, button = head_of(qtbot)
    head.resize(1000, 120)
    qtbot.waitUntil(lambda: button.mapTo(head, QPoint()).y() < 40)
    head.resize(420, 240)
    qtbot.waitUntil(lambda: button.mapTo(head, QPoint()).y() > 60)
    assert button.mapTo(head, button.rect().topRight()).x() < 420


def test_a_title_that_would_be_cut_has_the_line_for_itself(qtbot: QtBot) -> None:
    head, button = head_of(qtbot)
    head.resize(800, 200)
    head.set_title("Strathmorran case-study group, which has a long name", serif=True)
    qtbot.waitUntil(lambda: button.mapTo(head, QPoint()).y() > 40)


def test_the_title_is_what_is_open(qtbot: QtBot) -> None:
    head, _ = head_of(qtbot)
    assert head.title == "After the consultation"


def test_the_way_back_is_offered_when_there_is_one(qtbot: QtBot) -> None:
    head, _ = head_of(qtbot)
    crumb = head.findChildren(Button)[0]
    assert not crumb.isVisible()
    head.set_crumb("Case studies")
    assert crumb.isVisible()
    with qtbot.waitSignal(head.crumb_chosen):
        crumb.click()


def test_a_low_head_takes_one_line_and_says_its_buttons_on_hover(qtbot: QtBot) -> None:
    head, button = head_of(qtbot)
    head.set_crumb("Case studies")
    head.resize(700, 200)
    high = head.sizeHint().height()
    head.set_low(low=True)
    qtbot.waitUntil(lambda: button.mapTo(head, QPoint()).y() < 40)
    assert head.sizeHint().height() < high / 1.5
    assert button.text() == ""
    assert button.accessibleName() == "Review draft 5"
    head.set_low(low=False)
    assert button.text().strip() == "Review draft 5"


def test_the_button_that_one_came_for_keeps_its_words_in_a_low_head(qtbot: QtBot) -> None:
    head, _ = head_of(qtbot)
    kept = Button("Write draft 5", "file")
    head.add_button(kept, keeps_words=True)
    head.set_low(low=True)
    assert kept.text().strip() == "Write draft 5"
