"""Word files that are made to do harm: each with what may come of it ('' is that it is read)."""

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.word_builders import (
    NUMBERING,
    OFFICE,
    STYLES,
    Comment,
    WordFile,
    cell,
    commented,
    item,
    note_reference,
    packed,
    paragraph,
    plain,
    row,
    run,
    style,
    table,
    unpacked,
    word_file,
)

RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
SANE = word_file(plain("Hello")).to_bytes()
PARTS = tuple(unpacked(SANE))
READ, HOSTILE, DAMAGED, LARGE, SLOW = "", "hostile", "truncated", "too-large", "slow"


@dataclass(frozen=True)
class Attack:
    """A way to make a file, and the kinds of refusal (or reading) that are right for it."""

    make: Callable[[], bytes]
    allowed: frozenset[str]
    heavy: bool = False  # it may take seconds or hundreds of megabytes: only in the child


def attack(make: Callable[[], bytes], *allowed: str, heavy: bool = False) -> Attack:
    """Return an attack; a heavy one may always be too slow, on a busy computer."""
    return Attack(make, frozenset({*allowed, SLOW} if heavy else allowed), heavy)


def nested(start: str, end: str, depth: int, inside: str = "") -> str:
    return start * depth + inside + end * depth


def chaff(size: int = 600_000) -> str:
    """Return a paragraph that does not shrink, so that what is beside it does not look like a bomb."""
    return plain(random.Random(1).randbytes(size).hex())  # noqa: S311  the same in each run, not secret


def body(*blocks: str) -> bytes:
    return word_file(*blocks).to_bytes()


def with_file(change: Callable[[WordFile], object], *blocks: str) -> bytes:
    file = word_file(*(blocks or (plain("Hello"),)))
    change(file)
    return file.to_bytes()


def with_part(name: str, data: bytes | str) -> bytes:
    return packed({**unpacked(SANE), name: data.encode() if isinstance(data, str) else data})


def with_declaration(name: str, declaration: str, reference: str = "&x;") -> bytes:
    """Return a file one part of which declares entities and uses one."""
    text = unpacked(SANE)[name].decode()
    cut = text.index("?>") + 2
    return with_part(name, text[:cut] + declaration + text[cut:].replace("Hello", reference))


def laughs(depth: int) -> str:
    levels = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, depth))
    return f'<!DOCTYPE a [<!ENTITY x0 "lol">{levels}<!ENTITY x "&x{depth - 1};">]>'


def pointing(kind: str, target: str) -> bytes:
    """Return a file that wants something from outside."""
    links = {"rId90": (kind, target)}
    return with_file(lambda file: file.links.update(links), plain("Hello"), f'<w:altChunk r:id="rId90"/>{picture()}')


def picture() -> str:
    return '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId90"/></v:shape></w:pict></w:r></w:p>'


def styled(inner: str, wanted: str) -> bytes:
    def change(file: WordFile) -> None:
        file.styles = STYLES + inner

    return with_file(change, paragraph(run("x"), style=wanted))


def counted(scheme: str, items: int = 3, more: str = "") -> bytes:
    def change(file: WordFile) -> None:
        file.numbering = (
            f'<w:abstractNum w:abstractNumId="0">{scheme}</w:abstractNum>'
            f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{more}'
        )

    return with_file(change, item("x") * items)


def remarked(comments: list[Comment], *blocks: str) -> bytes:
    return with_file(lambda file: setattr(file, "comments", comments), *blocks)


def crossing(count: int) -> bytes:
    starts = "".join(f'<w:p><w:commentRangeStart w:id="{one}"/>{run("x")}</w:p>' for one in range(count))
    ends = "".join(f'<w:p><w:commentRangeEnd w:id="{one}"/></w:p>' for one in range(count))
    return remarked([Comment(id=one, text="c") for one in range(count)], starts + ends)


def main_as_everything() -> bytes:
    kinds = ("header", "footnotes", "comments", "styles", "numbering", "settings", "commentsExtended", "people")
    arrows = "".join(f'<Relationship Id="r{kind}" Type="{OFFICE}/{kind}" Target="document.xml"/>' for kind in kinds)
    return with_part("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONSHIPS}">{arrows}</Relationships>')


def one_header_often() -> bytes:
    arrows = "".join(f'<Relationship Id="h{n}" Type="{OFFICE}/header" Target="document.xml"/>' for n in range(3_000))
    return with_part("word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONSHIPS}">{arrows}</Relationships>')


def link_member() -> bytes:
    member = zipfile.ZipInfo("word/document.xml")
    member.external_attr = 0o120777 << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    return made.getvalue()


def overlapping() -> bytes:
    """Return an archive whose directory lists the same bytes a hundred times over."""
    whole = with_part("word/media/10.bin", bytes(6_000_000))
    end = whole.index(b"PK\x05\x06")
    last = whole[whole.rindex(b"PK\x01\x02") : end]
    again = b"".join(last.replace(b"10.bin", b"%d.bin" % number) for number in range(11, 99))
    directory = int.from_bytes(whole[end + 12 : end + 16], "little") + len(again)
    count = (len(PARTS) + 1 + 88).to_bytes(2, "little")
    sizes = count + count + directory.to_bytes(4, "little")
    return whole[:end] + again + whole[end : end + 8] + sizes + whole[end + 16 :]


def quine() -> bytes:
    """Return an archive within an archive within an archive."""
    data = SANE
    for _ in range(20):
        data = packed({"again.docx": data})
    return data


LAUGHS = laughs(9)
SQUARE = f'<!DOCTYPE a [<!ENTITY x "{"y" * 50_000}">]>'
FETCHES = (
    "image",
    "attachedTemplate",
    "oleObject",
    "aFChunk",
    "subDocument",
    "frame",
    "hyperlink",
    "video",
    "mailMergeSource",
)

ATTACKS: dict[str, Attack] = {
    **{f"laughs in {name}": attack(partial(with_declaration, name, LAUGHS), HOSTILE) for name in PARTS},
    "quadratic entities": attack(lambda: with_declaration("word/document.xml", SQUARE, "&x;" * 50_000), HOSTILE),
    "entity in an attribute": attack(
        lambda: with_declaration("word/document.xml", LAUGHS, "</w:t><w:t a='&x;'>"), HOSTILE
    ),
    "external entity": attack(
        lambda: with_declaration("word/document.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), HOSTILE
    ),
    "parameter entities": attack(
        lambda: with_declaration("word/document.xml", '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/"> %x;]>'),
        HOSTILE,
    ),
    "xinclude": attack(
        lambda: body('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'), READ
    ),
    "stylesheet instruction": attack(
        lambda: with_part(
            "word/document.xml",
            b'<?xml-stylesheet href="file:///etc/passwd"?>' + unpacked(SANE)["word/document.xml"][56:],
        ),
        READ,
        DAMAGED,
    ),
    **{f"fetch by {kind}": attack(partial(pointing, kind, "http://127.0.0.1:9/evil"), READ) for kind in FETCHES},
    "fetch from a share": attack(lambda: pointing("image", r"\\127.0.0.1\c$\evil"), READ),
    "a file of this computer as a picture": attack(lambda: pointing("image", "file:///etc/passwd"), READ),
    "a field that includes a file": attack(
        lambda: body(f'<w:p><w:fldSimple w:instr="INCLUDETEXT /etc/passwd">{run("x")}</w:fldSimple></w:p>'), READ
    ),
    "a field that runs a program": attack(
        lambda: body(f'<w:p><w:fldSimple w:instr="DDEAUTO cmd.exe calc">{run("x")}</w:fldSimple></w:p>'), READ
    ),
    "itself attached": attack(
        lambda: with_file(lambda f: f.more.update(aFChunk=("hdr", "")), '<w:altChunk r:id="rId4"/>'), READ
    ),
    "the main part as every other part": attack(main_as_everything, READ),
    "one part as thousands of headers": attack(one_header_often, READ),
    "a member that is a link": attack(link_member, DAMAGED),
    "members that share bytes": attack(overlapping, HOSTILE),
    "archives in archives": attack(quine, "not-word"),
    "a path out of the package": attack(lambda: with_part("../../../etc/evil", "x"), READ),
    "a relationship out of the package": attack(lambda: pointing("header", "../../../../etc/passwd"), READ),
    "a zero in the text": attack(lambda: body(plain("a").replace(">a<", ">a\0b<")), DAMAGED),
    "half a surrogate": attack(lambda: body(plain("a").replace(">a<", ">&#xD800;<")), DAMAGED),
    "sdt in sdt": attack(
        lambda: body(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 100_000), chaff()), HOSTILE
    ),
    "sdt in sdt as deep as can be": attack(
        lambda: body(nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 125)), READ
    ),
    "changes in changes": attack(
        lambda: body("<w:p>" + nested('<w:ins w:id="1" w:author="a">', "</w:ins>", 240, run("x")) + "</w:p>"), READ
    ),
    "tables in tables": attack(
        lambda: body(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 300_000), chaff()), HOSTILE
    ),
    "tables in tables as deep as can be": attack(
        lambda: body(nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 83)), READ
    ),
    "boxes in boxes": attack(
        lambda: body(
            nested(
                "<w:p><w:r><w:pict><v:textbox><w:txbxContent>", "</w:txbxContent></v:textbox></w:pict></w:r></w:p>", 45
            )
        ),
        READ,
    ),
    "equations in equations": attack(
        lambda: body("<w:p>" + nested("<m:oMath>", "</m:oMath>", 240, run("x")) + "</w:p>"), READ
    ),
    "choices in choices": attack(
        lambda: body(
            "<w:p>" + nested("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>", 120) + "</w:p>"
        ),
        READ,
    ),
    "two million paragraphs": attack(lambda: body("<w:p/>" * 1_990_000, chaff()), LARGE, heavy=True),
    "more elements than are read": attack(lambda: body("<w:p/>" * 2_100_000, chaff()), LARGE),
    "a bomb": attack(lambda: body("<w:p/>" * 500_000), HOSTILE),
    "a million attributes": attack(
        lambda: body("<w:p " + " ".join(f'a{n}="1"' for n in range(1_000_000)) + "/>"), HOSTILE, heavy=True
    ),
    "a text without end": attack(lambda: body(plain("x" * 10_100_000), chaff()), HOSTILE),
    "fields in fields": attack(
        lambda: body(
            "<w:p>"
            + nested(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>', 5_000
            )
            + "</w:p>"
        ),
        READ,
    ),
    "fields that never end": attack(
        lambda: body('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 5_000), READ, SLOW, heavy=True
    ),
    "styles in a circle": attack(
        lambda: styled(style("A", "A", '<w:basedOn w:val="B"/>') + style("B", "B", '<w:basedOn w:val="A"/>'), "A"), READ
    ),
    "a style based on itself": attack(lambda: styled(style("A", "A", '<w:basedOn w:val="A"/>'), "A"), READ),
    "a long row of styles": attack(
        lambda: styled(
            "".join(style(f"S{n}", f"S{n}", f'<w:basedOn w:val="S{n - 1}"/>') for n in range(20_000)), "S19999"
        ),
        READ,
        HOSTILE,
        heavy=True,
    ),
    "lists in a circle": attack(lambda: counted('<w:styleLink w:val="X"/><w:numStyleLink w:val="X"/>'), READ),
    "a label of millions of letters": attack(
        lambda: counted(
            '<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/>'
            '<w:lvlText w:val="%1%1%1"/></w:lvl>'
        ),
        READ,
        LARGE,
        heavy=True,
    ),
    "a number of thousands of digits": attack(
        lambda: counted(f'<w:lvl w:ilvl="0"><w:start w:val="{"9" * 5000}"/><w:lvlText w:val="%1"/></w:lvl>'), READ
    ),
    "levels that are none": attack(lambda: body(item("x", 1, 10**9), item("y", 1, -5), item("z", -1, 0)), READ),
    "thousands of lists": attack(
        lambda: counted(
            "", more="".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(2, 20_000))
        ),
        READ,
    ),
    "a note that refers to itself": attack(
        lambda: with_file(lambda f: f.note(1, paragraph(note_reference(1))), paragraph(note_reference(1))), READ
    ),
    "comments that answer each other": attack(
        lambda: remarked(
            [Comment(id=0, text="c", parent=1), Comment(id=1, text="d", parent=0)], paragraph(commented(run("x"), 0, 1))
        ),
        READ,
    ),
    "a comment that answers itself": attack(
        lambda: remarked([Comment(id=0, text="c", parent=0)], paragraph(commented(run("x"), 0))), READ
    ),
    "comments across thousands of paragraphs": attack(lambda: crossing(300), READ, heavy=True),
    "dates that are none": attack(
        lambda: remarked(
            [Comment(id=1, text="c", date="0000-00-00T00:00:00Z", date_utc="99999-01-01T00:00:00Z")],
            paragraph(commented(run("x"), 1)),
        ),
        READ,
    ),
    "symbols that are none": attack(
        lambda: body(
            "<w:p><w:r>"
            + "".join(f'<w:sym w:char="{c}"/>' for c in ("D800", "110000", "zz", "", "F" * 20))
            + "</w:r></w:p>"
        ),
        READ,
    ),
    "thousands of cells": attack(
        lambda: body(table(row(*[cell(plain("x"))] * 4_000)), chaff()), READ, SLOW, heavy=True
    ),
    "a document of nothing": attack(
        lambda: with_part(
            "word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
        ),
        READ,
    ),
    "numbering of nothing": attack(
        lambda: with_file(lambda f: setattr(f, "numbering", NUMBERING[:0]), item("x")), READ
    ),
}
