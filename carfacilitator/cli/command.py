"""What every command of the command line shares: its description, its answer as JSON, and the passphrase."""

import getpass
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper

from carfacilitator.errors import KnownError

FORMAT = 1
_COMMANDS_OF_TERMINALS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd") | {9: "\t", 10: "\n"}
PASSPHRASE_VARIABLE = "CARFACILITATOR_PASSPHRASE"  # noqa: S105  the name of a variable, not a passphrase


class UsageError(Exception):
    """The command was called in a way that cannot work; its text says what to do instead."""


@dataclass(frozen=True)
class Command:
    """A command: its arguments and what runs it. `run` prints the answer."""

    name: str
    arguments: Callable[[ArgumentParser], object]
    run: Callable[[Namespace], None]


def speak_any_terminal() -> None:
    """Let what a terminal or a file has no letters for come out as a question mark, and never as an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def print_json(answer: Mapping[str, object]) -> None:
    """Print one UTF-8 object with the number of its format."""
    with _writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(json.dumps({"format": FORMAT, **answer}, ensure_ascii=False).encode("utf-8") + b"\n")
        sys.stdout.flush()


def print_sentence(sentence: str) -> None:
    """Print a sentence or a text for a person."""
    with _writing():
        print(_obeyed_by_no_terminal(sentence))


def say(progress: str) -> None:
    """Say something on standard error, in one line: how far a longer piece of work is, or what went wrong."""
    print(_obeyed_by_no_terminal(" ".join(progress.split())), file=sys.stderr)


def end_output() -> None:
    """Make sure that all that was printed has arrived.

    Raises:
        KnownError: it could not be written.
    """
    with _writing():
        sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # who reads has seen enough, as `head` has; the rest is for nobody
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise KnownError("The answer could not be written down.", "Is the drive full?") from None


def _obeyed_by_no_terminal(text: str) -> str:
    """Return a text without the characters by which a draft or the name of a file could command a terminal."""
    return text.translate(_COMMANDS_OF_TERMINALS)


def passphrase(*, new: bool = False) -> str:
    """Return the passphrase, from the environment or asked for; twice where it is new.

    Raises:
        UsageError: there is neither a variable nor a terminal, or the two do not agree.
    """
    return passphrase_of(PASSPHRASE_VARIABLE, "Passphrase: ", new=new)


def passphrase_of(variable: str, question: str, *, new: bool = False) -> str:
    """Return the passphrase of something else than the workspace, as `passphrase` does.

    Raises:
        UsageError: there is neither a variable nor a terminal, or the two do not agree.
    """
    given = os.environ.get(variable)
    if given:
        return given
    if not sys.stdin.isatty():
        raise UsageError(f"No passphrase: set {variable}, or call this from a terminal.")
    asked = getpass.getpass(question)
    if new and getpass.getpass("Once more: ") != asked:
        raise UsageError("The two passphrases differ; nothing was made.")
    return asked
