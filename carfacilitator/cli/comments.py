"""`comment`, `answer` and `resolve`: what is said about a draft."""

from argparse import ArgumentParser, Namespace
from uuid import UUID

from carfacilitator.cli.case_studies import case_study_named
from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.document.blocks import Anchor
from carfacilitator.document.finding import passages
from carfacilitator.errors import KnownError, NotFoundError
from carfacilitator.model.terms import Audience
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services


def audience_argument(parser: ArgumentParser, default: Audience | None, meaning: str) -> None:
    """Let a command be told for whom something is, by `--for`."""
    parser.add_argument(
        "--for",
        dest="audience",
        metavar="AUDIENCE",
        type=Audience,
        choices=list(Audience),
        default=default,
        required=default is None,
        help=f"{meaning}: {', '.join(Audience)}",
    )


def draft_numbered(services: Services, title: str, number: int | None) -> DraftRow:
    """Return a draft of the case study of that title, the newest one without a number.

    Raises:
        NotFoundError: there is no such case study, or no such draft of it.
    """
    drafts = services.drafts.timeline(case_study_named(services, title).id)
    found = [draft for draft in drafts if number in {None, draft.number}]
    if not found:
        raise NotFoundError("There is no such draft of this case study.", "‘list WORKSPACE drafts’ shows them all.")
    return found[-1]


def _comment_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("text", metavar="TEXT", help="what the comment says")
    parser.add_argument("--case-study", metavar="TITLE", required=True, help="the case study that it is about")
    parser.add_argument("--on", metavar="WORDS", required=True, help="the words of the draft that it is about")
    parser.add_argument("--place", metavar="N", type=int, help="which of several places with these words, from 1")
    parser.add_argument("--draft", metavar="N", type=int, help="the draft (default: the newest)")
    parser.add_argument("--kind", metavar="KIND", help="its kind, by name or letter (default: the first)")
    audience_argument(parser, Audience.AUTHOR, "who may see it (default: author)")
    _json_argument(parser)


def _comment(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        draft = draft_numbered(services, asked.case_study, asked.draft)
        anchor = _passage(services, draft, asked.on, asked.place)
        remark = Remark(text=asked.text, kind_id=_kind(services, asked.kind), audience=asked.audience)
        comment_id = services.reviews.comment(draft.id, anchor, remark)
    _tell(asked, comment_id, f"Commented on draft {draft.number} of ‘{draft.case_study}’.")


def _passage(services: Services, draft: DraftRow, words: str, place: int | None) -> Anchor:
    found = passages(services.drafts.document(draft.id), words)
    if not found:
        raise NotFoundError(f"Those words do not stand in draft {draft.number}.")
    if place is None and len(found) > 1:
        raise KnownError(f"Those words stand in {len(found)} places.", "Say with --place which of them, from 1.")
    if not 1 <= (place or 1) <= len(found):
        raise NotFoundError(f"Those words stand in {len(found)} places only.")
    return found[(place or 1) - 1]


def _kind(services: Services, wanted: str | None) -> UUID:
    kinds = services.reviews.kinds()
    found = [
        kind for kind in kinds if wanted is None or wanted.casefold() in {kind.name.casefold(), kind.letter.casefold()}
    ]
    if not found:
        raise NotFoundError("There is no such kind of comment.", "‘codebook WORKSPACE’ shows them all.")
    return found[0].id


def _answer_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    _comment_argument(parser)
    parser.add_argument("text", metavar="TEXT", help="what the answer says")
    _json_argument(parser)


def _answer(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        reply_id = services.reviews.reply(asked.comment, asked.text)
    _tell(asked, reply_id, "Answered.")


def _resolve_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    _comment_argument(parser)
    parser.add_argument("--reopen", action="store_true", help="say instead that it still asks for something")
    _json_argument(parser)


def _resolve(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        settle = services.reviews.reopen if asked.reopen else services.reviews.resolve
        settle(asked.comment)
    _tell(asked, asked.comment, "It is open again." if asked.reopen else "It is done.")


def _comment_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "comment", metavar="COMMENT", type=UUID, help="its id, as ‘list WORKSPACE comments --json’ tells it"
    )


def _json_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _tell(asked: Namespace, made: UUID, sentence: str) -> None:
    if asked.json:
        print_json({"id": str(made)})
    else:
        print_sentence(sentence)


COMMANDS = (
    Command("comment", _comment_arguments, _comment),
    Command("answer", _answer_arguments, _answer),
    Command("resolve", _resolve_arguments, _resolve),
)
