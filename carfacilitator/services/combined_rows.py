"""All that came back of a draft as one review: proposed edits and remarks in its own text, with what was decided."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from carfacilitator.document.blocks import Anchor, Document, FileComment, Finding
from carfacilitator.document.combining import Combination
from carfacilitator.document.items import Item, ItemKind
from carfacilitator.document.lost_edits import LostEdit
from carfacilitator.document.remarks import Remark, grouped
from carfacilitator.model.case_studies import Draft
from carfacilitator.model.returns import EditDecision, ReturnedRemark
from carfacilitator.model.reviews import CommentKind
from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services import comment_kinds, records
from carfacilitator.services.combined_texts import Came, CombinedText, CombinedTexts, came_of
from carfacilitator.services.combined_wordings import Sayings, Voice, Wording, voice_of
from carfacilitator.services.comment_kinds import KindRow
from carfacilitator.services.kind_guesses import likely_kind
from carfacilitator.services.returning import anchor_of

__all__ = ["CombinedReview", "Decision", "EditRow", "RemarkRow", "Voice", "Wording", "edits_of", "key_of", "review_of"]

_KEY_LENGTH = 16  # hexadecimal digits; the edits of one draft are few


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What was decided about an edit; `wording` is what is to stand there, None where the words stay."""

    verdict: Verdict
    choice: int | None
    wording: str | None
    reason: str
    decided_at: datetime
    decided_by: str


@dataclass(frozen=True, kw_only=True)
class EditRow:
    """One proposed edit to decide; `of` is how many people answered, `item` what the combination calls it."""

    key: str
    item: Item
    kind: ItemKind
    anchor: Anchor
    base_text: str
    wordings: tuple[Wording, ...]
    silent: bool
    of: int
    decision: Decision | None

    @property
    def people(self) -> tuple[str, ...]:
        """Return everybody who wants something here."""
        return tuple(dict.fromkeys(name for wording in self.wordings for name in wording.people))


@dataclass(frozen=True, kw_only=True)
class RemarkRow:
    """One remark that came back; `kind` is None until somebody confirms one, `likely` is the one proposed.

    `same_as` is the id of an earlier remark by somebody else that says the same.
    """

    id: UUID
    return_id: UUID
    pack_id: UUID
    gatekeeper: str
    person: str
    how: str
    author_name: str
    text: str
    anchor: Anchor | None
    quote: str
    about: str
    inferred: bool
    proposed: bool
    kind: KindRow | None
    likely: KindRow | None
    audience: Audience
    verdict: Verdict | None
    answer: str
    decided_at: datetime | None
    decided_by: str
    same_as: UUID | None


@dataclass(frozen=True, kw_only=True)
class CombinedReview:
    """What came back of a draft: `edits` with silent ones first, remarks as they came.

    `lost` are changes made in words of an older draft that do not stand in this one, with whose they are; `unread` is
    what could not be read of the files, with their names.
    """

    draft_id: UUID
    document: Document
    combination: Combination
    voices: tuple[Voice, ...]
    edits: tuple[EditRow, ...]
    remarks: tuple[RemarkRow, ...]
    lost: tuple[tuple[str, LostEdit], ...]
    unread: tuple[tuple[str, Finding], ...]

    @property
    def proposed(self) -> int:
        """Return how many edits were proposed, each person's counted."""
        return sum(len(wording.people) for edit in self.edits for wording in edit.wordings)

    @property
    def waiting(self) -> int:
        """Return how many things are undecided; remarks that say the same are one."""
        open_ones = {remark.same_as or remark.id for remark in self.remarks if remark.verdict is None}
        return len(open_ones) + sum(edit.decision is None for edit in self.edits)


def review_of(session: Session, draft: Draft, texts: CombinedTexts | None = None) -> CombinedReview:
    """Return all that came back of a draft; what stands in `texts` is not worked out again."""
    came = came_of(session, draft)
    text = (texts or CombinedTexts()).of(session, draft, came)
    return CombinedReview(
        draft_id=draft.id,
        document=text.document,
        combination=text.combination,
        voices=tuple(voice_of(one) for one in came),
        edits=_edits(session, draft, text, came),
        remarks=tuple(_remarks(session, came)),
        lost=tuple((voice_of(came[number]).person, edit) for number, edit in text.lost),
        unread=tuple((came[number].came.file_name, finding) for number, finding in text.unread),
    )


def edits_of(session: Session, draft: Draft, texts: CombinedTexts) -> tuple[EditRow, ...]:
    """Return the edits of a review alone."""
    came = came_of(session, draft)
    return _edits(session, draft, texts.of(session, draft, came), came)


def _edits(session: Session, draft: Draft, text: CombinedText, came: Sequence[Came]) -> tuple[EditRow, ...]:
    decisions, sayings = _decisions(session, draft), Sayings(text.combination, came)
    return tuple(_edit(text.combination, item, sayings, decisions) for item in text.combination.for_reading())


def key_of(item: Item) -> str:
    """Return by what an edit is known again: its place and all its wordings, whoever wants them."""
    wordings = sorted((one.text, -1 if one.to is None else one.to) for one in item.alternatives)
    return hashlib.sha256(repr((item.start, item.end, wordings)).encode()).hexdigest()[:_KEY_LENGTH]


def _decisions(session: Session, draft: Draft) -> dict[str, Decision]:
    kept = session.scalars(select(EditDecision).where(EditDecision.draft_pk == draft.pk))
    return {one.key: records.tell(Decision, one) for one in kept}


def _edit(combination: Combination, item: Item, sayings: Sayings, decisions: Mapping[str, Decision]) -> EditRow:
    return EditRow(
        key=key_of(item),
        item=item,
        kind=item.kind,
        anchor=combination.flat.anchor(item.start, item.end),
        base_text=combination.flat.text[item.start : item.end],
        wordings=tuple(sayings.wording(item, one) for one in item.alternatives),
        silent=item.silent,
        of=sayings.people,
        decision=decisions.get(key_of(item)),
    )


def _remarks(session: Session, came: Sequence[Came]) -> list[RemarkRow]:
    kinds = comment_kinds.rows(session)
    statement = (
        select(ReturnedRemark, CommentKind)
        .outerjoin(ReturnedRemark.kind)
        .where(ReturnedRemark.came_with_pk.in_([one.came.pk for one in came]))
        .order_by(ReturnedRemark.came_with_pk, ReturnedRemark.pk)
    )
    found = session.execute(statement).all()
    people = list(dict.fromkeys(voice_of(one).person for one in came))
    voices = {one.came.pk: voice_of(one) for one in came}
    heads = [_head(remark, people.index(voices[remark.came_with_pk].person)) for remark, _ in found]
    rows = []
    for (remark, kind), head in zip(found, grouped(heads), strict=True):
        same = found[head.duplicate_of][0].id if head.duplicate_of is not None else None
        row_kind = None if remark.kind_pk is None else records.tell(KindRow, kind)
        likely = likely_kind(remark.text, kinds)
        rows.append(_row(remark, voices[remark.came_with_pk], (row_kind, likely), same))
    return rows


def _row(
    remark: ReturnedRemark, voice: Voice, kinds: tuple[KindRow | None, KindRow | None], same: UUID | None
) -> RemarkRow:
    return records.tell(
        RemarkRow,
        remark,
        return_id=voice.return_id,
        pack_id=voice.pack_id,
        gatekeeper=voice.gatekeeper,
        person=voice.person,
        how=voice.how,
        anchor=anchor_of(remark),
        kind=kinds[0],
        likely=kinds[1],
        same_as=same,
    )


def _head(remark: ReturnedRemark, person: int) -> Remark:
    """Return a remark as the pure core knows it, for finding those that say the same."""
    comment = FileComment(remark.key, remark.text, remark.author_name)
    return Remark(person, comment, remark.about, remark.inferred, anchor_of(remark), remark.proposed)
