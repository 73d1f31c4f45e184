"""A longer text of our own to read, written in Markdown and set in our faces: headings, paragraphs, tables."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser

from carfacilitator.ui import theme

_SIZES = {1: theme.TITLE, 2: theme.SECTION}  # deeper headings are as large as the text
_LEADING = 125.0  # per cent of the face's own line
_MARKDOWN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class ReadingText(QTextBrowser):
    """Scrolls by keys and wheel; no link in it is ever followed, and nothing can be copied out of it."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._markdown = ""
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "reading")
        self.setOpenLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(False)

    def show_markdown(self, text: str) -> None:
        """Show a text from its beginning."""
        self._markdown = text
        self._set()
        self.verticalScrollBar().setValue(0)

    @property
    def headings(self) -> list[str]:
        """The headings of the second level, which divide the text."""
        return [block.text() for block in self._dividing()]

    def go_to(self, heading: int) -> None:
        """Put the heading of that number, counted from 0, at the top."""
        area = self.document().documentLayout().blockBoundingRect(self._dividing()[heading])
        self.verticalScrollBar().setValue(round(area.top()))

    def changeEvent(self, event: QEvent) -> None:
        """Set the text anew in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._markdown:
            place = self.verticalScrollBar().value() / max(1, self.verticalScrollBar().maximum())
            self._set()
            self.verticalScrollBar().setValue(round(place * self.verticalScrollBar().maximum()))

    def _set(self) -> None:
        document = self.document()
        document.setDefaultFont(theme.font())
        document.setDocumentMargin(theme.Space.SMALL)
        document.setMarkdown(self._markdown, _MARKDOWN)
        self.moveCursor(QTextCursor.MoveOperation.Start)  # else taking the focus would scroll to the end
        for block in self._blocks():
            _dress(block)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _rule(frame)

    def _blocks(self) -> list[QTextBlock]:
        found = list[QTextBlock]()
        block = self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _dividing(self) -> list[QTextBlock]:
        return [block for block in self._blocks() if block.blockFormat().headingLevel() == 2]  # noqa: PLR2004  as above


def _dress(block: QTextBlock) -> None:
    """Give a block its face and the room around it."""
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    room = QTextBlockFormat()
    room.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.currentTable() is None:
        room.setTopMargin(theme.px(18 if level > 1 else 0))
        room.setBottomMargin(theme.px(8))
    cursor.mergeBlockFormat(room)
    if level:
        words = QTextCharFormat()
        words.setFont(theme.font(_SIZES.get(level, theme.BODY), theme.SEMIBOLD))
        words.setForeground(theme.colour("ink"))
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(words)


def _rule(table: QTextTable) -> None:
    """Divide the rows of a table by hairlines alone."""
    looks = table.format()
    looks.setBorderCollapse(True)
    looks.setBorder(1)
    looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    looks.setBorderBrush(theme.colour("line"))
    looks.setCellPadding(theme.px(6))
    looks.setProperty(QTextFormat.Property.FrameWidth, looks.width())
    table.setFormat(looks)
