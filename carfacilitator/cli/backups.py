"""`backup`, `verify`, `restore`, `rehearse` and `recovery-code`: the safety of a workspace without a window."""

import getpass
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from carfacilitator.cli.command import PASSPHRASE_VARIABLE, Command, UsageError, passphrase, print_json, print_sentence
from carfacilitator.cli.workspaces import named, opened, workspace_argument
from carfacilitator.services import openers, restoring
from carfacilitator.services.openers import Opener
from carfacilitator.services.restoring import Preview


def _json_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _file_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="a backup NAME-DATE.carbackup")
    parser.add_argument(
        "--recovery-code", metavar="-", help="open with the recovery code, read from a prompt or standard input"
    )
    _json_argument(parser)


def _backup_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help="where to (else: with the workspace's own)")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    _json_argument(parser)


def _backup(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        if asked.output is None:
            file = services.backups.make()
        else:
            file = services.backups.make_at(asked.output, replace=asked.force)
    made = restoring.whose(file)
    if asked.json:
        print_json({"file": str(file), "workspace": made.name, "made_at": made.made_at.isoformat()})
    else:
        print_sentence(f"Made the backup {file.name}, opened it again and found it sound.")


def _verify(asked: Namespace) -> None:
    made = restoring.verify(asked.file)
    opener = _opener(asked) if asked.recovery_code or os.environ.get(PASSPHRASE_VARIABLE) else None
    found = restoring.preview(asked.file, opener) if opener else None
    if asked.json:
        answer = {"workspace": made.name, "made_at": made.made_at.isoformat(), "why": made.why, "opened": bool(found)}
        print_json(answer | (_told(found) if found else {}))
    elif found:
        print_sentence(f"This backup is sound and can be restored. {_in_words(found)}")
    else:
        print_sentence("Every bit of this backup is as it was written. With its passphrase it can be tried out, too.")


def _restore_arguments(parser: ArgumentParser) -> None:
    _file_arguments(parser)
    parser.add_argument("-o", "--output", metavar="W", type=Path, required=True, help="the new folder NAME.car")


def _restore(asked: Namespace) -> None:
    folder = named(asked.output)
    found = restoring.restore(asked.file, _opener(asked), folder)
    if asked.json:
        print_json({"workspace": str(folder), "made_at": found.made_at.isoformat(), **_told(found)})
    else:
        print_sentence(f"Restored the workspace {folder.name}. {_in_words(found)}")


def _plain_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    _json_argument(parser)


def _rehearse(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        proof = services.rehearsals.rehearse()
    if asked.json:
        print_json({"file": proof.file, "entries": proof.entries, "at": proof.at.isoformat()})
    else:
        print_sentence(f"{proof.file} was restored to a scratch copy; all {proof.entries:,} entries came back.")


def _recovery_code(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        code = services.keyring.make_recovery_code()
    if asked.json:
        print_json({"recovery_code": code})
    else:
        print_sentence(f"{code}\nWrite it down and keep it away from the laptop. It is not shown again.")


def _opener(asked: Namespace) -> Opener:
    if asked.recovery_code is None:
        return openers.by_passphrase(passphrase())
    if asked.recovery_code != "-":  # the list of running programs shows it to anybody
        raise UsageError("Never write the recovery code on the command line: say --recovery-code - and type it then.")
    typed = getpass.getpass("Recovery code: ") if sys.stdin.isatty() else sys.stdin.readline()
    return openers.by_code(typed)


def _told(found: Preview) -> dict[str, object]:
    newest = found.newest.isoformat() if found.newest else None
    return {"counts": dict(found.counts), "entries": found.entries, "newest": newest}


def _in_words(found: Preview) -> str:
    return f"It holds {found.in_words()}; made on {found.made_at.day} {found.made_at:%B %Y}."


COMMANDS = (
    Command("backup", _backup_arguments, _backup),
    Command("verify", _file_arguments, _verify),
    Command("restore", _restore_arguments, _restore),
    Command("rehearse", _plain_arguments, _rehearse),
    Command("recovery-code", _plain_arguments, _recovery_code),
)
