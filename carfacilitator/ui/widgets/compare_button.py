"""What counts as a difference and how finely it is marked: one button, and the menu that it opens."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from carfacilitator.document.profiles import AS_USUAL, Calm, Profile
from carfacilitator.ui.widgets.button import Button
from carfacilitator.ui.widgets.review_data import Detail
from carfacilitator.ui.widgets.sheet_model import Way

CALMS = ((Calm.CALMER, "Calmer: longer stretches"), (Calm.USUAL, "As usual"), (Calm.DETAILED, "More detail"))
DETAILS = ((Detail.WORD, "Mark words"), (Detail.SENTENCE, "Mark sentences"), (Detail.PARAGRAPH, "Mark paragraphs"))
COUNTED = (
    ("ignore_case", "Capitals and small letters"),
    ("ignore_punctuation", "Punctuation"),
    ("ignore_spaces", "Spaces"),
    ("ignore_formatting", "Formatting: bold, headings, lists"),
)


@dataclass(frozen=True, slots=True)
class KeptProfile:
    """A way of comparing that was kept under a name."""

    id: str
    name: str
    profile: Profile


class CompareButton(Button):
    """'Compared as usual'. The menu names what is on; each choice is heard at once."""

    way_chosen = Signal(object)  # a Way
    profile_chosen = Signal(object)  # a Profile
    keep_wanted = Signal(object)  # a Profile that wants a name
    forget_wanted = Signal(str)  # a KeptProfile's id

    def __init__(self) -> None:
        super().__init__("Compared as usual", "filter")
        self.profile = AS_USUAL
        self._way = Way()
        self._has_own = False
        self._kept: tuple[KeptProfile, ...] = ()
        self.clicked.connect(self._open)

    def show_way(self, way: Way, *, has_own: bool) -> None:
        """Show how the drafts are looked at, and whether the files bring tracked changes of their own."""
        self._way, self._has_own = way, has_own

    def show_profile(self, profile: Profile, kept: Sequence[KeptProfile]) -> None:
        """Show what counts as a difference, and which ways of comparing were kept."""
        self.profile, self._kept = profile, tuple(kept)
        named = next((one.name for one in kept if one.profile == profile), "in your way")
        self.say("Compared as usual" if profile == AS_USUAL else f"Compared {named}")

    def menu_of_choices(self) -> QMenu:
        """Return the menu, ready to be opened."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self._add_details(menu)
        self._add_calms(menu)
        self._add_counted(menu)
        self._add_kept(menu)
        return menu

    def _open(self) -> None:
        menu = self.menu_of_choices()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _add_details(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for value, words in DETAILS:
            on = self._way.detail is value and not self._way.own_changes
            way = replace(self._way, detail=value, own_changes=False)
            _add(menu, words, partial(self.way_chosen.emit, way), on=on, group=group)
        if self._has_own:
            way = replace(self._way, own_changes=True)
            words = "Mark what was tracked in the file"
            _add(menu, words, partial(self.way_chosen.emit, way), on=self._way.own_changes, group=group)

    def _add_calms(self, menu: QMenu) -> None:
        menu.addSeparator()
        group = QActionGroup(menu)
        for calm, words in CALMS:
            profile = replace(self.profile, calm=calm)
            on = self.profile.calm is calm
            _add(menu, words, partial(self.profile_chosen.emit, profile), on=on, group=group)

    def _add_counted(self, menu: QMenu) -> None:
        _head(menu, "What counts as a change")
        for name, words in COUNTED:
            counts = not getattr(self.profile, name)
            profile = Profile.from_record(self.profile.to_record() | {name: counts})
            _add(menu, words, partial(self.profile_chosen.emit, profile), on=counts)

    def _add_kept(self, menu: QMenu) -> None:
        _head(menu, "Kept ways of comparing")
        if self.profile != AS_USUAL:
            _add(menu, "Back to as usual", partial(self.profile_chosen.emit, AS_USUAL))
        for one in self._kept:
            on = one.profile == self.profile
            _add(menu, one.name, partial(self.profile_chosen.emit, one.profile), on=on)
        here = next((one for one in self._kept if one.profile == self.profile), None)
        if here is not None:
            _add(menu, f"Forget ‘{here.name}’", partial(self.forget_wanted.emit, here.id))
        elif self.profile != AS_USUAL:
            _add(menu, "Keep this way under a name…", partial(self.keep_wanted.emit, self.profile))
        else:
            none = _add(menu, "Change something first, then keep it here", lambda: None)
            none.setEnabled(False)


def _head(menu: QMenu, words: str) -> None:
    menu.addSeparator()
    menu.addAction(words).setEnabled(False)


def _add(
    menu: QMenu, words: str, run: Callable[[], object], *, on: bool | None = None, group: QActionGroup | None = None
) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(on is not None)
    action.setChecked(bool(on))
    if group is not None:
        group.addAction(action)
    action.triggered.connect(lambda _: run())
    return action
