"""What stands in the form of a pack, as it is kept while it is not done."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from carfacilitator.services.pack_wording import Asked

Pair = tuple[str, str]  # a question and the words it is about; or words, and what they should be


@dataclass(frozen=True)
class Written:
    """All that stands in the form but whom it goes to, as it is kept while it is not done."""

    people: tuple[str, ...] = ()
    asked: str = Asked.COMMENT
    reply_by: str = ""
    questions: tuple[Pair, ...] = ()
    proposals: tuple[Pair, ...] = ()
    word: str = ""
    left_in: tuple[str, ...] = ()  # of what came inside the file
    reason: str = ""  # why a clause is set aside
    own: tuple[tuple[str, bool, str], ...] = ()  # of a person: whether as the changes, and seen as whom

    @property
    def text(self) -> str:
        """What is kept."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read(text: str) -> Written | None:
    """Return what was kept, or None if that cannot be read any more."""
    try:
        told: dict[str, Any] = json.loads(text)
        known = {field.name for field in fields(Written)}
        return Written(**{name: _frozen(value) for name, value in told.items() if name in known})
    except (ValueError, TypeError, AttributeError):
        return None


def _frozen(value: Any) -> Any:  # noqa: ANN401  JSON is of no type
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
