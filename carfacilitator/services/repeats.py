"""What a file repeats of those that came back of its pack before, and what in it is new.

Programs write the same file differently, so neither bytes nor dates nor the order of things tell.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carfacilitator.document.blocks import Document, FileComment
from carfacilitator.document.items import Item
from carfacilitator.document.remarks import Remark
from carfacilitator.services.returned_files import ReturnedFile
from carfacilitator.services.senders import is_nameless

_MINUTE = 16  # characters of a date and time
Spoken = tuple[Remark, str]  # a remark and the words that it answers


@dataclass(frozen=True)
class Said:
    """A remark that came with an earlier file."""

    author: str
    written: str
    text: str
    quote: str


@dataclass(frozen=True)
class News:
    """What a file adds to those before it; `silent_edits` of the edits were made with tracking off."""

    remarks: tuple[Spoken, ...] = ()
    edits: int = 0
    silent_edits: int = 0
    settles: bool = False  # it marks a thread as resolved that no earlier one did

    @property
    def is_nothing(self) -> bool:
        """Tell whether it adds nothing at all."""
        return not (self.remarks or self.edits or self.settles)


def news_in(
    file: ReturnedFile, remarks: Sequence[Spoken], earlier: Sequence[ReturnedFile], said: Sequence[Said]
) -> News:
    """Return what a file adds to earlier ones of its pack, with which the remarks that were `said` came."""
    known = {_edit(item) for one in earlier for item in one.combination.for_reading()}
    edits = [item for item in file.combination.for_reading() if _edit(item) not in known]
    settled = {words for one in earlier for words in _settled(one.sides.returned)}
    return News(
        remarks=tuple(one for one in remarks if not _was_said(one[0].comment, said)),
        edits=len(edits),
        silent_edits=sum(item.silent for item in edits),
        settles=not settled.issuperset(_settled(file.sides.returned)),
    )


def _was_said(comment: FileComment, said: Iterable[Said]) -> bool:
    return any(_is_same(comment, one) for one in said if _words(one.text) == _words(comment.text))


def _is_same(comment: FileComment, one: Said) -> bool:
    """Tell whether two remarks in the same words are one: by author and minute, else by what they are about."""
    is_same_author = comment.author == one.author or is_nameless(comment.author) or is_nameless(one.author)
    is_same_minute = comment.date != "" and comment.date[:_MINUTE] == one.written[:_MINUTE]
    return is_same_author and (is_same_minute or comment.quote == one.quote)


def _edit(item: Item) -> object:
    return item.start, item.end, frozenset((one.text, one.to) for one in item.alternatives)


def _settled(document: Document) -> set[str]:
    return {_words(one.text) for one in document.comments if one.resolved}


def _words(text: str) -> str:
    return " ".join(text.split())
