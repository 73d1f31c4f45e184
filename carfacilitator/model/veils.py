"""What is seen while the workspace is discreet: names as initials, back-stage words not at all.

The types of the columns see to it, wherever a value is read while a veil is drawn; so no service can forget it.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum, auto
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, Dialect, String
from sqlalchemy.types import TypeDecorator


class Seen(Enum):
    """How a text is seen while the workspace is discreet."""

    AS_INITIALS = auto()
    NOT_AT_ALL = auto()


PersonName = Annotated[str, Seen.AS_INITIALS]
BackStage = Annotated[str, Seen.NOT_AT_ALL]

_TITLES = frozenset({"Dr", "Mr", "Mrs", "Ms", "Miss", "Prof", "Professor", "Cllr", "Councillor", "Rev", "Sir", "Dame"})
_SHORTEST = 3  # letters of a part of a name that is veiled where it stands alone
_WHO = frozenset({"author", "creator", "modified_by", "initials"})  # what tells in a document's record who wrote


def initials(name: str) -> str:
    """Return the first letters of a person's first and last name: 'IM' for Dr Isla Munro."""
    words = [word for word in _parts(name) if word[0].isalpha()]
    return "".join(word[0].upper() for word in (words if len(words) == 1 else words[:1] + words[-1:]))


class Veil:
    """Knows the names that are not to be read on a screen which others see."""

    def __init__(self, names: Iterable[str]) -> None:
        short = {part: initials(name) for name in names for part in _parts(name) if len(part) >= _SHORTEST}
        whole = {" ".join(name.split()): initials(name) for name in names}
        self._initials = short | whole
        words = sorted((re.escape(name) for name in self._initials if name), key=len, reverse=True)
        self._names = re.compile(rf"\b(?:{'|'.join(words)})\b") if words else None
        stands = "|".join(sorted({re.escape(short) for short in self._initials.values() if short}))
        self._stands = re.compile(rf"\b(?:{stands})\b") if stands else None

    def over(self, text: str) -> str:
        """Return `text` with every name in it as initials."""
        return self._names.sub(lambda found: self._initials[found[0]], text) if self._names else text

    def lifted(self, before: str, after: str) -> str | None:
        """Return what `after` says with the names of `before`, from what is seen of which it was written.

        None if a name may have been touched: then nobody knows what is meant.
        """
        seen = self.over(before)
        start = _alike(seen, after)
        most = min(len(seen), len(after)) - start
        end = min(most, _alike(seen[::-1], after[::-1]))
        stop = len(seen) - end
        shorter = away = 0  # by how much what is seen is shorter: so far, and where the writing begins
        for name in self._names.finditer(before) if self._names else ():
            begins = name.start() - shorter
            shorter += len(name[0]) - len(self._initials[name[0]])
            ends = name.end() - shorter
            if begins < stop and ends > start:
                return None
            if ends <= start:
                away = shorter
        return before[: start + away] + after[start : len(after) - end] + before[stop + away :]

    def may_stand_over(self, seen: str) -> bool:
        """Tell whether `seen` holds initials that may stand there for a name."""
        return self._stands is not None and self._stands.search(seen) is not None

    def over_record(self, part: Any) -> Any:  # noqa: ANN401  JSON is of no type
        """Return a document's record whose words are as they were written, and those who wrote them are initials."""
        if isinstance(part, dict):
            return {name: initials(each) if name in _WHO else self.over_record(each) for name, each in part.items()}
        return [self.over_record(each) for each in part] if isinstance(part, list) else part


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


_DRAWN: ContextVar[Veil | None] = ContextVar("drawn", default=None)


@contextmanager
def drawn(veil: Veil | None) -> Iterator[None]:
    """Let what is read meanwhile be seen through `veil`, or as it is if there is none."""
    before = _DRAWN.set(veil)
    try:
        yield
    finally:
        _DRAWN.reset(before)


def now() -> Veil | None:
    """Return the veil through which is read at this moment, if any."""
    return _DRAWN.get()


class Words(TypeDecorator[str]):
    """A text that anybody may see, but for the names in it."""

    impl = String
    cache_ok = True
    python_type: ClassVar[type[str]] = str

    def seen(self, text: str, veil: Veil) -> str:
        """Return what is seen of a text through a veil."""
        return veil.over(text)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy calls it so
        """Return the text, as it is seen now."""
        veil = _DRAWN.get()
        return value if veil is None or value is None else self.seen(value, veil)


class NameWords(Words):
    """A person's name."""

    cache_ok = True

    def seen(self, text: str, veil: Veil) -> str:  # noqa: ARG002  every name is veiled, known or not
        """Return initials."""
        return initials(text)


class BackStageWords(Words):
    """A text for the facilitator's eyes."""

    cache_ok = True

    def seen(self, text: str, veil: Veil) -> str:  # noqa: ARG002  whatever it says
        """Return nothing."""
        return ""


class WordsInJson(TypeDecorator[Any]):
    """A value that JSON can hold, in whose texts names may stand."""

    impl = JSON
    cache_ok = True
    python_type: ClassVar[type[Any]] = dict

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ANN401, ARG002  JSON is of no type; SQLAlchemy calls it so
        """Return the value, as it is seen now."""
        veil = _DRAWN.get()
        return value if veil is None else _seen_within(value, veil)


def _seen_within(part: Any, veil: Veil) -> Any:  # noqa: ANN401  JSON is of no type
    if isinstance(part, dict):
        return {name: _seen_within(each, veil) for name, each in part.items()}
    if isinstance(part, list):
        return [_seen_within(each, veil) for each in part]
    return veil.over(part) if isinstance(part, str) else part


def _parts(name: str) -> list[str]:
    return [part for part in name.replace("-", " ").split() if part.rstrip(".") not in _TITLES]
