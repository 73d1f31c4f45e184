"""What each page has open in pictures and in the tests that walk over every page; and how to wait until it is seen."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent

from carfacilitator import paths
from carfacilitator.services.case_studies import CaseStudyRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import sections
from carfacilitator.ui.places import PLACES
from carfacilitator.ui.reports import ReportAsk, ReportKind
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.widgets.list_side import ListSide

_ROUNDS = 12  # of events until layouts that depend on one another have settled
_TWO_FILES = tuple(paths.resource("sample", f"keeping-a-tenancy-draft-{number}.docx") for number in (3, 4))
_PATIENCE, _PAUSE = 60, 0.005  # seconds


@dataclass(frozen=True)
class Exhibit:
    """A page with something open on it; `name` tells it from others of the same page.

    `files` are let go on it, and the action whose id is `does` is done there.
    """

    page: str
    entity: UUID | ReportAsk | None
    name: str = ""
    files: tuple[Path, ...] = ()
    does: str = ""


def exhibits(services: Services, page: str) -> list[Exhibit]:
    """Return what is worth looking at on the page of that ID: what has most in it, or the page alone.

    A page of no place of the rail is only ever opened with something, and left out where there is nothing.
    """
    if page == "comparison":
        return [Exhibit(page, None, files=_TWO_FILES)]
    found = [Exhibit(page, entity, name) for name, entity in _RICHEST.get(page, _nothing)(services)]
    return found or [Exhibit(page, None) for place in PLACES if place.id == page]


def states(services: Services, page: str) -> list[Exhibit]:
    """Return what else is worth looking at on that page: what is there for a while only."""
    return list(_PASSING.get(page, _nothing_passing)(services))


def _nothing_passing(_: Services) -> Iterator[Exhibit]:
    yield from ()


def _lent_copies(services: Services) -> Iterator[Exhibit]:
    yield from (Exhibit("case-studies", id_, "copies-out", does="drafts.word") for _, id_ in _case_study(services))


def _several_files(_: Services) -> Iterator[Exhibit]:
    yield Exhibit("today", None, "several-files", files=_TWO_FILES)


def _choosing_files(_: Services) -> Iterator[Exhibit]:
    yield Exhibit("comparison", None, "choosing", files=_TWO_FILES, does="comparison.others")


def _other_reports(services: Services) -> Iterator[Exhibit]:
    for kind in (ReportKind.REDLINE, ReportKind.COMMENTS):
        yield from (Exhibit("reports", ReportAsk(new_id=id_, kind=kind), kind) for _, id_ in _draft(services))


def _asking(services: Services) -> Iterator[Exhibit]:
    for name in ("ask", "answer"):
        yield from (Exhibit("sanctions", id_, name, does=f"sanctions.{name}") for _, id_ in _most_asked(services))


def _author_copy(services: Services) -> Iterator[Exhibit]:
    yield from (Exhibit("answers", id_, "copy", does="answers.copy") for _, id_ in _answered(services))


def _review_at_work(services: Services) -> Iterator[Exhibit]:
    for _, id_ in _draft(services):
        yield from _of_the_review(services, id_)


def _deciding(services: Services) -> Iterator[Exhibit]:
    for _, id_ in _came_back(services):
        yield from _of_what_came_back(services, id_)


def _of_the_review(services: Services, draft_id: UUID) -> Iterator[Exhibit]:
    standing = [thread.id for thread in services.reviews.threads(draft_id) if thread.is_open and thread.place.anchor]
    for comment_id in standing[3:4]:
        yield Exhibit("review", comment_id, "comment")
        yield Exhibit("review", comment_id, "writing", does="review.comment")
    for name in ("clean", "inline"):
        yield Exhibit("review", draft_id, name, does=f"review.{name}")


def _of_what_came_back(services: Services, draft_id: UUID) -> Iterator[Exhibit]:
    for name, does in (("differ", "next"), ("rejecting", "reject"), ("alone", "alone"), ("writing", "write")):
        yield Exhibit("combined", draft_id, name, does=f"combined.{does}")
    waiting = [one.id for one in services.combined_reviews.open(draft_id).remarks if one.verdict is None]
    yield from (Exhibit("combined", remark_id, "remark") for remark_id in waiting[:1])


def show(window: MainWindow, exhibit: Exhibit) -> None:
    """Go to a page with something open on it, and wait until all of it is there."""
    if isinstance(exhibit.entity, ReportAsk):
        window.stack.pages[0].wants.emit(exhibit.page, exhibit.entity)  # as another page asks for it
    else:
        window.go(exhibit.page, exhibit.entity)
    settle(window)
    page = window.stack.page
    if exhibit.entity is None:
        _open_first(window)
    if page is not None and exhibit.files:
        page.take(list(exhibit.files))
    settle(window)
    if page is not None and exhibit.does:
        page.commands[exhibit.does].trigger()
        settle(window)


def settle(window: MainWindow) -> None:
    """Wait until work that was begun is done, layouts are settled, and what was let go is gone.

    Raises:
        TimeoutError: work did not end.
    """
    until = time.monotonic() + _PATIENCE
    for _ in range(_ROUNDS):
        _process_events()
        while window.desk.jobs.busy:
            if time.monotonic() > until:
                raise TimeoutError
            time.sleep(_PAUSE)
            _process_events()


def _process_events() -> None:
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else what was let go waits for Qt's own loop


def _open_first(window: MainWindow) -> None:
    """Open the first row of the list beside the detail, if the page has one."""
    sides = window.stack.page.findChildren(ListSide) if window.stack.page is not None else []
    if sides and sides[0].list.rows:
        sides[0].list.choose_first()
        sides[0].list.opened.emit(sides[0].list.current)


_Found = Iterator[tuple[str, UUID]]


def _nothing(_: Services) -> _Found:
    yield from ()


def _group(services: Services) -> _Found:
    groups = services.groups.rows()
    if groups:
        yield "", max(groups, key=lambda row: len(services.groups.open(row.id).ground_rules)).id


def _person(services: Services) -> _Found:
    notes = Counter(note.person_id for note in services.mentoring.rows())
    yield from (("", person_id) for person_id, _ in notes.most_common(1))


def _meeting(services: Services) -> _Found:
    coming = services.meetings.next()
    if coming is not None:
        yield "", coming.id


def _gatekeeper(services: Services) -> _Found:
    packs = services.packs.rows()
    yield from (("", pack.gatekeeper_id) for pack in packs[-1:])


def _case_study(services: Services) -> _Found:
    yield from (("", study.id) for study in _most_drafts(services))


def _draft(services: Services) -> _Found:
    yield from (("", study.latest.id) for study in _most_drafts(services) if study.latest is not None)


def _pack(services: Services) -> _Found:
    yield from _draft(services)
    packs = sorted(services.packs.rows(), key=lambda pack: pack.handed_over_at is not None)
    yield from (("handing-over", pack.id) for pack in packs[:1])
    answered = [came.pack_id for came in services.returns.rows()]
    yield from (("came-back", pack_id) for pack_id in answered[:1])


def _answered(services: Services) -> _Found:
    came = Counter(row.pack_id for row in services.returns.rows())
    yield from (("", pack_id) for pack_id, _ in came.most_common(1))


def _email(services: Services) -> _Found:
    yield from (("", pack.id) for pack in services.packs.rows()[:1])


def _came_back(services: Services) -> _Found:
    found = (services.combined_reviews.waiting(study.id) for study in services.case_studies.rows())
    came = sorted((one for one in found if one is not None), key=lambda one: one.remarks + one.edits)
    yield from (("", one.draft_id) for one in came[-1:])


def _most_asked(services: Services) -> _Found:
    asked = Counter({study.id: len(services.sanctions.ledger(study.id).rows) for study in services.case_studies.rows()})
    yield from (("", study_id) for study_id, count in asked.most_common(1) if count)


def _kind(services: Services) -> _Found:
    yield from (("", kind.id) for kind in services.codebook.rows()[:1])


def _section(_: Services) -> _Found:
    yield from ((name, id_) for id_, name in sections.NAMES.items())


def _most_drafts(services: Services) -> list[CaseStudyRow]:
    return sorted(services.case_studies.rows(), key=lambda row: -row.drafts)[:1]


_RICHEST: dict[str, Callable[[Services], _Found]] = {
    "groups": _group,
    "people": _person,
    "meetings": _meeting,
    "case-studies": _case_study,
    "gatekeepers": _gatekeeper,
    "handouts": _meeting,
    "review": _draft,
    "comments": _case_study,
    "packs": _pack,
    "emails": _email,
    "combined": _came_back,
    "answers": _answered,
    "workspace": _section,
    "codebook": _kind,
    "reports": _draft,
    "sanctions": _most_asked,
}
_PASSING: dict[str, Callable[[Services], Iterator[Exhibit]]] = {
    "case-studies": _lent_copies,
    "comparison": _choosing_files,
    "today": _several_files,
    "review": _review_at_work,
    "combined": _deciding,
    "answers": _author_copy,
    "reports": _other_reports,
    "sanctions": _asking,
}
