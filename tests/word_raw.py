"""The words of a Word file as its XML has them, read without any of the program's own code."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # lxml gives its element type no public name

_WORDS = {"t", "delText"}  # of the text itself, of equations, and of shapes
_APART = {
    *("tab", "ptab", "br", "cr", "p", "rt", "oMath", "drawing", "pict", "object"),
    *("footnoteReference", "endnoteReference"),
}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_SIGNS = {"noBreakHyphen", "softHyphen", "sym", "checkBox"}
_SIGN = "\0"  # stands in a word for a sign that is no text in the XML
_KINDS = "header", "footer", "footnotes", "endnotes", "comments"


def words_missing(data: bytes, text: str) -> tuple[int, list[str]]:
    """Return how many words a file has, and which of them a text lacks; every time that one stands there counts."""
    words = raw_words(data)
    with_signs = {word for word in words if _SIGN in word}
    lost = Counter({word: many for word, many in words.items() if word not in with_signs}) - Counter(text.split())
    broken = (word for word in with_signs if not all(part in text for part in word.split(_SIGN)))
    return words.total(), [*lost.elements(), *broken]


def raw_words(data: bytes) -> Counter[str]:
    """Return how often each word stands in the stories that the main part points to; deleted words count too."""
    words: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in _story_parts(archive):
            root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False))
            words.update("".join(_pieces(root)).split())
    return words


def _story_parts(archive: zipfile.ZipFile) -> list[str]:
    names = {name.lower(): name for name in archive.namelist()}
    main = next(iter(_targets(archive, names, "", ("officeDocument",))), "word/document.xml")
    return list(dict.fromkeys([main, *_targets(archive, names, main, _KINDS)]))


def _targets(archive: zipfile.ZipFile, names: dict[str, str], source: str, kinds: tuple[str, ...]) -> Iterator[str]:
    folder = source[: source.rfind("/") + 1]
    rels = names.get(f"{folder}_rels/{source[len(folder) :]}.rels".lower())
    if rels is None:
        return
    for arrow in etree.fromstring(archive.read(rels)):
        if arrow.get("TargetMode") == "External" or arrow.get("Type", "").rsplit("/", 1)[-1] not in kinds:
            continue
        target = arrow.get("Target", "")
        path = target[1:] if target.startswith("/") else folder + target
        if path.lower() in names:
            yield names[path.lower()]


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text, with a space wherever something parts words; a fallback is the same text again."""
    name = element.tag.rsplit("}", 1)[-1]
    if _is_no_text(element, name):
        return
    if name in _WORDS:
        yield element.text or ""
    elif name in _SIGNS:
        yield _SIGN
    around = " " if name in _APART else ""
    yield around
    for child in element.iterchildren("*"):
        yield from _pieces(child)
    yield around


def _is_no_text(element: Element, name: str) -> bool:
    parent = element.getparent()
    again = name == "Fallback" and parent is not None and any(len(one) for one in parent.iterchildren("{*}Choice"))
    return again or any(value in _SEPARATORS for key, value in element.items() if str(key).endswith("}type"))
