"""Makes of a Word file what Google Docs exports of it, and what is left when its text is pasted into a new file.

What an export looks like was read off files that Google Docs wrote; it shares no code with the program.
"""

import io
import re
import zipfile
from itertools import count

from lxml import etree

from tests.imitated_word import W14, WordDesk, w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SITTINGS = [w(name) for name in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidSect", "rsidDel")]
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def exported(desk: WordDesk) -> bytes:
    """Return the file on a desk as Google Docs exports it.

    No properties, no data of others, no threads; bookmarks under names of its own; styles called otherwise; paragraphs
    numbered from 1; no sittings; comments in other numbers and without initials; the two changes of a replacement in
    one number.
    """
    desk.forget_identity()
    desk.forget_threads()
    _call_styles_otherwise(desk)
    _name_bookmarks_anew(desk)
    _number_comments_anew(desk)
    numbers = count(1)
    for root in (desk.document, desk.comments):
        for paragraph in root.iter(w("p")):
            paragraph.set(f"{{{W14}}}paraId", f"{next(numbers):08X}")
        for element in root.iter():
            for sitting in _SITTINGS:
                if sitting in element.attrib:
                    del element.attrib[sitting]
    for change in desk.document.iter(w("del")):
        following = change.getnext()
        if following is not None and following.tag == w("ins"):
            following.set(w("id"), change.get(w("id"), ""))
    return desk.save()


def pasted(data: bytes, leave_out: str = "") -> bytes:
    """Return a new file with a Word file's paragraphs and tables as bare text: no pictures, notes, changes or comments.

    The paragraph with `leave_out` in it is not copied, nor what stands before it.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    parts = [part for part in body if part.tag in {w("p"), w("tbl")}]
    start = next((n + 1 for n, part in enumerate(parts) if leave_out and leave_out in _words(part)), 0)
    document = etree.Element(w("document"), nsmap={"w": w("")[1:-1]})
    etree.SubElement(document, w("body")).extend(_bare(part) for part in parts[start:])
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _LINKS)
        archive.writestr("word/document.xml", etree.tostring(document, xml_declaration=True, encoding="UTF-8"))
    return written.getvalue()


def _bare(part: etree._Element) -> etree._Element:
    bare = etree.Element(part.tag)
    if part.tag == w("p"):
        run = etree.SubElement(bare, w("r"))
        etree.SubElement(run, w("t"), {_SPACE: "preserve"}).text = _words(part)
    else:
        bare.extend(_bare(inner) for inner in part if inner.tag in {w("tr"), w("tc"), w("tbl"), w("p")})
    return bare


def _words(part: etree._Element) -> str:
    return "".join("\t" if one.tag == w("tab") else one.text or "" for one in part.iter(w("t"), w("tab")))


def _call_styles_otherwise(desk: WordDesk) -> None:
    for reference in desk.document.iter(w("pStyle"), w("rStyle")):
        reference.set(w("val"), "Gdocs" + re.sub(r"\W", "", reference.get(w("val"), "")))


def _name_bookmarks_anew(desk: WordDesk) -> None:
    for number, mark in enumerate(desk.document.iter(w("bookmarkStart"))):
        mark.set(w("name"), f"id.{number:012x}")


def _number_comments_anew(desk: WordDesk) -> None:
    new: dict[str, str] = {}
    for number, comment in enumerate(desk.comments.iter(w("comment"))):
        new[comment.get(w("id"), "")] = str(number)
        comment.set(w("id"), str(number))
        if w("initials") in comment.attrib:
            del comment.attrib[w("initials")]
    for mark in desk.document.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")):
        mark.set(w("id"), new.get(mark.get(w("id"), ""), "0"))
