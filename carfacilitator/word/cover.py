"""The cover note of a pack: a first page of its own before the practitioner's text, which stays as it was.

All of its formatting is direct, for the file's own styles are the practitioner's and may look like anything.
"""

from dataclasses import dataclass, field

from lxml import etree

from carfacilitator.word.elements import remove
from carfacilitator.word.names import NAMESPACES, Element, W
from carfacilitator.word.patch import new_run

COVER_BOOKMARK = "_car_cover"
_FACE = "Georgia"
_INK, _MUTED, _LEAD, _LINE = "1D2528", "5B666B", "0B6E7D", "DCD8CF"
_SECTION = W + "sectPr"
_A4 = "11906", "16838"
_EDGE = "1701"  # twentieths of a point: 3 cm
_MARGINS = {
    "top": "1418",
    "right": _EDGE,
    "bottom": "1134",
    "left": _EDGE,
    "header": "709",
    "footer": "567",
    "gutter": "0",
}
_RULE = f'<w:top w:val="single" w:sz="4" w:space="6" w:color="{_LINE}"/>'
_NO_RULE = '<w:top w:val="nil"/>'
# What comes after `w:pgNumType` in a section (ISO/IEC 29500-1, A.1, CT_SectPr).
_AFTER_PAGE_NUMBERS = frozenset(
    W + name
    for name in (
        "cols",
        "formProt",
        "vAlign",
        "noEndnote",
        "titlePg",
        "textDirection",
        "bidi",
        "rtlGutter",
        "docGrid",
        "printerSettings",
        "sectPrChange",
    )
)


@dataclass(frozen=True, kw_only=True)
class CoverNote:
    """What the cover says, from top to bottom; what is empty is left out.

    `head` is a small line above the title; `about` stands under it; the questions are numbered; `code_line` stands
    under a rule at the end.
    """

    title: str
    head: str = ""
    about: str = ""
    greeting: str = ""
    paragraphs: tuple[str, ...] = ()
    questions_before: str = ""
    questions: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    sender: str = ""
    code_line: str = ""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a paragraph of the cover is set: half-points, twentieths of a point, colours as RRGGBB."""

    size: int = 22
    after: int = 180
    before: int = 0
    colour: str = _INK
    bold: bool = False
    italic: bool = False
    indent: int = 0  # of its hanging number
    ruled: bool = False  # stands under a rule


_HEAD = _Look(size=18, after=480, colour=_LEAD)
_TITLE = _Look(size=40, after=120, bold=True)
_ABOUT = _Look(size=22, after=480, italic=True, colour=_MUTED)
_BODY = _Look()
_QUESTION = _Look(indent=425, after=140)
_SENDER = _Look(before=120)
_CODE = _Look(size=18, after=0, colour=_MUTED, before=720, ruled=True)


@dataclass(slots=True)
class _Page:
    """The paragraphs of a cover in the making."""

    paragraphs: list[Element] = field(default_factory=list)

    def add(self, text: str, look: _Look, number: str = "") -> None:
        if text.strip():
            self.paragraphs.append(_paragraph(text, look, number))


def cover_paragraphs(note: CoverNote) -> list[Element]:
    """Return the paragraphs of a cover."""
    page = _Page()
    page.add(note.head, _HEAD)
    page.add(note.title, _TITLE)
    page.add(note.about, _ABOUT)
    for text in (note.greeting, *note.paragraphs, note.questions_before):
        page.add(text, _BODY)
    for number, question in enumerate(note.questions, 1):
        page.add(question, _QUESTION, f"{number}.")
    for text in note.ending:
        page.add(text, _BODY)
    page.add(note.sender, _SENDER)
    page.add(note.code_line, _CODE)
    return page.paragraphs


def put_cover(root: Element, note: CoverNote, bookmark_id: str, *, numbered: bool = False) -> int:
    """Put a cover before the text, on a page and in a section of its own; return how many paragraphs it has.

    `numbered` tells that the file's standard paragraphs bear numbers, which those of the cover must then be denied.
    The text's own first section begins on a new page and counts its pages from 1, as before.
    """
    body = root.find(W + "body")
    if body is None:
        return 0
    first_section = next(body.iter(_SECTION), None)
    paragraphs = cover_paragraphs(note) or [_paragraph("", _BODY)]
    _end_section(paragraphs[-1], first_section)
    for denial in [] if numbered else [one for paragraph in paragraphs for one in paragraph.iter(W + "numPr")]:
        remove(denial)
    if first_section is not None:
        _begin_anew(first_section)
    start, end = _bookmark(bookmark_id)
    paragraphs[0].insert(1, start)
    paragraphs[-1].append(end)
    for place, paragraph in enumerate(paragraphs):
        body.insert(place, paragraph)
    return len(paragraphs)


def _paragraph(text: str, look: _Look, number: str = "") -> Element:
    paragraph = _parsed(f"<w:p><w:pPr>{_paragraph_properties(look)}</w:pPr></w:p>")
    paragraph.append(new_run(f"{number}\t{text}" if number else text, _run_properties(look)))
    return paragraph


def _paragraph_properties(look: _Look) -> str:
    """Return every property in which a style of the file could get in the way, in the order of the schema."""
    first = f'w:hanging="{look.indent}"' if look.indent else 'w:firstLine="0"'
    stop = f'<w:tabs><w:tab w:val="left" w:pos="{look.indent}"/></w:tabs>' if look.indent else ""
    sides = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
    autospacing = 'w:beforeAutospacing="0" w:afterAutospacing="0"'
    return (
        '<w:keepNext w:val="0"/><w:pageBreakBefore w:val="0"/>'
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        f"<w:suppressLineNumbers/><w:pBdr>{_RULE if look.ruled else _NO_RULE}{sides}</w:pBdr>"
        f'<w:shd w:val="clear" w:color="auto" w:fill="auto"/>{stop}<w:bidi w:val="0"/>'
        f'<w:spacing w:before="{look.before}" w:after="{look.after}" {autospacing} w:line="300" w:lineRule="auto"/>'
        f'<w:ind w:left="{look.indent}" w:right="0" {first}/>'
        '<w:contextualSpacing w:val="0"/><w:jc w:val="left"/><w:outlineLvl w:val="9"/>'
    )


def _run_properties(look: _Look) -> Element:
    return _parsed(
        f'<w:rPr><w:rFonts w:ascii="{_FACE}" w:hAnsi="{_FACE}" w:cs="{_FACE}"/><w:b w:val="{int(look.bold)}"/>'
        f'<w:i w:val="{int(look.italic)}"/><w:caps w:val="0"/><w:smallCaps w:val="0"/><w:strike w:val="0"/>'
        f'<w:vanish w:val="0"/><w:color w:val="{look.colour}"/><w:spacing w:val="0"/><w:sz w:val="{look.size}"/>'
        f'<w:szCs w:val="{look.size}"/><w:u w:val="none"/><w:lang w:val="en-GB"/></w:rPr>'
    )


def _end_section(last: Element, following: Element | None) -> None:
    """Let a paragraph end the cover's section: upright, on the paper of what follows.

    An empty one of its own would not do: LibreOffice drops it, and its bookmarks come to stand in the text.
    """
    width, height = _upright(None if following is None else following.find(W + "pgSz"))
    section = etree.SubElement(last[0], _SECTION)
    etree.SubElement(section, W + "pgSz", {W + "w": width, W + "h": height})
    etree.SubElement(section, W + "pgMar", {W + name: value for name, value in _MARGINS.items()})


def _upright(size: Element | None) -> tuple[str, str]:
    """Return the width and height of a page held upright; those of A4 where a file does not say them plainly."""
    written = [] if size is None else [size.get(W + "w", ""), size.get(W + "h", "")]
    if not written or not all(side.isdecimal() for side in written):
        return _A4
    width, height = sorted(written, key=int)
    return width, height


def _begin_anew(section: Element) -> None:
    kind = section.find(W + "type")
    if kind is not None:
        remove(kind)
    numbers = section.find(W + "pgNumType")
    if numbers is None:
        numbers = etree.Element(W + "pgNumType")
        place = next((at for at, child in enumerate(section) if child.tag in _AFTER_PAGE_NUMBERS), len(section))
        section.insert(place, numbers)
    if numbers.get(W + "start") is None:
        numbers.set(W + "start", "1")


def _bookmark(identifier: str) -> tuple[Element, Element]:
    start = etree.Element(W + "bookmarkStart", {W + "id": identifier, W + "name": COVER_BOOKMARK})
    return start, etree.Element(W + "bookmarkEnd", {W + "id": identifier})


def _parsed(xml: str) -> Element:
    return etree.fromstring(f'<w:x xmlns:w="{NAMESPACES["w"]}">{xml}</w:x>')[0]
