"""`answers`: to each whose pack came back what was done about it, and to the author a copy with the comments."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from carfacilitator.cli.case_studies import case_study_named
from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.errors import NotFoundError
from carfacilitator.services.answers import AnswerTable, Outgoing
from carfacilitator.services.workspace import Services


@dataclass(frozen=True)
class _Answer:
    """An answer, to whom, and what is in it as `--json` tells it."""

    to: str
    going: Outgoing
    counts: dict[str, int]


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--case-study", metavar="TITLE", required=True, help="the case study that it is about")
    parser.add_argument(
        "--for", metavar="NAME", dest="names", action="append", help="only to this person, the author too; repeatable"
    )
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to save it in")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _answer(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        answers = list(_wanted(services, asked))
        parcels = [parcel for one in answers for parcel in (one.going.document, one.going.mail)]
        files = services.departures.save(parcels, asked.output, replace=asked.force)
    if asked.json:
        told = [{"to": one.to, "file": one.going.document.name, **one.counts} for one in answers]
        print_json({"answers": told, "files": [str(file) for file in files]})
        return
    for file in files:
        print_sentence(f"Saved {file.name}.")


def _wanted(services: Services, asked: Namespace) -> Iterator[_Answer]:
    study = case_study_named(services, asked.case_study)
    tables = _newest_of_each(services.answers.tables(study.id))
    can = {study.author, *(table.gatekeeper for table in tables)}
    unknown = [name for name in asked.names or () if name not in can]
    if unknown:
        raise NotFoundError(
            f"Nothing came back from {unknown[0]}.", f"There is an answer to: {', '.join(sorted(can))}."
        )
    wanted = set(asked.names or can)
    for table in tables:
        if table.gatekeeper in wanted:
            counts = {"remarks": len(table.remarks), "edits": len(table.edits), "undecided": table.undecided}
            yield _Answer(table.gatekeeper, services.answers.to_gatekeeper(table), counts)
    if study.author in wanted and study.latest is not None:
        seen = services.answers.what_the_author_sees(study.latest.id)
        counts = {"threads": len(seen.threads), "resolved": seen.resolved, "private": seen.private}
        yield _Answer(study.author, services.answers.to_author(study.latest.id), counts)


def _newest_of_each(tables: list[AnswerTable]) -> list[AnswerTable]:
    """Return for each person the answer about the newest draft, which comes first: their files have one name."""
    return list({table.gatekeeper: table for table in reversed(tables)}.values())[::-1]


COMMANDS = (Command("answers", _arguments, _answer),)
