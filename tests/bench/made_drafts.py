"""Drafts made up for measuring, and revised so that what became of every word is known."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, count

LITTLE = "the of and to a in that was for with as it had they on not which at by from were their this but be".split()  # noqa: SIM905  # prose
SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo ka der lin mos par ten".split()  # noqa: SIM905  # prose

# What is done to a thousand words: to how many words, sentences and paragraphs.
LEVELS = {
    "light": {"word": 14, "sentence_out": 0.3, "sentence_in": 0.4},
    "medium": {"word": 26, "sentence_out": 1, "sentence_in": 1.2, "sentence_moved": 0.8, "out": 0.4, "into": 0.6}
    | {"moved": 0.5, "split": 0.5, "merged": 0.5, "rewritten": 0.6},
    "heavy": {"word": 42, "sentence_out": 2, "sentence_in": 2.5, "sentence_moved": 1.8, "out": 1, "into": 1.4}
    | {"moved": 2, "split": 1, "merged": 1, "rewritten": 2.5},
}


@dataclass(frozen=True)
class Word:
    """A word that knows itself again wherever it is moved."""

    text: str
    identity: int


Sentence = list[Word]
Paragraph = list[Sentence]


def identities(paragraph: Paragraph) -> set[int]:
    """Return the identities of a paragraph's words."""
    return {word.identity for sentence in paragraph for word in sentence}


@dataclass
class Writer:
    """Writes and revises, the same for the same seed."""

    seed: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    edits: int = 0  # that were made
    moved: list[set[int]] = field(default_factory=list)  # the words of each paragraph that was moved
    parted: list[tuple[set[int], set[int]]] = field(default_factory=list)  # the words of two parts, split or merged

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311  # words, no secrets
        self._identities = count()
        made = sorted({"".join(self._random.choices(SYLLABLES, k=self._random.randint(1, 4))) for _ in range(6000)})
        self._random.shuffle(made)
        self._words = made
        self._often = list(accumulate(1 / rank for rank in range(8, len(made) + 8)))
        self._little = list(accumulate(1 / rank for rank in range(2, len(LITTLE) + 2)))

    def write(self, words: int) -> list[str]:
        """Write a draft of about so many words and return its paragraphs' texts."""
        while sum(len(sentence) for paragraph in self.paragraphs for sentence in paragraph) < words:
            self.paragraphs.append(self._paragraph())
        return self.texts()

    def texts(self) -> list[str]:
        """Return the paragraphs as they stand now."""
        return [" ".join(word.text for sentence in paragraph for word in sentence) for paragraph in self.paragraphs]

    def words(self) -> list[list[Word]]:
        """Return the words of each paragraph."""
        return [[word for sentence in paragraph for word in sentence] for paragraph in self.paragraphs]

    def revise(self, level: str) -> list[str]:
        """Revise the draft and return its paragraphs' texts."""
        size = sum(map(len, self.words())) / 1000
        self.paragraphs = [[list(sentence) for sentence in paragraph] for paragraph in self.paragraphs]
        work = [name for name, often in LEVELS[level].items() for _ in range(round(often * size))]
        self._random.shuffle(work)
        for name in work:
            revision: Callable[[], None] = getattr(self, f"_{name}")
            revision()
            self.edits += 1
        return self.texts()

    def _new(self) -> Word:
        little = self._random.random() < 0.45
        words, often = (LITTLE, self._little) if little else (self._words, self._often)
        return Word(self._random.choices(words, cum_weights=often)[0], next(self._identities))

    def _sentence(self) -> Sentence:
        words = [self._new() for _ in range(self._random.randint(6, 28))]
        return [*words[:-1], Word(words[-1].text + ".", words[-1].identity)]

    def _paragraph(self) -> Paragraph:
        return [self._sentence() for _ in range(self._random.choice([1, 1, 2, 3, 4, 5, 6, 8]))]

    def _place(self, sentences: int = 1) -> int:
        """Return a paragraph that has so many sentences."""
        fit = [number for number, paragraph in enumerate(self.paragraphs) if len(paragraph) >= sentences]
        return self._random.choice(fit)

    def _word(self) -> None:
        sentence = self._random.choice(self.paragraphs[self._place()])
        place = self._random.randrange(len(sentence))
        new = [self._new() for _ in range(self._random.choice([0, 1, 1, 2, 3]))]
        cut = self._random.choice([0, 1, 1, 2]) if new else 1
        if len(sentence) > place + cut:
            sentence[place : place + cut] = new

    def _sentence_out(self) -> None:
        paragraph = self.paragraphs[self._place(2)]
        del paragraph[self._random.randrange(len(paragraph))]

    def _sentence_in(self) -> None:
        paragraph = self.paragraphs[self._place()]
        paragraph.insert(self._random.randint(0, len(paragraph)), self._sentence())

    def _sentence_moved(self) -> None:
        paragraph = self.paragraphs[self._place(2)]
        sentence = paragraph.pop(self._random.randrange(len(paragraph)))
        there = self.paragraphs[self._place()]
        there.insert(self._random.randint(0, len(there)), sentence)

    def _out(self) -> None:
        del self.paragraphs[self._place()]

    def _into(self) -> None:
        self.paragraphs.insert(self._place(), self._paragraph())

    def _moved(self) -> None:
        paragraph = self.paragraphs.pop(self._place())
        self.paragraphs.insert(self._place(), paragraph)
        self.moved.append(identities(paragraph))

    def _split(self) -> None:
        place = self._place(4)
        paragraph = self.paragraphs[place]
        self.paragraphs[place : place + 1] = [paragraph[:2], paragraph[2:]]
        self.parted.append((identities(paragraph[:2]), identities(paragraph[2:])))

    def _merged(self) -> None:
        place = self._random.randrange(len(self.paragraphs) - 1)
        first, second = self.paragraphs[place : place + 2]
        self.paragraphs[place : place + 2] = [first + second]
        self.parted.append((identities(first), identities(second)))

    def _rewritten(self) -> None:
        for sentence in self.paragraphs[self._place(2)]:
            sentence[:] = list(self._reworked(sentence))

    def _reworked(self, sentence: Sentence) -> Iterator[Word]:
        for word in sentence:
            yield self._new() if self._random.random() < 0.3 else word
