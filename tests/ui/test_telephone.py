from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.errors import KnownError, RefusedError
from carfacilitator.services.workspace import Services
from carfacilitator.ui.messages import Message
from carfacilitator.ui.page import Desk
from carfacilitator.ui.telephone import TelephoneRemark, taking_down
from carfacilitator.ui.widgets.button import Button
from tests.builders import NOON, a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    made = a_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def draft_id(services: Services) -> UUID:
    """Return a draft that went to Ruth last, and for whose packs nothing has come yet."""
    made = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    for name in ("Ruth McKay", "Alan Petrie"):
        pack = services.packs.make(services.packs.prepare(made, a_gatekeeper(services, name)))
        if name.startswith("Ruth"):
            services.packs.sent(pack.stamp.id, "email", NOON)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 700)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


class Pressed:
    """Counts what a person presses besides the letters of words; words go to what has the focus."""

    def __init__(self) -> None:
        self.keys = 0

    def key(self, key: Qt.Key) -> None:
        self.keys += 1
        QTest.keyClick(focused(), key)

    def words(self, text: str) -> None:
        QTest.keyClicks(focused(), text)


def opened(services: Services, window: QWidget, desk: Desk, went: list[object] | None = None) -> TelephoneRemark:
    known = went if went is not None else []
    panel = taking_down(services, desk.messages, lambda page, id_: known.append((page, id_)))
    panel.open_over(window)
    return panel


def test_a_remark_is_down_with_its_passage_in_three_keys_besides_its_words(
    services: Services, draft_id: UUID, window: QWidget, desk: Desk
) -> None:
    messages, went = desk.messages, list[object]()
    panel = opened(services, window, desk, went)
    person = Pressed()
    person.keys += 1  # Ctrl+H, which opened it
    person.words("Number nine is easily found.")
    person.key(Qt.Key.Key_Tab)
    person.words("kitchen door")
    person.key(Qt.Key.Key_Return)
    assert person.keys == 3
    (row,) = services.returns.rows()
    assert (row.gatekeeper, row.how, row.remarks) == ("Ruth McKay", "telephone", 1)
    (remark,) = services.combined_reviews.open(draft_id).remarks
    assert (remark.text, remark.quote) == ("Number nine is easily found.", "kitchen door")
    assert panel.isHidden()
    assert services.unsaved.recovered() == []
    assert messages.shown == [f"Ruth McKay’s remark is kept with pack {row.code}."]
    buttons = {one.accessibleName(): one for one in messages.findChildren(Message)[0].findChildren(Button)}
    buttons["Look at what came back"].click()
    assert went == [("combined", draft_id)]


def test_who_says_it_and_where_it_is_about_can_be_chosen(
    services: Services, draft_id: UUID, window: QWidget, desk: Desk
) -> None:
    panel = opened(services, window, desk)
    person = Pressed()
    person.words("Fine by me.")
    QTest.keyClick(panel.who.box, Qt.Key.Key_Down)
    panel.passage.setText("the flood")
    panel.look()
    assert len(panel.rows.rows) > 1
    panel.passage.setFocus()
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Return)
    assert services.returns.rows()[0].gatekeeper == "Alan Petrie"
    assert services.combined_reviews.open(draft_id).remarks[0].quote.casefold() == "the flood"


@pytest.mark.usefixtures("draft_id")
def test_words_that_stand_nowhere_keep_nothing_and_say_so(services: Services, window: QWidget, desk: Desk) -> None:
    panel = opened(services, window, desk)
    Pressed().words("Hm.")
    panel.passage.setText("a zeppelin")
    panel.keep()
    assert services.returns.rows() == []
    panel.passage.setText("")
    panel.words.area.clear()
    panel.keep()
    assert services.returns.rows() == []


@pytest.mark.usefixtures("draft_id")
def test_what_was_written_is_there_again_after_it_was_closed(services: Services, window: QWidget, desk: Desk) -> None:
    first = opened(services, window, desk)
    Pressed().words("Wait, the doorbell")
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert opened(services, window, desk).words.text == "Wait, the doorbell"


def test_without_a_pack_or_while_others_look_on_it_says_why_not(services: Services, desk: Desk) -> None:
    with pytest.raises(KnownError):
        taking_down(services, desk.messages, print)
    services.discretion.enter()
    with pytest.raises(RefusedError):
        taking_down(services, desk.messages, print)
