"""`read`: what a Word file says that belongs to no workspace."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from carfacilitator.cli.command import Command, print_json, print_sentence, say
from carfacilitator.cli.shapes import document_shape
from carfacilitator.services import reading


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a Word document")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _read(asked: Namespace) -> None:
    document = reading.read_file(asked.file).document
    if asked.json:
        print_json(document_shape(document))
        return
    for leaf in document.leaves():
        print_sentence(f"{leaf.block.label} {leaf.block.text()}".strip())
    for finding in document.report:
        say(finding.sentence)


COMMANDS = (Command("read", _arguments, _read),)
