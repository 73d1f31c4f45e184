from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.pill import FACILITATOR_ONLY, Pill, PillLook, pill_size


def test_a_pill_says_its_word_to_everybody(qtbot: QtBot) -> None:
    pill = Pill(FACILITATOR_ONLY)
    qtbot.addWidget(pill)
    assert pill.accessibleName() == pill.text == "Facilitator only"
    pill.set_look(PillLook("9 days", "warn", "clock"))
    assert pill.text == "9 days"


def test_a_pill_is_as_wide_as_its_word_at_every_text_size(qapp: QApplication) -> None:
    plain = pill_size(PillLook("Due", "warn"))
    assert pill_size(PillLook("Overdue", "warn")).width() > plain.width()
    assert pill_size(PillLook("Due", "warn", "alert")).width() > plain.width()
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert pill_size(PillLook("Due", "warn")).height() == 2 * plain.height()


def test_every_tone_can_be_drawn(qtbot: QtBot) -> None:
    for tone in ("muted", "lead", "warn", "bad", "good"):
        pill = Pill(PillLook("State", tone, "alert"))
        qtbot.addWidget(pill)
        pill.resize(pill.sizeHint())
        assert not pill.grab().isNull()


def test_a_pill_without_room_ends_in_an_ellipsis_and_says_itself_on_hover(qtbot: QtBot) -> None:
    pill = Pill(FACILITATOR_ONLY)
    qtbot.addWidget(pill)
    pill.resize(pill.sizeHint())
    pill.show()
    assert not pill.toolTip()
    pill.resize(pill.minimumSizeHint())
    assert pill.width() < pill.sizeHint().width()
    assert pill.toolTip() == "Facilitator only"
    assert not pill.grab().isNull()
