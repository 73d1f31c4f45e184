"""Tells which case study a file that arrives may be a draft of, by its title and by its text."""

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from carfacilitator.document.blocks import Document, Story
from carfacilitator.model.sorting import fold

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FIRST_LINES = 5  # among which a title stands
_PHRASE = 3  # words; long enough that two studies of one field share few
_SURER_THAN_A_FILE_NAME = 0.9  # file names are short, so their likeness counts for less
_SAYS_NOTHING = frozenset(
    _WORD.findall(
        "a an and of the to in on for with my our copy draft drafts final finale version ver v new latest edited edits"
        " revised rev clean tracked changes comments case study docx doc"
    )
)


def title_likeness(file_name: str, document: Document, title: str) -> int:
    """Return in per cent how like a title the file's own one is: its first lines, its property or its name."""
    wanted = fold(title)
    said = [document.properties.get("title", ""), *_first_lines(document)]
    by_line = max((fuzz.ratio(fold(line), wanted) for line in said if line), default=0.0)
    by_name = fuzz.token_set_ratio(_telling(_stem(file_name)), _telling(title)) * _SURER_THAN_A_FILE_NAME
    return round(max(by_line, by_name))


def phrases(document: Document) -> frozenset[tuple[str, ...]]:
    """Return every run of three words in a document's text, headers and footers aside."""
    return frozenset(run for text in _own_texts(document) for run in _runs(_WORD.findall(fold(text))))


def text_likeness(phrases: frozenset[tuple[str, ...]], others: frozenset[tuple[str, ...]]) -> int:
    """Return in per cent how much two texts share (Dice's coefficient of their phrases)."""
    together = len(phrases) + len(others)
    return round(200 * len(phrases & others) / together) if together else 0


def words_in(document: Document) -> int:
    """Return how many words a reader counts: of the final text with its notes, without headers and footers."""
    return sum(len(text.split()) for text in _own_texts(document))


def _own_texts(document: Document) -> Iterator[str]:
    for leaf in document.leaves():
        if leaf.block.story not in {Story.HEADER, Story.FOOTER}:
            yield leaf.block.text()


def _first_lines(document: Document) -> list[str]:
    lines = (text.strip() for text in _own_texts(document))
    return [line for line, _ in zip(filter(None, lines), range(_FIRST_LINES), strict=False)]


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_PHRASE)), strict=False)


def _stem(file_name: str) -> str:
    return file_name.rpartition(".")[0] or file_name


def _telling(name: str) -> str:
    words = _WORD.findall(fold(name.replace("_", " ").replace("-", " ")))
    return " ".join(word for word in words if word not in _SAYS_NOTHING)
