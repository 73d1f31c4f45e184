"""What came back of the sample's packs, and who agreed to what, told through the services as it was in life."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.finding import passages
from carfacilitator.model.terms import Audience, ClauseKind, SanctionAnswer, Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.combined_rows import CombinedReview
from carfacilitator.services.days import local
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.sample_cast import Cast, Table
from carfacilitator.services.sanctions import Answered, Request
from carfacilitator.services.workspace import Services
from carfacilitator.word.commenting import NewComment
from carfacilitator.word.patches import Patch
from carfacilitator.word.patching import patched
from carfacilitator.word.reader import read
from carfacilitator.word.revisions import settle_some
from carfacilitator.word.settling import Verdict as Settle
from carfacilitator.word.suggestions import Suggestion

Moment = tuple[datetime, Callable[[], object]]


@dataclass(frozen=True)
class Known:
    """Whom and what the story names: everybody by key, the drafts, and the kinds of comment by name."""

    cast: Cast
    studies: Cast
    kinds: Cast
    draft: Callable[[Table], UUID]


class WayBack:
    """The answers of gatekeepers, and what was decided about them."""

    def __init__(self, services: Services, known: Known, told: Table) -> None:
        self._services = services
        self._known = known
        self._told = told
        self._made: dict[int, UUID] = {}  # clauses, returns and sanctions, by the identity of their tables

    def moments(self) -> Iterator[Moment]:
        """Yield everything that happens with its instant, in no order."""
        for clause in self._told["clause"]:
            yield clause["from"], partial(self._put_in_force, clause)
            for yes in clause["agreed"]:
                yield yes["at"], partial(self._agree, clause, yes)
        for came in self._told["return"]:
            yield came["came_at"], partial(self._come_back, came)
            yield came["brought_at"], partial(self._bring_forward, came)
        for decided in self._told["decided"]:
            yield decided["at"], partial(self._decide, decided)
        for sanction in self._told["sanction"]:
            yield sanction["asked_at"], partial(self._ask, sanction)
            if "answer" in sanction:
                yield sanction["answered_at"], partial(self._agreed, sanction)

    def _put_in_force(self, clause: Table) -> None:
        group, kind = self._known.cast[clause["group"]], ClauseKind(clause["kind"])
        self._made[id(clause)] = self._services.rules.put_in_force(group, kind, clause["number"], clause["text"])

    def _agree(self, clause: Table, yes: Table) -> None:
        self._services.rules.author_agreed(self._made[id(clause)], self._known.studies[yes["case_study"]])

    def _come_back(self, came: Table) -> None:
        returns, pack_id = self._services.returns, self._pack(came)
        if "email" in came:
            text = came["email"].strip()
            taken = returns.paste(pack_id, text, returns.email_parts(pack_id, text))
        elif "telephone" in came:
            document = self._services.drafts.document(self._known.draft(came))
            taken = returns.heard(pack_id, came["telephone"], _place(document, came["on"]))
        else:
            data = written_on(self._services.packs.again(pack_id).document.data, came)
            taken = returns.receive(OpenedFile(came["file"], data, read(data)))
        self._made[id(came)] = taken.return_id
        if "is_from" in came:
            returns.credit(taken.return_id, came["is_from"])

    def _bring_forward(self, came: Table) -> None:
        draft_id = self._known.draft({**came, "draft": came["brought_to"]})
        self._services.returns.bring_forward(self._made[id(came)], draft_id)
        reaching = {one["text"]: Audience(one["audience"]) for one in came.get("comments", ()) if "audience" in one}
        if reaching:
            for remark in self._services.combined_reviews.open(draft_id).remarks:
                if remark.text in reaching:
                    self._services.combined_reviews.show_to(remark.id, reaching[remark.text])

    def _decide(self, decided: Table) -> None:
        reviews, draft_id = self._services.combined_reviews, self._known.draft(decided)
        review, verdict, why = reviews.open(draft_id), Verdict(decided["verdict"]), decided.get("why", "")
        if "edit" in decided:
            key, choice = _edit(review, decided["edit"])
            reviews.decide(draft_id, key, EditChoice(verdict=verdict, choice=choice, reason=why))
            return
        remark_id = next(one.id for one in review.remarks if one.text == decided["remark"])
        reviews.sort(remark_id, self._known.kinds[decided["kind"]])
        reviews.answer(remark_id, verdict, why)

    def _ask(self, sanction: Table) -> None:
        """Ask a gatekeeper, or the author where none is named."""
        keepers = tuple(self._known.cast[key] for key in (sanction.get("gatekeeper"),) if key)
        wanted = Request(
            output=sanction["output"], gatekeepers=keepers, author=not keepers, reply_by=sanction["reply_by"]
        )
        (asked,) = self._services.sanctions.request(self._known.studies[sanction["case_study"]], wanted)
        self._made[id(sanction)] = asked

    def _agreed(self, sanction: Table) -> None:
        asked = self._made[id(sanction)]
        answer = SanctionAnswer(sanction["answer"])
        given = Answered(answer=answer, reasons=sanction["reasons"], how=sanction["how"])
        self._services.sanctions.take_answer(asked, given)
        for condition in sanction.get("conditions", ()):
            self._services.sanctions.put_condition(asked, **condition)

    def _pack(self, came: Table) -> UUID:
        draft_id, keeper = self._known.draft(came), self._known.cast[came["gatekeeper"]]
        return next(row.id for row in self._services.packs.rows(gatekeeper_id=keeper) if row.draft_id == draft_id)


def written_on(pack: bytes, told: Table) -> bytes:
    """Return a pack as somebody sends it back: what was typed without tracking first, then what shows by whom it is."""
    silent = [one for one in told["changes"] if one.get("silent")]
    tracked = [one for one in told["changes"] if not one.get("silent")]
    data, document = pack, read(pack)
    if silent:
        typed = patched(pack, Patch(suggestions=_suggestions(document, silent, told)))
        data = settle_some(typed, {}, Settle.ACCEPT)
        document = read(data)
    comments = tuple(
        NewComment(
            text=one["text"],
            author=told["signed"],
            made=one["at"],
            local=local(one["at"]),
            anchor=_place(document, one["on"]),
        )
        for one in told["comments"]
    )
    return patched(data, Patch(comments=comments, suggestions=_suggestions(document, tracked, told), seed=told["file"]))


def _suggestions(document: Document, changes: Sequence[Table], told: Table) -> tuple[Suggestion, ...]:
    return tuple(
        Suggestion(
            anchor=_place(document, one["words"]),
            paragraphs=(one["instead"],),
            author=told["signed"],
            when=local(one["at"]),
        )
        for one in changes
    )


def _place(document: Document, words: str) -> Anchor:
    (place,) = passages(document, words)
    return place


def _edit(review: CombinedReview, words: str) -> tuple[str, int]:
    """Return the key of the edit that some words were proposed in, and which of its wordings they are."""
    found = (
        (edit.key, number)
        for edit in review.edits
        for number, wording in enumerate(edit.wordings)
        if wording.text.strip() and wording.text.strip() in words
    )
    return next(found)
