"""`selfcheck` and `pictures`: that an installed program has all its parts, and what each of its pages looks like."""

import os
import subprocess
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from carfacilitator import __version__, paths
from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.errors import KnownError
from carfacilitator.services import selfcheck


def _selfcheck_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--report", metavar="FILE", type=Path, help="save what was found as JSON")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _selfcheck(asked: Namespace) -> None:
    checks = selfcheck.run()
    found = {"version": __version__, "checks": [asdict(check) for check in checks]}
    if asked.report:
        selfcheck.save_report(found, asked.report)
    if asked.json:
        print_json(found)
    else:
        for check in checks:
            print_sentence(f"{'well' if check.passed else 'NOT WELL'}  {check.name}: {check.sentence}")
    failed = [check.name for check in checks if not check.passed]
    if failed:
        raise KnownError(f"Not well: {', '.join(failed)}.", "Please install the program again.")


def _pictures_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder for the pictures")


def _pictures(asked: Namespace) -> None:
    """Start a child that draws the window, for the command line itself never loads Qt."""
    try:
        asked.output.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise KnownError("The pictures cannot be put there.", "Choose another folder.") from None
    command = [*paths.own_command(), "--pictures", str(asked.output.resolve())]
    done = subprocess.run(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False)  # noqa: S603  ourselves
    if done.returncode:
        raise KnownError("The pictures could not be drawn.", "‘selfcheck’ tells what is missing.")
    print_sentence(f"{len(list(asked.output.glob('*.png')))} pictures are in {asked.output.name}.")


COMMANDS = (
    Command("selfcheck", _selfcheck_arguments, _selfcheck),
    Command("pictures", _pictures_arguments, _pictures),
)
