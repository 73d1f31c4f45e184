"""Reads a finished pack again and compares it with what was ordered, before anybody gets it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from carfacilitator.document.blocks import ARRIVING, Block, BlockKind, Document, Revision, SpanKind, Story, View
from carfacilitator.word.comment_check import difference_in_comments
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.hidden import HIDDEN
from carfacilitator.word.objects import TEXT_BOX
from carfacilitator.word.proof import ProofError
from carfacilitator.word.suggestions import Suggestion, expected_texts
from carfacilitator.word.tracker import WRITTEN
from carfacilitator.word.views import paragraphs

_NOTES = (Story.FOOTNOTE, Story.ENDNOTE)
_MARGINS = (Story.HEADER, Story.FOOTER)


class PackError(ProofError):
    """A pack that is not what was ordered; it must not go out."""

    def __init__(self, what: str) -> None:
        super().__init__(what, "pack")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a pack must hold: the original's text after so many paragraphs of cover, and these comments at the end.

    Suggestions stand in it as changes: without them it must read as the original does.
    """

    original: Document
    cover_paragraphs: int
    comments: tuple[NewComment, ...]
    keep_comments: bool
    keep_hidden: bool
    suggestions: tuple[Suggestion, ...] = ()


def check_pack(pack: Document, expected: Expected) -> None:
    """Compare what a reader finds in a pack with what was ordered.

    Raises:
        PackError: they differ; the sentence says in what, and quotes nothing.
    """
    _check_texts(_without_ours(pack, expected), expected)
    _check_suggestions(pack, expected)
    _check_comments(pack, expected)


def _check_texts(pack: Document, expected: Expected) -> None:
    hidden = expected.keep_hidden
    text = paragraphs(pack, View.FINAL)[expected.cover_paragraphs :]
    if "".join(text) != "".join(paragraphs(expected.original, View.FINAL, hidden=hidden)):
        raise PackError("the text")
    for story in _MARGINS:
        ours = paragraphs(expected.original, View.FINAL, story=story, hidden=hidden)
        if "".join(paragraphs(pack, View.FINAL, story=story)) != "".join(ours):
            raise PackError("a header or footer")
    for story in _NOTES:
        if "".join(_notes(pack, story, hidden=True)) != "".join(_notes(expected.original, story, hidden=hidden)):
            raise PackError("a note")
    ours = paragraphs(expected.original, View.FINAL, story=Story.TEXT_BOX, hidden=hidden)
    theirs = paragraphs(pack, View.FINAL, story=Story.TEXT_BOX)
    if "".join(theirs) != "".join(ours) and (hidden or not _has_hidden_boxes(expected.original)):
        raise PackError("a text box")


def _without_ours(pack: Document, expected: Expected) -> Document:
    """Return the pack as if nothing had been suggested in it."""
    ours = {(one.author, f"{one.when:{WRITTEN}}") for one in expected.suggestions}
    if not ours:
        return pack

    def is_ours(change: Revision) -> bool:
        return (change.author, change.date) in ours

    def without(block: Block) -> Block:
        spans = tuple(
            replace(span, revisions=tuple(one for one in span.revisions if not is_ours(one)))
            for span in block.spans
            if not any(is_ours(one) and one.kind in ARRIVING for one in span.revisions)
        )
        rows = tuple(tuple(tuple(map(without, cell)) for cell in row) for row in block.rows)
        revisions = tuple(one for one in block.revisions if not is_ours(one))
        return replace(block, spans=spans, rows=rows, blocks=tuple(map(without, block.blocks)), revisions=revisions)

    return replace(pack, blocks=tuple(map(without, pack.blocks)))


def _check_suggestions(pack: Document, expected: Expected) -> None:
    """Compare what accepting the suggestions would give; where hidden text goes out of the text, that is not told."""
    hides = any(HIDDEN in span.marks for leaf in expected.original.leaves() for span in leaf.block.spans)
    if not expected.suggestions or (hides and not expected.keep_hidden):
        return
    texts = expected_texts(expected.original, expected.suggestions)
    leaves = expected.original.leaves()
    wanted = "".join(text for leaf, text in zip(leaves, texts, strict=True) if leaf.block.story is Story.BODY)
    if "".join(paragraphs(pack, View.FINAL)[expected.cover_paragraphs :]) != wanted:
        raise PackError("the text with what is suggested in it")


def _notes(document: Document, story: Story, *, hidden: bool) -> Iterator[str]:
    """Yield the final text of the notes that the final text refers to."""
    spans = (span for leaf in document.leaves() for span in leaf.block.spans if span.kind is SpanKind.NOTE)
    used = {span.about for span in spans if span.stands_in(View.FINAL) and (hidden or HIDDEN not in span.marks)}
    for block in document.blocks:
        if block.kind is BlockKind.NOTE and block.story is story and block.id in used:
            yield from paragraphs(Document((block,)), View.FINAL, story=story, hidden=hidden)


def _has_hidden_boxes(document: Document) -> bool:
    spans = (span for leaf in document.leaves() for span in leaf.block.spans)
    return any(HIDDEN in span.marks and span.about == TEXT_BOX for span in spans)


def _check_comments(pack: Document, expected: Expected) -> None:
    earlier = len(expected.original.comments) if expected.keep_comments else 0
    with_passages = not expected.suggestions  # which change what a comment stands on
    what = difference_in_comments(
        pack.comments[earlier:], expected.comments, expected.original, with_passages=with_passages
    )
    if len(pack.comments) < earlier or what:
        raise PackError(what or "the number of comments")
