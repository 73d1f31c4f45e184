"""A Word file that has been read: what a draft is received from, and what two files are compared as."""

from dataclasses import dataclass, field

from carfacilitator.document.blocks import Document


@dataclass(frozen=True)
class OpenedFile:
    """A Word file: its name, its bytes as they are, and what they say."""

    name: str
    data: bytes = field(repr=False)
    document: Document = field(repr=False)
