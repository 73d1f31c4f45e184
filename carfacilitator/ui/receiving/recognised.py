"""Which draft a file looks like, in words: the likeliest case study first, the others, and a new one."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from carfacilitator.services.drafts import Proposal
from carfacilitator.services.workspace import Services
from carfacilitator.ui.new_study import NewStudy
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import MUTED, STUDY_TITLE, Words

# Per cent from which a file is taken for a draft: short titles are half alike by chance, phrases of a text never are.
LIKELY_TITLE, LIKELY_TEXT = 70, 25
_SHOWN = 3  # likeliest case studies, until the others are asked for
NEW, OTHERS = "new", "others"


class Recognised(Card):
    """A card to choose from; what is likeliest is chosen already. `chosen` when that changes, `confirmed` on Enter."""

    chosen = Signal()
    confirmed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(" ")
        self._proposals: tuple[Proposal, ...] = ()
        self._all = False
        self._study = Words("", STUDY_TITLE, wraps=True)
        self._why = Words("", MUTED, wraps=True)
        self.options = RowList("Which case study it is a draft of", grows=True)
        self.new_study = NewStudy(services)
        self._unfolding = QTimer(self)
        self._unfolding.setSingleShot(True)
        self._unfolding.timeout.connect(self._show_all)
        self.add(self._study)
        self.add(self._why)
        self.add(self.options)
        self.add(self.new_study)
        self.options.chosen.connect(self._choose)
        self.options.opened.connect(self._open)
        self.new_study.entered.connect(self.confirmed)
        self.new_study.author.chosen.connect(self.chosen)

    def show_proposals(self, proposals: Sequence[Proposal], title: str, near: UUID | None) -> None:
        """Offer what a file may be a draft of; `near` is the case study that is open, `title` that of a new one."""
        self._proposals = tuple(sorted(proposals, key=lambda one: one.case_study_id != near)) if near else ()
        if not self._proposals or is_likely(proposals[0]):
            self._proposals = tuple(proposals)
        self._all = False
        self.new_study.start(title)
        self._fill()
        self.options.setHidden(not self._proposals)
        self.options.choose(self._first(near))
        self._tell()

    @property
    def asked_first(self) -> QWidget:
        """What the focus goes to."""
        return self.options if self._proposals else self.new_study

    @property
    def case_study_id(self) -> UUID | None:
        """The case study that is chosen; None for a new one."""
        current = self.options.current
        return current if isinstance(current, UUID) else None

    @property
    def number(self) -> int:
        """The number that the draft will have."""
        return self._proposal.number if self._proposal else 1

    @property
    def author(self) -> str:
        """Whose case study it is, as far as that is said."""
        return self._proposal.author if self._proposal else self.new_study.author_name

    @property
    def _proposal(self) -> Proposal | None:
        return next((one for one in self._proposals if one.case_study_id == self.case_study_id), None)

    def _first(self, near: UUID | None) -> UUID | str:
        """Return what is chosen to begin with."""
        if self._proposals and (is_likely(self._proposals[0]) or self._proposals[0].case_study_id == near):
            return self._proposals[0].case_study_id
        return NEW

    def _fill(self) -> None:
        shown = self._proposals if self._all else self._proposals[:_SHOWN]
        rows = [_row(proposal) for proposal in shown]
        left = len(self._proposals) - len(shown)
        if left:
            words = "One more case study" if left == 1 else f"{left} more case studies"
            rows.append(Row(id=OTHERS, strong=words, muted="Show them all", icon="down", tone="muted"))
        first = Row(id=NEW, strong="A new case study", muted="This is its first draft", icon="plus")
        self.options.set_rows([*rows, first])

    def _choose(self, id_: object) -> None:
        if id_ == OTHERS:
            self._unfolding.start(0)  # a list is not filled anew while it tells of a choice
            return
        self._tell()
        self.chosen.emit()

    def _open(self, id_: object) -> None:
        if id_ != OTHERS:
            self.confirmed.emit()

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.options.choose(self._proposals[_SHOWN].case_study_id)
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        proposal = self._proposal
        self.new_study.setHidden(proposal is not None)
        self._study.setText(proposal.title if proposal else "A new case study")
        if proposal is None:
            self.set_title("This is the first draft of")
            self._why.setText("Say what it is called, and whose it is.")
            return
        self.set_title(f"This {'looks like' if is_likely(proposal) else 'would be'} draft {proposal.number} of")
        self._why.setText(f"By {proposal.author}. {reasons(proposal)}")


def is_likely(proposal: Proposal) -> bool:
    """Tell whether a file is taken for a draft of it."""
    return proposal.by_title >= LIKELY_TITLE or proposal.by_text >= LIKELY_TEXT


def reasons(proposal: Proposal) -> str:
    """Return why it is taken for that: 'The title is 98 per cent alike, the text 81.'."""
    if proposal.number == 1:
        return f"The title is {proposal.by_title} per cent alike; no draft of it has come yet."
    return f"The title is {proposal.by_title} per cent alike, the text {proposal.by_text}."


def _row(proposal: Proposal) -> Row:
    return Row(
        id=proposal.case_study_id,
        strong=proposal.title,
        muted=f"{proposal.author} · would be draft {proposal.number}",
        icon="case-studies",
        pills=(
            PillLook(f"{max(proposal.by_title, proposal.by_text)} % alike", "good" if is_likely(proposal) else "muted"),
        ),
        serif=True,
    )
