"""What a file is that was let go on the window: an answer to a pack, which is taken in, or to be asked about."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.services.drafts import Proposal
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.reading import read_file
from carfacilitator.services.returns import KnownBy, PackGuess, Recognition, Taken, Whose
from carfacilitator.services.workspace import Services
from carfacilitator.ui.jobs import Job

# Per cent from which a file is taken for a draft: short titles are half alike by chance, phrases of a text never are.
LIKELY_TITLE, LIKELY_TEXT = 70, 25


@dataclass(frozen=True)
class Refused:
    """A file of which nothing was kept, and the sentence that says why."""

    name: str
    sentence: str


@dataclass(frozen=True)
class Newer:
    """The newest draft, where the answer was to an older one."""

    id: UUID
    number: int
    answered: int


@dataclass(frozen=True)
class Came:
    """An answer to a pack that is in."""

    name: str
    taken: Taken
    newer: Newer | None = None


@dataclass(frozen=True)
class Asked:
    """A file that may be a draft or an answer: the facilitator says what it is."""

    file: OpenedFile
    proposals: tuple[Proposal, ...]
    known: Recognition = field(default_factory=lambda: Recognition(by=None))

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.file.name

    def after_one_more(self, case_study_id: UUID) -> "Asked":
        """Return it as it is asked about once that case study has got one more draft."""
        proposals = (
            replace(one, number=one.number + 1) if one.case_study_id == case_study_id else one for one in self.proposals
        )
        return replace(self, proposals=tuple(proposals))

    @property
    def guesses(self) -> tuple[PackGuess, ...]:
        """Whose answers it may be, the likeliest first."""
        return self.known.guesses

    @property
    def draft(self) -> Proposal | None:
        """The draft that it looks like, if it does."""
        return next((one for one in self.proposals[:1] if is_likely(one)), None)

    @property
    def is_theirs(self) -> bool:
        """Whether a gatekeeper's name is on what is new in it."""
        return self.known.whose is Whose.GATEKEEPER and bool(self.guesses)

    @property
    def is_own(self) -> bool:
        """Whether what is new in it carries the author's name alone, or it is like no pack."""
        return self.known.whose is Whose.AUTHOR or not self.guesses


@dataclass(frozen=True)
class Settled:
    """A file about which the question was answered; `sentence` says how."""

    name: str
    sentence: str
    kept: bool


Look = Refused | Came | Asked | Settled


def look(path: Path, services: Services) -> Callable[[Job], Look]:
    """Return the work that reads a file aside and finds out what it is; an answer that is certain is taken in."""

    def work(job: Job) -> Look:
        try:
            file = read_file(path, job.report, lambda: job.cancelled)
            return _recognised(file, services)
        except KnownError as error:
            return Refused(path.name, str(error))

    return work


def taken_in(file: OpenedFile, services: Services, pack_id: UUID | None = None) -> Came:
    """Take in an answer, to a pack that was named or to the one that it says.

    Raises:
        KnownError: it is none.
    """
    taken = services.returns.receive(file, pack_id)
    return Came(file.name, taken, _newer(taken, services))


def is_likely(proposal: Proposal) -> bool:
    """Tell whether a file is taken for a draft of it."""
    return proposal.by_title >= LIKELY_TITLE or proposal.by_text >= LIKELY_TEXT


def _recognised(file: OpenedFile, services: Services) -> Look:
    known = services.returns.recognise(file)
    by_text = known.by is KnownBy.TEXT
    if known.by is not None and (not by_text or known.whose is Whose.GATEKEEPER):
        return taken_in(file, services)
    return Asked(file, tuple(services.drafts.propose(file)), known)


def _newer(taken: Taken, services: Services) -> Newer | None:
    answered = services.drafts.open(taken.draft_id)
    newest = services.drafts.timeline(answered.case_study_id)[-1]
    return Newer(newest.id, newest.number, answered.number) if newest.id != answered.id else None
