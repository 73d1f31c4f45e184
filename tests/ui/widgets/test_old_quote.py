from pytestqt.qtbot import QtBot

from carfacilitator.ui import theme
from carfacilitator.ui.widgets.old_quote import OldQuote, StruckLine
from carfacilitator.ui.widgets.words import Words


def test_the_old_words_are_struck_and_heard_as_what_was(qtbot: QtBot) -> None:
    line = StruckLine("Everybody\nsaid so")
    qtbot.addWidget(line)
    line.resize(200, line.sizeHint().height())
    assert line.accessibleName() == "was “Everybody said so”"
    assert not line.grab().isNull()


def test_only_an_uncertain_place_stands_on_amber(qtbot: QtBot) -> None:
    for weak, token, told in ((True, "warn_soft", "Uncertain place"), (False, "paper", "Passage changed")):
        quote = OldQuote("Everybody said", weak=weak)
        qtbot.addWidget(quote)
        quote.resize(240, quote.sizeHint().height())
        assert quote.grab().toImage().pixelColor(120, 3) == theme.colour(token)
        assert any(told in words.text() for words in quote.findChildren(Words))
