import pytest
from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.joins import Stretch
from carfacilitator.document.sentences import MovedSentence, Passage, ends_sentence, moved_sentences, sentences
from carfacilitator.document.words import Vocabulary

LONG = "Two of the managers had asked for that."


@pytest.mark.parametrize("text", ["", "It ended. ", "“Did it?”", "First line\n", "So it went…"])
def test_a_sentence_may_begin_here(text: str) -> None:
    assert ends_sentence(text + " And on", len(text))


@pytest.mark.parametrize("text", ["It went", "It ended, ", "file.txt is"])
def test_a_sentence_goes_on_here(text: str) -> None:
    assert not ends_sentence(text + " and on.", len(text))


def test_sentences_are_found_without_the_space_around_them() -> None:
    text = " One here.  “Two?” Then 3.5 more"
    assert [text[start:end] for start, end in sentences(text)] == ["One here.", "“Two?”", "Then 3.5 more"]


@given(st.text(st.sampled_from("ab. !\n”"), max_size=30))
def test_sentences_leave_nothing_but_space_out(text: str) -> None:
    found = "".join(text[start:end] for start, end in sentences(text))
    assert "".join(found.split()) == "".join(text.split())


def found(cut: list[str], put: list[str]) -> list[MovedSentence]:
    vocabulary = Vocabulary()
    sides = [[Passage(Stretch(n, 5, 5 + len(t)), t, vocabulary) for n, t in enumerate(side)] for side in (cut, put)]
    return list(moved_sentences(*sides))


def test_a_long_sentence_cut_here_and_put_in_there_has_moved() -> None:
    (moved,) = found(["Quite other words.", LONG], ["In spring. " + LONG])
    assert moved == MovedSentence(Stretch(1, 5, 5 + len(LONG)), Stretch(0, 16, 16 + len(LONG)))


def test_a_sentence_that_was_cut_once_arrives_once() -> None:
    assert len(found([LONG], [LONG, LONG])) == 1


def test_a_few_words_are_no_move() -> None:
    assert found(["two of the managers"], ["two of the managers"]) == []


def test_a_sentence_is_found_behind_one_word_said_again_and_again() -> None:
    again = "again " * 4000
    (moved,) = found([again + LONG], [again + "and " + LONG])
    assert moved.new.end - moved.new.start == len(LONG)
