"""A message that a mail program opens as a draft: the person reads it, changes it, and sends it herself."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from carfacilitator.sharing.door import Parcel, fit_name


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What a message says and to whom."""

    to_name: str
    to_address: str
    from_name: str
    from_address: str
    subject: str
    paragraphs: tuple[str, ...]


def draft_message(letter: Letter, attachments: Sequence[Parcel] = ()) -> bytes:
    """Return an `.eml` draft: `X-Unsent` makes mail programs open it for editing (Microsoft's name, widely taken up).

    An address that is missing or cannot be one is left out; the person fills it in. The same letter is the same bytes.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    for header, name, address in (
        ("From", letter.from_name, letter.from_address),
        ("To", letter.to_name, letter.to_address),
    ):
        written = _address(name, address)
        if written is not None:
            message[header] = written
    message["Subject"] = _one_line(letter.subject)
    message.set_content("\n\n".join(letter.paragraphs) + "\n")
    for parcel in attachments:
        kind, _, subtype = parcel.media_type.partition("/")
        message.add_attachment(parcel.data, maintype=kind, subtype=subtype, filename=fit_name(parcel.name))
    if attachments:
        message.set_boundary(_boundary(letter, attachments))
    return message.as_bytes()


def _boundary(letter: Letter, attachments: Sequence[Parcel]) -> str:
    """Return what parts the message, which would else be another one each time; base64 and our text never hold it."""
    held = "".join((*letter.paragraphs, *(parcel.sha256 for parcel in attachments)))
    return f"=={hashlib.sha256(held.encode('utf-8')).hexdigest()[:32]}=="


def _address(name: str, address: str) -> Address | None:
    try:
        return Address(display_name=_one_line(name), addr_spec=_one_line(address)) if address.strip() else None
    except (ValueError, IndexError, HeaderParseError):
        return None


def _one_line(text: str) -> str:
    return " ".join(text.split())
