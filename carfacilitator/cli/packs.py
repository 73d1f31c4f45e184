"""`pack`: review packs for gatekeepers, each with its message and its receipt."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from carfacilitator.cli.case_studies import case_study_named
from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.cli.listing import plain
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.document.blocks import Anchor
from carfacilitator.document.finding import passages
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.services.gatekeepers import GatekeeperRow
from carfacilitator.services.packs import (
    Asked,
    Batch,
    PackMade,
    PackPlan,
    PackWishes,
    PassageQuestion,
    Proposal,
    Refusal,
)
from carfacilitator.services.workspace import Services

_ASKED = {"comment": Asked.COMMENT, "check-facts": Asked.CHECK_FACTS, "agree": Asked.AGREE}
_KEPT = {
    "comments": "earlier comments",
    "changes": "earlier tracked changes",
    "hidden": "hidden text",
    "names": "people's names in the properties",
}
_TWO = 2  # what --ask-at and --propose take


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument(
        "--case-study", metavar="TITLE", required=True, help="the case study; its newest draft goes out"
    )
    parser.add_argument(
        "--for",
        metavar="GATEKEEPER",
        dest="gatekeepers",
        action="append",
        required=True,
        help="a gatekeeper's name; repeatable: each gets a pack of his own",
    )
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to save it in")
    _arguments_of_wishes(parser)
    parser.add_argument(
        "--overrule", metavar="REASON", default="", help="set aside the clauses that stand against it, and why"
    )
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _arguments_of_wishes(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("--ask", choices=list(_ASKED), default="comment", help="what is asked (default: comment)")
    add("--question", metavar="TEXT", action="append", default=[], help="a question of yours; repeatable")
    pair: dict[str, Any] = {"nargs": _TWO, "action": "append", "default": []}
    add("--ask-at", metavar=("WORDS", "TEXT"), help="a question about words of the draft; repeatable", **pair)
    add("--propose", metavar=("WORDS", "OTHERS"), help="others in place of words of the draft; repeatable", **pair)
    add("--redline", action="store_true", help="mark what changed since they were sent the case study last")
    add("--reply-by", metavar="YYYY-MM-DD", type=_day, help="by when an answer is hoped for")
    add("--word", metavar="TEXT", default="", help="a word to them, in the letter")
    for kept, words in _KEPT.items():
        add(f"--keep-{kept}", action="store_true", help=f"leave {words} in the file")


def _pack(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        study = case_study_named(services, asked.case_study)
        if study.latest is None:
            raise NotFoundError("No draft of this case study has arrived yet.", "Receive one first.")
        wishes = _wishes(services, study.latest.id, asked)
        wanted = {_gatekeeper_named(services, name).id: wishes for name in asked.gatekeepers}
        _answer(asked, *_saved(services, asked, study.latest.id, wanted))


def _wishes(services: Services, draft_id: UUID, asked: Namespace) -> PackWishes:
    return PackWishes(
        asked=_ASKED[asked.ask],
        questions=tuple(asked.question),
        passage_questions=tuple(
            PassageQuestion(text, _passage(services, draft_id, words)) for words, text in asked.ask_at
        ),
        proposals=tuple(Proposal(_passage(services, draft_id, words), others) for words, others in asked.propose),
        redline=asked.redline,
        reply_by=asked.reply_by,
        word=asked.word,
        keep_comments=asked.keep_comments,
        keep_changes=asked.keep_changes,
        keep_hidden=asked.keep_hidden,
        keep_names=asked.keep_names,
    )


def _saved(
    services: Services, asked: Namespace, draft_id: UUID, wanted: dict[UUID, PackWishes]
) -> tuple[list[dict[str, Any]], list[Refusal]]:
    """Make and save the packs; return what is told of each, and whom there is none for."""
    prepared = services.packs.prepare_each(draft_id, wanted)
    batch: Batch = services.packs.make_each(prepared.plans, dict.fromkeys(wanted, asked.overrule))
    handed = services.packs.hand_over_each(batch.made, asked.output, replace=asked.force)
    files = {made.stamp.id: saved for made, saved in handed.files}
    for _, made in batch.made:
        if made.stamp.id not in files:
            services.packs.remove(made.stamp.id)  # what could not be saved was never made
    told = [_told(plan, made, files[made.stamp.id]) for plan, made in batch.made if made.stamp.id in files]
    return told, [*prepared.refused, *batch.refused, *handed.refused]


def _told(plan: PackPlan, made: PackMade, files: Sequence[Path]) -> dict[str, Any]:
    return {
        "id": str(made.stamp.id),
        "code": made.stamp.code,
        "files": [str(file) for file in files],
        "comments": plan.native_comments,
        "proposals": len(plan.wishes.proposals),
        "stays": plain(dict(plan.staying)),
    }


def _answer(asked: Namespace, told: list[dict[str, Any]], refused: list[Refusal]) -> None:
    """Say what became of it: as ever for one gatekeeper, pack by pack for several.

    Raises:
        KnownError: somebody was refused; the others have theirs.
    """
    alone = len(asked.gatekeepers) == 1
    if asked.json and not (alone and refused):
        print_json(told[0] if alone else {"packs": told, "refused": [_refused(one) for one in refused]})
    for one in [] if asked.json else told:
        print_sentence(f"Saved {', '.join(Path(file).name for file in one['files'])}. Nothing was sent.")
    if refused:
        who = "" if alone else "{}: "
        raise KnownError("\n".join(who.format(one.gatekeeper) + _why(one) for one in refused))


def _refused(refusal: Refusal) -> dict[str, Any]:
    return {
        "gatekeeper": refusal.gatekeeper,
        "sentence": refusal.sentence,
        "clauses": [objection.clause for objection in refusal.objections],
    }


def _why(refusal: Refusal) -> str:
    return refusal.sentence + (" ‘--overrule REASON’ sets it aside." if refusal.objections else "")


def _passage(services: Services, draft_id: UUID, words: str) -> Anchor:
    found = passages(services.drafts.document(draft_id), words)
    if not found:
        raise NotFoundError("Those words do not stand in the newest draft.", "Write them as they stand there.")
    return found[0]


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
