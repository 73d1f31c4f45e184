"""Which two drafts are compared: two boxes in the head of the page."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.services.drafts import DraftRow
from carfacilitator.ui import theme
from carfacilitator.ui.pages.review.cards import draft_title
from carfacilitator.ui.widgets.words import MUTED, Words

ALONE = "nothing"


class DraftChooser(QWidget):
    """'Draft 4 beside Draft 3': what is chosen is emitted as ids of the older draft (or the same) and the newer."""

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        self._newer, self._older = _box("Newer draft"), _box("Older draft, beside it")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        self._beside = Words("beside", MUTED)
        for part in (self._newer, self._beside, self._older):
            row.addWidget(part)
        self._newer.activated.connect(self._choose)
        self._older.activated.connect(self._choose)

    def fold(self, *, folded: bool) -> None:
        """Leave out the word between the drafts where the head is low; the boxes say it to a screen reader."""
        self._beside.setHidden(folded)

    def show_drafts(self, drafts: Sequence[DraftRow], older: UUID, newer: UUID) -> None:
        """Offer these drafts, with the two that are open."""
        self._numbers = {str(draft.id): draft.number for draft in drafts}
        self._newer.clear()
        self._older.clear()
        for draft in drafts:
            short = f"Draft {draft.number}"
            for box, words in ((self._newer, short), (self._older, ALONE if draft.id == newer else short)):
                box.addItem(words, str(draft.id))
                box.setItemData(box.count() - 1, draft_title(draft), Qt.ItemDataRole.ToolTipRole)
        self._newer.setCurrentIndex(self._newer.findData(str(newer)))
        self._older.setCurrentIndex(self._older.findData(str(older)))

    def _choose(self, _: int) -> None:
        pair = [str(box.currentData()) for box in (self._older, self._newer)]
        older, newer = sorted(pair, key=lambda id_: self._numbers[id_])
        self.chosen.emit(UUID(older), UUID(newer))


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return box
