"""What is often said of one kind: remarks that are offered while a comment is written, kept by hand or said twice."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.services.codebook import KindLine
from carfacilitator.services.remarks import RemarkRow
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import Field
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.words import MUTED, SMALL, Words

_ABOUT = "They are offered as you write a comment of this kind. What you said twice comes by itself."


class RemarksCard(Card):
    """The remarks, each in a row of its own, and a line that adds one."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Often said")
        self._services, self._keeping = services, keeping
        self._kind: KindLine | None = None
        self.rows = KeyedColumn[RemarkRow](lambda remark: remark.id or remark.text, self._row)
        self.another = Kept(Field("Add a remark", example="Add a remark"), keeping)
        self.another.field.hide_label()
        self.add(Words(_ABOUT, MUTED, wraps=True))
        self.add(self.rows)
        self.add(self.another.field)

    def show_kind(self, kind: KindLine) -> None:
        """Show the remarks of a kind; none can be added to one that is not in use."""
        self._kind = kind
        self.rows.set_things(self._services.remarks.rows(kind.id))
        self.another.field.setHidden(kind.retired)
        self.another.show(f"kind:{kind.id}:remark", "", self._keep)

    def _keep(self, text: str) -> None:
        if self._kind is not None and text.strip():
            self._services.remarks.keep(self._kind.id, text)

    def _row(self) -> "RemarkLine":
        line = RemarkLine(self._services, self._keeping)
        line.keep_wanted.connect(self._keep_said)
        line.remove_wanted.connect(self._remove)
        return line

    def _keep_said(self, remark: RemarkRow) -> None:
        if self._keeping.attempt(lambda: self._services.remarks.keep(remark.kind_id, remark.text)):
            self._keeping.say_done("The remark is kept.")

    def _remove(self, remark: RemarkRow) -> None:
        id_ = remark.id
        if id_ is not None and self._keeping.attempt(lambda: self._services.remarks.remove(id_)):
            self._keeping.say_done("The remark is kept no longer.")


class RemarkLine(QWidget):
    """One remark: its words, how often they were said, and what keeps or removes it."""

    keep_wanted = Signal(object)  # a RemarkRow
    remove_wanted = Signal(object)

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._services = services
        self._remark: RemarkRow | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        fact = Fact("Remark", serif=True)
        fact.hide_label()
        self._area = fact.area
        self.words = Kept(fact, keeping)
        self._times = Words("", SMALL)
        self.keep, self.remove = Button("Keep", "plus", "quiet"), Button("Remove this remark", "close", "icon")
        self.keep.clicked.connect(lambda _: self.keep_wanted.emit(self._remark))
        self.remove.clicked.connect(lambda _: self.remove_wanted.emit(self._remark))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.SMALL)
        row.addWidget(fact, 1)
        for part in (self._times, self.keep, self.remove):
            row.addWidget(part)

    def fill(self, remark: RemarkRow, /) -> None:
        """Show a remark; one that was only said, and not kept, is not written on."""
        self._remark = remark
        id_ = remark.id
        self._area.setReadOnly(id_ is None)
        self._times.setText(_said(remark.times))
        self.keep.setHidden(id_ is not None)
        self.keep.setAccessibleName(f"Keep: {remark.text}")
        self.remove.setHidden(id_ is None)
        key = f"remark:{id_ or remark.text}"
        self.words.show(key, remark.text, self._amend)

    def _amend(self, text: str) -> None:
        remark = self._remark
        if remark is None or remark.id is None:
            return
        if text.strip():
            self._services.remarks.amend(remark.id, text)
        else:
            self.remove_wanted.emit(remark)


def _said(times: int) -> str:
    """Return 'said twice'; nothing of what was never said."""
    named = {0: "", 1: "said once", 2: "said twice"}
    return named.get(times, f"said {spoken.number(times)} times")
