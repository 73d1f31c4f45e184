"""`report`: a redline, what changed, or comments, as a file for somebody to see."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from carfacilitator.cli.case_studies import case_study_named
from carfacilitator.cli.command import Command, print_json, print_sentence
from carfacilitator.cli.comments import audience_argument, draft_numbered
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.errors import NotFoundError
from carfacilitator.services.comments import CommentFilter
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.reports import Arrange, Form, Report, ReportWish
from carfacilitator.services.workspace import Services

_REDLINE, _CHANGES = "redline", "changes"
_COMMENTS = {"comments-by-kind": Arrange.BY_KIND, "comments-by-draft": Arrange.BY_DRAFT}


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    whats = [_REDLINE, _CHANGES, *_COMMENTS]
    parser.add_argument("what", metavar="WHAT", choices=whats, help=f"one of: {', '.join(whats)}")
    parser.add_argument("--case-study", metavar="TITLE", required=True, help="the case study that it is about")
    parser.add_argument("--old", metavar="N", type=int, help="the older draft (default: the one before the newer)")
    parser.add_argument("--new", metavar="N", type=int, help="the newer draft (default: the newest)")
    audience_argument(parser, None, "who will see it")
    parser.add_argument("--to", metavar="NAME", default="", help="the person that it goes to, for the receipt")
    parser.add_argument("--table", action="store_true", help="comments as a table (CSV) and not as a Word document")
    parser.add_argument("-o", "--output", metavar="DIR", type=Path, required=True, help="the folder to save it in")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _report(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        report = _made(services, asked)
        files = services.reports.hand_over(report, asked.output, replace=asked.force)
    if asked.json:
        told = {"files": [str(file) for file in files], "comments": report.comments, "left_out": report.left_out}
        print_json(told)
        return
    for file in files:
        print_sentence(f"Saved {file.name}.")


def _made(services: Services, asked: Namespace) -> Report:
    wish = ReportWish(asked.audience, asked.to)
    if asked.what in _COMMENTS:
        wanted = CommentFilter(case_study_id=case_study_named(services, asked.case_study).id)
        return services.reports.comments(wanted, _COMMENTS[asked.what], Form.TABLE if asked.table else Form.WORD, wish)
    new = draft_numbered(services, asked.case_study, asked.new)
    make = services.reports.redline if asked.what == _REDLINE else services.reports.changes
    return make(_older(services, new, asked).id, new.id, wish)


def _older(services: Services, new: DraftRow, asked: Namespace) -> DraftRow:
    if asked.old is not None:
        return draft_numbered(services, asked.case_study, asked.old)
    before = [draft for draft in services.drafts.timeline(new.case_study_id) if draft.number < new.number]
    if not before:
        raise NotFoundError(f"There is no draft before draft {new.number}.")
    return before[-1]


COMMANDS = (Command("report", _arguments, _report),)
