"""Reports on drafts and comments: made from an allow-list for one audience, and handed over with a receipt."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from uuid import UUID

from carfacilitator.document.profiles import AS_USUAL, Profile
from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.handouts import changes, pages
from carfacilitator.model.clock import Clock
from carfacilitator.model.terms import Audience
from carfacilitator.services import comment_reports
from carfacilitator.services.comment_reports import Arrange, CommentReport, Form
from carfacilitator.services.comments import CommentFilter, Comments
from carfacilitator.services.comparisons import FilePair
from carfacilitator.services.days import local, today
from carfacilitator.services.departures import Departures
from carfacilitator.services.drafts import DraftRow, Drafts
from carfacilitator.services.facilitators import Facilitators
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.reviews import Reviews
from carfacilitator.sharing.door import Parcel, fit_name
from carfacilitator.sharing.receipts import ReceiptNote, receipt
from carfacilitator.store.database import Database
from carfacilitator.word.cleared import cleared
from carfacilitator.word.reader import read
from carfacilitator.word.redline import redline

__all__ = ["Arrange", "Form", "Report", "ReportWish", "Reports"]

PDF, WORD = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
JSON = "application/json"
_CODE_LENGTH = 8


@dataclass(frozen=True)
class ReportWish:
    """For whom a report is, as an audience and by name."""

    audience: Audience
    recipient: str = ""


_OF_FILES = ReportWish(Audience.AUTHOR)  # files that belong to no record are whoever's they were


@dataclass(frozen=True, kw_only=True)
class Report:
    """A finished report, its receipt, its `pages` as SVG where it is printed; how many comments it has, and lacks."""

    parcel: Parcel
    receipt: Parcel
    pages: Sequence[bytes] = field(default=(), repr=False)
    comments: int = 0
    left_out: int = 0


class Reports:
    """Redlines, sheets of changes, and comments as a document or a table."""

    def __init__(self, database: Database, clock: Clock, departures: Departures) -> None:
        self._clock = clock
        self._departures = departures
        self._drafts, self._reviews = Drafts(database, clock), Reviews(database, clock)
        self._comments, self._facilitators = Comments(database), Facilitators(database)

    def redline(self, old_draft_id: UUID, new_draft_id: UUID, wish: ReportWish) -> Report:
        """Return the newer draft's own Word file with all that differs from the older as tracked changes.

        What came inside the file (comments, hidden text, names) is taken out; changes tracked in it are accepted.

        Raises:
            RefusedError: one of the drafts is not for this audience.
        """
        old, new = self._pair(old_draft_id, new_draft_id, wish)
        before, after = (cleared(self._drafts.original(draft.id).data) for draft in (old, new))
        data = redline(read(before), after, author=self._facilitator(), when=local(self._clock.now()))
        name = f"{new.case_study} {_called(old)} to {_called(new)}.docx"
        return self._report(_parcel(name, WORD, data, wish, _of_both(old, new)))

    def changes(self, old_draft_id: UUID, new_draft_id: UUID, wish: ReportWish, profile: Profile = AS_USUAL) -> Report:
        """Return what changed between two drafts as PDF: the sum of it, the text with every change, a list beside it.

        Raises:
            RefusedError: one of the drafts is not for this audience.
        """
        old, new = self._pair(old_draft_id, new_draft_id, wish)
        pair = self._reviews.compare(old.id, new.id, profile)
        sheet = changes.sheet(
            changes.Changes(
                title=new.case_study,
                old_name=_called(old),
                new_name=_called(new),
                old=pair.old,
                new=pair.new,
                comparison=pair.comparison,
                day=today(self._clock),
                facilitator=self._facilitator(),
            )
        )
        name = f"{new.case_study} changes {_called(old)} to {_called(new)}.pdf"
        parcel = _parcel(name, PDF, pages.pdf(sheet), wish, _of_both(old, new))
        return self._report(parcel, pages=pages.svg(sheet))

    def redline_of_files(self, pair: FilePair) -> Report:
        """Return the newer of two files from the disk with all that differs from the older as tracked changes.

        What came inside the file is taken out, as it is from a draft.
        """
        before, after = cleared(pair.old.data), cleared(pair.new.data)
        data = redline(read(before), after, author=self._facilitator(), when=local(self._clock.now()))
        name = f"{_stem(pair.new)} against {_stem(pair.old)}.docx"
        return self._report(_parcel(name, WORD, data, _OF_FILES, _names(pair)))

    def changes_of_files(self, pair: FilePair) -> Report:
        """Return what changed between two files from the disk as PDF, as `changes` does for drafts."""
        sheet = changes.sheet(
            changes.Changes(
                title=_stem(pair.new),
                old_name=pair.old.name,
                new_name=pair.new.name,
                old=pair.old.document,
                new=pair.new.document,
                comparison=pair.comparison,
                day=today(self._clock),
                facilitator=self._facilitator(),
            )
        )
        name = f"{_stem(pair.new)} changes from {_stem(pair.old)}.pdf"
        parcel = _parcel(name, PDF, pages.pdf(sheet), _OF_FILES, _names(pair))
        return self._report(parcel, pages=pages.svg(sheet))

    def comments(self, wanted: CommentFilter, arrange: Arrange, form: Form, wish: ReportWish) -> Report:
        """Return comments and their replies as a Word document or a table: of those wanted, what is for this audience.

        Raises:
            KnownError: none of them is.
        """
        rows = self._comments.rows(wanted)
        going = comment_reports.for_audience(rows, wish.audience)
        if not going:
            raise KnownError(
                f"None of these comments may be seen by the {wish.audience}.", "Every comment says who may see it."
            )
        report = CommentReport(
            rows=comment_reports.arranged(going, arrange, [kind.id for kind in self._reviews.kinds()]),
            arrange=arrange,
            audience=wish.audience,
            day=today(self._clock),
            facilitator=self._facilitator(),
        )
        name = f"{report.title} {arrange}.{form}"
        made_from = ", ".join(sorted({f"parts of CaseStudy:{row.case_study_id}" for row in going}))
        parcel = _parcel(name, form.media_type, comment_reports.written(report, form), wish, made_from)
        return self._report(parcel, comments=len(going), left_out=len(rows) - len(going))

    def standing(self, report: Report, folder: Path) -> bool:
        """Tell whether saving a report in a folder would replace a file there."""
        return any((folder / fit_name(parcel.name)).exists() for parcel in (report.parcel, report.receipt))

    def hand_over(self, report: Report, folder: Path, *, replace: bool = False) -> list[Path]:
        """Save a report and its receipt into a folder, and return both files.

        Raises:
            RefusedError: it is for the facilitator only, or its file is there and `replace` was not asked for.
            KnownError: the folder cannot be written to, or the disk is full.
        """
        return self._departures.save([report.parcel, report.receipt], folder, replace=replace)

    def _pair(self, old_draft_id: UUID, new_draft_id: UUID, wish: ReportWish) -> tuple[DraftRow, DraftRow]:
        old, new = (self._drafts.open(each) for each in (old_draft_id, new_draft_id))
        for draft in (old, new):
            if not draft.audience.reaches(wish.audience):
                raise RefusedError(
                    f"Draft {draft.number} may not be seen by the {wish.audience}: it is for ‘{draft.audience}’.",
                    "Say on the draft that they may see it, if its author agrees.",
                )
        return old, new

    def _report(self, parcel: Parcel, *, pages: Sequence[bytes] = (), comments: int = 0, left_out: int = 0) -> Report:
        note = ReceiptNote(
            code=parcel.sha256[:_CODE_LENGTH].upper(),
            recipient=parcel.recipient,
            audience=parcel.audience,
            made_at=self._clock.now(),
            counts={"comments": comments, "comments left out": left_out},
        )
        stem = parcel.name.rpartition(".")[0]
        proof = _parcel(
            f"{stem}.receipt.json", JSON, receipt(note, [parcel]), ReportWish(parcel.audience, parcel.recipient), ""
        )
        return Report(parcel=parcel, receipt=proof, pages=pages, comments=comments, left_out=left_out)

    def _facilitator(self) -> str:
        return self._facilitators.owner().name


def _stem(file: OpenedFile) -> str:
    return PurePath(file.name).stem


def _names(pair: FilePair) -> str:
    return f"{pair.old.name}, {pair.new.name}"


def _of_both(old: DraftRow, new: DraftRow) -> str:
    """Return what it was made from: it holds the words of both drafts."""
    return f"Draft:{old.id}, Draft:{new.id}"


def _called(draft: DraftRow) -> str:
    return f"draft {draft.number}"


def _parcel(name: str, media_type: str, data: bytes, wish: ReportWish, made_from: str) -> Parcel:
    return Parcel(
        name=name,
        media_type=media_type,
        data=data,
        audience=wish.audience,
        recipient=wish.recipient,
        made_from=made_from,
    )
