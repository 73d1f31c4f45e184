"""Writes the Word files of the sample workspace from the plain texts beside this script, the same every time.

    python tests/sample_drafts/write_drafts.py [FOLDER]     (default: resources/sample)

A source begins with `name: value` lines (title, byline, and the properties that Word keeps in a file). Then comes one
line per paragraph: `# ` and `## ` headings, `1. ` numbered items, `> ` quotations, `Table: ` a caption and
`| a | b |` the rows below it. Inside a line: *italic*, [^1] a footnote, {c1 words} what comment c1 is about,
{+i1 words +} and {-d1 words -} tracked changes. Last come what these stand for: `[^1]: text`, `{i1}: author, date`,
`{c1}: author, initials, date: text`.
"""

import re
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "resources" / "sample"

HEAD = re.compile(r"^(\w+): ?(.*)$")
NOTE = re.compile(r"^\[\^(\w+)\]: (.+)$")
REMARK = re.compile(r"^\{(c\w*)\}: (.+?), (\w+), (\S+): (.+)$")
REVISION = re.compile(r"^\{([id]\w*)\}: (.+), (\S+)$")
BLOCK = re.compile(r"^(?P<mark>##|#|\d+\.|>|Table:|\|) ?(?P<words>.*)$")
INLINE = re.compile(
    r"\*(?P<italic>[^*]+)\*|\[\^(?P<note>\w+)\]|\{\+(?P<added>\w+) (?P<arrives>.+?)\+\}"
    r"|\{-(?P<cut>\w+) (?P<leaves>.+?)-\}|\{(?P<comment>c\w*) (?P<about>.+?)\}"
)
STYLES = {"#": "Heading 1", "##": "Heading 2", "#.": "List Number", ">": "Quote", "Table:": "Caption", "": "Normal"}

FOOTNOTES = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NUMBERED_HEADINGS = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/><w:lvlText w:val="%1"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="432" w:hanging="432"/></w:pPr></w:lvl></w:abstractNum>"""
NUMBERED_ITEMS = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="91"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="432" w:hanging="432"/></w:pPr></w:lvl></w:abstractNum>"""
APP_PROPERTIES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Template>Normal.dotm\
</Template><Application>Microsoft Office Word</Application><DocSecurity>0</DocSecurity><Company>{company}</Company>\
<AppVersion>16.0000</AppVersion></Properties>"""
STALE = ("/thumbnail", "/stylesWithEffects", "/customXml")  # what python-docx's own template brings along
INK = RGBColor(0x1F, 0x2A, 0x2E)


@dataclass(frozen=True)
class Source:
    """A draft as plain text: its properties, its lines, and what the marks in them stand for."""

    head: dict[str, str]
    lines: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, tuple[str, str, str, str]] = field(default_factory=dict)  # author, initials, date, text
    revisions: dict[str, tuple[str, str]] = field(default_factory=dict)  # author, date


def read(text: str) -> Source:
    """Return what a source says."""
    head_text, _, body = text.partition("\n\n")
    head = {found[1]: found[2] for found in map(HEAD.match, head_text.splitlines()) if found}
    source = Source(head)
    for line in filter(None, body.splitlines()):
        if note := NOTE.match(line):
            source.notes[note[1]] = note[2]
        elif remark := REMARK.match(line):
            source.remarks[remark[1]] = (remark[2], remark[3], remark[4], remark[5])
        elif revision := REVISION.match(line):
            source.revisions[revision[1]] = (revision[2], revision[3])
        else:
            source.lines.append(line)
    return source


def write(source: Source) -> bytes:
    """Return the Word file of a source."""
    draft = Draft(source)
    draft.write_all()
    return same_every_time(draft.saved())


class Draft:
    """A Word document that is being written from a source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.document: Any = docx.Document()
        self.footnotes = parse_xml(FOOTNOTES)
        self.lists = 91
        self.after_table = False
        dress(self.document)

    def write_all(self) -> None:
        """Write title, byline, and every line."""
        self.document.add_paragraph(self.source.head["title"], style="Title")
        self.document.add_paragraph(self.source.head["byline"], style="Subtitle")
        for kind, marked in groupby(map(split_mark, self.source.lines), key=lambda pair: pair[0]):
            words = [words for _, words in marked]
            if kind == "|":
                self.write_table(words)
            else:
                self.write_paragraphs(kind, words)

    def write_paragraphs(self, kind: str, words: list[str]) -> None:
        """Write paragraphs of one kind that follow one another; a list of numbered items starts from 1."""
        number = self.new_list() if kind == "#." else None
        for text in words:
            paragraph = self.document.add_paragraph(style=STYLES[kind])
            if self.after_table and not kind:
                paragraph.paragraph_format.space_before = Pt(12)
            self.after_table = False
            self.write_inline(paragraph, text)
            if number is not None:
                numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                numbering.get_or_add_ilvl().val = 0
                numbering.get_or_add_numId().val = number

    def new_list(self) -> int:
        """Return the number of a list that starts from 1."""
        self.lists += 1
        self.document.part.numbering_part.element.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self.lists}"><w:abstractNumId w:val="91"/>'
                '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
        return self.lists

    def write_table(self, rows: list[str]) -> None:
        """Write a table, its first row in bold."""
        cells = [[cell.strip() for cell in row.strip("| ").split("|")] for row in rows]
        table = self.document.add_table(len(cells), len(cells[0]), style="Table Grid")
        for y, row in enumerate(cells):
            for x, text in enumerate(row):
                paragraph = table.cell(y, x).paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(2)
                paragraph.add_run(text).bold = True if y == 0 else None
        self.after_table = True

    def write_inline(self, paragraph: Any, text: str) -> None:  # noqa: ANN401  python-docx has no types
        """Write the runs of a line, with its footnotes, comments and tracked changes."""
        end = 0
        for found in INLINE.finditer(text):
            paragraph.add_run(text[end : found.start()])
            end = found.end()
            self.write_marked(paragraph, found)
        paragraph.add_run(text[end:])

    def write_marked(self, paragraph: Any, found: re.Match[str]) -> None:  # noqa: ANN401  python-docx has no types
        """Write what one mark stands for."""
        if found["italic"]:
            paragraph.add_run(found["italic"]).italic = True
        elif found["note"]:
            self.write_footnote(paragraph, found["note"])
        elif found["added"]:
            self.track(paragraph.add_run(found["arrives"]), found["added"], "ins")
        elif found["cut"]:
            self.track(paragraph.add_run(found["leaves"]), found["cut"], "del")
        else:
            author, initials, date, words = self.source.remarks[found["comment"]]
            run = paragraph.add_run(found["about"])
            comment = self.document.add_comment(run, text=words, author=author, initials=initials)
            comment._comment_elm.set(qn("w:date"), date)

    def track(self, run: Any, mark: str, kind: str) -> None:  # noqa: ANN401  python-docx has no types
        """Make a run a tracked insertion (ins) or deletion (del)."""
        author, date = self.source.revisions[mark]
        number = 900 + list(self.source.revisions).index(mark)
        change = parse_xml(
            f'<w:{kind} {nsdecls("w")} w:id="{number}" w:author="{author}" w:date="{date}"/>',
        )
        run._r.addprevious(change)
        change.append(run._r)
        if kind == "del":
            for text in run._r.findall(qn("w:t")):
                text.tag = qn("w:delText")

    def write_footnote(self, paragraph: Any, mark: str) -> None:  # noqa: ANN401  python-docx has no types
        """Write the reference to a footnote, and the footnote."""
        number = len(self.footnotes) - 1
        paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
        paragraph.runs[-1].style = "footnote reference"
        self.footnotes.append(
            parse_xml(
                f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
                f'<w:r><w:t xml:space="preserve"> {escape(self.source.notes[mark])}</w:t></w:r></w:p></w:footnote>'
            )
        )

    def saved(self) -> bytes:
        """Return the file with its properties."""
        main = self.document.part
        if len(self.footnotes) > 2:
            blob = etree.tostring(self.footnotes, encoding="UTF-8", xml_declaration=True, standalone=True)
            part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, main.package)
            main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        head, properties = self.source.head, self.document.core_properties
        properties.title, properties.author, properties.last_modified_by = (
            head["title"],
            head["creator"],
            head["modified_by"],
        )
        properties.created, properties.modified = instant(head["created"]), instant(head["modified"])
        properties.comments, properties.keywords, properties.revision = "", "", 7
        app = main.package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        app._blob = APP_PROPERTIES.format(company=escape(head["company"])).encode()
        stream = BytesIO()
        self.document.save(stream)
        return stream.getvalue()


def split_mark(line: str) -> tuple[str, str]:
    """Return the kind of a line ('' for a plain paragraph) and its words."""
    found = BLOCK.match(line)
    if not found:
        return "", line
    return "#." if found["mark"][0].isdigit() else found["mark"], found["words"]


def instant(text: str) -> datetime:
    """Return an ISO instant as python-docx wants it: UTC without saying so."""
    return datetime.fromisoformat(text).replace(tzinfo=None)


def dress(document: Any) -> None:  # noqa: ANN401  python-docx has no types
    """Make python-docx's own template look like what an office uses, in British English."""
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(8), 1.15
    for name, size in (("Title", 24), ("Heading 1", 15), ("Heading 2", 12)):
        styles[name].font.size, styles[name].font.color.rgb = Pt(size), INK
    styles["Subtitle"].font.color.rgb = RGBColor(0x5B, 0x66, 0x6B)
    styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(9)
    styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    language = styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    numbering = document.part.numbering_part.element
    for abstract in (NUMBERED_ITEMS, NUMBERED_HEADINGS):
        numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    heading = styles["Heading 1"].element.get_or_add_pPr().get_or_add_numPr()
    heading.get_or_add_numId().val = 90
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for part in (document.part.package, document.part):
        for relation in [r for r in part.rels.values() if r.reltype.endswith(STALE)]:
            del part.rels[relation.rId]


def same_every_time(file: bytes) -> bytes:
    """Return the package with the time of every member fixed."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            new.writestr(member, old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def sources() -> Iterator[Path]:
    """Yield every source beside this script."""
    yield from sorted(HERE.glob("*.md"))


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    folder.mkdir(parents=True, exist_ok=True)
    for file in sources():
        (folder / file.with_suffix(".docx").name).write_bytes(write(read(file.read_text(encoding="utf-8"))))
