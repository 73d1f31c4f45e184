"""What a review pack says: the words of `resources/word/pack.toml`, which people edit without code, filled in."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from carfacilitator import paths
from carfacilitator.errors import KnownError
from carfacilitator.handouts.agenda import spoken_day
from carfacilitator.services.pack_wishes import Asked, PackWishes
from carfacilitator.word.cover import CoverNote

__all__ = ["Asked", "Message", "Occasion", "PackWishes", "Wording", "standard_word"]

_FILE = ("word", "pack.toml")


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Which draft of which case study goes to whom.

    `author` is how the author is called on paper ("a housing officer", never a name), or empty. `address` is that to
    which an answer may be sent by email. `seen` is the number of the draft that is compared with, in a redline.
    """

    title: str
    author: str
    number: int
    received: date
    name: str
    sender: str
    address: str = ""
    seen: int | None = None


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
            paragraphs=(*(_paragraphs(self.wishes.word) or (self._say("cover", self.wishes.asked),)), *self._marked()),
            questions_before=self._say("questions_before") if self.wishes.questions else "",
            questions=self.wishes.questions,
            ending=(f"{self._reply()} {self._say('silence')}", self._say("thanks")),
            sender=" · ".join(filter(None, (self.occasion.sender, self.occasion.address))),
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

    def _marked(self) -> tuple[str, ...]:
        """Return what the marks in the text mean, if we put any into it."""
        if self.wishes.redline and self.occasion.seen is not None:
            return (self._say("redline", seen=str(self.occasion.seen)),)
        return (self._say("proposals"),) if self.wishes.proposals else ()

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
