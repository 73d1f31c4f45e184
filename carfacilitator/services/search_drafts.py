"""In which draft a passage stands that was found: of each case study the best, in its newest draft if it is there."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager

from carfacilitator.model import texts
from carfacilitator.model.case_studies import Draft


@dataclass(frozen=True)
class StandingPassage:
    """A block of text (by key) as it is kept, and the draft in which it is shown."""

    key: int
    body: bytes
    draft: Draft


Held = dict[int, frozenset[int]]  # the keys of the passages that a draft (by key) holds; a draft's text never changes


def chosen(session: Session, keys: Sequence[int], known: Held) -> dict[int, int]:
    """Return for every case study the first of its passages, given the best first, with the key of its draft.

    Those of the newest draft go before all others; one that no draft holds any more is left out. `known` is what was
    read of drafts before, and is added to.
    """
    if not keys:
        return {}
    by_study = texts.by_case_study(session, keys)
    found = dict(_in_the_newest(session, by_study, known))
    for study, passages in by_study.items():
        if study not in found:
            older = _in_an_older(session, study, passages)
            if older is not None:
                found[study] = older
    return dict(found.values())


def standing(session: Session, places: Mapping[int, int]) -> Iterator[StandingPassage]:
    """Return passages with their drafts; `places` gives the key of the draft by the key of the passage."""
    drafts = _drafts(session, list(places.values()))
    for passage in texts.passages(session, list(places)):
        yield StandingPassage(passage.pk, passage.body, drafts[places[passage.pk]])


def _in_the_newest(
    session: Session, by_study: Mapping[int, Sequence[int]], known: Held
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Return for each case study whose newest draft holds one of its passages: that passage's key, and the draft's."""
    newest = (
        select(Draft.case_study_pk, func.max(Draft.number).label("number"))
        .where(Draft.case_study_pk.in_(by_study))
        .group_by(Draft.case_study_pk)
        .subquery()
    )
    here = (Draft.case_study_pk == newest.c.case_study_pk) & (Draft.number == newest.c.number)
    newest_drafts = session.execute(select(Draft.case_study_pk, Draft.pk).join(newest, here)).all()
    unknown = [draft for _, draft in newest_drafts if draft not in known]
    if unknown:
        for draft, held in session.execute(select(Draft.pk, Draft.passages).where(Draft.pk.in_(unknown))):
            known[draft] = frozenset(held)
    for study, draft in newest_drafts:
        found = _first(by_study[study], known[draft])
        if found is not None:
            yield study, (found, draft)


def _in_an_older(session: Session, study: int, passages: Sequence[int]) -> tuple[int, int] | None:
    drafts = select(Draft.pk, Draft.passages).where(Draft.case_study_pk == study).order_by(Draft.number.desc())
    for draft, held in session.execute(drafts):
        found = _first(passages, held)
        if found is not None:
            return found, draft
    return None


def _first(passages: Iterable[int], held: Collection[int]) -> int | None:
    return next((key for key in passages if key in held), None)


def _drafts(session: Session, keys: Sequence[int]) -> dict[int, Draft]:
    statement = select(Draft).join(Draft.case_study).where(Draft.pk.in_(keys))
    return {draft.pk: draft for draft in session.scalars(statement.options(contains_eager(Draft.case_study)))}
