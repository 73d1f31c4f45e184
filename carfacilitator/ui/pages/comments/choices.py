"""What the comments are narrowed by: a line to type in, and a choice for each aspect."""

from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carfacilitator.document.anchors import AnchorState
from carfacilitator.model.terms import Audience
from carfacilitator.services.comments import CommentFilter, FilterChoices
from carfacilitator.ui import theme
from carfacilitator.ui.pages.comments.rows import ALL, OPEN, RESOLVED, options
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.search_line import SearchLine

LABELS = {
    "kind": "Kind",
    "person": "Person",
    "place": "Place",
    "draft": "Stands on",
    "audience": "Seen by",
    "heading": "Under the heading",
}
WIDTH = 168  # of a choice, at 100 per cent


class CommentChoices(QWidget):
    """`chosen` says that other comments are wanted; `wanted` says which."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = SearchLine("Words in a comment, an answer or a quotation")
        self.fields = {name: ChoiceField(label, [ALL]) for name, label in LABELS.items()}
        self.fields["open"] = ChoiceField("State", [ALL, (OPEN, "Open"), (RESOLVED, "Resolved")])
        for field in self.fields.values():
            field.chosen.connect(lambda _: self.chosen.emit())
        self.line.textChanged.connect(lambda _: self.chosen.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(self.line)
        column.addWidget(Flow(*self.fields.values()))
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        for field in self.fields.values():
            field.setFixedWidth(theme.px(WIDTH))

    def offer(self, choices: FilterChoices) -> None:
        """Offer what there is; what was chosen stays chosen."""
        for name, offered in options(choices).items():
            self.fields[name].set_options(offered)

    def reset(self) -> None:
        """Want all comments again."""
        for field in self.fields.values():
            field.set_value("")
        self.line.clear()

    @property
    def are_narrow(self) -> bool:
        """Whether anything is left out."""
        return self.wanted(None) != CommentFilter()

    def wanted(self, case_study_id: UUID | None) -> CommentFilter:
        """Return which comments of a case study are wanted."""
        chosen = {name: field.value for name, field in self.fields.items()}
        return CommentFilter(
            case_study_id=case_study_id,
            kind_ids=_ids(chosen["kind"]),
            people=frozenset(filter(None, [chosen["person"]])),
            states=frozenset(map(AnchorState, filter(None, [chosen["place"]]))),
            draft_ids=_ids(chosen["draft"]),
            audiences=frozenset(map(Audience, filter(None, [chosen["audience"]]))),
            is_open={OPEN: True, RESOLVED: False}.get(chosen["open"]),
            heading=chosen["heading"],
            words=self.line.text(),
        )


def _ids(chosen: str) -> frozenset[UUID]:
    return frozenset({UUID(chosen)}) if chosen else frozenset()
