"""`handouts`: printed sheets as PDF, for a meeting or as an example."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from carfacilitator.cli.command import Command, UsageError, print_json, print_sentence
from carfacilitator.cli.workspaces import opened
from carfacilitator.errors import NotFoundError
from carfacilitator.services import specimens
from carfacilitator.services.meetings import MeetingRow
from carfacilitator.services.workspace import Services


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("names", metavar="NAME", nargs="*", help="which handouts (default: all)")
    parser.add_argument("--list", action="store_true", help="say which handouts there are")
    parser.add_argument("--workspace", metavar="W", type=Path, help="a workspace; without one, examples are made")
    parser.add_argument("--meeting", metavar="M", help="a meeting of it: its title, its date or its id")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, help="the folder to save them in")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _handouts(asked: Namespace) -> None:
    if asked.list:
        _tell_kinds(asked)
        return
    if asked.output is None:
        raise UsageError("Say with -o in which folder the handouts shall be saved.")
    if bool(asked.workspace) != bool(asked.meeting):
        raise UsageError("A workspace and a meeting go together: --workspace W --meeting M.")
    if asked.workspace is None:
        files = specimens.save(asked.names, asked.output, replace=asked.force)
    else:
        specimens.chosen(asked.names)
        files = _of_meeting(asked)
    if asked.json:
        print_json({"files": [str(file) for file in files]})
        return
    for file in files:
        print_sentence(f"Saved {file.name}.")


def _tell_kinds(asked: Namespace) -> None:
    kinds = specimens.kinds()
    if asked.json:
        print_json({"items": [{"id": kind.name, "title": kind.about} for kind in kinds]})
        return
    for kind in kinds:
        print_sentence(f"{kind.name}: {kind.about}")


def _of_meeting(asked: Namespace) -> list[Path]:
    with opened(asked.workspace) as services:
        sheet = services.handouts.agenda(_meeting_named(services, asked.meeting).id)
        return services.departures.save([sheet.parcel], asked.output, replace=asked.force)


def _meeting_named(services: Services, wanted: str) -> MeetingRow:
    words = wanted.strip().casefold()
    rows = services.meetings.rows()
    found = [row for row in rows if words in {row.title.casefold(), row.day.isoformat(), str(row.id)}]
    if len(found) != 1:
        sentence = "There is no such meeting." if not found else "More than one meeting is called that."
        raise NotFoundError(sentence, "‘list WORKSPACE meetings --json’ shows each with its id.")
    return found[0]


COMMANDS = (Command("handouts", _arguments, _handouts),)
