"""`export`, `handover`, `import-handover`, `archive` and `wipe`: taking a workspace or a part of it elsewhere."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from uuid import UUID

from carfacilitator.cli.command import Command, UsageError, passphrase_of, print_json, print_sentence, say
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.errors import NotFoundError
from carfacilitator.services import exports, wiping
from carfacilitator.services.archives import ArchiveWish
from carfacilitator.services.handover_imports import Choice, Incoming, IncomingRow
from carfacilitator.services.handovers import HandoverWish
from carfacilitator.services.workspace import Services

HANDOVER_VARIABLE = "CARFACILITATOR_HANDOVER_PASSPHRASE"
ARCHIVE_VARIABLE = "CARFACILITATOR_ARCHIVE_PASSPHRASE"


def _folder_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--force", action="store_true", help="write over what is there")
    _json_argument(parser)


def _json_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _export(asked: Namespace) -> None:
    say(exports.SENTENCE)
    with opened(asked.workspace) as services:
        done = services.exports.export(asked.output, over=asked.force)
    if asked.json:
        print_json({"folder": str(done.folder), "files": done.files, "sentence": done.sentence})
    else:
        print_sentence(f"Wrote {done.files} files. “READ ME FIRST.txt” says what is where.")


def _handover_arguments(parser: ArgumentParser) -> None:
    _folder_arguments(parser)
    parser.add_argument("--group", metavar="NAME", required=True, help="the group to hand over")
    parser.add_argument("--to", metavar="NAME", default="", help="who it is for")
    parser.add_argument("--private", action="store_true", help="also what is for the facilitator only")


def _handover(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        group_id = _group(services, asked.group)
        plan = services.handovers.plan(group_id, with_private=asked.private)
        agreed = passphrase_of(HANDOVER_VARIABLE, "Passphrase agreed with them: ", new=True)
        wish = HandoverWish(group_id=group_id, recipient=asked.to, passphrase=agreed, with_private=asked.private)
        file = services.handovers.give(wish, asked.output, replace=asked.force)
    if asked.json:
        print_json({"file": str(file), "counts": dict(plan.counts), "left_out": dict(plan.left_out)})
    else:
        print_sentence(f"Wrote {file.name}. Goes along: {plan.in_words()}.")
        print_sentence(
            f"Stays here, for you only: {plan.left_out_in_words()}." if plan.left_out else "Nothing stays here."
        )


def _import_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="a hand-over NAME.carhandover")
    parser.add_argument("--preview", action="store_true", help="only say what is in it")
    for choice, what in (("mine", "keep mine"), ("theirs", "take theirs"), ("both", "join the texts of both")):
        parser.add_argument(
            f"--{choice}", metavar="ID", nargs="+", type=UUID, default=[], help=f"{what} for these rows"
        )
    _json_argument(parser)


def _import(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        incoming = services.handover_imports.preview(
            asked.file, passphrase_of(HANDOVER_VARIABLE, "Passphrase agreed: ")
        )
        chosen = {
            row_id: choice for choice in (Choice.MINE, Choice.THEIRS, Choice.BOTH) for row_id in getattr(asked, choice)
        }
        taken = None if asked.preview else services.handover_imports.take_in(incoming, chosen)
    done = vars(taken) if taken else None
    if asked.json:
        rows = [_told(row) for row in incoming.rows]
        print_json({"from": incoming.sender, "group": incoming.group, "rows": rows, "taken": done})
    else:
        print_sentence(_in_words(incoming))
        if taken:
            print_sentence(
                f"Added {taken.added}, altered {taken.altered}, left {taken.kept} as yours. Undo takes it back."
            )


def _archive_arguments(parser: ArgumentParser) -> None:
    _folder_arguments(parser)
    parser.add_argument("--key", metavar="FILE", type=Path, help="where its key goes (else: beside the folder)")


def _archive(asked: Namespace) -> None:
    key_file = asked.key or asked.output.with_name(f"{asked.output.name}.carkey")
    with opened(asked.workspace) as services:
        secret = passphrase_of(ARCHIVE_VARIABLE, "Passphrase of the key: ", new=True)
        wish = ArchiveWish(folder=asked.output, key_file=key_file, passphrase=secret)
        done = services.archives.archive(wish, over=asked.force)
    if asked.json:
        answer = {"folder": str(done.folder), "key": str(done.key_file), "files": done.files, "left_out": done.due}
        print_json(answer | {"sentence": done.sentence})
    else:
        print_sentence(f"Wrote {done.files} files without names, and their key {done.key_file.name}. {done.sentence}")


def _wipe_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--name", metavar="NAME", help="its name, typed as it stands; without it nothing goes")
    parser.add_argument("--backups", action="store_true", help="its backups, too")
    _json_argument(parser)


def _wipe(asked: Namespace) -> None:
    plan = wiping.plan(asked.workspace)
    if asked.name is None:
        raise UsageError(
            f"{plan.files} files and {len(plan.backups)} backups of “{plan.name}” are here. Wiping cannot be undone: "
            "say --name and its name, and --backups if they are to go, too."
        )
    with opened(asked.workspace):
        pass  # whoever has no passphrase wipes nothing from here
    done = wiping.wipe(asked.workspace, asked.name, with_backups=asked.backups)
    left = [str(file) for file in done.left]
    if asked.json:
        print_json({"files": done.files, "left": left})
    else:
        print_sentence(
            f"Wiped {done.files} files. " + ("Still there: " + ", ".join(left) if left else "Nothing is left.")
        )


def _group(services: Services, name: str) -> UUID:
    found = [row.id for row in services.groups.rows() if row.name.casefold() == name.casefold()]
    if not found:
        raise NotFoundError(f"There is no group named “{name}”.", "`list WORKSPACE groups` shows them.")
    return found[0]


def _told(row: IncomingRow) -> dict[str, object]:
    fields = [{"name": field.name, "mine": field.mine, "theirs": field.theirs} for field in row.fields]
    head = {"id": str(row.id), "noun": row.noun, "title": row.title}
    return head | {"difference": row.difference, "choice": row.choice, "fields": fields}


def _in_words(incoming: Incoming) -> str:
    counts = ", ".join(f"{count} {difference}" for difference, count in incoming.counts.items()) or "nothing new"
    return f"“{incoming.group}” from {incoming.sender}: {counts}; {incoming.unchanged} unchanged."


COMMANDS = (
    Command("export", _folder_arguments, _export),
    Command("handover", _handover_arguments, _handover),
    Command("import-handover", _import_arguments, _import),
    Command("archive", _archive_arguments, _archive),
    Command("wipe", _wipe_arguments, _wipe),
)
