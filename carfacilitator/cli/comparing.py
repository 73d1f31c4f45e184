"""`compare`: what changed between two Word files that belong to no workspace."""

import importlib
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from carfacilitator.cli.command import Command, UsageError, print_json, print_sentence, say
from carfacilitator.cli.shapes import Shape
from carfacilitator.document.comparison import Calm, Comparison, Piece, Profile, Row, compare
from carfacilitator.document.formatting import FormatChange
from carfacilitator.document.joins import Stretch
from carfacilitator.document.sentences import MovedSentence
from carfacilitator.services import reading
from carfacilitator.services.files import OpenedFile

IGNORABLE, COUNTABLE = ("case", "punctuation"), ("spaces", "formatting")


def comparison_shape(comparison: Comparison) -> Shape:
    """Return the summary, every row with its words, the moved sentences, and what was replaced in several places."""
    summary = comparison.summary
    return {
        "summary": {
            "sentence": summary.sentence,
            "counts": {str(kind): number for kind, number in summary.counts.items()},
        },
        "rows": [_row(comparison, row) for row in comparison.rows],
        "moved_sentences": [_moved(move) for move in comparison.moved_sentences],
        "replacements": [
            {"old": found.old, "new": found.new, "count": found.count} for found in comparison.replacements
        ],
    }


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", type=Path, help="the older Word document")
    parser.add_argument("new", metavar="NEW", type=Path, help="the newer one")
    parser.add_argument("-o", "--output", metavar="REDLINE.docx", type=Path, help="save the changes as tracked changes")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument("--ignore", action="append", choices=IGNORABLE, default=[], help="leave such changes out")
    parser.add_argument("--count", action="append", choices=COUNTABLE, default=[], help="count such changes too")
    parser.add_argument("--calm", choices=[str(calm) for calm in Calm], default=str(Calm.USUAL), help="how much detail")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _compare(asked: Namespace) -> None:
    if asked.output and (not asked.output.name or asked.output.is_dir()):
        raise UsageError("Say with -o the name of a file, not of a folder.")
    old, new = reading.read_files(asked.old, asked.new)
    comparison = compare(old.document, new.document, _profile(asked))
    if asked.output:
        _save(old, new, asked)
    if asked.json:
        print_json(comparison_shape(comparison))
    else:
        print_sentence(comparison.summary.sentence)


def _profile(asked: Namespace) -> Profile:
    return Profile(
        calm=Calm(asked.calm),
        ignore_case="case" in asked.ignore,
        ignore_punctuation="punctuation" in asked.ignore,
        ignore_spaces="spaces" not in asked.count,
        ignore_formatting="formatting" not in asked.count,
    )


def _save(old: OpenedFile, new: OpenedFile, asked: Namespace) -> None:
    """Save a redline; what writes it is loaded only now, for most comparisons do without."""
    redlines = importlib.import_module("carfacilitator.services.redlines")
    saved = redlines.save_redline(old, new, asked.output, now=datetime.now(UTC), replace=asked.force)
    say(f"Saved {saved.name}.")


def _row(comparison: Comparison, row: Row) -> Shape:
    return {
        "kind": str(row.kind),
        "old": list(row.old),
        "new": list(row.new),
        "words": [_piece(piece) for piece in comparison.words(row)],
        "move": row.move,
        "formatting": [_format(change) for change in comparison.formatting(row)],
    }


def _format(change: FormatChange) -> Shape:
    place = {"block": change.leaf, "from": change.start, "to": change.end}
    return {"aspect": str(change.aspect), **place, "old": change.old, "new": change.new}


def _moved(sentence: MovedSentence) -> Shape:
    return {"old": _stretch(sentence.old), "new": _stretch(sentence.new)}


def _stretch(stretch: Stretch) -> Shape:
    return {"block": stretch.leaf, "from": stretch.start, "to": stretch.end}


def _piece(piece: Piece) -> list[str]:
    return [piece.op, piece.text] if piece.old is None else [piece.op, piece.text, piece.old]


COMMANDS = (Command("compare", _arguments, _compare),)
