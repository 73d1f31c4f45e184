"""The messages that answers travel with: the words of `resources/word/answers.toml`, which people edit without code."""

import tomllib
from dataclasses import dataclass

from carfacilitator import paths
from carfacilitator.errors import KnownError
from carfacilitator.sharing.mail import Letter

_FILE = ("word", "answers.toml")


@dataclass(frozen=True, kw_only=True)
class Post:
    """Who writes to whom about which draft of which case study."""

    title: str
    number: int
    name: str
    address: str
    sender: str
    sender_address: str


def letter(to: str, post: Post) -> Letter:
    """Return the message to a 'gatekeeper' or to the 'author'.

    Raises:
        KnownError: the wording is not there, or was edited in a way that cannot be filled in.
    """
    first = post.name.partition(" ")[0]
    facts = {"title": post.title, "number": post.number, "name": post.name, "first": first, "sender": post.sender}
    try:
        words = tomllib.loads(paths.resource(*_FILE).read_text(encoding="utf-8"))[to]
        subject = str(words["subject"]).format(**facts)
        paragraphs = tuple(str(one).format(**facts) for one in words["paragraphs"])
    except (OSError, KeyError, IndexError, ValueError, AttributeError, TypeError):
        raise KnownError("The wording of answers has gone wrong.", f"Put {_FILE[-1]} right.") from None
    return Letter(
        to_name=post.name,
        to_address=post.address,
        from_name=post.sender,
        from_address=post.sender_address,
        subject=subject,
        paragraphs=paragraphs,
    )
