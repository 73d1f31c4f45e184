"""An email that was pasted, taken apart into remarks, each with the passage that it quotes."""

import re
from dataclasses import dataclass

from carfacilitator.document.blocks import Anchor, Document
from carfacilitator.document.finding import passages

_QUOTED = re.compile(r"[“\"‘']([^“”\"‘’]{6,200})[”\"’']")
_OURS = re.compile(r"^\s*(>|On .+ wrote:\s*$|From: |Sent: |To: |Subject: |-{2,}\s*Original)", re.IGNORECASE)
_GREETING = re.compile(r"^(dear|hi|hello|good (morning|afternoon|evening)|hiya)\b[^.!?]{0,40}[,!.]?$", re.IGNORECASE)
_THANKS = re.compile(
    r"^((many )?thanks|thank you)( (very|so) much)?( for (the|your|this|that|sending)\b.{0,40})?[.!]?$|"
    r"^(i )?hope (you|all|this).{0,40}[.!]?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(kind |best |warm |many )?(regards|wishes|thanks|cheers|yours( sincerely| faithfully)?|best)\b.{0,50}$",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.):]|[-*•–])\s+")


@dataclass(frozen=True)
class EmailPart:
    """A remark that an email may hold, and the passage that it quotes, if it quotes one that stands once."""

    text: str
    anchor: Anchor | None


def email_parts(text: str, document: Document) -> list[EmailPart]:
    """Return the remarks of an email: its paragraphs and the points of its lists, without greeting, end and quotation.

    It is a proposal: a person looks at it before anything is kept.
    """
    return [EmailPart(part, _place(part, document)) for part in _paragraphs(text)]


def _paragraphs(text: str) -> list[str]:
    parts: list[str] = []
    joins = False
    for line in text.splitlines():
        if _OURS.match(line):
            if not line.lstrip().startswith(">"):
                break  # all below is what we wrote
            continue
        said = _NUMBER.sub("", line).strip()
        if not said:
            joins = False
        elif joins and not _NUMBER.match(line):
            parts[-1] += f" {said}"
        else:
            parts.append(said)
            joins = True
    return _without_courtesies(parts)


def _without_courtesies(parts: list[str]) -> list[str]:
    end = next((n for n, part in enumerate(parts) if n and _CLOSING.match(part)), len(parts))
    begin = next((n for n, part in enumerate(parts) if not (_GREETING.match(part) or _THANKS.match(part))), end)
    return [part for part in parts[begin:end] if not _GREETING.match(part)]


def _place(part: str, document: Document) -> Anchor | None:
    for quoted in _QUOTED.findall(part):
        found = passages(document, quoted)
        if len(found) == 1:
            return found[0]
    return None
