import pytest
from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.words import BREAK, CONTENT, MARK, PARAGRAPH, STOP, Vocabulary

texts = st.text(st.sampled_from("aB é7'’-–.…\u00ad\u00a0\u200b\n\t\x1c“,") | st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('don\'t say "no"', "don’t say “no”"),
        ("a well-known thing", "a well‑known thing"),
        ("pages 3-7", "pages 3–7"),
        ("this--that", "this—that"),
        ("so... on", "so… on"),
        ("hy\u00adphen\u00adated", "hyphenated"),
        ("two words", "two\u00a0\n words "),
    ],
)
def test_what_word_sets_by_itself_is_no_other_word(one: str, other: str) -> None:
    vocabulary = Vocabulary()
    assert vocabulary.tokens(one) == vocabulary.tokens(other)


def test_words_keep_their_inner_marks_and_a_dash_parts_them() -> None:
    vocabulary = Vocabulary()
    words = [vocabulary.words[token] for token in vocabulary.tokens("Co-lead’s 3.5, e.g. this—that (main.rs)")]
    assert words == ["Co-lead's", "3.5", ",", "e.g", ".", "this", "-", "that", "(", "main.rs", ")"]


def test_little_words_and_marks_weigh_less() -> None:
    vocabulary = Vocabulary()
    tokens = vocabulary.joined(["The dialogue", "…"])
    assert [vocabulary.weights[token] for token in tokens] == [STOP, CONTENT, BREAK, MARK]
    assert tokens[2] == PARAGRAPH


@given(texts)
def test_a_text_has_the_same_words_whichever_way_it_is_taken_apart(text: str) -> None:
    vocabulary = Vocabulary()
    whole = [vocabulary.tokens(text[start:end]) for start, end in vocabulary.spans(text) if text != "\n"]
    assert [token for tokens in whole for token in tokens] == vocabulary.tokens(text)
