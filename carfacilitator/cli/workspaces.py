"""`new` and `sample`: making a workspace; and how every other command opens one."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carfacilitator.cli.command import Command, passphrase, print_json, print_sentence
from carfacilitator.services import sample
from carfacilitator.services.workspace import SUFFIX, Owner, Services, create, open_workspace


def workspace_argument(parser: ArgumentParser) -> None:
    """Let a command take the workspace first, as all do."""
    parser.add_argument("workspace", metavar="WORKSPACE", type=Path, help=f"a folder NAME{SUFFIX}")


@contextmanager
def opened(folder: Path) -> Iterator[Services]:
    """Open a workspace with the passphrase for as long as a command works on it."""
    services = open_workspace(folder, passphrase())
    try:
        yield services
    finally:
        services.close()


def _new_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--name", default="", help="the facilitator's name, as it stands on comments and packs")
    parser.add_argument("--initials", default="", help="the initials that Word shows beside a comment")
    parser.add_argument("--email", default="", help="the address that messages are sent from")
    _json_argument(parser)


def _new(asked: Namespace) -> None:
    initials = asked.initials or "".join(word[0] for word in asked.name.split())
    folder = named(asked.workspace)
    create(folder, passphrase(new=True), Owner(asked.name, initials, asked.email)).close()
    _tell(asked, folder, f"Made the workspace {folder.name}.")


def _sample_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    _json_argument(parser)


def _sample(asked: Namespace) -> None:
    folder = named(asked.workspace)
    sample.create(folder, passphrase(new=True)).close()
    _tell(asked, folder, f"Made the sample workspace {folder.name}. Everybody in it is made up.")


def _json_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _tell(asked: Namespace, folder: Path, sentence: str) -> None:
    if asked.json:
        print_json({"workspace": str(folder)})
    else:
        print_sentence(sentence)


def named(folder: Path) -> Path:
    """Return the folder of a workspace with the ending that all have."""
    return folder if folder.suffix == SUFFIX else folder.with_name(folder.name + SUFFIX)


COMMANDS = (
    Command("new", _new_arguments, _new),
    Command("sample", _sample_arguments, _sample),
)
