"""An edit in the middle: as it was sent, each wording against that, another one, and how the paragraph will read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from carfacilitator.document.combining import Choice
from carfacilitator.model.terms import Verdict
from carfacilitator.services.combined_reviews import CombinedReview, EditChoice
from carfacilitator.services.combined_rows import EditRow, Wording
from carfacilitator.services.unsaved import UnsavedTexts
from carfacilitator.ui import theme
from carfacilitator.ui.pages.combined import texts
from carfacilitator.ui.pages.combined.entries import Entry
from carfacilitator.ui.pages.combined.keyed import Keyed
from carfacilitator.ui.pages.combined.own_wording import OwnWording
from carfacilitator.ui.pages.combined.preview import Preview
from carfacilitator.ui.pages.combined.reading import as_sent, reading, will_read
from carfacilitator.ui.pages.combined.reason import Reason
from carfacilitator.ui.pages.combined.sent_card import SentCard
from carfacilitator.ui.pages.combined.wording_card import Proposed, WordingCard
from carfacilitator.ui.widgets.flow import Flow
from carfacilitator.ui.widgets.marked_text import spoken_runs
from carfacilitator.ui.widgets.tab_order import tab_through


@dataclass(frozen=True)
class Setting:
    """What an edit is shown with: the review, how many there are in all, the day, and what is known of the people."""

    review: CombinedReview
    of: int
    today: date
    roles: Mapping[str, str]
    tones: Mapping[str, str]


class EditPanel(QWidget):
    """`chosen` hands over the EditChoice that was made; `page_wanted` asks to see the page."""

    chosen = Signal(object)
    page_wanted = Signal()

    def __init__(self, unsaved: UnsavedTexts, *answers: QAction) -> None:
        super().__init__()
        self.setObjectName("edit")
        self._setting: Setting | None = None
        self._edit: EditRow | None = None
        self._looked: Choice = None
        self.sent = SentCard()
        self.wordings: list[WordingCard] = []
        self.own = OwnWording(unsaved)
        self.reason = Reason(unsaved)
        self.preview = Preview()
        self._place = QVBoxLayout()
        self._place.setSpacing(theme.Space.SMALL)
        self._answers = Flow(*(Keyed(action) for action in answers))
        self._lay_out()
        self.sent.page_wanted.connect(self.page_wanted)
        self.own.used.connect(lambda words: self.chosen.emit(EditChoice(verdict=Verdict.OWN_WORDING, wording=words)))
        self.own.changed.connect(lambda: self._look(self.own.wording))
        self.reason.given.connect(lambda why: self.chosen.emit(EditChoice(verdict=Verdict.REJECTED, reason=why)))
        self.reason.closed.connect(self.take_focus)
        self.setFocusProxy(self.sent)

    def show_edit(self, setting: Setting, entry: Entry) -> None:
        """Show an edit; what is being written about the same one stays."""
        edit = entry.edit
        if edit is None:
            return
        same = self._edit is not None and self._edit.key == edit.key
        self._setting, self._edit = setting, edit
        proposed = [self._proposed(setting, edit, number) for number in range(len(edit.wordings))]
        self._show_wordings(proposed)
        sent = as_sent(setting.review, edit)
        said = [(" and ".join(one.people), spoken_runs(one.reading.runs)) for one in proposed]
        self.sent.show_sent(sent, "as you sent it", texts.heard(entry, setting.of, sent.place, said))
        if not same:
            if self.reason.isAncestorOf(QApplication.focusWidget() or self.sent):
                self.take_focus()
            self.reason.hide()
            self._begin_own(setting, edit)
        self._look(_choice_of(edit))

    def take_focus(self) -> None:
        """Put the focus on the item, where the keys of the answers work."""
        self.sent.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, index: int) -> None:
        """Accept the wording of that number, counted from 0; the one behind the last is another wording."""
        if self._edit is None:
            return
        if index < len(self._edit.wordings):
            self.chosen.emit(EditChoice(verdict=Verdict.ACCEPTED, choice=index))
        elif index == len(self._edit.wordings):
            self.own.write()

    def ask_reason(self) -> None:
        """Ask why it is rejected."""
        if self._edit is not None and self._setting is not None:
            made = self._edit.decision
            self.reason.ask(self._key(self._setting, self._edit), made.reason if made else "")

    def forget(self) -> None:
        """Let go what was typed about the edit: it is decided."""
        self.own.forget()
        self.reason.forget()

    def _begin_own(self, setting: Setting, edit: EditRow) -> None:
        made = edit.decision
        key, number = self._key(setting, edit), len(edit.wordings) + 1
        if made is not None and made.verdict is Verdict.OWN_WORDING:
            self.own.begin(key, number, made.wording or "", "yours")
            return
        worded = next((one for one in edit.wordings if one.text.strip()), None)
        if worded is None:
            self.own.begin(key, number, edit.base_text, "started from what was sent")
        else:
            self.own.begin(key, number, worded.text, _told(worded))

    def _start_own(self, index: int) -> None:
        if self._edit is not None:
            wording = self._edit.wordings[index]
            self.own.start_from(wording.text, _told(wording))

    def _look(self, choice: Choice) -> None:
        """Show how the paragraph will read with this choice."""
        if self._setting is None or self._edit is None:
            return
        self._looked = choice
        caption = "With this wording the paragraph will read" if choice is not None else "The paragraph stays so"
        if isinstance(choice, int):
            caption = f"With wording {choice + 1} the paragraph will read"
        elif isinstance(choice, str):
            caption = "With your wording the paragraph will read"
        self.preview.show_runs(caption, will_read(self._setting.review, self._edit, choice))

    def _show_wordings(self, proposed: list[Proposed]) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and any(card.isAncestorOf(focused) for card in self.wordings):
            self.take_focus()  # it goes with what it stood in
        for card in self.wordings:
            card.hide()
            self._place.removeWidget(card)
            card.deleteLater()
        self.wordings = [WordingCard(one) for one in proposed]
        for card in self.wordings:
            card.taken.connect(self.take)
            card.started.connect(self._start_own)
            card.looked.connect(self._look)
            self._place.addWidget(card)
        tab_through(self.own, self.wordings)

    @staticmethod
    def _proposed(setting: Setting, edit: EditRow, index: int) -> Proposed:
        wording, made = edit.wordings[index], edit.decision
        roles = dict.fromkeys(setting.roles.get(name, "") for name in wording.people)
        about = [*filter(None, roles), texts.how(wording, setting.today)]
        accepted = made.choice if made is not None and made.verdict is Verdict.ACCEPTED else None
        return Proposed(
            number=index + 1,
            people=wording.people,
            tones=tuple(setting.tones.get(name, "lead") for name in wording.people),
            about=" · ".join(about),
            reading=reading(setting.review, edit, wording),
            accepted=accepted == index,
            besides=texts.known_besides(wording),
        )

    @staticmethod
    def _key(setting: Setting, edit: EditRow) -> str:
        return f"combined:{setting.review.draft_id}:{edit.key}"

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.SMALL)
        column.addWidget(self.sent)
        column.addLayout(self._place)
        for part in (self.own, self._answers, self.reason, self.preview):
            column.addWidget(part)


def _choice_of(edit: EditRow) -> Choice:
    """Return what was decided, or the first wording while nothing is."""
    made = edit.decision
    if made is None:
        return 0
    return made.choice if made.verdict is Verdict.ACCEPTED else made.wording


def _told(wording: Wording) -> str:
    """Return from whose wording one's own is begun; it never goes elsewhere."""
    stays = ", and stays where it stood" if wording.moves_to is not None else ""
    return f"started from {wording.people[0]}’s{stays}"
