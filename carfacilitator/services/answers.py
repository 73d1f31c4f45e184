"""Answers: to gatekeepers what was done about what they said, to the author the threads she may see; the ledger."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from carfacilitator.document.anchors import quote_of
from carfacilitator.document.blocks import Anchor, BlockKind, Document
from carfacilitator.document.forwarding import Forwarding
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock
from carfacilitator.model.packs import Pack
from carfacilitator.model.returns import ReturnedRemark
from carfacilitator.model.reviews import Comment
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services import arrivals, records
from carfacilitator.services.carrying import text_of
from carfacilitator.services.combined_rows import EditRow, RemarkRow, review_of
from carfacilitator.services.days import local
from carfacilitator.services.packing import WORD
from carfacilitator.services.sanctions import Ledger, SanctionRow
from carfacilitator.services.threads import Thread, threads_of
from carfacilitator.sharing.door import Parcel, fit_name
from carfacilitator.store.database import Database
from carfacilitator.word import writer
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.sheets import Heading, Paragraph, Piece, Sheet, Table, Text, bold

_DONE = {
    Verdict.ACCEPTED: "Taken up",
    Verdict.OWN_WORDING: "Put in other words",
    Verdict.REJECTED: "Not taken up",
    Verdict.DISCUSS: "Being discussed with the author",
    Verdict.COMMENT: "Passed on to the author",
    None: "Not decided yet",
}
_COLUMNS = ("You said", "About", "What was done", "Where", "Why")


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """What became of one thing that somebody said or changed; `where` is its place in the newest draft."""

    said: str
    quote: str
    verdict: Verdict | None
    done: str
    where: str
    why: str


@dataclass(frozen=True, kw_only=True)
class AnswerTable:
    """The answer to one pack: what became of every remark, and of every edit that was proposed."""

    pack_id: UUID
    gatekeeper: str
    audience: Audience
    case_study: str
    draft_number: int
    remarks: tuple[AnswerRow, ...]
    edits: tuple[AnswerRow, ...]

    @property
    def undecided(self) -> int:
        """Return how much nobody has decided about yet."""
        return sum(row.verdict is None for row in (*self.remarks, *self.edits))


class Answers:
    """What goes back to those who answered, and to the author."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def table(self, pack_id: UUID) -> AnswerTable:
        """Return what became of all that came back of a pack; nothing of what others said is in it."""
        with self._database.reading() as session:
            pack = records.get(session, Pack, pack_id, Pack.draft, Pack.gatekeeper)
            study = session.get_one(CaseStudy, pack.draft.case_study_pk)
            review = review_of(session, pack.draft)
            newest = arrivals.newest(session, study) or pack.draft
            places = _Places(session, newest, review.document)
            people = {voice.person for voice in review.voices if voice.pack_id == pack.id}
            return AnswerTable(
                pack_id=pack.id,
                gatekeeper=pack.gatekeeper.name,
                audience=pack.audience,
                case_study=study.title,
                draft_number=newest.number,
                remarks=tuple(places.of_remark(one) for one in review.remarks if one.pack_id == pack.id),
                edits=tuple(_of_edit(one, person) for one in review.edits for person in one.people if person in people),
            )

    def word(self, table: AnswerTable) -> Parcel:
        """Return an answer as a Word document for its gatekeeper."""
        parts = (("Your remarks", table.remarks), ("The changes you proposed", table.edits))
        sheet = Sheet(
            title=f"{table.case_study}: your comments",
            subtitle=f"For {table.gatekeeper}. Places are those of draft {table.draft_number}.",
            pieces=tuple(piece for head, rows in parts if rows for piece in (Heading(head), _table(rows))),
            landscape=True,
        )
        name = fit_name(f"{table.case_study}-answer to {table.gatekeeper}.docx")
        return Parcel(
            name=name,
            media_type=WORD,
            data=writer.write(sheet),
            audience=table.audience,
            recipient=table.gatekeeper,
            made_from=f"parts of Pack:{table.pack_id}",
        )

    def author_copy(self, draft_id: UUID) -> Parcel:
        """Return the author's own file with exactly the threads that she may see, resolved ones as resolved."""
        with self._database.reading() as session:
            draft = records.get(session, Draft, draft_id, Draft.case_study, Draft.file)
            study = records.get(session, CaseStudy, draft.case_study.id, CaseStudy.author)
            threads = [one for one in threads_of(session, draft) if one.audience.reaches(Audience.AUTHOR)]
            data = patched(draft.file.content, Patch(comments=tuple(map(_written, threads)), seed=str(draft.id)))
            return Parcel(
                name=fit_name(f"{study.title}-draft {draft.number} with comments.docx"),
                media_type=WORD,
                data=data,
                audience=Audience.AUTHOR,
                recipient=study.author.name,
                made_from=f"parts of Draft:{draft.id}",
            )

    def ledger(self, title: str, ledger: Ledger) -> Parcel:
        """Return who agreed to what as a Word document to print."""
        said = "Everybody has agreed." if ledger.may_publish else "Not everybody has agreed: silence is no consent."
        heads = tuple(bold(head) for head in ("Who", "To what", "By when", "Answer", "Reasons and conditions"))
        rows: tuple[tuple[Text, ...], ...] = (heads, *(_ledger_row(row) for row in ledger.rows))
        pieces: tuple[Piece, ...] = (
            Paragraph(f"{ledger.agreed} of {len(ledger.rows)} agree to the newest draft. {said}"),
            Table(rows, widths=(2, 1.5, 1.5, 2, 4)),
        )
        sheet = Sheet(title=f"{title}: agreement to publish", pieces=pieces, landscape=True)
        name = fit_name(f"{title}-agreement to publish.docx")
        return Parcel(
            name=name,
            media_type=WORD,
            data=writer.write(sheet),
            audience=Audience.AUTHOR,
            made_from="parts of Sanction",
        )


class _Places:
    """Where what was said stands in the newest draft."""

    def __init__(self, session: Session, newest: Draft, reviewed: Document) -> None:
        self._session = session
        self._threads = {thread.id: thread for thread in threads_of(session, newest)}
        self._document = text_of(newest).document
        self._headings = list(_headings(self._document))
        self._forwarding = Forwarding(reviewed, self._document)

    def of_remark(self, remark: RemarkRow) -> AnswerRow:
        thread = self._thread(remark)
        return AnswerRow(
            said=remark.text,
            quote=remark.quote,
            verdict=remark.verdict,
            done=_DONE[remark.verdict],
            where=self._at(thread.place.anchor if thread else self._found(remark), remark),
            why=remark.answer,
        )

    def _thread(self, remark: RemarkRow) -> Thread | None:
        kept = records.get(self._session, ReturnedRemark, remark.id)
        comment = self._session.get(Comment, kept.comment_pk) if kept.comment_pk else None
        return self._threads.get(comment.id) if comment is not None else None

    def _found(self, remark: RemarkRow) -> Anchor | None:
        """Return where a remark stands whose thread was not carried on, for it is resolved."""
        return self._forwarding.anchors([remark.anchor])[0] if remark.anchor else None

    def _at(self, anchor: Anchor | None, remark: RemarkRow) -> str:
        if anchor is None:
            return "No longer in the text" if remark.anchor else "The whole text"
        return ", ".join(filter(None, [self._headings[anchor.first], f"“{quote_of(self._document, anchor)}”"]))


def _headings(document: Document) -> Iterator[str]:
    current = ""
    for leaf in document.leaves():
        current = leaf.block.text().strip() if leaf.block.kind is BlockKind.HEADING else current
        yield current


def _of_edit(edit: EditRow, person: str) -> AnswerRow:
    own = next(number for number, wording in enumerate(edit.wordings) if person in wording.people)
    made = edit.decision
    verdict = made.verdict if made else None
    done = _DONE[verdict]
    if made and verdict is Verdict.ACCEPTED and made.choice != own:
        done = "Another wording was taken"
    elif made and verdict is Verdict.OWN_WORDING:
        done = f"{done}: “{(made.wording or '').strip()}”"
    return AnswerRow(
        said=edit.wordings[own].text.strip() or "(taken out)",
        quote=edit.base_text.strip(),
        verdict=verdict,
        done=done,
        where="",
        why=made.reason if made else "",
    )


def _table(rows: Iterable[AnswerRow]) -> Table:
    heads: tuple[Text, ...] = tuple(bold(head) for head in _COLUMNS)
    told = ((row.said, row.quote, row.done, row.where, row.why) for row in rows)
    return Table((heads, *told), widths=(3, 2, 2, 2, 3))


def _ledger_row(row: SanctionRow) -> tuple[Text, ...]:
    said: Sequence[str] = [
        row.reasons,
        *(f"{one.text}{_left(one.left)}" for one in row.conditions),
        "May be used locally." if row.local_use else "",
        f"{len(row.changed)} changed since: ask again." if row.ask_again else "",
    ]
    late = f" ({row.days_late} days late)" if row.days_late else ""
    day = f"{row.reply_by.day} {row.reply_by:%B %Y}{late}" if row.reply_by else ""
    return row.gatekeeper, row.output, day, str(row.answer), "\n".join(filter(None, said))


def _left(left: int | None) -> str:
    return "" if left is None else " (met)" if left == 0 else f" ({left} left)"


def _written(thread: Thread) -> NewComment:
    shown = [reply for reply in thread.replies if reply.audience.reaches(Audience.AUTHOR)]
    return NewComment(
        text=thread.text,
        author=thread.author,
        initials=thread.initials,
        made=thread.created_at,
        local=local(thread.created_at),
        anchor=thread.place.anchor,
        resolved=not thread.is_open,
        replies=tuple(
            NewComment(
                text=one.text,
                author=one.author,
                initials=one.initials,
                made=one.created_at,
                local=local(one.created_at),
            )
            for one in shown
        ),
    )
