"""Comments as a document to read or a table to count in, by kind or by draft, for one audience."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from carfacilitator.handouts.agenda import spoken_day
from carfacilitator.model.terms import Audience
from carfacilitator.services import tables
from carfacilitator.services.comments import CommentRow
from carfacilitator.services.days import local
from carfacilitator.services.threads import ReplyRow
from carfacilitator.word import writer
from carfacilitator.word.sheets import Heading, Paragraph, Piece, Sheet, Table, bold, italic

_COLUMNS = (
    *("Case study", "Draft", "Under the heading", "Kind", "State", "Place", "Author", "Date", "Audience"),
    *("About the words", "Comment", "Replies"),
)


class Arrange(StrEnum):
    """What comments are put together by."""

    BY_KIND = "by kind"
    BY_DRAFT = "by draft"


class Form(StrEnum):
    """As what comments are written."""

    WORD = "docx"
    TABLE = "csv"

    @property
    def media_type(self) -> str:
        """Return what a file of this form is called among programs."""
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return word if self is Form.WORD else tables.CSV


@dataclass(frozen=True, kw_only=True)
class CommentReport:
    """Comments in the order in which they are told, for whom, on which day and by whom."""

    rows: Sequence[CommentRow]
    arrange: Arrange
    audience: Audience
    day: date
    facilitator: str

    @property
    def title(self) -> str:
        """Return what the report is called: after its case study, if it is about one."""
        studies = {row.case_study for row in self.rows}
        return f"Comments on {studies.pop()}" if len(studies) == 1 else "Comments on all case studies"


def for_audience(rows: Iterable[CommentRow], audience: Audience) -> list[CommentRow]:
    """Return the comments that an audience may see, each with the replies that it may see."""
    return [
        replace(row, replies=tuple(reply for reply in row.replies if reply.audience.reaches(audience)))
        for row in rows
        if row.audience.reaches(audience)
    ]


def arranged(rows: Sequence[CommentRow], arrange: Arrange, kinds: Sequence[UUID]) -> list[CommentRow]:
    """Return comments by case study, within it by draft or by kind (in the order of `kinds`), then as they stand."""
    place = {kind: number for number, kind in enumerate(kinds)}
    studies = list(dict.fromkeys(row.case_study_id for row in rows))

    def key(row: CommentRow) -> tuple[int, int]:
        within = row.draft if arrange is Arrange.BY_DRAFT else place.get(row.kind.id, len(place))
        return studies.index(row.case_study_id), within

    return sorted(rows, key=key)


def written(report: CommentReport, form: Form) -> bytes:
    """Return a report as a file of that form."""
    if form is Form.TABLE:
        return tables.written(_COLUMNS, map(_cells, report.rows))
    return writer.write(_sheet(report))


def _cells(row: CommentRow) -> tuple[object, ...]:
    return (
        row.case_study,
        row.draft,
        row.heading,
        row.kind.name,
        "open" if row.is_open else "done",
        row.place.state,
        row.author,
        local(row.created_at).date().isoformat(),
        row.audience,
        _words(row),
        row.text,
        "\n".join(f"{reply.author}: {reply.text}" for reply in row.replies),
    )


def _sheet(report: CommentReport) -> Sheet:
    several = len({row.case_study_id for row in report.rows}) > 1
    pieces: list[Piece] = [_counts(report.rows)]
    for heading, rows in groupby(report.rows, key=lambda row: _group(row, report.arrange, several=several)):
        together = list(rows)
        pieces.append(Heading(heading))
        if report.arrange is Arrange.BY_KIND and together[0].kind.question:
            pieces.append(Paragraph(italic(together[0].kind.question)))
        for row in together:
            pieces += _told(row, report.arrange)
    return Sheet(
        title=report.title,
        subtitle=f"{report.arrange.capitalize()} · for the {report.audience} · {_day(report.day)}",
        pieces=tuple(pieces),
        foot=f"{report.title} · {report.facilitator}",
        author=report.facilitator,
    )


def _counts(rows: Sequence[CommentRow]) -> Table:
    """Return how many comments there are of each kind, the most frequent first."""
    counted: dict[str, list[int]] = {}
    for row in rows:
        counted.setdefault(row.kind.name, [0, 0])[0 if row.is_open else 1] += 1
    lines = sorted(counted.items(), key=lambda line: -sum(line[1]))
    return Table(
        (("Kind", "Open", "Done"), *((name, str(still), str(done)) for name, (still, done) in lines)),
        widths=(6, 1, 1),
    )


def _group(row: CommentRow, arrange: Arrange, *, several: bool) -> str:
    name = row.kind.name if arrange is Arrange.BY_KIND else f"Draft {row.draft}"
    return f"{row.case_study}: {name}" if several else name


def _told(row: CommentRow, arrange: Arrange) -> Iterator[Piece]:
    beside = f"Draft {row.draft}" if arrange is Arrange.BY_KIND else row.kind.name
    under = f" · under ‘{row.heading}’" if row.heading else ""
    state = "open" if row.resolved_at is None else f"done on {_at(row.resolved_at)}"
    yield Heading(f"{row.author} · {_at(row.created_at)}", level=2)
    yield Paragraph(italic(f"{beside}{under} · {state}"))
    if words := _words(row):
        yield Paragraph(words, quoted=True)
    yield Paragraph(row.text)
    for reply in row.replies:
        yield _answer(reply)


def _answer(reply: ReplyRow) -> Paragraph:
    return Paragraph(("→ ", bold(reply.author), f", {_at(reply.created_at)}: {reply.text}"))


def _words(row: CommentRow) -> str:
    """Return the words that a comment is about; of one that has lost them, those it was about."""
    return row.place.quote or row.place.old_quote


def _at(instant: datetime) -> str:
    return _day(local(instant).date())


def _day(day: date) -> str:
    return spoken_day(day).partition(" ")[2]
