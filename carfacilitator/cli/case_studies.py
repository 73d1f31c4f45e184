"""`receive`: a draft arrives, of a case study that is known or of a new one."""

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches
from pathlib import Path
from uuid import UUID

from carfacilitator.cli.command import Command, print_json, print_sentence, say
from carfacilitator.cli.listing import plain
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.errors import NotFoundError
from carfacilitator.model.terms import GroupKind
from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.case_studies import CaseStudyRow
from carfacilitator.services.reading import read_file
from carfacilitator.services.workspace import Services

_MUCH_ALIKE = 0.8


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


def _known_or_begun(services: Services, title: str, author: str) -> CaseStudyRow:
    """Return the case study of that title; one that nobody has heard of is begun, one nearly so called is asked about.

    Raises:
        NotFoundError: a title much like it is known.
    """
    titles = [row.title for row in services.case_studies.rows()]
    if title.strip().casefold() not in {known.casefold() for known in titles}:
        alike = get_close_matches(title, titles, n=1, cutoff=_MUCH_ALIKE)
        if alike:
            raise NotFoundError("There is no case study of that title.", f"Did you mean ‘{alike[0]}’?")
        services.case_studies.begin(title.strip(), _group(services), _person(services, author))
        say(f"Began the case study ‘{title.strip()}’.")
    return case_study_named(services, title)


def _group(services: Services) -> UUID:
    """Return the first case-study group, else any group, else a new one."""
    groups = sorted(services.groups.rows(), key=lambda row: row.kind is not GroupKind.CASE_STUDY)
    if groups:
        return groups[0].id
    partnerships = services.partnerships.rows()
    home = partnerships[0].id if partnerships else services.partnerships.add("My partnership")
    return services.groups.add(home, "Case-study group", kind=GroupKind.CASE_STUDY)


def _person(services: Services, name: str) -> UUID:
    known = [row.id for row in services.people.rows() if row.name.casefold() == name.casefold()]
    return known[0] if known else services.people.add(name)


def _receive_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("file", metavar="FILE", type=Path, help="the draft, a Word document")
    parser.add_argument(
        "--case-study", metavar="TITLE", required=True, help="the case study that it belongs to; a new one is begun"
    )
    parser.add_argument("--from", metavar="NAME", dest="from_whom", default="", help="who sent it (else: its author)")
    parser.add_argument("--json", action="store_true", help="the answer as one JSON object")


def _receive(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        file = read_file(asked.file)
        author = asked.from_whom or file.document.properties.get("creator", "") or "Unknown author"
        services.drafts.propose(file)  # refuses what is here already, before anything is begun
        study = _known_or_begun(services, asked.case_study, author)
        arrival = Arrival(how="by the command line", from_whom=asked.from_whom)
        received = services.drafts.receive_draft(study.id, file, arrival)
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
