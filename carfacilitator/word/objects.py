"""What stands in a text and is no text: pictures, drawings, charts, equations, and the text boxes inside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from carfacilitator.document.blocks import OBJECT, SpanKind
from carfacilitator.word.names import MC, W14, WP, A, Element, M, O, V, W

TEXT_BOX = "text box"
EQUATION = "equation"
INK = "ink drawing"
RULE = "line across"
ATTACHED_TEXT = "attached file"
UNKNOWN = "unknown thing"

ATTACHED = frozenset({W + "altChunk", W + "subDoc"})
_INK_PARTS = frozenset({W + "contentPart", W14 + "contentPart"})
OBJECTS = frozenset({W + "drawing", W + "pict", W + "object", *ATTACHED, *_INK_PARTS})
EQUATIONS = frozenset({M + "oMath", M + "oMathPara"})
FALLBACK = MC + "Fallback"
BOX = W + "txbxContent"
BOXES = frozenset({BOX, "{http://schemas.microsoft.com/office/word/2006/wordml}txbxContent"})  # the latter in Strict

# What Word itself puts in when it prints, and no longer writes.
_COUNTED_BY_WORD = frozenset(
    W + name for name in ("pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong")
)

# How the address of what a drawing holds ends, and what it then is.
_GRAPHICS = {
    "chart": "chart",
    "chartex": "chart",
    "diagram": "diagram",
    "picture": "picture",
    "ink": INK,
}
# How the name of the program that an embedded object belongs to begins, and what the object then is.
_PROGRAMS = {
    "excel": "embedded spreadsheet",
    "powerpoint": "embedded presentation",
    "word": "embedded document",
    "equation": EQUATION,
    "visio": "embedded drawing",
    "msgraph": "chart",
    "acroexch": "embedded PDF",
    "package": "embedded file",
}


@dataclass(frozen=True, slots=True)
class Object:
    """What stands at one place of a text: its kind, its name with what is told about it, and what counts it there."""

    kind: SpanKind
    about: str
    text: str = OBJECT


def look_at(element: Element) -> Object:
    """Tell what a `w:drawing`, `w:pict`, `w:object` or equation is; a picture is told by its alternative text."""
    if element.tag in EQUATIONS:
        return Object(SpanKind.OPAQUE, _named(EQUATION, _words_of(element, M + "t")))
    if element.tag in ATTACHED:
        return Object(SpanKind.OPAQUE, ATTACHED_TEXT)
    if next(boxes_of(element), None) is not None:
        return Object(SpanKind.OPAQUE, TEXT_BOX, "")  # its words are paragraphs of their own, right after this one
    name = _name(element)
    alternative = _alternative_text(element)
    if name == "picture":
        return Object(SpanKind.PICTURE, alternative)
    return Object(SpanKind.OPAQUE, _named(name, alternative or _words_in_shapes(element)))


def is_unknown(element: Element) -> bool:
    """Tell whether something is neither of Word's own language nor holds any of it: nobody knows what it shows."""
    own = str(element.tag).startswith((W, MC))
    return element.tag in _COUNTED_BY_WORD or not (own or next(element.iter(W + "*"), None) is not None)


def boxes_of(element: Element) -> Iterator[Element]:
    """Yield the outermost text boxes inside a drawing or shape; those of a fallback are the same ones again."""
    for child in element:
        if child.tag in BOXES:
            yield child
        elif child.tag != FALLBACK:
            yield from boxes_of(child)


def choice_of(alternatives: Element) -> Element | None:
    """Return the branch of `mc:AlternateContent` that is read: the first choice that holds something, or the last."""
    branches = [one for one in alternatives if one.tag in {MC + "Choice", FALLBACK}]
    return next((one for one in branches if len(one)), branches[-1] if branches else None)


def _name(element: Element) -> str:
    if element.tag in _INK_PARTS:
        return INK
    if element.tag == W + "object":
        return _embedded(element)
    return _drawing(element) if element.tag == W + "drawing" else _shape(element)


def _embedded(element: Element) -> str:
    if next(element.iter(W + "control"), None) is not None:
        return "form control"
    program = _attribute(element, O + "OLEObject", "ProgID").lower()
    return next((name for begin, name in _PROGRAMS.items() if program.startswith(begin)), "embedded object")


def _drawing(element: Element) -> str:
    data = next(element.iter(A + "graphicData"), None)
    address = "" if data is None else data.get("uri", "")
    name = _GRAPHICS.get(address.rsplit("/", 1)[-1])
    if name:
        return name
    if next(element.iter("{*}contentPart"), None) is not None:
        return INK
    return "picture" if next(element.iter("{*}pic"), None) is not None else "drawing"


def _shape(element: Element) -> str:
    if next(element.iter(V + "imagedata"), None) is not None:
        return "picture"
    if next(element.iter(W + "control"), None) is not None:
        return "form control"
    if _attribute(element, V + "rect", O + "hr"):
        return RULE
    return "WordArt" if next(element.iter(V + "textpath"), None) is not None else "drawing"


def _alternative_text(element: Element) -> str:
    properties = next(element.iter(WP + "docPr"), None)
    if properties is not None:
        return properties.get("descr") or properties.get("title") or ""
    return _attribute(element, V + "textpath", "string") or _attribute(element, V + "shape", "alt")


def _words_in_shapes(element: Element) -> str:
    return " ".join(filter(None, (_words_of(one, A + "t") for one in element.iter(A + "p"))))


def _words_of(element: Element, tag: str) -> str:
    return "".join(text.text or "" for text in element.iter(tag))


def _attribute(element: Element, tag: str, name: str) -> str:
    found = next(element.iter(tag), None)
    return "" if found is None else found.get(name, "")


def _named(name: str, detail: str) -> str:
    return f"{name}: {detail}" if detail else name
