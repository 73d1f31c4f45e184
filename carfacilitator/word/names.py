"""The names that Office Open XML gives to namespaces, elements, relationships and kinds of content."""

from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  lxml gives its element type no public name

_OFFICE = "http://schemas.openxmlformats.org"
_MICROSOFT = "http://schemas.microsoft.com/office"

NAMESPACES: Final = {
    "w": f"{_OFFICE}/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/officeDocument/2006/relationships",
    "m": f"{_OFFICE}/officeDocument/2006/math",
    "mc": f"{_OFFICE}/markup-compatibility/2006",
    "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_OFFICE}/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": f"{_MICROSOFT}/word/2010/wordml",
    "w15": f"{_MICROSOFT}/word/2012/wordml",
    "w16cid": f"{_MICROSOFT}/word/2016/wordml/cid",
    "w16cex": f"{_MICROSOFT}/word/2018/wordml/cex",
}

# Prefixes in Clark notation: `W + "p"` is a paragraph's tag.
W: Final = f"{{{NAMESPACES['w']}}}"
R: Final = f"{{{NAMESPACES['r']}}}"
M: Final = f"{{{NAMESPACES['m']}}}"
MC: Final = f"{{{NAMESPACES['mc']}}}"
WP: Final = f"{{{NAMESPACES['wp']}}}"
A: Final = f"{{{NAMESPACES['a']}}}"
V: Final = f"{{{NAMESPACES['v']}}}"
O: Final = f"{{{NAMESPACES['o']}}}"  # noqa: E741  Microsoft's own prefix
W14: Final = f"{{{NAMESPACES['w14']}}}"
W15: Final = f"{{{NAMESPACES['w15']}}}"
W16CID: Final = f"{{{NAMESPACES['w16cid']}}}"
W16CEX: Final = f"{{{NAMESPACES['w16cex']}}}"
W16DU: Final = f"{{{_MICROSOFT}/word/2023/wordml/word16du}}"

CONTENT_TYPES: Final = "[Content_Types].xml"
CONTENT_TYPES_NAMESPACE: Final = f"{_OFFICE}/package/2006/content-types"
RELATIONSHIPS_NAMESPACE: Final = f"{_OFFICE}/package/2006/relationships"

# Kinds of relationships; the last step of the address is how this program names them.
RELATIONSHIP_TYPES: Final = {
    "comments": f"{_OFFICE}/officeDocument/2006/relationships/comments",
    "commentsExtended": f"{_MICROSOFT}/2011/relationships/commentsExtended",
    "commentsIds": f"{_MICROSOFT}/2016/09/relationships/commentsIds",
    "commentsExtensible": f"{_MICROSOFT}/2018/08/relationships/commentsExtensible",
    "people": f"{_MICROSOFT}/2011/relationships/people",
    "settings": f"{_OFFICE}/officeDocument/2006/relationships/settings",
    "core-properties": f"{_OFFICE}/package/2006/relationships/metadata/core-properties",
    "custom-properties": f"{_OFFICE}/officeDocument/2006/relationships/custom-properties",
    "customXml": f"{_OFFICE}/officeDocument/2006/relationships/customXml",
    "customXmlProps": f"{_OFFICE}/officeDocument/2006/relationships/customXmlProps",
}

_WORD_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PART_TYPES: Final = {
    "document": f"{_WORD_PART}.document.main+xml",
    "comments": f"{_WORD_PART}.comments+xml",
    "commentsExtended": f"{_WORD_PART}.commentsExtended+xml",
    "commentsIds": f"{_WORD_PART}.commentsIds+xml",
    "commentsExtensible": f"{_WORD_PART}.commentsExtensible+xml",
    "people": f"{_WORD_PART}.people+xml",
    "settings": f"{_WORD_PART}.settings+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "customXml": "application/xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}

MAIN_ENDING: Final = ".main+xml"  # so ends the kind of content of documents and templates, with macros or without

# ISO Strict spells its namespaces otherwise; what follows each prefix is the same. The longest come first.
STRICT_NAMESPACES: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NAMESPACES["w"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", NAMESPACES["r"].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", NAMESPACES["m"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", NAMESPACES["wp"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", NAMESPACES["a"].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", f"{_OFFICE}/drawingml/2006/".encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/", f"{_OFFICE}/officeDocument/2006/".encode()),
    (b"http://schemas.microsoft.com/office/word/2010/11/wordml", NAMESPACES["w15"].encode()),  # Word 2013's trial
)
OTHER_SPELLINGS: Final = (b"purl.oclc.org/ooxml", b"/word/2010/11/wordml")  # whether there is any of them
