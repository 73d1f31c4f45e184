from carfacilitator.word.tally import MACROS, OUTSIDE, STRAY, Tally


def sentences(*kinds: str) -> list[str]:
    tally = Tally()
    for kind in kinds:
        tally.add(kind)
    return [finding.sentence for finding in tally.report()]


def test_one_and_several_are_said_differently() -> None:
    assert sentences("chart", "chart", "equation: a+b") == [
        "2 charts are kept but cannot be commented inside.",
        "1 equation is kept but cannot be commented inside.",
    ]


def test_some_kinds_have_sentences_of_their_own() -> None:
    assert sentences(MACROS) == ["This file brings macros. They are never run and never sent on."]
    assert sentences(OUTSIDE, OUTSIDE)[0].startswith("2 links")
    assert sentences(STRAY)[0].startswith("1 piece of text stands outside any paragraph.")
    assert sentences("WordArt: Loud") == ["1 piece of WordArt is kept but cannot be commented inside."]


def test_nothing_is_not_reported() -> None:
    tally = Tally()
    tally.add("chart", 0)
    assert tally.report() == ()
