"""What a review pack says: the words of `resources/word/pack.toml`, which people edit without code, filled in."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from carfacilitator import paths
from carfacilitator.errors import KnownError
from carfacilitator.handouts.agenda import spoken_day
from carfacilitator.word.cover import CoverNote

_FILE = ("word", "pack.toml")


class Asked(StrEnum):
    """What is asked of the one who gets a pack."""

    COMMENT = "read and comment"
    CHECK_FACTS = "check the facts"
    AGREE = "agree to publication"


@dataclass(frozen=True, kw_only=True)
class PackWishes:
    """What the facilitator wishes for one pack.

    `word` stands in place of the usual sentences of the cover note. What came inside the practitioner's file goes out
    only where `keep_…` says so. `leave_out` are comments that stay although they might go.
    """

    asked: Asked = Asked.COMMENT
    questions: tuple[str, ...] = ()
    reply_by: date | None = None
    word: str = ""
    leave_out: frozenset[UUID] = frozenset()
    keep_comments: bool = False
    keep_changes: bool = False
    keep_hidden: bool = False
    keep_names: bool = False


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Which draft of which case study goes to whom.

    `author` is how the author is called on paper ("a housing officer", never a name), or empty.
    """

    title: str
    author: str
    number: int
    received: date
    name: str
    sender: str


@dataclass(frozen=True, kw_only=True)
class Message:
    """What the message says that the pack travels with."""

    subject: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Return the message as it is copied."""
        return "\n\n".join(self.paragraphs) + "\n"


class Wording:
    """The words of a pack, filled in for one occasion and one set of wishes."""

    def __init__(self, occasion: Occasion, wishes: PackWishes, words: Mapping[str, Any] | None = None) -> None:
        self.occasion = occasion
        self.wishes = wishes
        self._words = _words() if words is None else words

    def cover(self, code: str = "") -> CoverNote:
        """Return the cover note, with the line by which a pack is known again if its code is given.

        Raises:
            KnownError: the wording was edited in a way that cannot be filled in.
        """
        return CoverNote(
            head=self._say("head"),
            title=self.occasion.title,
            about=self._say("about" if self.occasion.author else "about_nobody"),
            greeting=self._say("greeting"),
            paragraphs=_paragraphs(self.wishes.word) or (self._say("cover", self.wishes.asked),),
            questions_before=self._say("questions_before") if self.wishes.questions else "",
            questions=self.wishes.questions,
            ending=(f"{self._reply()} {self._say('silence')}", self._say("thanks")),
            sender=self.occasion.sender,
            code_line=self._say("code", code=code) if code else "",
        )

    def message(self) -> Message:
        """Return the message.

        Raises:
            KnownError: the wording was edited in a way that cannot be filled in.
        """
        asked = self.wishes.asked
        return Message(
            subject=self._say("subject" if self.wishes.reply_by else "subject_open", asked),
            paragraphs=(
                self._say("greeting"),
                self._say("message", asked),
                f"{self._reply()} {self._say('silence')}",
                self._say("thanks"),
                self.occasion.sender,
            ),
        )

    def _reply(self) -> str:
        return self._say("reply" if self.wishes.reply_by else "reply_open")

    def _say(self, key: str, asked: Asked | None = None, **more: str) -> str:
        facts = {
            "title": self.occasion.title,
            "author": self.occasion.author,
            "number": self.occasion.number,
            "received": _day(self.occasion.received),
            "reply_by": spoken_day(self.wishes.reply_by) if self.wishes.reply_by else "",
            "name": self.occasion.name,
            "sender": self.occasion.sender,
        }
        try:
            said: str = (self._words[asked] if asked else self._words)[key]
            return said.format(**facts, **more)
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            raise KnownError(f"The wording of packs has gone wrong at “{key}”.", f"Put {_FILE[-1]} right.") from None


def standard_word(asked: Asked) -> str:
    """Return the sentences that stand on the cover note when the facilitator writes none herself."""
    said = _words().get(asked, {}).get("cover", "")
    return str(said)


def _words() -> dict[str, Any]:
    try:
        return tomllib.loads(paths.resource(*_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise KnownError(f"The wording of packs cannot be read: {_FILE[-1]}.") from None


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _day(day: date) -> str:
    return spoken_day(day).partition(" ")[2]
