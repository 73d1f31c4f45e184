"""The sample workspace to look around in: two sites of fictional people, on a Tuesday in March that never ends."""

import re
import shutil
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from uuid import UUID

from carfacilitator import paths
from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import KnownError
from carfacilitator.model.clock import FixedClock
from carfacilitator.model.terms import Audience, Stage
from carfacilitator.services import sample_cast, workspace
from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.pack_wording import Asked, PackWishes
from carfacilitator.services.reviews import Remark, Speaker
from carfacilitator.services.sample_cast import Cast, Table
from carfacilitator.services.sample_returns import Known, WayBack
from carfacilitator.services.workspace import Circumstances, Owner, Services
from carfacilitator.store.slots import Cost
from carfacilitator.word.reader import read

_FOLDER = "sample"
_BEGAN = timedelta(days=365)  # before the day on which the sample stands still

Moment = tuple[datetime, Callable[[], object]]


def create(folder: Path, passphrase: str, circumstances: Circumstances | None = None) -> Services:
    """Make the sample workspace in `folder`, whole or not at all, and open it.

    Raises:
        KnownError: there is something already, or the folder cannot be written.
    """
    if folder.exists():
        raise KnownError("There is already something of that name there.", "Choose another name or another folder.")
    given = circumstances or Circumstances()
    given = replace(given, cost=given.cost or Cost())  # everybody may open it, so nobody need wait for it
    fresh = folder.with_name(f".{folder.name}.sample")
    shutil.rmtree(fresh, ignore_errors=True)  # left by a start that was cut off
    try:
        _live_through(fresh, passphrase, given)
        fresh.replace(folder)
    except OSError:
        raise KnownError("The workspace cannot be made in that folder.", "Choose another folder.") from None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return workspace.open_workspace(folder, passphrase, given)


def _live_through(folder: Path, passphrase: str, given: Circumstances) -> None:
    about = _table("sample.toml")
    last_day: datetime = about["today"]
    clock = FixedClock(last_day - _BEGAN)
    services = workspace.create(folder, passphrase, Owner(**about["facilitator"]), replace(given, clock=clock))
    try:
        cast = sample_cast.bring_in(services, about, _table("meetings.toml"), _table("mentoring.toml"))
        story = Story(services, cast, _table("case_studies.toml"))
        moments = list(story.moments())
        moments += WayBack(services, story.known(), _table("returns.toml")).moments()
        for instant, happens in sorted(moments, key=lambda moment: moment[0]):
            clock.instant = instant
            happens()
        clock.instant = last_day
        services.facilitators.stand_still_at(last_day)
        services.history.forget_undo()
    finally:
        services.close()


class Story:
    """What happened in the case studies of the sample, told through the services as it was in life."""

    def __init__(self, services: Services, cast: Cast, told: Table) -> None:
        self._services = services
        self._cast = cast
        self._told = told
        self._kinds = {kind.name.casefold(): kind.id for kind in services.reviews.kinds()}
        self._studies: dict[str, UUID] = {}
        self._made: dict[int, UUID] = {}  # comments and packs, by the identity of their tables

    def moments(self) -> Iterator[Moment]:
        """Yield everything that happens with its instant, in no order."""
        for study in self._told["case_study"]:
            self._begin(study)
            yield from (
                (draft["received_at"], partial(self._receive, study, draft)) for draft in study.get("draft", ())
            )
        for comment in self._told["comment"]:
            yield from self._said(comment)
        for pack in self._told["pack"]:
            yield pack["made_at"], partial(self._make, pack)
            yield pack["handed_over_at"], partial(self._hand_over, pack)

    def known(self) -> Known:
        """Return whom and what it names, for what is told of them elsewhere."""
        return Known(self._cast, self._studies, self._kinds, self._draft)

    def _begin(self, study: Table) -> None:
        group_id, author_id = self._cast[study["group"]], self._cast[study["author"]]
        study_id = self._services.case_studies.begin(
            study["title"],
            group_id,
            author_id,
            question=study["question"],
            stage=Stage(study["stage"]),
            notes=study.get("notes", ""),
        )
        self._studies[study["key"]] = study_id
        for stage, reason in study.get("justifications", {}).items():
            self._services.case_studies.justify(study_id, Stage(stage), **reason)

    def _receive(self, study: Table, draft: Table) -> None:
        data = paths.resource(_FOLDER, draft["file"]).read_bytes()
        arrival = Arrival(how=draft["arrived_by"], from_whom=draft["received_from"], note=draft.get("note", ""))
        file = OpenedFile(draft["file"], data, read(data))
        received = self._services.drafts.receive_draft(self._studies[study["key"]], file, arrival)
        if "name" in draft:
            self._services.drafts.amend(received.id, name=draft["name"])

    def _said(self, comment: Table) -> Iterator[Moment]:
        yield comment["at"], partial(self._comment, comment)
        for reply in comment.get("replies", ()):
            yield reply["at"], partial(self._reply, comment, reply)
        if "resolved_at" in comment:
            yield comment["resolved_at"], lambda: self._services.reviews.resolve(self._made[id(comment)])

    def _comment(self, comment: Table) -> None:
        draft_id = self._draft(comment)
        texts = self._services.drafts.document(draft_id).texts()
        remark = Remark(
            text=comment["text"],
            kind_id=self._kinds[comment["kind"]],
            audience=Audience(comment["audience"]),
            by=self._speaker(comment),
        )
        anchor = _found(texts, comment["quotation"], comment.get("occurrence", 1))
        self._made[id(comment)] = self._services.reviews.comment(draft_id, anchor, remark)

    def _reply(self, comment: Table, reply: Table) -> None:
        self._services.reviews.reply(self._made[id(comment)], reply["text"], self._speaker(reply))

    def _make(self, pack: Table) -> None:
        wishes = PackWishes(
            asked=Asked(pack["asked"]), questions=tuple(pack.get("questions", ())), reply_by=pack["reply_by"]
        )
        plan = self._services.packs.prepare(self._draft(pack), self._cast[pack["gatekeeper"]], wishes)
        self._made[id(pack)] = self._services.packs.make(plan).stamp.id

    def _hand_over(self, pack: Table) -> None:
        self._services.packs.sent(self._made[id(pack)], pack["handed_over_how"])

    def _draft(self, table: Table) -> UUID:
        timeline = self._services.drafts.timeline(self._studies[table["case_study"]])
        return next(row.id for row in timeline if row.number == table["draft"])

    def _speaker(self, said: Table) -> Speaker | None:
        """Return whose words these are, or None for the facilitator, whose name stands there without the title."""
        if said["initials"] == self._services.facilitators.owner().initials:
            return None
        return Speaker(said["author"], said["initials"])


def _found(texts: Sequence[str], quotation: str, occurrence: int) -> Anchor:
    places = (
        Anchor(leaf, found.start(), leaf, found.end())
        for leaf, text in enumerate(texts)
        for found in re.finditer(re.escape(quotation), text)
    )
    return next(islice(places, occurrence - 1, None))


def _table(name: str) -> Table:
    return tomllib.loads(paths.resource(_FOLDER, name).read_text(encoding="utf-8"))
