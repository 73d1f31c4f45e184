"""Where the words of paragraphs stand, found for those that are asked for."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, count
from operator import add

from carfacilitator.document.words import BETWEEN, Vocabulary


class Places:
    """The places of tokens in paragraphs joined by line feeds; `places[n]` is where the n-th begins and ends.

    The tokens are those of `Vocabulary.joined`. Most are never asked for, so only chunks between spaces are counted.
    """

    def __init__(self, texts: Sequence[str], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._chunks: list[str] = []
        self._begins: list[int] = []
        begin = 0
        for text in texts:
            if begin:
                self._add([BETWEEN], [begin - 1])
            chunks = text.split()
            self._add(chunks, _begins(text, chunks, begin))
            begin += len(text) + 1
        self._length = max(begin - 1, 0)
        self._counts = list(accumulate(map(len, map(vocabulary.__getitem__, self._chunks)), initial=0))

    def __len__(self) -> int:
        return self._counts[-1]

    def __getitem__(self, token: int) -> tuple[int, int]:
        number = bisect_right(self._counts, token) - 1
        start, end = self._vocabulary.spans(self._chunks[number])[token - self._counts[number]]
        return self._begins[number] + start, self._begins[number] + end

    def gap(self, token: int) -> tuple[int, int]:
        """Return where the token before one ends, or else the text begins, and where it begins, or else the text ends.

        It may be asked for the number after the last one.
        """
        number = bisect_right(self._counts, token) - 1
        inner = token - self._counts[number]
        if inner:
            begin, spans = self._begins[number], self._vocabulary.spans(self._chunks[number])
            return begin + spans[inner - 1][1], begin + spans[inner][0]
        begins = self._begins[number] + self._first(number) if number < len(self._chunks) else self._length
        before = number - 1
        while before >= 0 and self._counts[before] == token:  # chunks without a token
            before -= 1
        return self._begins[before] + self._last(before) if before >= 0 else 0, begins

    def _first(self, number: int) -> int:
        """Return where in a chunk its first token begins."""
        chunk = self._chunks[number]
        return 0 if chunk[0].isalnum() else self._vocabulary.spans(chunk)[0][0]

    def _last(self, number: int) -> int:
        """Return where in a chunk its last token ends."""
        chunk = self._chunks[number]
        return len(chunk) if chunk[-1].isalnum() else self._vocabulary.spans(chunk)[-1][1]

    def _add(self, chunks: list[str], begins: Iterable[int]) -> None:
        self._chunks += chunks
        self._begins += begins


def _begins(text: str, chunks: list[str], begin: int) -> list[int]:
    """Return where the chunks of a text begin, counted from `begin`."""
    found = list(map(add, accumulate(map(len, chunks), initial=0), count(begin)))  # as if one space parted them
    end = found.pop()
    if end == begin + len(text) + 1:
        return found
    at = 0
    for number, chunk in enumerate(chunks):
        at = text.index(chunk, at)
        found[number] = begin + at
        at += len(chunk)
    return found
