"""The answers as cards, and what can be done with one: say whose it is, bring it forward, remove it."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from carfacilitator.services.combined_reviews import CombinedReview
from carfacilitator.services.combined_rows import Voice
from carfacilitator.services.drafts import DraftRow
from carfacilitator.services.returns import ReturnRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.pages.combined import texts
from carfacilitator.ui.pages.combined.entries import counts_of
from carfacilitator.ui.pages.combined.people import AnswerLook, People, PersonLook


class Answered:
    """Fills the cards of `people` and does what is asked of them."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        self._services = services
        self._keeping = keeping
        self._draft: DraftRow | None = None
        self._newest: DraftRow | None = None
        self.people = People()
        self.people.credited.connect(self._credit)
        self.people.removed.connect(self._remove)
        self.people.forwarded.connect(self._bring_forward)

    def show_review(self, review: CombinedReview, draft: DraftRow, newest: DraftRow) -> None:
        """Show who answered about a draft, and whose late answer to an older one belongs here."""
        self._draft, self._newest = draft, newest
        voices: dict[str, list[Voice]] = {}
        for voice in review.voices:
            voices.setdefault(voice.person, []).append(voice)
        looks = [self._look(review, said, texts.tone_of(number)) for number, said in enumerate(voices.values())]
        self.people.show_people([*looks, *map(self._late, self._of_older_drafts(draft))])
        self.people.setHidden(not self.people.cards)

    def _look(self, review: CombinedReview, voices: Sequence[Voice], tone: str) -> PersonLook:
        first = voices[0]
        newer = self._newest if self._newest and self._draft and self._newest.id != self._draft.id else None
        asked = next((voice for voice in voices if not voice.sender_asked), None)
        nameless = [voice for voice in voices if texts.nameless(review, voice) and voice.sender_asked]
        return PersonLook(
            person=first.person,
            role=first.role if first.person == first.gatekeeper else f"for {first.gatekeeper}",
            brought=texts.brought(voices, counts_of(review)),
            came=texts.came_as(voices),
            tone=tone,
            answers=tuple(AnswerLook(voice.return_id, texts.answer_words(voice)) for voice in voices),
            pill="you confirmed" if nameless and asked is None else "",
            asks=(texts.nameless(review, asked) or "Author") if asked is not None else "",
            asks_about=asked.return_id if asked is not None else None,
            forward=newer.number if newer else 0,
        )

    def _of_older_drafts(self, draft: DraftRow) -> list[ReturnRow]:
        """Return the answers to older drafts that came after this one did, and are looked at there."""
        rows = self._services.returns.rows(case_study_id=draft.case_study_id)
        return [row for row in rows if row.draft_number < draft.number and row.came_at > draft.received_at]

    def _late(self, row: ReturnRow) -> PersonLook:
        number = self._draft.number if self._draft else 0
        return PersonLook(
            person=row.from_whom or row.gatekeeper,
            role=f"about draft {row.draft_number}",
            brought="This answer is about an older draft.",
            tone="muted",
            answers=(AnswerLook(row.id, "this answer (Undo brings it back)"),),
            forward=number,
            late=True,
        )

    def _credit(self, return_id: UUID, name: str) -> None:
        if self._keeping.attempt(partial(self._services.returns.credit, return_id, name)):
            self._keeping.say_done(f"This answer is {name.strip()}’s.")

    def _remove(self, return_id: UUID) -> None:
        if self._keeping.attempt(partial(self._services.returns.remove, return_id)):
            self._keeping.say_done("The answer was removed, with its remarks and edits.")

    def _bring_forward(self, return_id: UUID) -> None:
        if self._newest is None or self._draft is None:
            return
        to = self._draft if self._is_older(return_id) else self._newest
        if self._keeping.attempt(partial(self._services.returns.bring_forward, return_id, to.id)):
            self._keeping.say_done(f"The answer stands in draft {to.number} now; what found no place is told there.")

    def _is_older(self, return_id: UUID) -> bool:
        """Tell whether an answer is looked at in an older draft than the one that is open."""
        late = [card.look for card in self.people.cards if card.look.late]
        return any(answer.return_id == return_id for look in late for answer in look.answers)
