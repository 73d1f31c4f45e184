"""Who wants which words in what came back, and who signed them; people are counted, whatever files they sent."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from carfacilitator.document.combining import Combination
from carfacilitator.document.items import Alternative, Item
from carfacilitator.document.strokes import How, Stroke
from carfacilitator.services.combined_texts import Came
from carfacilitator.services.senders import is_nameless, same_person


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Whose answer a return is; `person` tells that two files are by the same."""

    return_id: UUID
    pack_id: UUID
    gatekeeper: str
    role: str
    person: str
    how: str
    came_at: datetime
    file_name: str
    known_by: str
    sender_asked: bool


@dataclass(frozen=True, kw_only=True)
class Wording:
    """How the words of an edit read for some; `moves_to` is where the passage goes, in the flat text of the draft.

    `came_at` is when the first of them answered so. `signed` are others who signed a tracked change of it in their
    files, `earlier` is how they had worded it in files of before; in answers to these `packs` they spoke of it.
    """

    text: str
    people: tuple[str, ...]
    tracked: bool
    moves_to: int | None
    came_at: datetime
    signed: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    packs: tuple[UUID, ...] = ()


class Sayings:
    """What the wordings of a combination say of those who answered a draft."""

    def __init__(self, combination: Combination, came: Sequence[Came]) -> None:
        self._combination = combination
        self._voices = [voice_of(one) for one in came]
        self._files: defaultdict[int, list[int]] = defaultdict(list)
        for number, one in enumerate(came):
            self._files[one.last].append(number)

    @property
    def people(self) -> int:
        """Return how many people answered."""
        return len(self._files)

    def wording(self, item: Item, alternative: Alternative) -> Wording:
        """Return how the words of an item read for some."""
        people = tuple(dict.fromkeys(self._voices[number].person for number in alternative.reviewers))
        return Wording(
            text=alternative.text,
            people=people,
            tracked=alternative.how is How.TRACKED,
            moves_to=alternative.to,
            came_at=min(self._voices[self._files_about(item, person)[-1]].came_at for person in alternative.reviewers),
            signed=tuple(dict.fromkeys(self._signed(item, alternative, people))),
            earlier=tuple(dict.fromkeys(self._earlier(item, alternative))),
            packs=tuple(dict.fromkeys(self._packs(item, alternative))),
        )

    def _files_about(self, item: Item, person: int) -> list[int]:
        """Return the files in which a person says something of an item; he is the number of his last one."""
        return [number for number in self._files[person] if any(self._strokes(item, number))] or [person]

    def _packs(self, item: Item, alternative: Alternative) -> Iterator[UUID]:
        for person in alternative.reviewers:
            yield from (self._voices[number].pack_id for number in self._files_about(item, person))

    def _strokes(self, item: Item, file: int) -> Iterator[Stroke]:
        done = self._combination.strokes[file].strokes
        return (stroke for stroke in done if stroke.start <= item.end and stroke.end >= item.start)

    def _signed(self, item: Item, alternative: Alternative, people: Sequence[str]) -> Iterator[str]:
        for person in alternative.reviewers:
            for stroke in self._strokes(item, self._files_about(item, person)[-1]):
                name = stroke.by.author if stroke.by else ""
                if not is_nameless(name) and not any(same_person(name, other) for other in people):
                    yield name

    def _earlier(self, item: Item, alternative: Alternative) -> Iterator[str]:
        """Yield what those who want this had put there before, were it said otherwise."""
        for edit in self._combination.past:
            here = item.start <= edit.start and edit.end <= item.end
            if (
                here
                and edit.reviewer in alternative.reviewers
                and edit.text.strip() not in ("", alternative.text.strip())
            ):
                yield edit.text.strip()


def voice_of(one: Came) -> Voice:
    """Return whose answer it is that came."""
    return Voice(
        return_id=one.came.id,
        pack_id=one.pack.id,
        gatekeeper=one.gatekeeper.name,
        role=one.gatekeeper.role,
        person=one.came.from_whom or one.gatekeeper.name,
        how=one.came.how,
        came_at=one.came.came_at,
        file_name=one.came.file_name,
        known_by=one.came.known_by,
        sender_asked=one.came.sender_asked,
    )
