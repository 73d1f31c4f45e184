"""The pages of the window, of which one is seen, and the trail of those that one came by."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from carfacilitator.ui.actions import Actions
from carfacilitator.ui.page import Page
from carfacilitator.ui.panels import first_stop

_LONGEST_TRAIL = 50


class PageStack(QStackedWidget):
    """Goes from page to page and back."""

    arrived = Signal(object)  # the Page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_files = True  # whether what is dropped on the window is received
        self._pages: dict[str, Page] = {}
        self._trail: list[tuple[str, UUID | None]] = []
        self._old: dict[str, Callable[[Page], Page]] = {}  # pages that are made anew before they are seen again

    def add(self, page: Page) -> None:
        """Take a page; its wishes to go elsewhere are followed."""
        self._pages[page.ID] = page
        self.addWidget(page)
        page.wants.connect(self.go)

    @property
    def pages(self) -> list[Page]:
        """All pages, in the order in which they were added."""
        return list(self._pages.values())

    @property
    def page(self) -> Page | None:
        """The page that is seen."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) and self._trail else None

    @property
    def commands(self) -> Actions | None:
        """The actions of the page that is seen."""
        return self.page.commands if self.page is not None else None

    def has(self, id_: str) -> bool:
        """Tell whether there is a page of that ID."""
        return id_ in self._pages

    def go(self, id_: str, entity: UUID | None = None) -> None:
        """Show a page, and `entity` on it. Raises KeyError for an ID that no page has."""
        target = self._made_new(id_)
        if not self._trail or self._trail[-1] != (id_, entity):
            self._trail = [*self._trail[-_LONGEST_TRAIL:], (id_, entity)]
        self._arrive(target, entity)

    def back(self) -> bool:
        """Close the innermost open thing of the page, or go back to the page before; False at the beginning."""
        if self.page is not None and self.page.step_back():
            return True
        if len(self._trail) < 2:  # noqa: PLR2004  here, and whence one came
            return False
        self._trail.pop()
        id_, entity = self._trail[-1]
        self._arrive(self._made_new(id_), entity)
        return True

    def announce(self, changed: frozenset[str]) -> None:
        """Tell every page which entities changed."""
        for page in self._pages.values():
            page.announce(changed)

    def renew(self, make: Callable[[Page], Page]) -> None:
        """Make every page anew from the one that it was: the one that is seen now, others when one comes to them."""
        self._old = dict.fromkeys(self._pages, make)
        if self.page is not None:
            id_, entity = self._trail[-1]
            shown = self.page.shown or entity
            self._arrive(self._made_new(id_), shown)

    def clear(self) -> None:
        """Let all pages go: nothing of a workspace that was closed stays in them."""
        self._trail, self._old = [], {}
        for page in self._pages.values():
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages = {}

    def _made_new(self, id_: str) -> Page:
        """Return a page, made anew where it is an old one, which goes once it is seen no more."""
        page = self._pages[id_]
        if id_ not in self._old:
            return page
        fresh = self._pages[id_] = self._old.pop(id_)(page)
        fresh.wants.connect(self.go)
        self.insertWidget(self.indexOf(page), fresh)
        if self.currentWidget() is page:
            self.setCurrentWidget(fresh)
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
        return fresh

    def _arrive(self, target: Page, entity: UUID | None) -> None:
        if self.page is not None:
            self.page.leave()
        self.setCurrentWidget(target)
        target.attempt(lambda: target.open(entity))
        _stand_on(target)
        self.arrived.emit(target)


def _stand_on(page: Page) -> None:
    """Put the focus where the page wants it, or, where that is hidden, to its first stop."""
    page.setFocus(Qt.FocusReason.OtherFocusReason)
    first = first_stop(page)
    if first is not None and page.window().focusWidget() not in {page, *page.findChildren(QWidget)}:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
