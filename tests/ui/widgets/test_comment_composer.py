import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.comment_composer import CommentComposer
from carfacilitator.ui.widgets.kind_rows import KindRow
from carfacilitator.ui.widgets.remark_field import RemarkField
from carfacilitator.ui.widgets.review_data import WrittenComment
from carfacilitator.ui.widgets.words import Words
from tests.ui.widgets.review_demo import AUDIENCES, KINDS, place

MOST = place("Most said")
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def composer(qtbot: QtBot) -> CommentComposer:
    made = CommentComposer(KINDS, AUDIENCES)
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    made.begin(WrittenComment(MOST, "", "", "author"), "Most said")
    return made


def field(composer: CommentComposer) -> RemarkField:
    found = composer.findChild(RemarkField)
    assert found is not None
    return found


def test_a_comment_is_written_by_keyboard_alone(composer: CommentComposer, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(composer.focusWidget(), KindRow))
    qtbot.keyClick(composer.focusWidget(), Qt.Key.Key_E)
    qtbot.waitUntil(field(composer).hasFocus)
    qtbot.keyClicks(field(composer), "Which four?")
    with qtbot.waitSignal(composer.kept) as told:
        qtbot.keyClick(field(composer), Qt.Key.Key_Return, CONTROL)
    assert told.args == [WrittenComment(MOST, "e", "Which four?", "author")]


def test_esc_sets_aside_and_hands_the_words_over(composer: CommentComposer, qtbot: QtBot) -> None:
    qtbot.keyClicks(field(composer), "Which")
    with qtbot.waitSignal(composer.set_aside) as told:
        qtbot.keyClick(field(composer), Qt.Key.Key_Escape)
    assert told.args == [WrittenComment(MOST, "", "Which", "author")]


def test_without_a_kind_or_words_nothing_is_kept_and_one_is_led_to_what_is_missing(
    composer: CommentComposer, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(composer.kept):
        composer.keep()
        assert isinstance(composer.focusWidget(), KindRow)
        composer.begin(WrittenComment(MOST, "a", "", "author"), "Most said")
        composer.keep()
        assert field(composer).hasFocus()
    keep = next(button for button in composer.findChildren(Button) if button.accessibleName() == "Keep comment")
    assert not keep.isEnabled()


def test_everything_that_is_typed_is_told(composer: CommentComposer, qtbot: QtBot) -> None:
    told: list[WrittenComment] = []
    composer.typed.connect(told.append)
    qtbot.keyClicks(field(composer), "No")
    assert [written.text for written in told] == ["N", "No"]
    composer.findChild(QComboBox).setCurrentIndex(2)  # type: ignore[union-attr]  # the audience
    assert told[-1].audience == "group"


def test_the_audience_says_who_will_not_see_it(composer: CommentComposer) -> None:
    said = [words.text() for words in composer.findChildren(Words)]
    assert "Gatekeepers and the group will not see it." in said
    assert "on two words" in said


def test_a_frequent_remark_is_put_by_its_number(composer: CommentComposer, qtbot: QtBot) -> None:
    composer.begin(WrittenComment(MOST, "a", "", "group"), "Most said")
    qtbot.keyClick(field(composer), Qt.Key.Key_2, ALT)
    assert composer.written() == WrittenComment(MOST, "a", "Compared with what?", "group")


def test_a_comment_that_was_set_aside_is_taken_up_as_it_was(composer: CommentComposer) -> None:
    written = WrittenComment(MOST, "p", "Agree with Alan", "facilitator only")
    composer.begin(written, "Most said")
    assert composer.written() == written
    assert not composer.grab().isNull()


def test_at_twice_the_text_size_nothing_is_cut_at_the_side(composer: CommentComposer, qapp: QApplication) -> None:
    theme.apply(qapp, Settings(text_size=200))
    composer.resize(composer.sizeHint().width(), 600)
    qapp.processEvents()
    inner = composer.findChild(QVBoxLayout)
    assert inner is not None
    assert inner.minimumSize().width() <= composer.viewport().width()
