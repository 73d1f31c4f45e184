import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carfacilitator.document import runs
from carfacilitator.document.runs import Kept, common_runs, kept_runs
from carfacilitator.document.words import Vocabulary

WORDS = "a the of plan plans act reflect group , . ! “".split()  # noqa: SIM905  # prose
texts = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)


def kept_words(old: str, new: str, calm: float = 1.0) -> list[str]:
    vocabulary = Vocabulary()
    one, other = vocabulary.tokens(old), vocabulary.tokens(new)
    runs = kept_runs(one, other, vocabulary, calm)
    return [" ".join(vocabulary.words[token] for token in one[run.old : run.old + run.size]) for run in runs]


@given(texts, texts, st.sampled_from([0.0, 0.5, 1.0]))
def test_kept_runs_are_alike_and_go_forward_with_a_change_between(old: str, new: str, calm: float) -> None:
    vocabulary = Vocabulary()
    one, other = vocabulary.tokens(old), vocabulary.tokens(new)
    before = Kept(0, 0, 0)
    for run in kept_runs(one, other, vocabulary, calm):
        assert run.size > 0
        assert one[run.old : run.old + run.size] == other[run.new : run.new + run.size]
        assert run.old >= before.old + before.size
        assert run.new >= before.new + before.size
        changed = run.old + run.new > before.old + before.size + before.new + before.size
        assert changed or before == Kept(0, 0, 0)
        before = run


def test_a_word_that_stayed_by_accident_between_rewritten_ones_is_rewritten_too() -> None:
    old, new = "We met early in winter rain.", "They gathered late in summer sun."
    assert kept_words(old, new) == ["."]
    assert kept_words(old, new, calm=0) == ["in", "."]


def test_a_sentence_put_in_begins_where_a_sentence_begins() -> None:
    old = "The plan is good. The group agreed."
    new = "The plan is good. The plan is ours. The group agreed."
    assert kept_words(old, new) == ["The plan is good .", "The group agreed ."]


def test_two_changes_are_one_if_the_word_between_them_may_as_well_stand_behind_them() -> None:
    assert kept_words("We walked the path.", "We saw the owner of the path.") == ["We", "the path ."]
    assert kept_words("We saw the owner of the path.", "We walked the path.") == ["We", "the path ."]


def test_the_end_of_a_paragraph_is_no_crumb() -> None:
    vocabulary = Vocabulary()
    old, new = vocabulary.joined(["first words here", "last words there"]), vocabulary.joined(["one", "two"])
    assert kept_runs(old, new, vocabulary) == [Kept(3, 1, 1)]


def test_two_texts_without_a_common_word_keep_nothing() -> None:
    assert kept_words("alpha beta", "gamma delta") == []
    assert kept_words("", "gamma") == []


numbers = st.lists(st.integers(1, 40), max_size=30)


@given(numbers, numbers)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_longest_paragraphs_are_compared_between_words_that_stand_once(
    monkeypatch: pytest.MonkeyPatch, old: list[int], new: list[int]
) -> None:
    monkeypatch.setattr(runs, "_LARGEST", 9)
    before = Kept(0, 0, 0)
    for run in common_runs(old, new):
        assert old[run.old : run.old + run.size] == new[run.new : run.new + run.size]
        assert run.old >= before.old + before.size
        assert run.new >= before.new + before.size
        assert (run.old, run.new) != (before.old + before.size, before.new + before.size) or not before.size
        before = run
    if old == new and len(set(old)) == len(old):
        assert common_runs(old, new) == ([Kept(0, 0, len(old))] if old else [])
