"""`read` and `compare`: Word files that belong to no workspace."""

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path

from carfacilitator.cli.command import Command, print_json, print_sentence, say
from carfacilitator.cli.shapes import comparison_shape, document_shape
from carfacilitator.services import reading


def _file_argument(parser: ArgumentParser) -> None:
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


def _compare_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", type=Path, help="the older Word document")
    parser.add_argument("new", metavar="NEW", type=Path, help="the newer one")
    parser.add_argument("-o", "--output", metavar="REDLINE.docx", type=Path, help="save the changes as tracked changes")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _compare(asked: Namespace) -> None:
    old, new = reading.read_file(asked.old), reading.read_file(asked.new)
    comparison = reading.compare_files(old, new)
    if asked.output:
        saved = reading.save_redline(old, new, asked.output, now=datetime.now(UTC), replace=asked.force)
        say(f"Saved {saved.name}.")
    if asked.json:
        print_json(comparison_shape(comparison))
    else:
        print_sentence(comparison.summary.sentence)


COMMANDS = (
    Command("read", _file_argument, _read),
    Command("compare", _compare_arguments, _compare),
)
