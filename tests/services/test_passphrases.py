import pytest

from carfacilitator.services.passphrases import advise


@pytest.mark.parametrize(
    "weak",
    ["password", "Passw0rd!", "letmein", "qwertyuiop", "aaaaaaaaaaaaaaaa", "12345678901", "abcdefgh", "01091984",
     "Glasgow2019", "summer summer summer summer", "monkey", "Morven", "the and of"],
)  # fmt: skip
def test_what_a_guesser_tries_first_is_weak(weak: str) -> None:
    advice = advise(weak)
    assert advice.grade == 1, advice
    assert advice.sentence.startswith("Weak")


@pytest.mark.parametrize(
    "good", ["kettle harbour ninety violet moss", "ferry-onion-ceilidh-tractor-gloam", "xK9#vQ2!mLp7$wRz"]
)
def test_several_unusual_words_or_much_chance_are_good(good: str) -> None:
    assert advise(good).grade == 3, advise(good)


def test_one_word_more_makes_it_better() -> None:
    words = ["kettle", "harbour", "ninety", "violet", "moss"]
    grades = [advise(" ".join(words[: number + 1])).bits for number in range(len(words))]
    assert grades == sorted(set(grades))
    assert advise(" ".join(words[:3])).grade == 2


def test_nothing_typed_gets_a_hint() -> None:
    assert advise("  ").grade == 0
    assert "words" in advise("").sentence
