"""What is said at the foot of the window when answers are in, or when files were read for somebody who went away."""

from collections.abc import Sequence
from uuid import UUID

from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Page
from carfacilitator.ui.receiving import texts
from carfacilitator.ui.receiving.batch import Batch
from carfacilitator.ui.receiving.looking import Came

LOOK_WORDS = "Look at what came back"


class Saying:
    """Says each answer once, with the way to it and the way back."""

    def __init__(self, services: Services, page: Page, batch: Batch) -> None:
        self._services, self._page, self._batch = services, page, batch
        self._keeping = Keeping(services, page.desk.messages)
        self._said: set[UUID] = set()
        self._latest = ""

    def say_in(self, came: Sequence[Came]) -> None:
        """Say that answers are in."""
        new = [one for one in came if one.taken.return_id not in self._said]
        if not new:
            return
        ids, draft_id = [one.taken.return_id for one in new], new[0].taken.draft_id
        self._said.update(ids)
        self._latest = texts.is_in([one.taken for one in new])
        self._page.desk.messages.say(
            self._latest,
            undo=lambda: self._take_out(ids),
            stays=True,
            way=(LOOK_WORDS, lambda: self.go(draft_id)),
        )

    def go(self, draft_id: UUID | None) -> None:
        """Go to what came back of a draft."""
        if draft_id is not None:
            self.take_off()  # its Undo is not for one who has begun to decide
            self._page.wants.emit("combined", draft_id)

    def take_off(self) -> None:
        """Say no longer that answers are in."""
        self._page.desk.messages.take_off(self._latest)

    def call_back(self, name: str) -> None:
        """Say that files were read to somebody who went elsewhere meanwhile."""
        page = self._page
        if not page.isVisible():
            page.desk.messages.offer(f"‘{name}’ was read.", "See what it is", lambda: page.wants.emit(page.ID, None))

    def _take_out(self, ids: list[UUID]) -> None:
        """Take answers out again, all in one step; those that are out already stay out."""
        standing = [row.id for row in self._services.returns.rows() if row.id in ids]
        if standing and self._keeping.attempt(lambda: self._services.returns.remove(*standing)):
            self._batch.catch_up()
            self._keeping.say_done(texts.is_out(len(standing)), self._batch.catch_up)
