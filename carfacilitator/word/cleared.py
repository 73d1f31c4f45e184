"""A file without what others left inside it: comments, hidden text, people's names, links to where it came from."""

from carfacilitator.word import notes, scrub
from carfacilitator.word.commenting import take_out
from carfacilitator.word.hidden import take_out_hidden_text
from carfacilitator.word.package import open_package


def cleared(data: bytes) -> bytes:
    """Return a Word file with its text and its tracked changes, and nothing else that its author may not mean to show.

    Raises:
        UnreadableFileError: it cannot be read.
    """
    package = open_package(data)
    take_out(package)
    take_out_hidden_text(package)
    notes.take_out_orphans(package)
    scrub.take_out_names(package)
    scrub.take_out_dangers(package)
    return package.to_bytes()
