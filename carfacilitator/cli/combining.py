"""`combine`: what several people made of one Word file, as one review."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from carfacilitator.cli.command import Command, print_json, print_sentence, say
from carfacilitator.cli.shapes import Shape, anchor_shape
from carfacilitator.document.combining import Combination
from carfacilitator.document.items import Alternative, Item
from carfacilitator.document.strokes import How
from carfacilitator.services.combining import Combined, combine_files


def combined_shape(combined: Combined) -> Shape:
    """Return reviewers, remarks, proposed edits and the report; places are those of the file that was sent."""
    combination = combined.combination
    items = [*combination.for_reading(), *combination.computed()]
    return {
        "reviewers": [
            {"file": one.file, "author_names": list(one.author_names), "identified_by": str(one.identified_by)}
            for one in combined.reviewers
        ],
        "remarks": [_remark(combination, number) for number in range(len(combination.remarks))],
        "edits": [shape for item in items for shape in _edits(combination, item)],
        "report": [{"kind": f.kind, "count": f.count, "sentence": f.sentence} for f in combined.report],
    }


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("sent", metavar="SENT", type=Path, help="the Word document that was sent")
    parser.add_argument("returned", metavar="RETURNED", type=Path, nargs="+", help="what came back, a file each")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _combine(asked: Namespace) -> None:
    combined = combine_files(asked.sent, asked.returned)
    if asked.json:
        print_json(combined_shape(combined))
        return
    items = combined.combination.for_reading()
    print_sentence(f"{_count(len(combined.combination.remarks), 'remark')}, {_count(len(items), 'proposed edit')}.")
    for finding in combined.report:
        say(finding.sentence)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _remark(combination: Combination, number: int) -> Shape:
    remark = combination.remarks[number]
    names = _remark_names(combination)
    own = {(one.reviewer, one.comment.id): name for one, name in zip(combination.remarks, names, strict=True)}
    return {
        "id": names[number],
        "reviewer": remark.reviewer,
        "kind_of": "reply" if remark.parent else "comment",
        "parent": own.get((remark.reviewer, remark.parent), remark.parent) or None,
        "inferred": remark.inferred,
        "text": remark.comment.text,
        "quote": remark.comment.quote,
        "anchor": anchor_shape(remark.anchor),
        "duplicate_of": names[remark.duplicate_of] if remark.duplicate_of is not None else None,
    }


def _remark_names(combination: Combination) -> list[str]:
    return [f"r{number}" for number in range(len(combination.remarks))]


def _edits(combination: Combination, item: Item) -> Iterator[Shape]:
    """Yield an item: what moves as two, words cut where they were and the same put in where they go."""
    here = [(one, "" if one.to is not None else one.text) for one in item.alternatives]
    yield _edit(combination, item.id, item, here)
    for target in sorted({one.to for one in item.alternatives if one.to is not None}):
        place = replace(item, start=target, end=target)
        there = [(one, one.text) for one in item.alternatives if one.to == target]
        yield _edit(combination, f"{item.id}-to-{target}", place, there)


def _edit(combination: Combination, name: str, item: Item, wordings: list[tuple[Alternative, str]]) -> Shape:
    start, end, texts = _before_the_end(combination.flat.text, item, [text for _, text in wordings])
    return {
        "id": name,
        "kind": str(item.kind),
        "base": anchor_shape(combination.flat.anchor(start, end)),
        "base_text": combination.flat.text[start:end],
        "alternatives": [
            {"reviewers": list(one.reviewers), "text": text, "tracked": one.how is How.TRACKED}
            for (one, _), text in zip(wordings, texts, strict=True)
        ],
    }


def _before_the_end(text: str, item: Item, wordings: list[str]) -> tuple[int, int, list[str]]:
    """Return where an item stands and its wordings, without the line feed after the last paragraph: it has no place."""
    if item.end < len(text):
        return item.start, item.end, wordings
    inner = [wording.removesuffix("\n") for wording in wordings]
    if text[item.start - 1 : item.start] != "\n":
        return item.start, item.end - 1, inner
    rotated = [f"\n{short}" if wording else "" for short, wording in zip(inner, wordings, strict=True)]
    return item.start - 1, item.end - 1, rotated


COMMANDS = (Command("combine", _arguments, _combine),)
