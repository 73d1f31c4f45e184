"""Made-up reviews as Word files, written by hand, so that what is measured goes through the reader as real ones do."""

from html import escape

from carfacilitator.document.blocks import Block, Document, Revision, RevisionKind, Span
from tests.word_builders import word_file

_RUNS = {
    RevisionKind.INSERT: ("ins", "t"),
    RevisionKind.DELETE: ("del", "delText"),
    RevisionKind.MOVE_TO: ("moveTo", "t"),
    RevisionKind.MOVE_FROM: ("moveFrom", "t"),
}


def as_word(document: Document) -> bytes:
    """Return a document of plain paragraphs, with its tracked changes, as a Word file."""
    return word_file(*(_paragraph(block) for block in document.blocks)).to_bytes()


def _paragraph(block: Block) -> str:
    marks = "".join(f"<w:{'ins' if one.arrives else 'del'} {_by(one)}/>" for one in block.revisions)
    moved = next((one for span in block.spans for one in span.revisions if one.group), None)
    inner = f"<w:pPr><w:rPr>{marks}</w:rPr></w:pPr>{''.join(map(_run, block.spans))}"
    if moved is None:
        return f"<w:p>{inner}</w:p>"
    name = _RUNS[moved.kind][0]
    start = f'<w:{name}RangeStart w:name="{moved.group}" {_by(moved)}/>'
    return f'{start}<w:p>{inner}</w:p><w:{name}RangeEnd w:id="7"/>'


def _run(span: Span) -> str:
    change = span.revisions[0] if span.revisions else None
    tag = _RUNS[change.kind][1] if change else "t"
    run = f'<w:r><w:{tag} xml:space="preserve">{escape(span.text)}</w:{tag}></w:r>'
    return f"<w:{_RUNS[change.kind][0]} {_by(change)}>{run}</w:{_RUNS[change.kind][0]}>" if change else run


def _by(change: Revision) -> str:
    return f'w:id="7" w:author="{change.author}" w:date="{change.date}"'
