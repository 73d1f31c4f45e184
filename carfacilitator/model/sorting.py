"""How names and titles are put in order and compared in Britain: accents and case folded, Mac and Mc together."""

import re
import unicodedata

_APART = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}  # have no accent to lose
_MC = re.compile(r"^(mc|m')(?=[^\W\d_])")
_APART_ANYWHERE = str.maketrans(
    {**_APART, **{sign.upper(): plain for sign, plain in _APART.items() if len(sign.upper()) == 1}, "’": "'"}
)
_SCOTTISH, _SCOTTISH_APOSTROPHE = re.compile(r"\b[Mm]c(?=[^\W\d_])"), re.compile(r"\b[Mm]'(?=[^\W\d_])")
_OWNED, _APOSTROPHE = re.compile(r"(?<=\w)'s\b"), re.compile(r"(?<=\w)'(?=\w)")


def fold(text: str) -> str:
    """Return `text` without accents and case, for comparing and searching; spaces become single ones."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(_APART.get(sign, sign) for sign in apart if not unicodedata.combining(sign))
    return " ".join(plain.replace("’", "'").split())


def title_key(text: str) -> tuple[str, str]:
    """Return what a title is sorted by."""
    return fold(text), text


def name_key(name: str) -> tuple[str, str, str]:
    """Return what a person is sorted by: family name, then the rest; McKay stands as MacKay, O'Neill as ONeill."""
    *given, family = fold(name).split() or [""]
    return _MC.sub("mac", family).replace("'", ""), " ".join(given), name


def matches(words: str, *texts: str) -> bool:
    """Tell whether every word of `words` stands somewhere in `texts`, accents and case aside."""
    where = fold(" ".join(texts))
    return all(word in where for word in fold(words).split())


def searchable(text: str) -> str:
    """Return `text` as the search takes it apart: McKay as MacKay, O'Neill as ONeill, Petrie's as Petrie, Øst as ost.

    What stands between two spaces stays between two spaces; accents, case and plurals are left to the index.
    """
    plain = text.translate(_APART_ANYWHERE)
    if "'" in plain:
        plain = _APOSTROPHE.sub("", _OWNED.sub("", _SCOTTISH_APOSTROPHE.sub("mac", plain)))
    return _SCOTTISH.sub("mac", plain)
