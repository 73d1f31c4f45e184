"""`list` and `search`: what is in a workspace."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from carfacilitator.cli import sanctions
from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.cli.shapes import Shape, anchor_shape
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.services.comments import CommentRow
from carfacilitator.services.search import SearchFilter
from carfacilitator.services.threads import ReplyRow
from carfacilitator.services.workspace import Services

_MOST_HITS = 1000


@dataclass(frozen=True)
class Listing:
    """A noun that can be listed: where its rows come from, and what a row is called."""

    noun: str
    rows: Callable[[Services], Iterable[Any]]
    title: Callable[[Any], str]


@dataclass(frozen=True)
class CommentItem:
    """A comment at its newest place, in `draft` under `heading`; `anchor` is None if it has lost its words there."""

    id: UUID
    case_study: str
    draft: int
    begun_on: int
    heading: str
    kind: str
    author: str
    initials: str
    text: str
    created_at: datetime
    resolved_at: datetime | None
    audience: str
    state: str
    anchor: Shape | None
    quote: str
    old_quote: str
    survival: float
    near: int | None
    replies: tuple[ReplyRow, ...]


def _comments(services: Services) -> Iterable[CommentItem]:
    """Return every comment once, in the order of its case study's text."""
    return (_comment(row) for row in services.comments.rows())


def _comment(row: CommentRow) -> CommentItem:
    place = row.place
    return CommentItem(
        id=row.id,
        case_study=row.case_study,
        draft=row.draft,
        begun_on=row.begun_on,
        heading=row.heading,
        kind=row.kind.name,
        author=row.author,
        initials=row.initials,
        text=row.text,
        created_at=row.created_at,
        resolved_at=row.resolved_at,
        audience=row.audience,
        state=place.state,
        anchor=anchor_shape(place.anchor),
        quote=place.quote,
        old_quote=place.old_quote,
        survival=place.survival,
        near=place.near,
        replies=row.replies,
    )


LISTINGS = (
    Listing("partnerships", lambda services: services.partnerships.rows(), lambda row: row.name),
    Listing("groups", lambda services: services.groups.rows(), lambda row: row.name),
    Listing("people", lambda services: services.people.rows(), lambda row: row.name),
    Listing("meetings", lambda services: services.meetings.rows(), lambda row: row.title),
    Listing("mentoring-notes", lambda services: services.mentoring.rows(), lambda row: row.person),
    Listing("gatekeepers", lambda services: services.gatekeepers.rows(), lambda row: row.name),
    Listing("case-studies", lambda services: services.case_studies.rows(), lambda row: row.title),
    Listing("drafts", lambda services: services.drafts.rows(), lambda row: f"{row.case_study}, draft {row.number}"),
    Listing("comments", _comments, lambda row: row.text),
    Listing("packs", lambda services: services.packs.rows(), lambda row: f"{row.case_study} for {row.gatekeeper}"),
    Listing("returns", lambda services: services.returns.rows(), lambda row: f"{row.case_study} from {row.gatekeeper}"),
    Listing("sanctions", sanctions.items, lambda row: row.title),
    Listing("departures", lambda services: services.departures.rows(), lambda row: row.name),
    Listing("bin", lambda services: services.bin.rows(), lambda row: row.title or row.words),
    Listing("retention-dates", lambda services: services.retention.rows(), lambda row: row.title),
    Listing("events", lambda services: services.history.events(), lambda row: row.summary),
)


def _list_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("noun", metavar="NOUN", choices=[listing.noun for listing in LISTINGS], help=_nouns())
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _nouns() -> str:
    return "one of: " + ", ".join(listing.noun for listing in LISTINGS)


def _list(asked: Namespace) -> None:
    listing = next(listing for listing in LISTINGS if listing.noun == asked.noun)
    with opened(asked.workspace) as services:
        items = [{"title": listing.title(row), **plain(asdict(row))} for row in listing.rows(services)]
    if asked.json:
        print_json({"items": items})
        return
    for item in items:
        print_sentence(" ".join(str(item["title"]).split()))


def plain(value: Any) -> Any:  # noqa: ANN401  any value that a row may hold
    """Return a value as JSON has it: identities and enumerations as text, instants as ISO 8601 with their offset."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return str(value) if isinstance(value, UUID | str) else value


def _search_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("words", metavar="WORDS", nargs="+", help="what to look for; all of the words must be there")
    parser.add_argument("--confidential", action="store_true", help="also what only the facilitator may see")
    parser.add_argument("--json", action="store_true", help="everything as one JSON object")


def _search(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        hits = services.search.hits(
            " ".join(asked.words), SearchFilter(most=_MOST_HITS), confidential=asked.confidential, typing=False
        )
    if asked.json:
        shown = ("noun", "id", "title", "snippet", "audience")
        print_json({"hits": [{name: plain(getattr(hit, name)) for name in shown} for hit in hits], "count": len(hits)})
        return
    for hit in hits:
        print_sentence(f"{hit.noun}: {hit.title}\n    {hit.snippet}")


COMMANDS = (
    Command("list", _list_arguments, _list),
    Command("search", _search_arguments, _search),
)
