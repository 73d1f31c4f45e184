"""Spoils a Word file at random: its bytes, its archive, the structure of its XML, its values."""

import random
import re
from collections.abc import Callable

from lxml import etree

from tests.word_builders import DECLARED, packed, unpacked

Rng = random.Random
Element = etree._Element
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAGS = re.split(
    r"\|",
    "p|r|t|tbl|tr|tc|sdt|sdtContent|sdtPr|ins|del|moveFrom|moveTo|hyperlink|fldSimple|fldChar|instrText|tab|br|pPr|"
    "rPr|numPr|pStyle|delText|commentRangeStart|commentRangeEnd|commentReference|footnoteReference|sectPr|drawing|"
    "pict|object|txbxContent|smartTag|customXml|body|comment|footnote|abstractNum|num|lvl|style|basedOn|rPrChange|"
    "pPrChange|trPr|tcPr|gridSpan|vMerge|bookmarkStart|bookmarkEnd|altChunk|sym|ruby|dir|bdo|permStart",
)
_VALUES = (
    *("", "0", "-1", "1", "2147483647", "2147483648", "-2147483649", "99999999999999999999", "1e9", "NaN", "٣", "1_0"),
    *("true", "on", "none", "begin", "separate", "end", "nil", "FFFFFFFF", "D800", "x" * 300, "%1%2%9", "&", "\u202e"),
    *(
        "Normal",
        "Heading1",
        "_car_x",
        "rId1",
        "2026-01-05T10:00:00Z",
        "0000-00-00T00:00:00Z",
        "9999-12-31T23:59:60+99:99",
    ),
)
_NUMBER = re.compile(rb'(?<=")-?\d+(?=")')
_FEW = 6  # changes in one file
_MOST_ELEMENTS = 20_000  # what a mutant may grow to


def mutated(data: bytes, rng: Rng) -> bytes:
    """Return a file that went wrong somewhere."""
    return rng.choices((_bytes, _archive, _values, _structure), weights=(1, 1, 2, 6))[0](data, rng)


def _bytes(data: bytes, rng: Rng) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, _FEW)):
        at = rng.randrange(len(changed))
        how = rng.randrange(4)
        if how == 0:
            changed[at] ^= 1 << rng.randrange(8)
        elif how == 1:
            changed[at : at + rng.randint(1, 40)] = b""
        elif how == 2:
            changed[at:at] = rng.randbytes(rng.randint(1, 40))
        else:
            changed[at : at + 4] = rng.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f"))
        changed = changed or bytearray(b"P")
    return bytes(changed[: rng.randrange(1, len(changed))] if rng.random() < 0.1 else changed)


def _archive(data: bytes, rng: Rng) -> bytes:
    parts = unpacked(data)
    for _ in range(rng.randint(1, 3)):
        names = list(parts)
        one, other = rng.choice(names), rng.choice(names)
        how = rng.randrange(6)
        if how == 0 and len(parts) > 1:
            del parts[one]
        elif how == 1:
            parts[one], parts[other] = parts[other], parts[one]
        elif how == 2:
            parts[one] = parts[one][: rng.randrange(len(parts[one]) + 1)]
        elif how == 3:
            parts[rng.choice((one.upper(), one + "x", "../" + one, "/" + one, one.replace("/", "\\")))] = parts[one]
        elif how == 4:
            parts[one] = rng.choice((b"", b"<a/>", b"\xff\xfe<\0a\0/\0>\0", b"\0" * 100, b"<!DOCTYPE a><a/>"))
        else:
            parts[one] = parts[one].decode("utf-8", "replace").encode(rng.choice(("utf-16", "utf-32", "utf-8-sig")))
    return packed(parts)


def _values(data: bytes, rng: Rng) -> bytes:
    """Change numbers without caring whether the XML stays well formed."""
    parts = unpacked(data)
    name = _some_xml(parts, rng)
    often = rng.random() * 0.3

    def change(found: re.Match[bytes]) -> bytes:
        return rng.choice(_VALUES).encode() if rng.random() < often else found[0]

    return packed({**parts, name: _NUMBER.sub(change, parts[name])})


def _structure(data: bytes, rng: Rng) -> bytes:
    parts = unpacked(data)
    for _ in range(rng.randint(1, 2)):
        name = _some_xml(parts, rng)
        try:
            root = etree.fromstring(parts[name])
        except etree.XMLSyntaxError:
            continue
        for _ in range(rng.randint(1, _FEW)):
            _change_somewhere(root, rng)
        parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return packed(parts)


def _change_somewhere(root: Element, rng: Rng) -> None:
    elements = [one for one in root.iter(etree.Element) if one is not root]
    if elements and len(elements) < _MOST_ELEMENTS:
        rng.choice(_CHANGES)(rng.choice(elements), rng.choice(elements), rng)


def _delete(one: Element, _other: Element, _rng: Rng) -> None:
    parent = one.getparent()
    if parent is not None:
        parent.remove(one)


def _duplicate(one: Element, _other: Element, rng: Rng) -> None:
    for _ in range(rng.randint(1, 3)):
        one.addnext(_copy(one))


def _put_elsewhere(one: Element, other: Element, rng: Rng) -> None:
    other.insert(rng.randint(0, len(other)), _copy(one))


def _move(one: Element, other: Element, rng: Rng) -> None:
    if one not in other.iterancestors() and one is not other:
        other.insert(rng.randint(0, len(other)), one)


def _wrap(one: Element, other: Element, rng: Rng) -> None:
    parent = one.getparent()
    if parent is not None:
        around = etree.Element(rng.choice((other.tag, _W + rng.choice(_TAGS))))
        parent.replace(one, around)
        around.append(one)


def _unwrap(one: Element, _other: Element, _rng: Rng) -> None:
    parent = one.getparent()
    if parent is not None:
        place = parent.index(one)
        for child in reversed(list(one)):
            parent.insert(place, child)
        parent.remove(one)


def _rename(one: Element, _other: Element, rng: Rng) -> None:
    one.tag = _W + rng.choice(_TAGS)


def _set_attribute(one: Element, other: Element, rng: Rng) -> None:
    names = [str(name) for name in (*one.attrib, *other.attrib)] or [_W + "val"]
    one.set(rng.choice(names), rng.choice(_VALUES))


def _drop_attribute(one: Element, _other: Element, rng: Rng) -> None:
    if len(one.attrib):
        del one.attrib[rng.choice(list(one.attrib))]


def _set_text(one: Element, other: Element, rng: Rng) -> None:
    one.text = rng.choice((*_VALUES, other.text, "\ufffc", "a\n\tb", "\U0001f600"))
    one.tail = rng.choice((None, one.tail, "stray"))


def _insert(one: Element, _other: Element, rng: Rng) -> None:
    new = f'<w:{rng.choice(_TAGS)} {DECLARED} w:id="1" w:val="{rng.randint(-1, 12)}"/>'
    one.insert(rng.randint(0, len(one)), etree.fromstring(new))


_CHANGES: tuple[Callable[[Element, Element, Rng], None], ...] = (
    *(_delete, _duplicate, _put_elsewhere, _move, _wrap, _unwrap, _rename),
    *(_set_attribute, _set_attribute, _drop_attribute, _set_text, _insert),
)


def _copy(one: Element) -> Element:
    made = etree.fromstring(etree.tostring(one, with_tail=False))
    made.tail = None
    return made


def _some_xml(parts: dict[str, bytes], rng: Rng) -> str:
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    weights = [8 if name.endswith("document.xml") else 4 if "comments" in name else 1 for name in names]
    return rng.choices(names, weights)[0] if names else next(iter(parts))
