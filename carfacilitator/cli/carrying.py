"""`carry`: where the comments of one Word file stand in the next one."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.cli.shapes import Shape, anchor_shape, local_time
from carfacilitator.document.anchors import AnchorState, Carried, carry_comments
from carfacilitator.document.blocks import Anchor, Document, FileComment
from carfacilitator.document.comparison import compare
from carfacilitator.document.quotations import beside
from carfacilitator.services import reading

_SEEN = 60  # characters of a comment and of its words, where they are listed for a person


def carried_shape(drafts: tuple[Document, Document], comment: FileComment, carried: Carried) -> Shape:
    """Return where a comment stands now, in the newer draft's blocks; an orphan has no anchor.

    Of a comment that is on no words, the words beside it are told.
    """
    old_quote, quote = carried.old_quote, carried.quote
    if not old_quote:
        old_quote, quote = map(_beside, drafts, (comment.anchor, carried.anchor))
    return {
        "id": comment.id,
        "author": comment.author,
        "date": local_time(comment.date),
        "text": comment.text,
        "state": str(carried.state),
        "old_quote": old_quote,
        "quote": quote,
        "anchor": anchor_shape(carried.anchor),
        "survival": round(carried.survival, 3),
        "candidates": [anchor_shape(candidate) for candidate in carried.candidates],
    }


def summary(states: Sequence[AnchorState]) -> str:
    """Return how many comments there are, by how sure their place is, in one sentence."""
    if not states:
        return "There are no comments to carry."
    counts = Counter(states)
    told = ", ".join(f"{counts[state]} {state}" for state in AnchorState if counts[state])
    return f"{len(states)} comment{'s' * (len(states) > 1)}: {told}."


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", type=Path, help="the Word document with the comments")
    parser.add_argument("new", metavar="NEW", type=Path, help="the newer one")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _carry(asked: Namespace) -> None:
    old, new = (file.document for file in reading.read_files(asked.old, asked.new))
    found = carry_comments(compare(old, new), old, new)
    told = list(zip(old.comments, found, strict=True))
    if asked.json:
        print_json({"comments": [carried_shape((old, new), comment, carried) for comment, carried in told]})
        return
    for comment, carried in told:
        print_sentence(f"{carried.state:8}{_short(carried.quote or carried.old_quote)} – {_short(comment.text)}")
    print_sentence(summary([carried.state for carried in found]))


def _beside(document: Document, point: Anchor | None) -> str:
    return beside(document, point) if point else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SEEN else f"{line[: _SEEN - 1]}…"


COMMANDS = (Command("carry", _arguments, _carry),)
