"""Word files to begin from: what our builders make of every construct, and whatever lies in a folder."""

from collections.abc import Iterator
from pathlib import Path

from tests.word_builders import (
    Comment,
    cell,
    commented,
    complex_field,
    control,
    deleted,
    drawing,
    inserted,
    item,
    moved_away,
    moved_here,
    note_reference,
    paragraph,
    plain,
    reference,
    row,
    run,
    table,
    text_box,
    word_file,
)

LARGEST = 150_000  # bytes; larger files only make each round longer
_BOLD = "<w:b/>"
_EQUATION = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
_SYMBOL = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/></w:r>'
_REFORMATTED = run("format", '<w:b/><w:rPrChange w:id="8" w:author="Ann"><w:rPr/></w:rPrChange>')


def seeds(folder: Path | None = None) -> list[bytes]:
    """Return the files to mutate."""
    return [_rich(), _reviewed(), _tables(), *_from(folder)]


def _from(folder: Path | None) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*.docx")) if folder else ():
        if path.stat().st_size <= LARGEST:
            yield path.read_bytes()


def _rich() -> bytes:
    file = word_file(
        plain("Keeping a tenancy", style="Heading1"),
        paragraph(run("Plain and "), run("bold", _BOLD), _SYMBOL, note_reference(1), note_reference(1, "endnote")),
        item("first"),
        item("second", 1, 1),
        item("bullet", 2),
        paragraph(complex_field("REF a", run("a field")), '<w:fldSimple w:instr="PAGE">' + run("7") + "</w:fldSimple>"),
        paragraph('<w:hyperlink r:id="rId90">' + run("a link") + "</w:hyperlink>", _EQUATION),
        paragraph(text_box(plain("in a box")), drawing("chart", description="a chart")),
        control(plain("controlled")),
        paragraph("<w:smartTag>" + run("smart") + "</w:smartTag>", control(run("inline"))),
    )
    file.links["rId90"] = "hyperlink", "https://example.org/"
    file.note(1, plain("a footnote")).note(1, plain("an endnote"), kind="endnote")
    file.margin("header", plain("the head")).margin("footer", plain("the foot"))
    return file.to_bytes()


def _reviewed() -> bytes:
    file = word_file(
        paragraph(run("Kept "), inserted(run("came ")), deleted("went "), _REFORMATTED, mark="ins"),
        paragraph(commented(run("why"), 1, 2), run(" text"), reference(3)),
        paragraph(moved_away(run("moved"))),
        paragraph(moved_here(run("moved")), mark="del"),
        paragraph('<w:commentRangeStart w:id="4"/>', run("from here")),
        paragraph(run("to there"), '<w:commentRangeEnd w:id="4"/>', reference(4)),
        paragraph(run("last"), '<w:bookmarkStart w:id="5" w:name="_car_x"/><w:bookmarkEnd w:id="5"/>'),
    )
    file.comments = [
        Comment(id=1, text="How do we know?\nReally?", resolved=True, date_utc="2026-01-05T10:00:00Z"),
        Comment(id=2, text="From the minutes.", parent=1),
        Comment(id=3, text="No range.", author="Ann"),
        Comment(id=4, text="Long.", linked=False),
    ]
    return file.to_bytes()


def _tables() -> bytes:
    inner = table(row(cell(plain("inner"))))
    file = word_file(
        table(row(cell(plain("a")), cell(plain("b"), inner)), row(cell(paragraph(inserted(run("c")))), change="ins")),
        table(row(cell(paragraph(commented(run("in a cell"), 1)))), control(row(cell(plain("controlled row"))))),
        plain("after"),
    )
    file.comments = [Comment(id=1, text="Which month?")]
    return file.to_bytes()
