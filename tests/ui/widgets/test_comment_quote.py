from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.comment_quote import LONGEST, CommentQuote
from carfacilitator.ui.widgets.words import Words


def words(quote: CommentQuote) -> str:
    found = quote.findChild(Words)
    assert found is not None
    return found.text()


def test_the_words_are_quoted_and_of_many_the_beginning_and_the_end(qtbot: QtBot) -> None:
    quote = CommentQuote()
    qtbot.addWidget(quote)
    quote.show_quote("Most\nsaid")
    assert words(quote) == "“Most said”"
    quote.show_quote("begin " + "word " * 200 + "end")
    assert words(quote).startswith("“begin")
    assert words(quote).endswith("end”")
    assert len(words(quote)) < LONGEST + 10
    assert not quote.grab().isNull()


def test_no_words_take_no_room(qtbot: QtBot) -> None:
    quote = CommentQuote()
    qtbot.addWidget(quote)
    quote.show_quote("")
    assert quote.isHidden()
