from carfacilitator.word.sheets import Words, bold, italic, stretches


def test_a_text_is_told_in_words_or_in_stretches() -> None:
    assert list(stretches("plain")) == [Words("plain")]
    assert list(stretches(bold("b"))) == [Words("b", frozenset({"bold"}))]
    assert list(stretches(("a", italic("i")))) == [Words("a"), Words("i", frozenset({"italic"}))]
