"""Writes the template from which texts that begin in the program are made, the same every time.

python tests/word_template/write_template.py [FILE]     (default: resources/word/template.docx)

Styles bear Word's own names, so that every program shows them under its own; nothing is in it that is not needed.
"""

import sys
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "word" / "template.docx"
TEXT_FACE, HEAD_FACE = "Calibri", "Georgia"
INK, MUTED, LEAD, LINE, SHADE = "1D2528", "5B666B", "0B6E7D", "DCD8CF", "EFF4F4"
EDGE = Mm(23)


@dataclass(frozen=True)
class Look:
    """How a style sets its text: points, colours as RRGGBB."""

    name: str
    size: float = 11
    before: float = 0
    after: float = 6
    colour: str = INK
    bold: bool = False
    italic: bool = False
    face: str = TEXT_FACE
    follows: str = "Normal"
    with_next: bool = False


LOOKS = (
    Look("Normal", after=7),
    Look("Title", 22, after=4, bold=True, face=HEAD_FACE, with_next=True),
    Look("Subtitle", 12, after=18, colour=MUTED, italic=True),
    Look("Heading 1", 15, before=16, after=5, bold=True, face=HEAD_FACE, with_next=True),
    Look("Heading 2", 12.5, before=12, after=4, bold=True, face=HEAD_FACE, colour=LEAD, with_next=True),
    Look("Heading 3", 11, before=9, after=3, bold=True, with_next=True),
    Look("List Bullet", after=3, follows="List Bullet"),
    Look("List Number", after=3, follows="List Number"),
    Look("Quote", before=2, after=8, italic=True),
    Look("Caption", 10, before=8, after=4, bold=True, colour=MUTED, with_next=True),
    Look("Table Text", 10, after=2, follows="Table Text"),
    Look("Table Heading", 10, after=2, bold=True, follows="Table Text"),
    Look("Footer", 9, after=0, colour=MUTED, follows="Footer"),
    Look("annotation text", 10, after=0, follows="annotation text"),
)
KEPT = {"Default Paragraph Font", "Normal Table", "No List", "Table Grid", *(look.name for look in LOOKS)}

UNWANTED = ("/stylesWithEffects", "/customXml", "/webSettings", "/thumbnail", "/extended-properties")

NUMBERINGS = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:pStyle w:val="ListNumber"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
</w:numbering>"""
TABLE_STYLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="SheetTable">
<w:name w:val="Sheet Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr>
<w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{LEAD}"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>
<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>
</w:tblStylePr></w:style>"""
REFERENCE_STYLE = f"""<w:style {nsdecls("w")} w:type="character" w:styleId="CommentReference">
<w:name w:val="annotation reference"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>"""
SETTINGS = f"""<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""


def template() -> bytes:
    """Return the template as a Word file."""
    document = docx.Document()
    _only_what_is_needed(document)
    _defaults(document)
    for look in LOOKS:
        _set(document, look)
    document.styles.element.append(parse_xml(TABLE_STYLE))
    document.styles.element.append(parse_xml(REFERENCE_STYLE))
    _page(document)
    _forget_sittings(document)
    written = BytesIO()
    document.save(written)
    return _timeless(written.getvalue())


def _only_what_is_needed(document: Document) -> None:
    for style in [style for style in document.styles if style.name not in KEPT]:
        style.delete()
    for holder in (document.part, document.part.package):
        for relationship in [one for one in holder.rels.values() if one.reltype.endswith(UNWANTED)]:
            holder.rels.pop(relationship.rId)
    for element, xml in ((document.part.numbering_part.element, NUMBERINGS), (document.settings.element, SETTINGS)):
        _empty(element)
        element.extend(list(parse_xml(xml)))
    _empty(document.core_properties._element)


def _empty(element: Any) -> None:  # noqa: ANN401  the library's elements have no public type
    for child in list(element):
        element.remove(child)


def _forget_sittings(document: Document) -> None:
    """Take out the numbers that tell in which sittings the library's own template was written."""
    for part in (document.styles.element, document.element):
        for element in part.iter():
            for name in [name for name in element.attrib if "}rsid" in name]:
                del element.attrib[name]
        for element in list(part.iter(qn("w:rsid"))):
            element.getparent().remove(element)


def _defaults(document: Document) -> None:
    latent = document.styles.element.find(qn("w:latentStyles"))
    if latent is not None:
        document.styles.element.remove(latent)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = f'<w:rFonts w:ascii="{TEXT_FACE}" w:hAnsi="{TEXT_FACE}" w:eastAsia="{TEXT_FACE}" w:cs="{TEXT_FACE}"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    run = f'<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="22"/>{language}</w:rPr></w:rPrDefault>'
    fresh = parse_xml(f"<w:docDefaults {nsdecls('w')}>{run}<w:pPrDefault/></w:docDefaults>")
    defaults.getparent().replace(defaults, fresh)


def _set(document: Document, look: Look) -> None:
    names = {style.name for style in document.styles}
    style = document.styles[look.name] if look.name in names else _new_style(document, look.name)
    for tag in ("w:rPr", "w:pPr", "w:link"):
        for child in style.element.findall(qn(tag)):
            style.element.remove(child)
    style.font.name = look.face
    style.font.size = Pt(look.size)
    style.font.bold = look.bold or None
    style.font.italic = look.italic or None
    style.font.color.rgb = RGBColor.from_string(look.colour)
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.line_spacing = Pt(look.before), Pt(look.after), 1.12
    spacing.keep_with_next = look.with_next or None
    style.next_paragraph_style = document.styles[look.follows if look.follows in names else "Normal"]
    _more(style, look.name)


def _new_style(document: Document, name: str) -> Any:  # noqa: ANN401  likewise
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name == "annotation text")
    style.base_style = document.styles["Normal"]
    if name == "annotation text":
        style.element.set(qn("w:styleId"), "CommentText")
    return style


def _more(style: Any, name: str) -> None:  # noqa: ANN401  likewise
    properties = style.element.get_or_add_pPr()
    if name.startswith("List"):
        numbering = parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{1 + (name == "List Number")}"/></w:numPr>')
        properties._insert_numPr(numbering)
    if name.startswith("Heading"):
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(int(name[-1]) - 1))
        properties.append(level)
    if name == "Quote":
        style.paragraph_format.left_indent = style.paragraph_format.right_indent = Mm(8)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = EDGE
    section.top_margin, section.bottom_margin = Mm(22), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    stops = footer.paragraph_format.tab_stops
    stops.add_tab_stop(section.page_width - 2 * EDGE, WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("\tPage ")
    for instruction, between in (("PAGE", " of "), ("NUMPAGES", "")):
        field = parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
        footer._p.append(field)
        if between:
            footer.add_run(between)


def _timeless(data: bytes) -> bytes:
    """Return the same file with its parts in order and no time of writing."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return written.getvalue()


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATE).write_bytes(template())
