import pytest

from carfacilitator.document.blocks import Document
from carfacilitator.word.proof import ProofError, proved
from tests.word_builders import plain, word_file


def test_what_is_as_ordered_comes_through() -> None:
    data = word_file(plain("x")).to_bytes()
    seen: list[Document] = []
    assert proved(data, seen.append) is data
    assert seen[0].texts() == ("x",)


def test_what_is_not_as_ordered_is_refused() -> None:
    def refuse(_: Document) -> None:
        raise ProofError("the text", "letter")

    with pytest.raises(ProofError, match="The letter was not made: read again, the text was not as ordered"):
        proved(word_file(plain("x")).to_bytes(), refuse)
