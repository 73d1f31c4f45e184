"""Names of people, organisations and places as codes: the same name has the same code, and only the key tells whose."""

import base64
import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

_TITLES = frozenset("dr mr mrs ms miss prof professor cllr councillor rev sir dame lord lady".split())  # noqa: SIM905  read more easily
_SHORTEST = 3  # letters of a part of a name that is masked where it stands alone
_DIGITS = 5  # of a code: 32 million, so that two hardly ever meet
_LEAST_FOR_ACRONYM = 3  # words of an organisation that is also known by their first letters
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<!\w)(?:\+44|0)[\d() -]{8,14}\d(?!\w)")


class Named(StrEnum):
    """What bears a name."""

    PERSON = "Person"
    ORGANISATION = "Organisation"
    PLACE = "Place"


@dataclass(frozen=True)
class Pseudonym:
    """A name and the code that stands for it."""

    kind: Named
    name: str
    code: str


def pseudonym(kind: Named, name: str, secret: bytes, bearer: str = "") -> Pseudonym:
    """Return the code of a name: of its `bearer` (an id) where one is known, so that it stays when the name changes.

    Nobody finds it out by trying names, who does not have the secret.
    """
    said = f"{kind}\0{bearer or _folded(name)}".encode()
    digest = hmac.new(secret, b"pseudonym\0" + said, hashlib.sha256).digest()
    return Pseudonym(kind, name, f"{kind}-{base64.b32encode(digest).decode()[:_DIGITS]}")


class Mask:
    """Puts codes in the place of names, wherever and however they stand in a text.

    It knows a name in full, its parts, its initials, with a genitive, without accents, in capital letters. A form that
    several bear becomes all of their codes: too much is masked rather than too little.
    """

    def __init__(self, pseudonyms: Iterable[Pseudonym]) -> None:
        self._codes: dict[str, set[str]] = {}
        forms = {(form, one.code) for one in pseudonyms if one.name.strip() for form in _forms(one) if form}
        for form, code in forms:
            for spelt in (form, form.upper()):
                self._codes.setdefault(_key(spelt), set()).add(code)
        self._finding = lru_cache(maxsize=2_000)(_finding)  # its own, so that no name outlives it
        self._by_word: dict[str, list[str]] = {}
        for form in {form for form, _ in forms}:
            for word in _spellings(max(_words(form), key=len, default="")):
                self._by_word.setdefault(word, []).append(form)

    def over(self, text: str) -> str:
        """Return a text without names, addresses of e-mail and telephone numbers."""
        text = unicodedata.normalize("NFC", text)
        masked = _TELEPHONE.sub("[telephone]", _ADDRESS.sub("[e-mail]", text))
        there = self._that_may_be_in(masked)
        return self._finding(there).sub(lambda found: self._code(found[0]), masked) if there else masked

    def _that_may_be_in(self, text: str) -> tuple[str, ...]:
        """Return the forms of which a text has the longest word, longest first: to look for all takes far longer."""
        found = {form for word in set(_words(text)) for form in self._by_word.get(word, ())}
        return tuple(sorted(found, key=lambda form: (-len(form), form)))

    def _code(self, words: str) -> str:
        codes = self._codes.get(_key(words)) or self._codes[_key(words[:-1])]  # without the s of several, or a genitive
        return " or ".join(sorted(codes))


def _forms(one: Pseudonym) -> Iterator[str]:
    """Yield the ways in which a name is written, each also without its accents."""
    ways = _of_a_person(one.name) if one.kind is Named.PERSON else _of_another(one)
    for way in ways:
        yield way
        yield _without_accents(way)


def _of_a_person(name: str) -> Iterator[str]:
    words = name.split()
    parts = [word for word in words if word.rstrip(".").casefold() not in _TITLES]
    yield " ".join(words)
    yield " ".join(parts)
    for part in parts:
        yield from (piece for piece in {part, *part.split("-")} if len(piece) >= _SHORTEST)
    if len(parts) > 1:
        letters = [part[0] for part in parts if part[0].isalpha()]
        first, last = parts[0][0], parts[-1]
        yield from (
            f"{first}. {last}",
            f"{first} {last}",
            f"{parts[0]} {last}",
            f"{first}{last[0]}",
            f"{first}.{last[0]}.",
        )
        yield from ("".join(letters), ".".join(letters) + ".", f"{first}. {last[0]}.")


def _of_another(one: Pseudonym) -> Iterator[str]:
    yield one.name
    yield from (part.strip() for part in one.name.split(",") if len(part.strip()) >= _SHORTEST)
    words = [word for word in one.name.split() if word[0].isupper()]
    if one.kind is Named.ORGANISATION and len(words) >= _LEAST_FOR_ACRONYM:
        yield "".join(word[0] for word in words)


def _finding(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, forms)))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _spellings(word: str) -> tuple[str, ...]:
    """Return what a word of a name is in a text: itself, or with the s of several or of a genitive."""
    return (word, f"{word}s") if word else ()


def _pattern(form: str) -> str:
    """Return what finds a form; one of several words however it is spelt, one word only where it is a name."""
    words = re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")
    if " " in form:
        return rf"(?<!\w)(?i:{words})s?(?!\w)"
    several = "" if form.isupper() else f"|{re.escape(form.upper())}"
    return rf"(?<!\w)(?:{words}s?{several})(?!\w)"


def _key(form: str) -> str:
    plain = " ".join(form.replace("’", "'").split())
    return plain.casefold() if " " in plain else plain


def _folded(name: str) -> str:
    return " ".join(_without_accents(name).casefold().split())


def _without_accents(name: str) -> str:
    parted = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", "".join(letter for letter in parted if not unicodedata.combining(letter)))
