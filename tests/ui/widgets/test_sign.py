from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.sign import Disc, Sign


def test_a_sign_draws_in_the_colour_of_its_token_and_can_change(qtbot: QtBot) -> None:
    sign = Sign("minus", "good", 20, heard="Agreed")
    qtbot.addWidget(sign)
    sign.resize(20, 20)
    sign.set_sign("minus", "bad")
    drawn = sign.grab().toImage().pixelColor(10, 10)
    assert drawn.red() > 2 * drawn.green()
    assert sign.accessibleName() == "Agreed"


def test_a_disc_holds_initials_or_an_icon(qtbot: QtBot) -> None:
    for disc in (Disc("AR"), Disc(icon="draft", tone="muted")):
        qtbot.addWidget(disc)
        disc.resize(disc.sizeHint())
        picture = disc.grab().toImage()
        colours = {picture.pixelColor(x, 18).name() for x in range(36)}
        assert len(colours) > 2


def test_signs_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    sign = Sign("lock")
    qtbot.addWidget(sign)
    before = sign.sizeHint().width()
    theme.apply(qapp, Settings(theme="light", text_size=200))
    assert sign.sizeHint().width() == 2 * before


def test_a_colour_without_a_soft_one_of_its_own_gives_a_tinted_disc(qtbot: QtBot) -> None:
    disc = Disc(initials="E", tone="ethics")
    qtbot.addWidget(disc)
    assert disc.grab().toImage().pixelColor(disc.width() // 2, 4) == theme.mixed("ethics", "surface", 0.14)
