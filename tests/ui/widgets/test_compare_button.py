from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from carfacilitator.document.profiles import AS_USUAL, Calm, Profile
from carfacilitator.ui.widgets.compare_button import CompareButton, KeptProfile
from carfacilitator.ui.widgets.review_data import Detail
from carfacilitator.ui.widgets.sheet_model import Way

CALM = Profile(calm=Calm.CALMER, ignore_case=True)


def button(qtbot: QtBot, profile: Profile = AS_USUAL, *kept: KeptProfile) -> CompareButton:
    made = CompareButton()
    qtbot.addWidget(made)
    made.show_way(Way(), has_own=True)
    made.show_profile(profile, kept)
    return made


def offered(made: CompareButton, words: str) -> QAction:
    return next(action for action in made.menu_of_choices().actions() if words in action.text())


def test_what_counts_as_a_change_is_switched_one_by_one(qtbot: QtBot) -> None:
    made = button(qtbot)
    formatting = offered(made, "Formatting")
    assert not formatting.isChecked()
    with qtbot.waitSignal(made.profile_chosen) as chosen:
        formatting.trigger()
    assert chosen.args == [Profile(ignore_formatting=False)]


def test_the_comparison_can_be_calmer(qtbot: QtBot) -> None:
    made = button(qtbot, Profile(ignore_case=True))
    with qtbot.waitSignal(made.profile_chosen) as chosen:
        offered(made, "Calmer").trigger()
    assert chosen.args == [CALM]


def test_detail_and_the_files_own_changes_are_one_choice(qtbot: QtBot) -> None:
    made = button(qtbot)
    with qtbot.waitSignal(made.way_chosen) as chosen:
        offered(made, "tracked in the file").trigger()
    assert chosen.args == [Way(own_changes=True)]
    made.show_way(Way(own_changes=True), has_own=True)
    with qtbot.waitSignal(made.way_chosen) as chosen:
        offered(made, "Mark sentences").trigger()
    assert chosen.args == [Way(detail=Detail.SENTENCE)]


def test_a_way_of_comparing_is_kept_and_forgotten(qtbot: QtBot) -> None:
    made = button(qtbot, CALM)
    assert "in your way" in made.text()
    with qtbot.waitSignal(made.keep_wanted) as wanted:
        offered(made, "under a name").trigger()
    assert wanted.args == [CALM]
    made.show_profile(CALM, [KeptProfile("k", "for Ailsa", CALM)])
    assert "for Ailsa" in made.text()
    with qtbot.waitSignal(made.forget_wanted) as forgotten:
        offered(made, "Forget").trigger()
    assert forgotten.args == ["k"]
    with qtbot.waitSignal(made.profile_chosen) as chosen:
        offered(made, "Back to").trigger()
    assert chosen.args == [AS_USUAL]


def test_the_menu_opens_at_a_press(qtbot: QtBot) -> None:
    made = button(qtbot)
    made.show()
    made.click()
    menu = made.findChildren(type(made.menu_of_choices()))[0]
    assert menu.isVisible()
    menu.close()
