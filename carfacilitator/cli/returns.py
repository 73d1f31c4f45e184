"""`returned`: files that came back of packs are taken in, and shown as one review of the draft that was sent."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from carfacilitator.cli.combining import combined_shape
from carfacilitator.cli.command import Command, print_json, print_sentence, say
from carfacilitator.cli.shapes import Shape, anchor_shape
from carfacilitator.cli.workspaces import opened, workspace_argument
from carfacilitator.errors import KnownError
from carfacilitator.services.combined_rows import CombinedReview, RemarkRow
from carfacilitator.services.combining import Combined
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.reading import read_files
from carfacilitator.services.returns import KnownBy, Taken
from carfacilitator.services.threads import Thread
from carfacilitator.services.workspace import Services


def _arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help="what came back, a Word file each")
    parser.add_argument("--pack", metavar="CODE", default="", help="the code of the pack that they answer, if unsure")
    parser.add_argument("--json", action="store_true", help="the whole review as one JSON object")


def _returned(asked: Namespace) -> None:
    with opened(asked.workspace) as services:
        packs = {row.code: row.id for row in services.packs.rows()}
        if asked.pack and asked.pack not in packs:
            raise KnownError("There is no pack of that code.", "‘list WORKSPACE packs’ shows them all.")
        files = read_files(*asked.files)
        for file in files:  # all are known, or nothing is kept
            _recognise(services, file, asked.pack)
        taken = [services.returns.receive(file, packs.get(asked.pack)) for file in files]
        if len({one.draft_id for one in taken}) > 1:
            say("These files answer packs of several drafts; the review is that of the first.")
        review = services.combined_reviews.open(taken[0].draft_id)
        threads = services.reviews.threads(taken[0].draft_id)
    if asked.json:
        names = [file.name for file in asked.files]
        print_json(_shape(review, list(zip(names, taken, strict=True)), threads))
        return
    for file, one in zip(asked.files, taken, strict=True):
        print_sentence(f"{file.name}: {_sentence(one)}")
    for finding in dict.fromkeys(finding for one in taken for finding in one.report):
        say(finding.sentence)


def _recognise(services: Services, file: OpenedFile, code: str) -> None:
    """Make sure that a file is an answer to a pack: to the one of that code, if one is given."""
    known = services.returns.recognise(file)
    names = {guess.code: f"{guess.code} for {guess.gatekeeper}" for guess in known.guesses}
    told = ", ".join(names.values())
    if not code and known.by is None:
        if names:
            raise KnownError(f"It is not certain which pack {file.name} is.", f"Say it by --pack: {told}.")
        services.returns.refuse(file, known)
    if code and known.by not in {None, KnownBy.TEXT} and code not in names:
        raise KnownError(f"{file.name} is the pack {told}.", "Leave --pack out to take it in as that.")


def _sentence(taken: Taken) -> str:
    if taken.already_known:
        return f"the answer of {taken.gatekeeper}; it was here already, and nothing was added."
    asked = f" It names nobody; is it from {taken.likely}?" if taken.ask_sender else ""
    return f"the answer of {taken.gatekeeper}: remarks {taken.new_remarks}, proposed edits {taken.new_edits}.{asked}"


def _shape(review: CombinedReview, taken: list[tuple[str, Taken]], threads: Sequence[Thread]) -> Shape:
    """Return the review as `combine` gives it, with what each file was and added; the sums of all at the top."""
    first = taken[0][1]
    return {
        "pack": first.code,
        "gatekeeper": first.gatekeeper,
        "new_remarks": sum(one.new_remarks for _, one in taken),
        "new_edits": sum(one.new_edits for _, one in taken),
        "already_known": all(one.already_known for _, one in taken),
        "files": [_file(name, one) for name, one in taken],
        "reviewers": _reviewers(review, taken),
        "remarks": [_remark(review, remark, threads) for remark in review.remarks],
        "edits": combined_shape(Combined((), review.combination, ()))["edits"],
        "report": [{"kind": f.kind, "count": f.count, "sentence": f.sentence} for _, one in taken for f in one.report],
    }


def _file(name: str, taken: Taken) -> Shape:
    return {
        "file": name,
        "pack": taken.code,
        "gatekeeper": taken.gatekeeper,
        "identified_by": str(taken.known_by),
        "new_remarks": taken.new_remarks,
        "new_edits": taken.new_edits,
        "already_known": taken.already_known,
        "ask_sender": taken.ask_sender,
        "likely": taken.likely,
    }


def _reviewers(review: CombinedReview, taken: list[tuple[str, Taken]]) -> list[Shape]:
    files = {one.return_id: (name, one) for name, one in taken}
    told: list[Shape] = []
    for voice in review.voices:
        name, one = files.get(voice.return_id, ("", None))
        names = list(one.names) if one else []
        by = str(one.known_by) if one else ""
        told.append({"file": name, "author_names": names, "identified_by": by, "person": voice.person})
    return told


def _remark(review: CombinedReview, remark: RemarkRow, threads: Sequence[Thread]) -> Shape:
    reviewer = next(n for n, voice in enumerate(review.voices) if voice.return_id == remark.return_id)
    return {
        "id": str(remark.id),
        "reviewer": reviewer,
        "kind_of": "reply" if remark.about else "comment",
        "parent": _parent(review, remark, threads),
        "about": remark.about,
        "inferred": remark.inferred,
        "text": remark.text,
        "quote": remark.quote,
        "anchor": anchor_shape(remark.anchor),
        "duplicate_of": str(remark.same_as) if remark.same_as else None,
    }


def _parent(review: CombinedReview, remark: RemarkRow, threads: Sequence[Thread]) -> str | None:
    """Return the id of the remark of its file, or of our thread, that a remark answers; on its words if one is."""
    if not remark.about:
        return None
    own = [(one.id, one.anchor, one.text) for one in review.remarks if one.return_id == remark.return_id]
    ours = [(one.id, one.place.anchor, one.text) for one in threads]
    asked = [(name, anchor) for name, anchor, text in (*own, *ours) if text == remark.about and name != remark.id]
    nearest = sorted(asked, key=lambda one: one[1] != remark.anchor)
    return str(nearest[0][0]) if nearest else None


COMMANDS = (Command("returned", _arguments, _returned),)
