"""The author's copy before it is saved: what she will see, what stays here, and every thread that goes."""

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.answers import AuthorCopy
from carfacilitator.ui import theme
from carfacilitator.ui.pages.answers import texts
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import Words


class CopyView(QWidget):
    """Two counts side by side, and the threads below."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._seen, self._stays = Lines(), Lines()
        self._goes, self.private = Card("Goes out"), Card("Stays here", private=True)
        self._goes.add(self._seen)
        self.private.add(self._stays)
        self._threads = Card("The threads")
        self.list = RowList("The threads", grows=True)
        self._threads.add(self.list)
        both = Columns(1, 1, least=260)
        both.add(0, self._goes)
        both.add(1, self.private)
        both.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.LARGE)
        column.addWidget(both)
        column.addWidget(self._threads)

    def show_copy(self, copy: AuthorCopy) -> None:
        """Show what a copy would hold."""
        name = texts.first_name(copy.author)
        self._goes.set_title(f"What {name} will see")
        self._seen.show_lines(texts.seen(copy))
        self._stays.show_lines(texts.staying(copy))
        self.list.set_rows([texts.thread_row(thread) for thread in copy.threads])
        self._threads.setHidden(not copy.threads)


class Lines(QWidget):
    """Sentences below one another, each with a sign before it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown = QWidget()
        self._column.addWidget(self._shown)

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show these in place of those before."""
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.Space.SMALL)
        grid.setColumnStretch(1, 1)
        for row, (icon, words) in enumerate(lines):
            grid.addWidget(Sign(icon, "good" if icon == "check" else "muted"), row, 0)
            grid.addWidget(Words(words, wraps=True), row, 1)
        self._column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        fresh.show()
        self._shown.deleteLater()
        self._shown = fresh
