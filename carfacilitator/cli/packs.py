"""`pack`: a review pack for a gatekeeper, with its message and its receipt."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from carfacilitator.cli.case_studies import case_study_named
from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.cli.listing import plain
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.errors import NotFoundError
from carfacilitator.services.gatekeepers import GatekeeperRow
from carfacilitator.services.pack_wording import Asked, PackWishes
from carfacilitator.services.workspace import Services

_ASKED = {"comment": Asked.COMMENT, "check-facts": Asked.CHECK_FACTS, "agree": Asked.AGREE}
_KEPT = {
    "comments": "earlier comments",
    "changes": "earlier tracked changes",
    "hidden": "hidden text",
    "names": "people's names in the properties",
}


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument(
        "--case-study", metavar="TITLE", required=True, help="the case study; its newest draft goes out"
    )
    parser.add_argument("--for", metavar="GATEKEEPER", dest="gatekeeper", required=True, help="the gatekeeper's name")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to save it in")
    parser.add_argument("--ask", choices=list(_ASKED), default="comment", help="what is asked (default: comment)")
    parser.add_argument(
        "--question", metavar="TEXT", action="append", default=[], help="a question of yours; repeatable"
    )
    parser.add_argument("--reply-by", metavar="YYYY-MM-DD", type=_day, help="by when an answer is hoped for")
    parser.add_argument("--word", metavar="TEXT", default="", help="a word to them, in the letter")
    for kept, words in _KEPT.items():
        parser.add_argument(f"--keep-{kept}", action="store_true", help=f"leave {words} in the file")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _pack(asked: Namespace) -> None:
    wishes = PackWishes(
        asked=_ASKED[asked.ask],
        questions=tuple(asked.question),
        reply_by=asked.reply_by,
        word=asked.word,
        keep_comments=asked.keep_comments,
        keep_changes=asked.keep_changes,
        keep_hidden=asked.keep_hidden,
        keep_names=asked.keep_names,
    )
    with opened(asked.workspace) as services:
        study = case_study_named(services, asked.case_study)
        if study.latest is None:
            raise NotFoundError("No draft of this case study has arrived yet.", "Receive one first.")
        plan = services.packs.prepare(study.latest.id, _gatekeeper_named(services, asked.gatekeeper).id, wishes)
        made = services.packs.make(plan)
        files = services.packs.hand_over(made, asked.output, replace=asked.force)
    if asked.json:
        print_json(
            {
                "id": str(made.stamp.id),
                "code": made.stamp.code,
                "files": [str(file) for file in files],
                "comments": len(plan.going),
                "stays": plain(dict(plan.staying)),
            },
        )
    else:
        print_sentence(f"Saved {', '.join(file.name for file in files)}. Nothing was sent.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError("a day is written as 2026-05-01") from None


def _gatekeeper_named(services: Services, name: str) -> GatekeeperRow:
    found = [row for row in services.gatekeepers.rows() if row.name.casefold() == name.strip().casefold()]
    if len(found) != 1:
        sentence = "There is no gatekeeper of that name." if not found else "More than one gatekeeper has that name."
        raise NotFoundError(sentence, "‘list WORKSPACE gatekeepers’ shows them all.")
    return found[0]


COMMANDS = (Command("pack", _arguments, _pack),)
