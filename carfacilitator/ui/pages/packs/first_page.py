"""The first page of a pack as the one who gets it will see it."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from carfacilitator.services.pack_plans import PackPlan
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.card import Rule
from carfacilitator.ui.widgets.words import CAPTION, MUTED, QUOTE, SECTION, STUDY_TITLE, Words

_MARGIN = 28  # of the page, at 100 per cent


class FirstPage(QWidget):
    """The letter that stands before the practitioner's text, and the names of the files below it."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.Space.SMALL)
        self._column.addWidget(Words("First page", SECTION))
        self._page = QFrame()
        self._column.addWidget(self._page)
        self._files = Words("", MUTED, wraps=True)
        self._column.addWidget(self._files)
        self._column.addStretch(1)

    def show_plan(self, plan: PackPlan) -> None:
        """Show the letter of this plan."""
        cover = plan.cover
        fresh = QFrame()
        fresh.setProperty("look", "card")
        page = QVBoxLayout(fresh)
        margin = theme.px(_MARGIN)
        page.setContentsMargins(margin, margin, margin, margin)
        page.setSpacing(theme.Space.MEDIUM)
        lines = [(cover.head, CAPTION), (cover.title, STUDY_TITLE), (cover.about, MUTED), (cover.greeting, QUOTE)]
        lines += [(words, QUOTE) for words in (*cover.paragraphs, cover.questions_before)]
        lines += [(f"{number}.  {words}", QUOTE) for number, words in enumerate(cover.questions, 1)]
        lines += [(words, QUOTE) for words in (*cover.ending, cover.sender)]
        for words, style in lines:
            if words:
                page.addWidget(Words(words, style, wraps=True))
        page.addStretch(1)
        page.addWidget(Rule())
        page.addWidget(Words("Its code stands here: please keep this file’s name.", CAPTION, wraps=True))
        self._column.replaceWidget(self._page, fresh)
        self._page.hide()
        fresh.show()
        self._page.deleteLater()
        self._page = fresh
        document, message, _ = plan.file_names
        self._files.setText(f"{document}, with a message ready to open ({message}) and a receipt.")
