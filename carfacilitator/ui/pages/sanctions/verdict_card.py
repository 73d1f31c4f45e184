"""May this be published? Four figures, and one verdict with the names it waits for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.sanction_rows import Ledger
from carfacilitator.ui import agreement, theme
from carfacilitator.ui.pages.sanctions import texts
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import FIGURE, SECTION, SMALL, Words

_BESIDE, _ABREAST = 640, 980  # at 100 per cent; with less room the verdict, or the choice, has a line of its own
_CHOICE = 210

_BESIDE_IT, _BELOW_IT = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class VerdictCard(QFrame):
    """`chosen` tells which output is looked at, where there are several."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.output = ChoiceField("What it is published as")
        self.output.chosen.connect(self.chosen)
        self._figures = [_Count() for _ in range(4)]
        self._sign, self._verdict, self._needs = Sign("lock", "bad"), Words("", SECTION), Words("", SMALL, wraps=True)
        self._outer, self._turning = QBoxLayout(_BESIDE_IT, self), QBoxLayout(_BESIDE_IT)
        self._head = QHBoxLayout()
        self._lay_out()

    def show_ledger(self, ledger: Ledger, outputs: Sequence[str], output: str) -> None:
        """Show the figures and the verdict about one output of those that were asked for."""
        for shown, told in zip(self._figures, texts.figures(ledger), strict=True):
            shown.tell(*told)
        verdict, needs = agreement.verdict(ledger)
        tone = "good" if ledger.may_publish else "bad"
        self._sign.set_sign("check" if ledger.may_publish else "lock", tone)
        self._verdict.set_style(SECTION.in_tone(tone))
        self._verdict.setText(verdict)
        self._needs.setText(needs)
        self._needs.setAccessibleName(f"{verdict}: {needs}")
        self.output.set_options([(one, one) for one in outputs])
        self.output.set_value(output)
        self.output.setHidden(len(outputs) < 2)  # noqa: PLR2004  with one there is nothing to choose
        self._turn()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002  Qt calls it so
        """Put the verdict below the figures where there is no room beside them."""
        self._turn()

    def _turn(self) -> None:
        self._outer.setDirection(_BESIDE_IT if self.width() >= theme.px(_ABREAST) else _BELOW_IT)
        beside = self.width() >= theme.px(_BESIDE)
        self._turning.setDirection(_BESIDE_IT if beside else _BELOW_IT)
        self._head.setStretch(0, int(beside))
        self._head.setStretch(3, int(not beside))
        side = Qt.AlignmentFlag.AlignRight if beside else Qt.AlignmentFlag.AlignLeft
        self._needs.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self.output.setFixedWidth(theme.px(_CHOICE))

    def _lay_out(self) -> None:
        self._head.setSpacing(theme.Space.SMALL)
        self._head.addStretch()
        self._head.addWidget(self._sign)
        self._head.addWidget(self._verdict)
        self._head.addStretch()
        right = QVBoxLayout()
        right.setSpacing(theme.Space.TINY)
        right.addLayout(self._head)
        right.addWidget(self._needs)
        right.addStretch()
        self._turning.setSpacing(theme.Space.LARGE)
        self._turning.addWidget(Flow(*self._figures, gap=theme.Space.WIDE), 5)
        self._turning.addLayout(right, 4)
        self._outer.setContentsMargins(*[theme.Space.LARGE] * 4)
        self._outer.setSpacing(theme.Space.WIDE)
        self._outer.addWidget(self.output)
        self._outer.addLayout(self._turning, 1)


class _Count(QWidget):
    """A number set large, with what it counts below it."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._words = Words("", FIGURE), Words("", SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._words)

    def tell(self, count: int, words: str, tone: str) -> None:
        """Show another number."""
        self._number.setText(str(count))
        self._number.set_style(FIGURE.in_tone(tone if count else "muted"))
        self._words.setText(words)
        self.setAccessibleName(f"{count} {words}")
