"""What was decided about a draft, written into the author's own file: as tracked changes, or done."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Document
from carfacilitator.document.changes import changes
from carfacilitator.document.combining import Choice, Combination, decided
from carfacilitator.document.items import Item
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import CaseStudy, Draft
from carfacilitator.model.clock import Clock
from carfacilitator.model.terms import Verdict
from carfacilitator.services import arrivals, records
from carfacilitator.services.arrivals import Arrival, Received
from carfacilitator.services.combined_rows import CombinedReview, EditRow, review_of
from carfacilitator.services.combined_texts import CombinedTexts
from carfacilitator.services.days import local
from carfacilitator.services.files import OpenedFile
from carfacilitator.store.backups import nothing
from carfacilitator.store.database import Database
from carfacilitator.store.drives import Report
from carfacilitator.store.recording import Deed
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.revisions import settle_some
from carfacilitator.word.settling import Verdict as Settle
from carfacilitator.word.suggestions import Suggestion

_BEGUN, _COMBINED, _WRITTEN = 0.1, 0.5, 0.8  # shares of the work
COMBINED = "combined"  # how a draft arrived that was made from what came back


@dataclass(frozen=True)
class Result:
    """A file with what was decided in it, and how many edits that were."""

    file: OpenedFile
    edits: int
    undecided: int


class Results:
    """New drafts, made of what was decided about what came back."""

    def __init__(self, database: Database, clock: Clock, texts: CombinedTexts) -> None:
        self._database = database
        self._clock = clock
        self._texts = texts

    def preview(self, draft_id: UUID, *, tracked: bool = True, report: Report = nothing) -> Result:
        """Return the author's file with every decided edit in it, each as its proposer's tracked change or done.

        It is told to `report` how far it is, which may stop it.

        Raises:
            KnownError: it cannot be written so that it reads exactly as was decided.
        """
        with self._database.reading() as session:
            return self._result(session, draft_id, report, tracked=tracked)

    def make_draft(self, draft_id: UUID, *, tracked: bool = True, report: Report = nothing) -> Received:
        """Keep what was decided as the newest draft of the case study, with the open comments brought along.

        Raises:
            RefusedError: names are seen as initials, and would be written so.
            KnownError: nothing was decided, or it cannot be written exactly.
        """
        with self._database.reading_plainly() as session:
            made = self._result(session, draft_id, report, tracked=tracked)
        report(_WRITTEN)
        if not made.edits:
            raise KnownError("No edit was accepted yet, so there is nothing to make a draft of.")
        with self._database.transaction(Deed("made", Draft)) as session:
            draft = records.get(session, Draft, draft_id, Draft.case_study)
            study = records.get(session, CaseStudy, draft.case_study.id, CaseStudy.author)
            arrivals.refuse_again(session, made.file.data)
            arrival = Arrival(how=COMBINED, note=f"What was decided about draft {draft.number}.")
            return arrivals.receive(session, study, made.file, arrival, self._clock.now())

    def _result(self, session: Session, draft_id: UUID, report: Report, *, tracked: bool) -> Result:
        draft = records.get(session, Draft, draft_id, Draft.file)
        report(_BEGUN)
        review = review_of(session, draft, self._texts)
        report(_COMBINED)
        return _result(draft, review, local(self._clock.now()), tracked=tracked)


def choices_of(review: CombinedReview) -> dict[str, Choice]:
    """Return what was decided as the pure core takes it."""
    return {edit.item.id: _choice(edit) for edit in review.edits if _choice(edit) is not None}


def _choice(edit: EditRow) -> Choice:
    made = edit.decision
    if made is None:
        return None
    if made.verdict is Verdict.ACCEPTED:
        return made.choice
    return made.wording if made.verdict is Verdict.OWN_WORDING else None


def _result(draft: Draft, review: CombinedReview, when: datetime, *, tracked: bool) -> Result:
    choices = choices_of(review)
    suggestions = tuple(_suggestions(review, choices, when))
    data = patched(draft.file.content, Patch(suggestions=suggestions, seed=f"{draft.id} {sorted(choices)}"))
    document = read(data)
    done = _done(review.document, data, document)
    reading = read(done)  # only where paragraphs are truly joined can be seen how they read
    if _words(reading.texts()) != _words([decided(review.combination, choices)]):
        raise KnownError("What was decided cannot be written into that file exactly.", "Nothing was changed.")
    if not tracked:
        data, document = done, reading
    undecided = sum(edit.decision is None for edit in review.edits)
    name = f"{draft.file_name.removesuffix('.docx') or 'draft'} combined.docx"
    return Result(OpenedFile(name, data, document), len(choices), undecided)


def _done(before: Document, data: bytes, after: Document) -> bytes:
    """Return a file with the tracked changes accepted that were not in it before."""
    known = {(one.author, one.date) for one in changes(before)}
    ours = [one.id for one in changes(after) if (one.author, one.date) not in known]
    return settle_some(data, dict.fromkeys(ours, Settle.ACCEPT)) if ours else data


def _words(texts: Sequence[str]) -> list[str]:
    return " ".join(texts).split()


def _suggestions(review: CombinedReview, choices: dict[str, Choice], when: datetime) -> Iterator[Suggestion]:
    """Yield what is to be written; a moved passage is cut where it stood and put in where it goes."""
    combination = review.combination
    for edit in review.edits:
        choice = choices.get(edit.item.id)
        if choice is None or edit.decision is None:
            continue
        own = isinstance(choice, str)
        who = edit.decision.decided_by if own else ", ".join(edit.wordings[int(choice)].people)
        text = choice if isinstance(choice, str) else edit.wordings[choice].text
        to = None if isinstance(choice, str) else edit.wordings[choice].moves_to
        if to is not None:
            yield _suggestion(combination, (to, to), _passage(combination, edit.item, choices), (who, when))
            text = ""
        yield _suggestion(combination, (edit.item.start, edit.item.end), text, (who, when))


def _suggestion(combination: Combination, span: tuple[int, int], text: str, by: tuple[str, datetime]) -> Suggestion:
    start, end, words = _before_the_end(combination.flat.text, *span, text)
    anchor = combination.flat.anchor(start, end)
    return Suggestion(anchor=anchor, paragraphs=tuple(words.split("\n")), author=by[0], when=by[1])


def _before_the_end(text: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    """Return a place and its words without the line feed after the last paragraph, which has no place in a file."""
    if end < len(text):
        return start, end, words
    inner = words.removesuffix("\n")
    if text[start - 1 : start] != "\n":
        return start, end - 1, inner
    return start - 1, end - 1, f"\n{inner}" if words else ""


def _passage(combination: Combination, item: Item, choices: dict[str, Choice]) -> str:
    """Return a moved passage as it reads with what was decided inside it."""
    still = {item.id: None, **{name: choice for name, choice in choices.items() if name != item.id}}
    inner = [one for one in combination.items if one.within == item.id]
    moved = choices[item.id]
    movers = set(item.alternatives[moved].reviewers) if isinstance(moved, int) else set()
    alone = replace(combination, items=tuple(replace(one, within="") for one in combination.items if one is not item))
    for one in inner:
        still[one.id] = next((n for n, each in enumerate(one.alternatives) if movers & set(each.reviewers)), None)
    chosen = {one.id: still.get(one.id) for one in alone.items if item.start <= one.start and one.end <= item.end}
    whole = decided(alone, chosen)
    return whole[item.start : len(whole) - (len(combination.flat.text) - item.end)]
