"""What is in a file that has been read, before it is kept: how much of it, how it begins, what could not be read."""

from itertools import islice

from PySide6.QtWidgets import QHBoxLayout

from carfacilitator.document.blocks import Document, Story
from carfacilitator.document.changes import changes
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.recognition import words_in
from carfacilitator.ui import theme
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.card import Card, Rule
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import LABEL, MUTED, PLAIN, QUOTE, SMALL, STRONG, Words

_LINES, _LONGEST = 4, 220  # of the beginning that is shown: paragraphs, and letters of each


class Contents(Card):
    """A card about one file."""

    def __init__(self, file: OpenedFile) -> None:
        super().__init__("In the file")
        name = Words(file.name, STRONG, wraps=True)
        self.add(name)
        self.add(Words(counts(file.document), MUTED, wraps=True))
        self.add(Rule())
        self._say_report(file.document)
        beginning = first_lines(file.document)
        if beginning:
            self.add(Rule())
            self.add(Words("It begins", LABEL))
            for line in beginning:
                self.add(Words(line, QUOTE, wraps=True))
        self.add(Words("Its bytes are kept exactly as they came.", SMALL, wraps=True))

    def _say_report(self, document: Document) -> None:
        if not document.report:
            self._say("check", "good", "Everything in it could be read.")
        for finding in document.report:
            self._say("info", "warn", finding.sentence)

    def _say(self, icon: str, tone: str, words: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(Sign(icon, tone))
        row.addWidget(Words(words, PLAIN, wraps=True), 1)
        self.body.addLayout(row)


def counts(document: Document) -> str:
    """Return '4,830 words, two comments and three tracked changes of its own'."""
    words = spoken.counted(words_in(document), "word").capitalize()
    inside = []
    if document.comments:
        inside.append(spoken.counted(len(document.comments), "comment"))
    tracked = changes(document)
    if tracked:
        inside.append(spoken.counted(len(tracked), "tracked change"))
    return f"{words}; {' and '.join(inside)} came inside it." if inside else f"{words}."


def first_lines(document: Document) -> list[str]:
    """Return how the text begins, long paragraphs cut short."""
    texts = (
        leaf.block.text().strip() for leaf in document.leaves() if leaf.block.story not in {Story.HEADER, Story.FOOTER}
    )
    return [_short(text) for text in islice(filter(None, texts), _LINES)]


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rsplit(" ", 1)[0] + " …"
