"""One order for all that may be written into a copy of somebody's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from carfacilitator.word.commenting import NewComment
from carfacilitator.word.suggestions import Suggestion


@dataclass(frozen=True, slots=True)
class Answer:
    """A comment that answers one in the file, which is named by the id that a reader finds."""

    to: str
    comment: NewComment


@dataclass(frozen=True, kw_only=True)
class Patch:
    """What is to be written into a file. All places are those of the file as it is read.

    `resolved` says of comments in the file, by their ids, whether their thread is dealt with. `bookmarks` are hidden
    ones (`_car_NAME`) around leaves of the running text, by the leaf's index. `properties` are those that
    `write_properties` takes. `seed` makes the fresh ids: the same patch of the same file gives the same bytes.
    """

    comments: tuple[NewComment, ...] = ()
    answers: tuple[Answer, ...] = ()
    resolved: Mapping[str, bool] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] = ()
    bookmarks: Mapping[int, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    track: bool = False
    seed: str = ""
