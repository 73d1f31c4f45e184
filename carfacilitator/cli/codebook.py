"""`codebook`: the kinds of comment, to see, to keep as a file, and to take in from one."""

from argparse import ArgumentParser, Namespace
from dataclasses import asdict, replace
from pathlib import Path

from carfacilitator.cli.command import Command, UsageError, print_json, print_sentence
from carfacilitator.cli.listing import plain
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.services import reading
from carfacilitator.services.codebook import CodebookForm, Incoming
from carfacilitator.services.workspace import Services


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    way = parser.add_mutually_exclusive_group()
    way.add_argument("-o", "--output", metavar="FILE", type=Path, help="save the kinds as FILE.json or FILE.csv")
    way.add_argument("--take-in", metavar="FILE", type=Path, help="add the kinds of a file that are not here yet")
    parser.add_argument("--preview", action="store_true", help="say what taking in would do, and do nothing")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _codebook(asked: Namespace) -> None:
    if asked.output is not None and asked.output.suffix[1:].lower() not in list(CodebookForm):
        raise UsageError("Say with -o the name of a file that ends in .json or .csv.")
    with opened(asked.workspace) as services:
        if asked.output is not None:
            _save(services, asked)
        elif asked.take_in is not None:
            _take_in(services, asked)
        else:
            _show(services, asked)


def _save(services: Services, asked: Namespace) -> None:
    parcel = services.codebook.file(CodebookForm(asked.output.suffix[1:].lower()))
    (file,) = services.departures.save(
        [replace(parcel, name=asked.output.name)], asked.output.absolute().parent, replace=asked.force
    )
    if asked.json:
        print_json({"files": [str(file)]})
    else:
        print_sentence(f"Saved {file.name}.")


def _take_in(services: Services, asked: Namespace) -> None:
    incoming = services.codebook.preview(reading.bytes_of(asked.take_in))
    added = 0 if asked.preview else services.codebook.take_in(incoming)
    if asked.json:
        print_json(
            {
                "added": added,
                "fresh": [asdict(kind) for kind in incoming.fresh],
                "known": list(incoming.known),
                "differing": [{"ours": asdict(ours), "theirs": asdict(theirs)} for ours, theirs in incoming.differing],
            },
        )
        return
    _say_what_is_in_it(incoming, preview=asked.preview)


def _say_what_is_in_it(incoming: Incoming, *, preview: bool) -> None:
    for kind in incoming.fresh:
        print_sentence(f"{'New' if preview else 'Added'}: {kind.name}")
    for ours, _ in incoming.differing:
        print_sentence(f"Kept as it is here: {ours.name}")
    if not incoming.fresh:
        print_sentence("There is nothing in it that is not here.")


def _show(services: Services, asked: Namespace) -> None:
    lines = services.codebook.rows(retired=True)
    if asked.json:
        print_json({"items": [{"title": line.name, **plain(asdict(line))} for line in lines]})
        return
    for line in lines:
        print_sentence(f"{line.letter}  {line.name}{' (retired)' if line.retired else ''}: {line.comments} comments")


COMMANDS = (Command("codebook", _arguments, _codebook),)
