"""How names and titles are put in order and compared in Britain: accents and case folded, Mac and Mc together."""

import re
import unicodedata

_APART = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}  # have no accent to lose
_MC = re.compile(r"^(mc|m')(?=[^\W\d_])")


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
