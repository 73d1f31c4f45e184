"""What belongs beside an item: other remarks on its words, and the decisions made so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from carfacilitator.model.terms import Audience
from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.combined_rows import RemarkRow
from carfacilitator.ui.pages.combined import texts
from carfacilitator.ui.pages.combined.beside import DecidedLine
from carfacilitator.ui.pages.combined.entries import Entry
from carfacilitator.ui.pages.combined.reading import as_sent, sentences_around
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.review_data import CommentCard, KindLook

_MOST = 12  # decisions that are told; the history has all


@dataclass(frozen=True)
class Shown:
    """What came back, all there is to decide about it, and the day it is."""

    review: CombinedReview
    entries: Sequence[Entry]
    today: date

    @property
    def people(self) -> list[str]:
        """Return who answered, in the order in which they did."""
        return list(dict.fromkeys(voice.person for voice in self.review.voices))


def said_about(shown: Shown, entry: Entry) -> list[CommentCard]:
    """Return the remarks of others on the same words that may be seen by others than the facilitator."""
    return [_card(one) for one in _near(shown, entry) if one.audience is not Audience.FACILITATOR]


def locked_words(shown: Shown, entry: Entry) -> list[str]:
    """Return how many remarks by whom on the same words are for the facilitator alone."""
    private = [one.person for one in _near(shown, entry) if one.audience is Audience.FACILITATOR]
    counts = {name: private.count(name) for name in dict.fromkeys(private)}
    return [
        f"{name}’s remark here is for you only."
        if count == 1
        else f"{name}’s {spoken.number(count)} remarks here are for you only."
        for name, count in counts.items()
    ]


def decided_lines(shown: Shown) -> list[DecidedLine]:
    """Return what was decided, the latest first."""
    lines = [line for entry in shown.entries for line in _lines(entry, shown.today)]
    lines.sort(key=lambda one: one[0], reverse=True)
    return [line for _, line in lines[:_MOST]]


def _lines(entry: Entry, today: date) -> Iterator[tuple[datetime, DecidedLine]]:
    """Yield the decisions about one entry with when they were made; one about a remark is changed where it stands."""
    edit = entry.edit
    if edit is not None and edit.decision is not None:
        made = edit.decision
        by = texts.by_whom(made.decided_by, made.decided_at, today)
        sign = texts.verdict_sign(made.verdict)
        yield made.decided_at, DecidedLine(entry.id, sign, texts.decided_words(edit, made), by, again=True)
    for remark in entry.remarks:
        if remark.verdict is not None and remark.decided_at is not None:
            by = texts.by_whom(remark.decided_by, remark.decided_at, today)
            sign = texts.verdict_sign(remark.verdict)
            yield remark.decided_at, DecidedLine(entry.id, sign, texts.remark_decided_words(remark), by, again=False)


def _near(shown: Shown, entry: Entry) -> list[RemarkRow]:
    """Return the remarks whose words touch the sentences that an item stands in."""
    span = _span(shown.review, entry)
    if span is None:
        return []
    own = {remark.id for remark in entry.remarks}
    flat = shown.review.combination.flat
    placed = [(one, flat.span(one.anchor)) for one in shown.review.remarks if one.anchor and one.id not in own]
    return [one for one, (start, end) in placed if start <= span[1] and end >= span[0]]


def _span(review: CombinedReview, entry: Entry) -> tuple[int, int] | None:
    if entry.edit is not None:
        sent = as_sent(review, entry.edit)
        begins, ends = sentences_around(sent)
        return sent.base + begins, sent.base + ends
    anchor = entry.remarks[0].anchor
    return review.combination.flat.span(anchor) if anchor is not None else None


def _card(remark: RemarkRow) -> CommentCard:
    kind = remark.kind or remark.likely
    look = KindLook(str(kind.id), kind.letter, kind.name, tone=kind.colour) if kind else KindLook("", "?", "Remark")
    return CommentCard(
        id=str(remark.id),
        kind=look,
        text=remark.text,
        author=remark.person,
        when=texts.came_by(remark),
        from_file=True,
    )
