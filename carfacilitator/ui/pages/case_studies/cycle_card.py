"""The cycle of a case study: the picture, and at each stage what was chosen and why, written where it stands."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.model.terms import Stage
from carfacilitator.services.case_studies import CaseStudyDetails, StageChoice
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.pages.case_studies.texts import STAGES
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.columns import Columns
from carfacilitator.ui.widgets.cycle import CyclePicture
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.field import ChoiceField
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import SMALL, STRONG, Words

_SHORT = ("Topic", "Data collection", "Storage", "Analysis", "Publication")  # beside the picture there is little room


class CycleCard(Card):
    """A card. Arrows and clicks in the picture show a stage, Enter goes to write at it."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("The cycle")
        self._services, self._keeping = services, keeping
        self._study_id: UUID | None = None
        self._reached = 0
        self.stage = ChoiceField("The stage at hand", _options())
        self.stage.hide_label()
        self.stage.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.add_beside_title(self.stage)
        self.picture = CyclePicture(_SHORT)
        self.blocks = [StageBlock(stage, services, keeping) for stage in Stage]
        stages = QWidget()
        column = QVBoxLayout(stages)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        for block in self.blocks:
            column.addWidget(block)
        column.addStretch(1)
        sides = Columns(4, 5, least=270)
        sides.add(0, self.picture)
        sides.add(1, stages)
        sides.end()
        self.add(sides)
        self.stage.chosen.connect(self._move)
        self.picture.stage_chosen.connect(self._unfold)
        self.picture.entered.connect(self._write)

    def show_study(self, study: CaseStudyDetails) -> None:
        """Show where a case study stands."""
        is_other, has_moved = study.id != self._study_id, study.stage_number != self._reached
        self._study_id, self._reached = study.id, study.stage_number
        self.stage.set_value(study.stage.value)
        if is_other or has_moved:
            self.picture.set_stage(study.stage_number)
        for block, choice in zip(self.blocks, study.stages, strict=True):
            block.show_choice(study.id, choice, at_hand=choice.number == study.stage_number, anew=is_other)

    def _move(self, value: str) -> None:
        if self._study_id is None:
            return
        study_id, stage = self._study_id, Stage(value)
        if self._keeping.attempt(lambda: self._services.case_studies.amend(study_id, stage=stage)):
            self._keeping.say_done(f"The study is now at {value}.")

    def _unfold(self, number: int) -> None:
        self.blocks[number - 1].unfold()

    def _write(self, index: int) -> None:
        self.blocks[index].unfold()
        self.blocks[index].choice.setFocus(Qt.FocusReason.OtherFocusReason)


class StageBlock(QWidget):
    """One stage: its name, whether it is justified, the choice and the reason. One that is ahead is folded."""

    def __init__(self, stage: Stage, services: Services, keeping: Keeping) -> None:
        super().__init__()
        self._stage, self._services = stage, services
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = STAGES[list(Stage).index(stage)]
        self._sign = Sign("check", "good")
        self.state = Words("", SMALL)
        self.choice = Fact(f"What was chosen: {words}", "What was chosen here?")
        self.why = Fact(f"Why: {words}", "Why this, and not another way?", paragraphs=True, serif=True)
        self._kept = Kept(self.choice, keeping), Kept(self.why, keeping)
        for fact in (self.choice, self.why):
            fact.hide_label()
        head = QHBoxLayout()
        head.setSpacing(theme.Space.SMALL)
        head.addWidget(Words(f"{list(Stage).index(stage) + 1}  {words}", STRONG), 1)
        head.addWidget(self.state)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.Space.SMALL)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._sign, 0, 0)
        grid.addLayout(head, 0, 1)
        grid.addWidget(self.choice, 1, 1)
        grid.addWidget(self.why, 2, 1)
        grid.setColumnStretch(1, 1)

    def show_choice(self, study_id: UUID, choice: StageChoice, *, at_hand: bool, anew: bool) -> None:
        """Show what was chosen; `anew` when it is another case study's."""
        studies, stage = self._services.case_studies, self._stage
        key = f"case-study:{study_id}:{stage.name.lower()}"
        self._kept[0].show(f"{key}:choice", choice.choice, lambda text: studies.justify(study_id, stage, choice=text))
        self._kept[1].show(f"{key}:why", choice.justification, lambda text: studies.justify(study_id, stage, text=text))
        if anew or choice.reached or choice.choice or choice.justification:
            self._fold(ahead=not (choice.reached or choice.choice or choice.justification))
        self._say_state(choice, at_hand=at_hand)

    def unfold(self) -> None:
        """Show its fields."""
        self._fold(ahead=False)

    def _fold(self, *, ahead: bool) -> None:
        self.choice.setHidden(ahead)
        self.why.setHidden(ahead)

    def _say_state(self, choice: StageChoice, *, at_hand: bool) -> None:
        if choice.justification:
            icon, tone, words = "check", "good", "justified"
        elif choice.reached:
            icon, tone, words = "alert", "warn", "not justified yet"
        else:
            icon, tone, words = "clock", "muted", "ahead"
        self._sign.set_sign(icon, tone)
        self.state.set_style(SMALL.in_tone(tone))
        self.state.setText(f"at hand, {words}" if at_hand else words)


def _options() -> list[tuple[str, str]]:
    return [(stage.value, f"Now at {number}, {_SHORT[number - 1].lower()}") for number, stage in enumerate(Stage, 1)]
