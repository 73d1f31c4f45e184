"""What is asked to begin a case study: its title, whose it is, in which group; and beginning it."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from carfacilitator.services.workspace import Services
from carfacilitator.ui import theme
from carfacilitator.ui.widgets.choice_or_new import ChoiceOrNew
from carfacilitator.ui.widgets.field import Field


class NewStudy(QWidget):
    """The form: a person, a group and a partnership that are not there yet are written down here as well."""

    entered = Signal()  # Enter in the title

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = Field("Title", example="for example Keeping a tenancy after the flood")
        self.author = ChoiceOrNew("Whose case study is it?", "Somebody new …", "Name of the author")
        self.group = ChoiceOrNew("In which group?", "A new group …", "Name of the group", "for example Group A")
        self.partnership = ChoiceOrNew("In which partnership?", "A new partnership …", "Name of the partnership")
        self.author.choice.box.setPlaceholderText("Choose somebody")
        self.group.choice.box.setPlaceholderText("Choose a group")
        self.title.line.returnPressed.connect(self.entered)
        self.author.chosen.connect(self._follow_author)
        self.group.chosen.connect(self._show_partnership)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.Space.MEDIUM)
        for part in (self.title, self.author, self.group, self.partnership):
            column.addWidget(part)
        self.setFocusProxy(self.title)

    def start(self, title: str = "") -> None:
        """Ask anew, with what is in the workspace to choose from."""
        people = self._services.people.rows()
        groups = [row for row in self._services.groups.rows() if row.ended is None]
        partnerships = self._services.partnerships.rows()
        self.title.set_text(title)
        self.author.set_options([(str(row.id), row.name) for row in people])
        self.group.set_options([(str(row.id), row.name) for row in groups])
        self.partnership.set_options([(str(row.id), row.name) for row in partnerships])
        if people:
            self.author.set_value("")
        if groups:
            self.group.set_value(str(groups[0].id) if len(groups) == 1 else "")
        if partnerships:
            self.partnership.set_value(str(partnerships[0].id))
        for part in self._asked():
            part.name.set_text("")
            part.say_wrong("")
        self.title.say_wrong("")
        self._show_partnership()

    def is_complete(self) -> bool:
        """Tell whether everything is there; what is missing is said where it belongs, and gets the focus."""
        self.title.say_wrong("" if self.title.text.strip() else "A case study needs a title; it can change.")
        self.author.say_wrong("" if self.author.is_said else "Say whose it is.")
        self.group.say_wrong("" if self.group.is_said else "Say which group it belongs to.")
        self.partnership.say_wrong("" if self._has_partnership() else "Say which partnership the group is in.")
        missing = [part for part, said in self._answers() if not said]
        if missing:
            missing[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return not missing

    @property
    def author_name(self) -> str:
        """The name of the author, chosen or written."""
        return self.author.text or (self.author.choice.box.currentText() if self.author.value else "")

    def begin(self) -> UUID:
        """Begin the case study, and before it whatever it belongs to that is not there yet; return its id.

        Raises:
            KnownError: something could not be written down.
        """
        group_id = self._group()
        if self.author.is_new:
            author_id = self._services.people.welcome(self.author.text, group_id)
        else:
            author_id = UUID(self.author.value)
        return self._services.case_studies.begin(self.title.text.strip(), group_id, author_id)

    def _group(self) -> UUID:
        if not self.group.is_new:
            return UUID(self.group.value)
        if self.partnership.is_new:
            partnership_id = self._services.partnerships.add(self.partnership.text)
        else:
            partnership_id = UUID(self.partnership.value)
        return self._services.groups.add(partnership_id, self.group.text)

    def _asked(self) -> tuple[ChoiceOrNew, ...]:
        return self.author, self.group, self.partnership

    def _answers(self) -> tuple[tuple[QWidget, bool], ...]:
        return (
            (self.title.line, bool(self.title.text.strip())),
            (_seen(self.author), self.author.is_said),
            (_seen(self.group), self.group.is_said),
            (_seen(self.partnership), self._has_partnership()),
        )

    def _has_partnership(self) -> bool:
        return self.partnership.is_said or not self.group.is_new

    def _follow_author(self) -> None:
        """Propose the group that the author belongs to."""
        if self.author.is_new or self.group.is_said:
            return
        places = [place for place in self._services.people.open(UUID(self.author.value)).places if place.left is None]
        if places:
            self.group.set_value(str(places[0].group_id))
            self._show_partnership()

    def _show_partnership(self) -> None:
        self.partnership.setHidden(not self.group.is_new)


def _seen(part: ChoiceOrNew) -> QWidget:
    return part.name.line if part.is_new else part.choice.box
