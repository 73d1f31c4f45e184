"""Makes Word files for tests, in code: rich ones, reviewed ones, and hostile ones."""

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from carfacilitator.word.names import NAMESPACES, PART_TYPES, RELATIONSHIP_TYPES

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WHO, WHEN = "Morag Lead", "2026-01-05T10:00:00Z"
_MARKED = f'w:author="{WHO}" w:date="{WHEN}"'


# Pieces of a paragraph ------------------------------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{_properties("rPr", properties)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def inserted(content: str, author: str = WHO, date: str = WHEN) -> str:
    return f'<w:ins w:id="900" w:author={quoteattr(author)} w:date="{date}">{content}</w:ins>'


def deleted(text: str, properties: str = "") -> str:
    words = f'<w:delText xml:space="preserve">{escape(text)}</w:delText>'
    return f'<w:del w:id="901" {_MARKED}><w:r>{_properties("rPr", properties)}{words}</w:r></w:del>'


def moved_away(content: str, name: str = "move1") -> str:
    marks = f'<w:moveFromRangeStart w:id="902" {_MARKED} w:name="{name}"/>', '<w:moveFromRangeEnd w:id="902"/>'
    return f'{marks[0]}<w:moveFrom w:id="903" {_MARKED}>{content}</w:moveFrom>{marks[1]}'


def moved_here(content: str, name: str = "move1") -> str:
    marks = f'<w:moveToRangeStart w:id="904" {_MARKED} w:name="{name}"/>', '<w:moveToRangeEnd w:id="904"/>'
    return f'{marks[0]}<w:moveTo w:id="905" {_MARKED}>{content}</w:moveTo>{marks[1]}'


def commented(content: str, *identifiers: int) -> str:
    starts = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in identifiers)
    ends = "".join(f'<w:commentRangeEnd w:id="{one}"/>{reference(one)}' for one in identifiers)
    return f"{starts}{content}{ends}"


def reference(identifier: int) -> str:
    return f'<w:r><w:commentReference w:id="{identifier}"/></w:r>'


def complex_field(instruction: str, result: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    code = f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
    return f"{begin}{code}{middle}{result}{end}"


def note_reference(identifier: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>'


def drawing(uri: str, inside: str = "", description: str = "") -> str:
    address = f"http://schemas.openxmlformats.org/drawingml/2006/{uri}"
    about = f'<wp:docPr id="7" name="Drawing" descr={quoteattr(description)}/>'
    graphic = f'<a:graphic><a:graphicData uri="{address}">{inside}</a:graphicData></a:graphic>'
    extent = '<wp:extent cx="1800000" cy="500000"/>'
    return f"<w:r><w:drawing><wp:inline>{extent}{about}{graphic}</wp:inline></w:drawing></w:r>"


def text_box(*paragraphs: str) -> str:
    """Return a run with a text box as Word writes it: the drawing, and the same paragraphs again as a fallback."""
    content = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    word = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    shape = f'<wps:wsp xmlns:wps="{word}"><wps:txbx>{content}</wps:txbx></wps:wsp>'
    graphic = f'<a:graphic><a:graphicData uri="{word}">{shape}</a:graphicData></a:graphic>'
    new = f'<w:drawing><wp:inline><wp:docPr id="8" name="Box"/>{graphic}</wp:inline></w:drawing>'
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


# Blocks ---------------------------------------------------------------------------------------------------------------


def paragraph(*content: str, style: str = "", properties: str = "", mark: str = "") -> str:
    """Return a `w:p`; `mark` is '' or the name of what happened to its mark (ins, del)."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner += properties
    inner += f'<w:rPr><w:{mark} w:id="906" {_MARKED}/></w:rPr>' if mark else ""
    return f"<w:p>{_properties('pPr', inner)}{''.join(content)}</w:p>"


def plain(text: str, style: str = "") -> str:
    return paragraph(run(text), style=style)


def item(text: str, numbering: int = 1, level: int = 0) -> str:
    return paragraph(run(text), properties=numbered(numbering, level))


def numbered(numbering: int = 1, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>'


def cell(*blocks: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{"".join(blocks)}</w:tc>'


def row(*cells: str, change: str = "") -> str:
    marked = f'<w:trPr><w:{change} w:id="907" {_MARKED}/></w:trPr>' if change else ""
    return f"<w:tr>{marked}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>'
    return f"<w:tbl>{grid}{''.join(rows)}</w:tbl>"


def control(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="111"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def _properties(name: str, inner: str) -> str:
    return f"<w:{name}>{inner}</w:{name}>" if inner else ""


# Parts ----------------------------------------------------------------------------------------------------------------


def style(identifier: str, name: str, inner: str = "", *, kind: str = "paragraph", default: bool = False) -> str:
    standard = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{standard} w:styleId="{identifier}"><w:name w:val="{name}"/>{inner}</w:style>'


STYLES = "".join(
    (
        style("Normal", "Normal", default=True),
        style("Heading1", "heading 1", '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style("Heading2", "heading 2", '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", kind="character"),
    ),
)


def level(number: int, pattern: str, number_format: str = "decimal", more: str = "") -> str:
    how = f'<w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{number}">{how}</w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "%1.")}{level(1, "%1.%2", more="")}'
    f"{level(2, '(%3)', 'lowerRoman')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, chr(0xF0B7), "bullet")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


@dataclass(kw_only=True)
class Comment:
    """A comment of a file that a test makes; several lines are several paragraphs."""

    id: int
    text: str
    author: str = WHO
    initials: str = "ML"
    date: str = WHEN
    date_utc: str = ""
    parent: int | None = None
    resolved: bool = False
    linked: bool = True  # whether commentsExtended has a row for it

    @property
    def key(self) -> str:
        """Return the id of its last paragraph."""
        return f"{0x20000000 + self.id * 16 + self.text.count(chr(10)):08X}"

    def xml(self) -> str:
        lines = "".join(
            f'<w:p w14:paraId="{0x20000000 + self.id * 16 + number:08X}">{run(line)}</w:p>'
            for number, line in enumerate(self.text.split("\n"))
        )
        about = f'w:author={quoteattr(self.author)} w:initials="{self.initials}" w:date="{self.date}"'
        return f'<w:comment w:id="{self.id}" {about}>{lines}</w:comment>'


@dataclass
class WordFile:
    """A Word file in the making."""

    body: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    styles: str = STYLES
    numbering: str = NUMBERING
    settings: str = ""
    section: str = "<w:sectPr/>"
    more: dict[str, tuple[str, str]] = field(default_factory=dict)  # kind of relationship: name, inner XML
    links: dict[str, tuple[str, str]] = field(default_factory=dict)  # id: kind, address outside
    loose: dict[str, bytes] = field(default_factory=dict)  # parts that nothing points to

    def note(self, identifier: int, *paragraphs: str, kind: str = "footnote") -> "WordFile":
        separator = f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
        name, inner = self.more.get(f"{kind}s", (f"{kind}s", separator))
        inner += f'<w:{kind} w:id="{identifier}">{"".join(paragraphs)}</w:{kind}>'
        self.more[f"{kind}s"] = name, inner
        return self

    def margin(self, kind: str, *blocks: str) -> "WordFile":
        """Add a header or a footer."""
        self.more[kind] = "hdr" if kind == "header" else "ftr", "".join(blocks)
        return self

    def document(self) -> str:
        return f"<w:document {DECLARED}><w:body>{''.join(self.body)}{self.section}</w:body></w:document>"

    def parts(self) -> dict[str, bytes]:
        made = {
            "document": ("document", self.document()),
            "styles": ("styles", _root("styles", self.styles)),
            "numbering": ("numbering", _root("numbering", self.numbering)),
            "settings": ("settings", _root("settings", self.settings)),
            **{kind: (kind, _root(root, inner)) for kind, (root, inner) in self.more.items()},
            **{kind: (kind, xml) for kind, xml in self._comment_parts().items()},
        }
        kinds = [kind for kind in made if kind != "document"]
        named = {f"word/{name}.xml": (HEAD + xml).encode() for name, xml in made.values()}
        return {
            "[Content_Types].xml": _content_types(list(made)),
            "_rels/.rels": _relationships({"rId1": (f"{OFFICE}/officeDocument", "word/document.xml", False)}),
            "word/_rels/document.xml.rels": _relationships(
                {f"rId{n}": (_type(kind), f"{kind}.xml", False) for n, kind in enumerate(kinds, 1)}
                | {one: (f"{OFFICE}/{kind}", address, True) for one, (kind, address) in self.links.items()},
            ),
            **named,
            **self.loose,
        }

    def to_bytes(self) -> bytes:
        return packed(self.parts())

    def _comment_parts(self) -> dict[str, str]:
        if not self.comments:
            return {}
        keys = {one.id: one.key for one in self.comments}
        rows = "".join(
            f'<w15:commentEx w15:paraId="{one.key}" w15:done="{int(one.resolved)}"'
            + (f' w15:paraIdParent="{keys[one.parent]}"/>' if one.parent is not None else "/>")
            for one in self.comments
            if one.linked
        )
        dated = [one for one in self.comments if one.date_utc]
        ids = "".join(f'<w16cid:commentId w16cid:paraId="{c.key}" w16cid:durableId="3{c.key[1:]}"/>' for c in dated)
        instants = "".join(
            f'<w16cex:commentExtensible w16cex:durableId="3{c.key[1:]}" w16cex:dateUtc="{c.date_utc}"/>' for c in dated
        )
        parts = {
            "comments": _root("comments", "".join(one.xml() for one in self.comments)),
            "commentsExtended": f"<w15:commentsEx {DECLARED}>{rows}</w15:commentsEx>",
            "commentsIds": f"<w16cid:commentsIds {DECLARED}>{ids}</w16cid:commentsIds>",
            "commentsExtensible": f"<w16cex:commentsExtensible {DECLARED}>{instants}</w16cex:commentsExtensible>",
        }
        needed = {"comments": True, "commentsExtended": bool(rows), "commentsIds": bool(ids)}
        return {kind: xml for kind, xml in parts.items() if needed.get(kind, bool(instants))}


def word_file(*body: str) -> WordFile:
    return WordFile(list(body))


def packed(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _root(name: str, inner: str) -> str:
    return f"<w:{name} {DECLARED}>{inner}</w:{name}>"


def _type(kind: str) -> str:
    return RELATIONSHIP_TYPES.get(kind, f"{OFFICE}/{kind}")


def _content_types(kinds: list[str]) -> bytes:
    declared = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{PART_TYPES.get(kind, f"{WORD_PART}.{kind}+xml")}"/>'
        for kind in kinds
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    )
    address = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{HEAD}<Types xmlns="{address}">{defaults}{declared}</Types>'.encode()


def _relationships(arrows: dict[str, tuple[str, str, bool]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"/>' if external else "/>")
        for one, (kind, target, external) in arrows.items()
    )
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{address}">{lines}</Relationships>'.encode()
