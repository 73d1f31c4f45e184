"""What must be known before speaking to a person: what they need, how they are reached, their studies, who they are."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from carfacilitator.services.case_studies import CaseStudyRow
from carfacilitator.services.people import PersonDetails
from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.keeping import Keeping, Kept
from carfacilitator.ui.needs import Need, needs_of
from carfacilitator.ui.widgets import spoken
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.card import Card
from carfacilitator.ui.widgets.fact import Fact
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.keyed_column import KeyedColumn
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row
from carfacilitator.ui.widgets.sign import Sign
from carfacilitator.ui.widgets.words import PLAIN, Words


class Needs(Card):
    """What makes it possible for a person to take part: read with signs, written as plain sentences."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("To take part they need")
        self._services = services
        self.lines = KeyedColumn[tuple[int, Need]](lambda line: line[0], _NeedLine, theme.Space.SMALL)
        field = Fact("What they need, a sentence for each", "Nothing said yet; a sentence for each.", paragraphs=True)
        field.hide_label()
        self.text = Kept(field, keeping)
        self.change = Button("Change what is needed", "note", "icon")
        self.change.clicked.connect(self._write)
        field.area.installEventFilter(self)
        self.add_beside_title(self.change)
        self.add(self.lines)
        self.add(self.text.field)
        self._writes = False
        keeping.conceal(self)

    def fill(self, person: PersonDetails, /) -> None:
        """Show what a person needs."""
        self.set_title(f"To take part {person.name.split()[0]} needs")
        people = self._services.people
        self.text.show(f"person:{person.id}:needs", person.needs, lambda text: people.amend(person.id, needs=text))
        self.lines.set_things(list(enumerate(needs_of(person.needs))))
        self._arrange(has_needs=bool(person.needs))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the sentences with their signs again once the text is left."""
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._rest)  # when it is known where the focus went
        return super().eventFilter(watched, event)

    def _rest(self) -> None:
        if not (self.text.field.isVisible() and QApplication.activePopupWidget()):
            self._writes = False
            self._arrange(has_needs=bool(self.text.field.text.strip()))

    def _write(self) -> None:
        self._writes = not self._writes
        self._arrange(has_needs=bool(self.text.field.text))
        if self._writes:
            self.text.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self, *, has_needs: bool) -> None:
        writes = self._writes or not has_needs
        self.lines.setHidden(writes)
        self.text.field.setHidden(not writes)
        self.change.setHidden(not has_needs)


class Reached(Card):
    """How a person is reached."""

    def __init__(self, services: Services, keeping: Keeping) -> None:
        super().__init__("Best reached")
        self._services = services
        self.telephone = Kept(Fact("Telephone", "no number yet"), keeping)
        self.email = Kept(Fact("Email", "no address yet"), keeping)
        self.add(self.telephone.field)
        self.add(self.email.field)
        keeping.conceal(self)

    def fill(self, person: PersonDetails, /) -> None:
        """Show how a person is reached."""
        people, key = self._services.people, f"person:{person.id}"
        self.telephone.show(f"{key}:tel", person.telephone, lambda text: people.amend(person.id, telephone=text))
        self.email.show(f"{key}:email", person.email, lambda text: people.amend(person.id, email=text))


class Studies(Card):
    """The case studies of a person; not there while there is none."""

    opened = Signal(object)  # a case study's id

    def __init__(self) -> None:
        super().__init__("Case study")
        self.list = RowList("Case studies of this person", grows=True)
        self.list.opened.connect(self.opened)
        self.add(self.list)

    def fill(self, studies: Sequence[CaseStudyRow], /) -> None:
        """Show how far each study is."""
        self.set_title("Case study" if len(studies) == 1 else "Case studies")
        self.list.set_rows([_study(study) for study in studies])
        self.setHidden(not studies)


class Who(Card):
    """Who a person is; `remove` is the page's own button."""

    def __init__(self, services: Services, keeping: Keeping, remove: Button) -> None:
        super().__init__("Who it is")
        self._services = services
        self.name = Kept(Fact("Name"), keeping)
        self.job = Kept(Fact("Job", "what they do"), keeping)
        self.organisation = Kept(Fact("Organisation", "for whom, or “volunteer”"), keeping)
        for kept in (self.name, self.job, self.organisation):
            self.add(kept.field)
        self.add(Flow(remove))

    def fill(self, person: PersonDetails, /) -> None:
        """Show who it is."""
        people, key = self._services.people, f"person:{person.id}"
        self.name.show(f"{key}:name", person.name, lambda text: people.amend(person.id, name=text))
        self.job.show(f"{key}:job", person.job, lambda text: people.amend(person.id, job=text))
        self.organisation.show(
            f"{key}:organisation", person.organisation, lambda text: people.amend(person.id, organisation=text)
        )


class _NeedLine(QWidget):
    """One sentence with its sign."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sign, self._words = Sign("note", "lead"), Words("", PLAIN, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.Space.MEDIUM)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)

    def fill(self, line: tuple[int, Need], /) -> None:
        """Show a sentence."""
        self._sign.set_sign(line[1].icon, "lead")
        self._words.setText(line[1].words)


def _study(study: CaseStudyRow) -> Row:
    comments = f" · {spoken.counted(study.open_comments, 'open comment')}" if study.open_comments else ""
    return Row(
        id=study.id,
        strong=study.title,
        muted=f"Stage {study.stage_number}{comments}",
        reached=study.stage_number,
        stages=5,
        serif=True,
        opens=True,
    )
