"""What a person needs to take part, one sentence at a time, each with a sign that is seen from afar."""

import re
from dataclasses import dataclass

_ANY = "note"
# The first line that has a word of the sentence gives it its sign.
_SIGNS = (
    ("hearing", "hearing loop deaf hear lip-reads interpreter"),
    ("large-print", "print font point braille"),
    ("eye", "sight light glare migraine"),
    ("coffee", "lunch halal vegetarian vegan cup food gluten nut kosher"),
    ("phone", "ring telephone phone call text"),
    ("mail", "mail email mailbox"),
    ("bus", "bus car train ferry taxi drive parking travel"),
    ("place", "wheelchair ramp step stair lift door"),
    ("clock", "clock school nursery shift leave until part-time evening night morning noon afternoon week work free"),
    ("clock", "committee monday tuesday wednesday thursday friday saturday sunday"),
)
_STEMS = {word: icon for icon, words in reversed(_SIGNS) for word in words.split()}


@dataclass(frozen=True)
class Need:
    """One sentence of what a person needs, and the name of its icon."""

    icon: str
    words: str


def needs_of(text: str) -> tuple[Need, ...]:
    """Return the sentences of `text`, which the facilitator wrote, each with the icon that its words call for."""
    sentences = (sentence.strip() for sentence in re.split(r"(?<=[.!?])\s+|\n+", text))
    return tuple(Need(_icon(sentence), sentence) for sentence in sentences if sentence)


def _icon(sentence: str) -> str:
    words = {part for word in re.findall(r"[a-z-]+", sentence.casefold()) for part in (word, word.removesuffix("s"))}
    found = {_STEMS[word] for word in words if word in _STEMS}
    return next((icon for icon, _ in _SIGNS if icon in found), _ANY)
