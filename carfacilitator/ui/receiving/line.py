"""One file that was let go on the window: what it is, what is in it, and what is asked or offered about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.ui import theme
from carfacilitator.ui.receiving import texts
from carfacilitator.ui.receiving.looking import Asked, Came, Look, Refused, Settled
from carfacilitator.ui.receiving.sender_question import SenderQuestion
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.button import Look as ButtonLook
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.sign import Disc
from carfacilitator.ui.widgets.words import MUTED, PLAIN, SMALL, STRONG, Words


@dataclass(frozen=True, kw_only=True)
class Verbs:
    """What can be done about a file."""

    look: Callable[[], object]  # at what came back
    credit: Callable[[str], object]
    bring: Callable[[], object]  # forward, to the newest draft
    remove: Callable[[], object]
    keep: Callable[[], object]  # as the draft that it looks like
    say: Callable[[], object]  # what it is


class FileLine(QWidget):
    """A disc, two lines, the reader's report, and below them the question or the buttons."""

    def __init__(self, verbs: Verbs) -> None:
        super().__init__()
        self._verbs = verbs
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.Space.TINY, 0, theme.Space.TINY)
        self._shown: QWidget | None = None

    def show_look(self, look: Look) -> None:
        """Show what a file is now."""
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()  # not at once: one of its buttons may be asking for this
        self._shown = self._made(look)
        self._column.addWidget(self._shown)
        self._shown.show()  # now: the focus may go there at once

    @property
    def buttons(self) -> list[Button]:
        """What can be pressed."""
        return self._shown.findChildren(Button) if self._shown is not None else []

    def _made(self, look: Look) -> QWidget:
        if isinstance(look, Came):
            return self._came(look)
        if isinstance(look, Asked):
            return self._asked(look)
        if isinstance(look, Refused):
            return _block("alert", "bad", texts.refused(look))
        return _settled(look)

    def _came(self, look: Came) -> QWidget:
        taken = look.taken
        made = _block("gatekeepers", "lead", (texts.whose(taken), texts.came(look)))
        for sentence in texts.read(look):
            made.add(Words(sentence, SMALL, wraps=True))
        if taken.ask_sender:
            made.add(
                SenderQuestion(
                    texts.asks_sender(taken), (taken.likely, *texts.other_senders(taken)), self._verbs.credit
                )
            )
        if look.newer is not None:
            made.add(Words(texts.older(look.newer), PLAIN, wraps=True))
        buttons = [self._button("Look at what came back", "eye", self._verbs.look)]
        if look.newer is not None:
            buttons.append(self._button(f"Look at it in draft {look.newer.number}", "right", self._verbs.bring))
        if not taken.already_known:
            buttons.append(self._button("Take it out again", "undo", self._verbs.remove, "quiet"))
        made.add(Flow(*buttons))
        return made

    def _asked(self, look: Asked) -> QWidget:
        made = _block("help" if not look.is_own else "draft", "warn" if not look.is_own else "lead", texts.asked(look))
        buttons = [self._button("Say what it is", "right", self._verbs.say)]
        if look.is_own and look.draft is not None:
            buttons.insert(0, self._button(f"Keep as draft {look.draft.number}", "check", self._verbs.keep))
        made.add(Flow(*buttons))
        return made

    def _button(self, words: str, icon: str, run: Callable[[], object], look: ButtonLook = "plain") -> Button:
        return _pressed(words, icon, run, look)


class _Block(QWidget):
    """A disc with lines beside it, and room for more below them."""

    def __init__(self, disc: Disc, strong: str, muted: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.Space.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._lines, 1)
        self.add(Words(strong, STRONG, wraps=True))
        self.add(Words(muted, MUTED, wraps=True))

    def add(self, widget: QWidget) -> None:
        """Put something below."""
        self._lines.addWidget(widget)


def _block(icon: str, tone: str, lines: tuple[str, str]) -> _Block:
    return _Block(Disc(icon=icon, tone=tone), *lines)


def _settled(look: Settled) -> _Block:
    return _block("check" if look.kept else "close", "good" if look.kept else "muted", (look.sentence, look.name))


def _pressed(words: str, icon: str, run: Callable[[], object], look: ButtonLook) -> Button:
    made = Button(words, icon, look)
    made.clicked.connect(lambda _: run())
    return made
