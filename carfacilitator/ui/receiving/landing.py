"""What the facilitator said of a file is done: it is kept as a draft, or taken in as an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.workspace import Services
from carfacilitator.ui.jobs import Job
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.receiving import outcome
from carfacilitator.ui.receiving.looking import Asked, Settled, taken_in


@dataclass(frozen=True)
class _Done:
    """What came of a file: the call that tells."""

    tell: Callable[[], object]


class Landing(QObject):
    """One file at a time; `settled` tells its number and what came of it, `kept` the case study and the draft.

    `turned` comes when it begins and when it has ended.
    """

    settled = Signal(int, object)  # a Look
    kept = Signal(object, object)
    turned = Signal()

    def __init__(self, services: Services, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._desk = services, desk
        self._keeping = Keeping(services, desk.messages)
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being kept."""
        return self._job is not None

    def keep(self, number: int, asked: Asked, study_id: UUID, arrival: Arrival) -> None:
        """Keep a file as the newest draft of a case study."""
        title = self._services.case_studies.open(study_id).title

        def work(_: Job) -> _Done:
            received = self._services.drafts.receive_draft(study_id, asked.file, arrival)
            said = outcome.said(received, title)
            return _Done(partial(self._tell_kept, (number, asked.name, said), study_id, received.id))

        self._start("Keeping the draft", work)

    def take_in(self, number: int, asked: Asked, pack_id: UUID) -> None:
        """Take a file in as the answer to a pack."""

        def work(_: Job) -> _Done:
            came = taken_in(asked.file, self._services, pack_id)
            return _Done(partial(self.settled.emit, number, came))

        self._start("Taking in the answer", work)

    def _tell_kept(self, what: tuple[int, str, str], study_id: UUID, draft_id: UUID) -> None:
        number, name, said = what
        self._keeping.say_done(said)
        self.settled.emit(number, Settled(name, said, kept=True))
        self.kept.emit(study_id, draft_id)

    def _start(self, what: str, work: Callable[[Job], _Done]) -> None:
        self._job = job = self._desk.jobs.start(what, work, self._land, self._desk.messages.fail, stops=False)
        job.ended.connect(self._end)
        self.turned.emit()

    def _end(self) -> None:
        self._job = None
        self.turned.emit()

    def _land(self, done: _Done) -> None:
        done.tell()
