"""Takes a command line apart, runs the command, and turns what went wrong into one plain sentence and an exit code."""

import importlib
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from carfacilitator import __version__, log, paths
from carfacilitator.cli.command import Command, UsageError, end_output, say, speak_any_terminal
from carfacilitator.errors import KnownError


class Listed(NamedTuple):
    """A command as the list of commands has it; its module is loaded only when it is called."""

    name: str
    module: str
    help: str


COMMANDS = (
    Listed("new", "workspaces", "make an empty workspace"),
    Listed("sample", "workspaces", "make the sample workspace to look around in"),
    Listed("list", "listing", "what is in a workspace, noun by noun"),
    Listed("search", "listing", "find words in a workspace"),
    Listed("read", "reading", "what a Word file says"),
    Listed("compare", "comparing", "what changed between two Word files"),
    Listed("carry", "carrying", "where the comments of one Word file stand in the next"),
    Listed("combine", "combining", "what several people made of one Word file, as one review"),
    Listed("receive", "case_studies", "take in a draft of a case study"),
    Listed("comment", "comments", "comment on words of a draft"),
    Listed("answer", "comments", "answer a comment"),
    Listed("resolve", "comments", "mark a comment as done, or as open again"),
    Listed("codebook", "codebook", "the kinds of comment, also as a file"),
    Listed("report", "reports", "a redline, what changed, or comments, as a file for somebody"),
    Listed("pack", "packs", "make a review pack for a gatekeeper"),
    Listed("returned", "returns", "take in files that came back of packs, as one review"),
    Listed("answers", "answers", "tell each what was done about what came back, and the author too"),
    Listed("handouts", "handouts", "printed sheets as PDF"),
    Listed("backup", "backups", "make a checked backup of a workspace"),
    Listed("verify", "backups", "make sure that a backup is sound"),
    Listed("restore", "backups", "make a workspace from a backup"),
    Listed("rehearse", "backups", "prove that the newest backup can be restored"),
    Listed("recovery-code", "backups", "make a new recovery code for a workspace"),
    Listed("export", "moving", "write everything into a folder as files that anybody can read"),
    Listed("handover", "moving", "hand a group over to a co-facilitator, sealed"),
    Listed("import-handover", "moving", "take in what a co-facilitator hands over"),
    Listed("archive", "moving", "write everything without names, and the key to the names apart"),
    Listed("wipe", "moving", "wipe a workspace from this computer"),
    Listed("selfcheck", "checking", "prove that the program has all its parts"),
    Listed("pictures", "checking", "draw every page in every state"),
)
DONE, KNOWN_ERROR, WRONG_USAGE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run a command and return 0, 1 for a known error, or 2 for wrong usage or a missing passphrase."""
    log.write_to(paths.log_file())
    speak_any_terminal()
    chosen = parser(arguments[:1]).parse_args(arguments)
    try:
        chosen.run(chosen)
        end_output()
    except UsageError as error:
        return _told(str(error), WRONG_USAGE)
    except KnownError as error:
        return _told(str(error), KNOWN_ERROR)
    except KeyboardInterrupt:
        return _told("Stopped; nothing was left half done.", KNOWN_ERROR)
    except Exception as error:  # noqa: BLE001  the last stop: a bug is logged without content and said plainly
        log.bug(error)
        return _told("Something went wrong inside the program. Its log says where.", KNOWN_ERROR)
    return DONE


def parser(called: Iterable[str]) -> ArgumentParser:
    """Return the parser of all commands, with the arguments of those that are called."""
    whole = ArgumentParser(
        prog="carfacilitator",
        description="CAR Facilitator: drafts, comments, review packs and handouts. Without arguments the window opens.",
        formatter_class=RawDescriptionHelpFormatter,
        epilog="WORKSPACE is a folder NAME.car. The passphrase is asked for, or taken from CARFACILITATOR_PASSPHRASE.",
    )
    whole.add_argument("--version", action="version", version=f"carfacilitator {__version__}")
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for listed in COMMANDS:
        part = commands.add_parser(listed.name, help=listed.help, description=listed.help)
        if listed.name in called:
            command = _command(listed)
            command.arguments(part)
            part.set_defaults(run=command.run)
    return whole


def _command(listed: Listed) -> Command:
    """Load a command's module: reading a file shall not wait for the database."""
    module = importlib.import_module(f"carfacilitator.cli.{listed.module}")
    commands: Sequence[Command] = module.COMMANDS
    return next(command for command in commands if command.name == listed.name)


def _told(sentence: str, code: int) -> int:
    say(sentence)
    return code
