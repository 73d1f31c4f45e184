"""`receive`: a draft arrives."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from carfacilitator.cli.command import Command, print_json, print_sentence, say
from carfacilitator.cli.listing import plain
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.errors import NotFoundError
from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.case_studies import CaseStudyRow
from carfacilitator.services.reading import read_file
from carfacilitator.services.workspace import Services


def case_study_named(services: Services, title: str) -> CaseStudyRow:
    """Return the case study of that title, whatever its capitals.

    Raises:
        NotFoundError: there is none, or more than one.
    """
    found = [row for row in services.case_studies.rows() if row.title.casefold() == title.strip().casefold()]
    if len(found) != 1:
        sentence = "There is no case study of that title." if not found else "More than one case study has that title."
        raise NotFoundError(sentence, "‘list WORKSPACE case-studies’ shows them all.")
    return found[0]


def _receive_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="the draft, a Word document")
    parser.add_argument("--case-study", metavar="TITLE", required=True, help="the case study that it belongs to")
    parser.add_argument("--from", metavar="NAME", dest="from_whom", default="", help="who sent it (else: its author)")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _receive(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        study = case_study_named(services, asked.case_study)
        arrival = Arrival(how="by the command line", from_whom=asked.from_whom)
        received = services.drafts.receive_draft(study.id, read_file(asked.file), arrival)
        draft = services.drafts.open(received.id)
    for finding in received.report:
        say(finding.sentence)
    if asked.json:
        carried = {str(state): count for state, count in received.carried.items()}
        print_json(
            {
                "id": str(received.id),
                "case_study": study.title,
                "number": received.number,
                "sha256": draft.sha256,
                "words": draft.words,
                "carried": carried,
                "report": [plain({"kind": f.kind, "count": f.count, "sentence": f.sentence}) for f in received.report],
            },
        )
    else:
        print_sentence(f"Draft {received.number} of ‘{study.title}’ has arrived: {draft.words:,} words.")


COMMANDS = (Command("receive", _receive_arguments, _receive),)
