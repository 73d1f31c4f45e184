"""What a file may be, in words: a draft of the likeliest case study, of another, of a new one, or an answer."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from carfacilitator.services.drafts import Proposal
from carfacilitator.services.returns import PackGuess
from carfacilitator.services.workspace import Services
from carfacilitator.ui.new_study import NewStudy
from carfacilitator.ui.receiving import texts
from carfacilitator.ui.receiving.looking import Asked, is_likely
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.pill import PillLook
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.words import MUTED, STUDY_TITLE, Words

_SHOWN = 3  # likeliest case studies, until the others are asked for
_AS_LIKE = 3  # per cent by which a text may be less like than the nearest
NEW, OTHERS, ANSWERS = "new", "others", "answers"
_HINT = " If somebody to whom it was sent wrote in it, choose whose answer it is."


class Recognised(Card):
    """A card to choose from; what is likeliest is chosen already. `chosen` when that changes, `confirmed` on Enter."""

    chosen = Signal()
    confirmed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(" ")
        self._proposals: tuple[Proposal, ...] = ()
        self._asked: Asked | None = None
        self._all = self._has_answers = False
        self._unfolded: object = None  # what the person asked to see
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

    def show_file(self, asked: Asked, title: str, near: UUID | None) -> None:
        """Offer what a file may be; `near` is the case study that is open, `title` that of a new one."""
        proposals = asked.proposals
        self._proposals = tuple(sorted(proposals, key=lambda one: one.case_study_id != near)) if near else ()
        if not self._proposals or is_likely(proposals[0]):
            self._proposals = proposals
        self._asked, self._all, self._has_answers = asked, False, False
        self.new_study.start(title)
        self._fill()
        self.options.setHidden(not (self._proposals or asked.guesses))
        self.options.choose(asked.guesses[0].pack_id if asked.is_theirs else self._first(near))
        self._tell()

    @property
    def asked_first(self) -> QWidget:
        """What the focus goes to."""
        return self.options if self._proposals or self._guesses else self.new_study

    @property
    def case_study_id(self) -> UUID | None:
        """The case study that is chosen; None for a new one."""
        current = self.options.current
        return current if isinstance(current, UUID) and self.guess is None else None

    @property
    def guess(self) -> PackGuess | None:
        """The pack that it is an answer to, if that is chosen."""
        return next((one for one in self._guesses if one.pack_id == self.options.current), None)

    @property
    def number(self) -> int:
        """The number that the draft will have."""
        return self._proposal.number if self._proposal else 1

    @property
    def author(self) -> str:
        """Whose case study it is, as far as that is said."""
        return self._proposal.author if self._proposal else self.new_study.author_name

    @property
    def _is_theirs(self) -> bool:
        return self._asked is not None and self._asked.is_theirs

    @property
    def _strange(self) -> str:
        return f"{texts.STRANGE} " if self._asked is not None and self._asked.known.strange else ""

    @property
    def _guesses(self) -> tuple[PackGuess, ...]:
        return self._asked.guesses if self._asked else ()

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
        self.options.set_rows([*rows, first, *self._answer_rows()])

    def _answer_rows(self) -> list[Row]:
        """Return the packs whose text is nearest, and a row that leads to the others.

        Where it looks like the author's own, there is that row alone.
        """
        shown = self._guesses if self._has_answers else self._nearest()
        rows = [_answer_row(guess) for guess in shown]
        if len(shown) < len(self._guesses):
            words = "An answer to another pack" if shown else "An answer to a pack"
            rows.append(Row(id=ANSWERS, strong=words, muted="Show whose it may be", icon="down", tone="muted"))
        return rows

    def _nearest(self) -> tuple[PackGuess, ...]:
        if self._asked is None or self._asked.is_own:
            return ()
        return tuple(one for one in self._guesses if one.likeness + _AS_LIKE >= self._guesses[0].likeness)

    def _choose(self, id_: object) -> None:
        if id_ in {OTHERS, ANSWERS}:
            self._unfolded = id_
            self._unfolding.start(0)  # a list is not filled anew while it tells of a choice
            return
        self._tell()
        self.chosen.emit()

    def _open(self, id_: object) -> None:
        if id_ not in {OTHERS, ANSWERS}:
            self.confirmed.emit()

    def _show_all(self) -> None:
        if self._unfolded == ANSWERS:
            first = self._guesses[len(self._nearest())].pack_id
            self._has_answers = True
        else:
            self._all, first = True, self._proposals[_SHOWN].case_study_id
        self._fill()
        self.options.choose(first)
        self._tell()
        self.chosen.emit()

    def _tell(self) -> None:
        proposal, guess = self._proposal, self.guess
        self.new_study.setHidden(proposal is not None or guess is not None)
        if guess is not None:
            self.set_title("This would be the answer of" if not self._is_theirs else "This looks like the answer of")
            self._study.setText(guess.gatekeeper)
            self._why.setText(f"{self._strange}To pack {guess.code}. {texts.guess(guess)[1]}.")
            return
        self._study.setText(proposal.title if proposal else "A new case study")
        if proposal is None:
            self.set_title("This is the first draft of")
            self._why.setText(f"{self._strange}Say what it is called, and whose it is.")
            return
        self.set_title(f"This {'looks like' if is_likely(proposal) else 'would be'} draft {proposal.number} of")
        hint = _HINT if self._nearest() else ""
        self._why.setText(f"{self._strange}By {proposal.author}. {reasons(proposal)}{hint}")


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


def _answer_row(guess: PackGuess) -> Row:
    strong, muted = texts.guess(guess)
    return Row(id=guess.pack_id, strong=strong, muted=muted, icon="gatekeepers")
