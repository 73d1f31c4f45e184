"""An open workspace and the window, connected: pages, what changed, finding, taking back."""

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from carfacilitator.ui import window_actions as acts
from carfacilitator.ui.discreet import DiscreetView
from carfacilitator.ui.page import Found, Page
from carfacilitator.ui.shell import MainWindow
from carfacilitator.ui.telephone import taking_down
from carfacilitator.ui.unfinished import said, unfinished
from carfacilitator.ui.widgets.pill import FACILITATOR_ONLY
from carfacilitator.ui.widgets.rows import Row

if TYPE_CHECKING:  # loading it takes longer than the first paint may wait
    from carfacilitator.services.search import Hit
    from carfacilitator.services.workspace import Services


class Workplace:
    """Stands from the opening of a workspace to its closing."""

    def __init__(self, window: MainWindow, services: "Services", pages: Sequence[Page]) -> None:
        self.services = services
        self._window = window
        self._hits: dict[Hashable, Hit] = {}  # what was found last, by the ids of its rows
        self._unlisten = services.on_change(window.announced.emit)
        window.commands.on(acts.UNDO, self.undo)
        window.commands.on(acts.REDO, self.redo)
        window.commands.on(acts.HEARD, self.take_down)
        window.find_with(self.find, self.go_to)
        self._discreet = DiscreetView(window, services)
        window.fill(pages)
        self._tell_unfinished()

    def let_go(self) -> None:
        """Hear of no changes any more; called before the workspace is closed."""
        self._unlisten()
        self._discreet.let_go()

    def undo(self) -> None:
        """Take back what was done last, and say what it was."""
        done = self.services.history.undo()
        self._say_moved(f"Taken back: {done}." if done else "There is nothing to take back.")

    def redo(self) -> None:
        """Do again what was taken back last, and say what it was."""
        done = self.services.history.redo()
        self._say_moved(f"Done again: {done}." if done else "There is nothing to do again.")

    def _say_moved(self, words: str) -> None:
        """Say what was taken back or done again; what was said of deeds before holds no more."""
        self._window.desk.messages.end_deeds()
        self._window.desk.messages.say(words)

    def take_down(self) -> None:
        """Open the panel for a remark that is made by telephone.

        Raises:
            KnownError: no pack was made yet, or others look on.
        """
        self._window.open_panel(taking_down(self.services, self._window.desk.messages, self._window.go))

    def find(self, words: str) -> list[Row]:
        """Return what holds the words and can be opened on some page, the back stage among it, each with its lock."""
        hits = _by_noun(self.services.search.hits(words, confidential=True))
        self._hits = {(hit.noun, hit.stands_in, hit.id): hit for hit in hits}
        return [
            Row(
                id=id_,
                strong=hit.title,
                muted=hit.snippet,
                section=hit.noun,
                pills=(FACILITATOR_ONLY,) if hit.confidential else (),
            )
            for id_, hit in self._hits.items()
            if self._page_for(hit.noun) is not None
        ]

    def go_to(self, found: Hashable) -> None:
        """Open what was found where its noun is at home."""
        hit = self._hits.get(found)
        page = self._page_for(hit.noun) if hit else None
        if hit is not None and page is not None:
            page.wants.emit(page.ID, self._wanted(hit, page))

    def _wanted(self, hit: "Hit", page: Page) -> UUID | Found:
        """Return what a page is opened with to show a hit: its passage, itself, or the record in which it stands."""
        leaf = self.services.search.leaf(hit) if "passage" in page.KNOWS else None
        if leaf is not None:
            return Found(hit.id, leaf)
        return hit.id if hit.noun in page.KNOWS else hit.stands_in

    def _tell_unfinished(self) -> None:
        """Say what was being written when the program stopped, and show the way to it."""
        texts = unfinished(self.services)
        if texts:
            latest = texts[0]
            self._window.desk.messages.offer(
                said(texts), "Go there", lambda: self._window.go(latest.page, latest.entity)
            )

    def _page_for(self, noun: str) -> Page | None:
        return next((page for page in self._window.stack.pages if noun in page.OPENS), None)


def _by_noun(hits: "Sequence[Hit]") -> "list[Hit]":
    """Return the hits noun by noun, the noun of the best hit first."""
    nouns = list(dict.fromkeys(hit.noun for hit in hits))
    return sorted(hits, key=lambda hit: nouns.index(hit.noun))
