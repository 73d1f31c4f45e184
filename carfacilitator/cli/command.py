"""What every command of the command line shares: its description, its answer as JSON, and the passphrase."""

import getpass
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass

FORMAT = 1
PASSPHRASE_VARIABLE = "CARFACILITATOR_PASSPHRASE"  # noqa: S105  the name of a variable, not a passphrase


class UsageError(Exception):
    """The command was called in a way that cannot work; its text says what to do instead."""


@dataclass(frozen=True)
class Command:
    """A command: its arguments and what runs it. `run` prints the answer."""

    name: str
    arguments: Callable[[ArgumentParser], object]
    run: Callable[[Namespace], None]


def print_json(answer: Mapping[str, object]) -> None:
    """Print one UTF-8 object with the number of its format."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json.dumps({"format": FORMAT, **answer}, ensure_ascii=False).encode("utf-8") + b"\n")
    sys.stdout.flush()


def print_sentence(sentence: str) -> None:
    """Print a sentence for a person."""
    print(sentence)


def say(progress: str) -> None:
    """Say on standard error how far a longer piece of work is."""
    print(progress, file=sys.stderr)


def passphrase(*, new: bool = False) -> str:
    """Return the passphrase, from the environment or asked for; twice where it is new.

    Raises:
        UsageError: there is neither a variable nor a terminal, or the two do not agree.
    """
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise UsageError(f"No passphrase: set {PASSPHRASE_VARIABLE}, or call this from a terminal.")
    asked = getpass.getpass("Passphrase: ")
    if new and getpass.getpass("Once more: ") != asked:
        raise UsageError("The two passphrases differ; nothing was made.")
    return asked
