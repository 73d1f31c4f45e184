"""Reviews made up for measuring: edits of several reviewers, planted in a draft, of which it is known what they are."""

import random
from collections import defaultdict
from dataclasses import dataclass, field

from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from tests.bench.made_drafts import Writer

REVIEWERS = ("Fiona Grant", "Alan Petrie", "Ruth McKay", "Councillor Orr")
APART = 14  # words between two plantings
_DATE = "2026-03-12T10:{:02}:00"


@dataclass(frozen=True)
class Change:
    """Words `first` to `end` of a paragraph become `words`."""

    paragraph: int
    first: int
    end: int
    words: tuple[str, ...]
    tracked: bool


@dataclass(frozen=True)
class Planting:
    """What was planted: its kind, and between which words of which paragraph."""

    kind: str
    paragraph: int
    first: int
    end: int


@dataclass
class Review:
    """A draft, what reviewers made of it, and what was planted."""

    seed: int
    words: int = 6_000
    paragraphs: list[list[str]] = field(default_factory=list)
    planted: list[Planting] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)  # noqa: S311  # places, no secrets
        writer = Writer(self.seed)
        writer.write(self.words)
        self.paragraphs = [text.split() for text in writer.texts()]
        self._changes: defaultdict[int, list[Change]] = defaultdict(list)
        self._moves: dict[int, dict[int, tuple[int, bool]]] = defaultdict(dict)

    def plant(self, silent: float = 0.4) -> None:
        """Plant changes all over the draft, a share of them with tracking off."""
        spots = self._spots()
        kinds = ["agreed"] * 8 + ["conflict"] * 8 + ["overlap"] * 4 + ["deleted_edited"] * 4 + ["both_insert"] * 4
        kinds += ["adjacent"] * 4 + ["single"] * max(0, len(spots) - 32)
        for spot, kind in zip(spots, kinds, strict=False):
            self._plant(kind, *spot, silent)
        self._plant_moves(silent)

    def sent(self) -> Document:
        """Return the draft as it was sent."""
        return Document(tuple(_block(number, [Span(" ".join(text))]) for number, text in enumerate(self.paragraphs)))

    def returned(self, reviewer: int) -> Document:
        """Return the file as one reviewer sends it back."""
        blocks: list[Block] = []
        moves = self._moves[reviewer]
        arriving = {to: (number, tracked) for number, (to, tracked) in moves.items()}
        for number in range(len(self.paragraphs) + 1):
            if number in arriving:
                moved, tracked = arriving[number]
                blocks.append(self._moved(reviewer, moved, RevisionKind.MOVE_TO if tracked else None))
            if number == len(self.paragraphs):
                break
            if number in moves:
                if moves[number][1]:
                    blocks.append(self._moved(reviewer, number, RevisionKind.MOVE_FROM))
                continue
            blocks.append(_block(number, self._spans(reviewer, number)))
        return Document(tuple(blocks))

    def _moved(self, reviewer: int, number: int, kind: RevisionKind | None) -> Block:
        text = " ".join(self.paragraphs[number])
        if kind is None:
            return _block(number, [Span(text)])
        change = Revision(kind, REVIEWERS[reviewer], _DATE.format(number % 60), f"move{number}")
        arrives = kind is RevisionKind.MOVE_TO
        mark = Revision(RevisionKind.PARAGRAPH_MARK, change.author, change.date, arrives=arrives)
        return Block(f"b{number}{kind}", spans=(Span(text, revisions=(change,)),), revisions=(mark,))

    def _spots(self) -> list[tuple[int, int]]:
        spots = [
            (number, first)
            for number, paragraph in enumerate(self.paragraphs)
            for first in range(4, len(paragraph) - 10, APART)
        ]
        self._random.shuffle(spots)
        return spots[:120]

    def _plant(self, kind: str, paragraph: int, first: int, silent: float) -> None:
        end = first + self._random.randint(1, 3)
        many = {"single": 1, "adjacent": 2, "overlap": 2}.get(kind) or self._random.choice([2, 2, 3])
        who = self._random.sample(range(len(REVIEWERS)), many)
        places = self._places(kind, first, end, many)
        same = self._words()
        for number, (reviewer, (begin, stop)) in enumerate(zip(who, places, strict=True)):
            words = same if kind == "agreed" else self._words()
            if (kind == "deleted_edited" and not number) or (kind == "single" and self._random.random() < 0.3):
                words = ()
            tracked = self._random.random() >= silent
            self._changes[reviewer].append(Change(paragraph, begin, stop, words, tracked))
            if kind in ("adjacent", "single"):
                self.planted.append(Planting("single", paragraph, begin, stop))
        if kind not in ("adjacent", "single"):
            told = "conflict" if kind == "overlap" else kind
            self.planted.append(Planting(told, paragraph, first, first if kind == "both_insert" else end))

    def _places(self, kind: str, first: int, end: int, many: int) -> list[tuple[int, int]]:
        """Return between which words each of the reviewers changes something."""
        special = {
            "both_insert": [(first, first)] * many,
            "deleted_edited": [(first - 2, end + 3), *[(first, end)] * (many - 1)],
            "overlap": [(first, end + 1), (first + 1, end + 2)],
            "adjacent": [(first, end), (end, end + 2)],
        }
        return special.get(kind, [(first, end)] * many)

    def _plant_moves(self, silent: float) -> None:
        """Let reviewers move paragraphs of their own choice, in which others may have changed words."""
        untouched = {reviewer: {change.paragraph for change in changes} for reviewer, changes in self._changes.items()}
        numbers = self._random.sample(range(2, len(self.paragraphs) - 2), min(4, len(self.paragraphs) // 8))
        for number in numbers:
            free = [who for who in range(len(REVIEWERS)) if number not in untouched.get(who, ())]
            if free and len(self.paragraphs[number]) > 12:
                who = self._random.choice(free)
                to = (number + len(self.paragraphs) // 2) % (len(self.paragraphs) - 1)
                if to in self._moves[who] or any(to == other for other, _ in self._moves[who].values()):
                    continue
                self._moves[who][number] = (to, self._random.random() >= silent)
                self.planted.append(Planting("moved", number, 0, len(self.paragraphs[number])))

    def _words(self) -> tuple[str, ...]:
        return tuple(
            f"{self._random.choice(self.paragraphs[0])}x{self._random.randint(10, 99)}"
            for _ in range(self._random.randint(1, 3))
        )

    def _spans(self, reviewer: int, number: int) -> list[Span]:
        words = self.paragraphs[number]
        spans: list[Span] = []
        at = 0
        for change in sorted(self._changes[reviewer], key=lambda one: one.first):
            if change.paragraph != number or change.first < at:
                continue
            spans += _kept(words[at : change.first], after=bool(at))
            spans += self._changed(reviewer, change)
            at = change.end
        return spans + _kept(words[at:], after=bool(at))

    def _changed(self, reviewer: int, change: Change) -> list[Span]:
        cut, put = (
            " " + " ".join(words) if words else ""
            for words in (self.paragraphs[change.paragraph][change.first : change.end], change.words)
        )
        if not change.tracked:
            return [Span(put)]
        told = REVIEWERS[reviewer], _DATE.format(change.first % 60)
        if cut and put:  # nobody marks the space before a word that he replaces
            return [
                Span(" "),
                Span(cut[1:], revisions=(Revision(RevisionKind.DELETE, *told),)),
                Span(put[1:], revisions=(Revision(RevisionKind.INSERT, *told),)),
            ]
        gone = [Span(cut, revisions=(Revision(RevisionKind.DELETE, *told),))] if cut else []
        return [*gone, *([Span(put, revisions=(Revision(RevisionKind.INSERT, *told),))] if put else [])]


def _kept(words: list[str], *, after: bool) -> list[Span]:
    text = " ".join(words)
    return [Span(" " + text if after and text else text)] if text else []


def _block(number: int, spans: list[Span]) -> Block:
    return Block(f"b{number}", spans=tuple(span for span in spans if span.text))
