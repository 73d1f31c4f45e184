"""How the review desk keeps up: 1,000 paragraphs, 500 changes, 200 comments, drawn without a screen.

Run it by `python -m tests.bench.bench_review_desk`. Milliseconds are CPU, all of one run: showing the drafts until
their first rows are drawn, one turn of the wheel with everything beside the sheets drawn again, a key in a comment,
and beside them the bare laying out of as many paragraphs by Qt alone, which nobody can do without.
"""

import os
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor, Block, Document, Span
from carfacilitator.document.comparison import compare
from carfacilitator.settings import Settings
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.change_entries import told
from carfacilitator.ui.widgets.remark_field import RemarkField
from carfacilitator.ui.widgets.review_data import AudienceLook, CommentCard, KindLook, ReplyLine
from carfacilitator.ui.widgets.review_desk import ReviewDesk
from carfacilitator.ui.widgets.sheet_model import Drafts
from carfacilitator.ui.widgets.words import set_lines

PARAGRAPHS, COMMENTS, WHEEL = 1_000, 200, 120
LONG = 4  # sentences in a paragraph of a draft of 80,000 words
KIND, GROUP = KindLook("a", "A", "Analysis", "does it follow?", "analysis"), AudienceLook("group", "Group")
TEXT = "In the week numbered {} the letters about the arrears came {}, and nobody in the house had asked for them."


def draft(word: str, times: int = 1) -> Document:
    """Return a draft in which every second paragraph has a word of its own; each paragraph is `times` sentences."""
    texts = (" ".join([TEXT.format(n, word if n % 2 else "twice")] * times) for n in range(PARAGRAPHS))
    return Document(tuple(Block(f"p{n}", spans=(Span(text),)) for n, text in enumerate(texts)))


def cards() -> list[CommentCard]:
    """Return a comment on every fifth paragraph."""
    answer = (ReplyLine("Ailsa Reid", "today", "I will say so in the next draft."),)
    return [
        CommentCard(
            f"c{n}",
            KIND,
            "How many is this, and compared with what was there before?",
            "Dougie Kerr",
            "today",
            Anchor(n * 5, 4, n * 5, 22),
            GROUP,
            AnchorState.EXACT,
            replies=answer,
        )
        for n in range(COMMENTS)
    ]


def milliseconds(work: Callable[[], object]) -> float:
    """Return the CPU time that a piece of work took."""
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def bare_layout(document: Document) -> None:
    """Lay every paragraph out once, as Qt does it, and nothing else."""
    face = theme.font(theme.DRAFT, serif=True)
    for text in document.texts():
        set_lines(QTextLayout(text, face), 320, 22)


def wheel(desk: ReviewDesk) -> float:
    """Scroll once, and draw all that moves with it."""
    bar = desk.view.verticalScrollBar()

    def turn() -> None:
        bar.setValue(bar.value() + WHEEL)
        for part in (desk.view.viewport(), desk.margin, desk.overview):
            part.repaint()

    return milliseconds(turn)


def show(desk: ReviewDesk, drafts: Drafts) -> None:
    """Show drafts and draw the first rows."""
    desk.show_drafts(drafts)
    desk.grab()


def open_long(desk: ReviewDesk, old: Document, new: Document) -> tuple[float, float]:
    """Open a long review as the page does: return what goes before its first rows are drawn, and what comes after."""

    def rows() -> None:
        desk.show_rows(Drafts(new, old, compare(old, new)).make_ready())
        desk.view.viewport().repaint()

    def changes() -> None:
        desk.show_changes(told(desk.view.model.drafts))
        desk.grab()

    return milliseconds(rows), milliseconds(changes)


def comment(desk: ReviewDesk) -> None:
    """Show the comments and draw those in sight."""
    desk.show_cards(cards())
    desk.grab()


def write(app: QApplication, field: RemarkField) -> None:
    """Press a key in a comment, and let everything that hears of it be done."""
    QTest.keyClicks(field, "a")
    app.processEvents()


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    theme.apply(app, Settings(theme="light"))
    old, new = draft("twice a week"), draft("once, on Monday")
    comparison = compare(old, new)
    changes = sum(comparison.summary.counts.values())
    desk = ReviewDesk([KIND], [GROUP])
    desk.resize(1350, 780)
    desk.show()
    app.processEvents()
    bare = milliseconds(lambda: bare_layout(new)) * 2
    first = milliseconds(lambda: show(desk, Drafts(new, old, comparison)))
    beside = milliseconds(lambda: comment(desk))
    turns = [wheel(desk) for _ in range(300)]
    desk.view.go_to_passage(Anchor(10, 0, 10, 4))
    desk.comments.writing.start()
    field = desk.composer.findChild(RemarkField)
    keys = [milliseconds(lambda: write(app, field)) for _ in range(60)] if field else [0.0]
    print(f"{PARAGRAPHS} paragraphs, {changes} changes, {COMMENTS} comments")
    print(f"first rows {first:.0f} ms, {first / bare:.2f} of laying both drafts out by Qt alone ({bare:.0f} ms)")
    print(f"comments beside them {beside:.0f} ms")
    print(f"a turn of the wheel {median(turns):.1f} ms (worst of {len(turns)}: {max(turns):.1f})")
    old, new = draft("twice a week", LONG), draft("once, on Monday", LONG)
    words = sum(len(text.split()) for text in new.texts())
    before, after = open_long(desk, old, new)
    print(f"first rows of {words:,} words, with the comparison, {before:.0f} ms; changes counted {after:.0f} ms after")
    print(f"a key in a comment {median(keys):.1f} ms (worst of {len(keys)}: {max(keys):.1f})")


if __name__ == "__main__":
    main()
