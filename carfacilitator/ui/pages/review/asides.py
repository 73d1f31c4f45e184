"""Comments and replies that are being written: kept at every pause, offered again after a crash."""

import json
from uuid import UUID

from carfacilitator.document.blocks import Anchor
from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.ui.widgets.review_data import WrittenComment


class Asides:
    """The comments of one draft that are not kept yet, oldest first; the last is the one being written."""

    def __init__(self, unsaved: UnsavedTexts, draft_id: UUID) -> None:
        self._unsaved = unsaved
        self._draft = draft_id

    def all(self) -> list[WrittenComment]:
        """Return what was being written."""
        kept = self._unsaved.text(self._key())
        return [_from_record(record) for record in json.loads(kept)] if kept else []

    def keep(self, written: WrittenComment) -> None:
        """Keep a comment as it stands now, in place of what stood on its passage before."""
        others = [one for one in self.all() if one.anchor != written.anchor]
        self._put([*others, written] if written.text else others)

    def forget(self, written: WrittenComment) -> None:
        """Let a comment go: it is kept for good, or thrown away."""
        self._put([one for one in self.all() if one.anchor != written.anchor])

    def keep_reply(self, comment_id: str, text: str) -> None:
        """Keep an answer as it stands now."""
        if text:
            self._unsaved.keep(self._key(comment_id), text)
        else:
            self._unsaved.forget(self._key(comment_id))

    def reply(self, comment_id: str) -> str:
        """Return the answer that was being written, or nothing."""
        return self._unsaved.text(self._key(comment_id)) or ""

    def _put(self, written: list[WrittenComment]) -> None:
        if written:
            self._unsaved.keep(self._key(), json.dumps([_record(one) for one in written]))
        else:
            self._unsaved.forget(self._key())

    def _key(self, comment_id: str = "new") -> str:
        return f"draft:{self._draft}:comment:{comment_id}"


def _record(written: WrittenComment) -> list[object]:
    place = written.anchor
    return [place.first, place.start, place.last, place.end, written.kind, written.text, written.audience]


def _from_record(record: list[int | str]) -> WrittenComment:
    first, start, last, end = (int(number) for number in record[:4])
    kind, text, audience = (str(words) for words in record[4:])
    return WrittenComment(Anchor(first, start, last, end), kind, text, audience)
