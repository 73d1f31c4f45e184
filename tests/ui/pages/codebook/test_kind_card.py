from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from carfacilitator.services.codebook import KindLine
from carfacilitator.services.workspace import Services
from carfacilitator.ui.keeping import Keeping
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.codebook.kind_card import KindCard

Kinds = dict[str, UUID]


@pytest.fixture
def line(services: Services, kinds: Kinds) -> Callable[[str], KindLine]:
    def read(letter: str) -> KindLine:
        return next(kind for kind in services.codebook.rows() if kind.id == kinds[letter])

    return read


@pytest.fixture
def card(qtbot: QtBot, services: Services, desk: Desk, line: Callable[[str], KindLine]) -> KindCard:
    made = KindCard(services, Keeping(services, desk.messages))
    qtbot.addWidget(made)
    made.show_kind(line("E"))
    return made


def test_what_is_typed_is_kept(card: KindCard, line: Callable[[str], KindLine]) -> None:
    for field, text in ((card.name, "Care"), (card.letter, "c"), (card.question, "Who is hurt?")):
        (field.line).setText(text)
        field.finish()
    kind = line("E")
    assert (kind.name, kind.letter, kind.question) == ("Care", "C", "Who is hurt?")


def test_a_letter_that_is_taken_is_refused_where_it_stands(card: KindCard, line: Callable[[str], KindLine]) -> None:
    card.letter.line.setText("W")
    card.letter.finish()
    assert line("E").letter == "E"
    assert "already stands for" in card.letter.line.accessibleDescription()


def test_a_colour_is_kept_at_once(card: KindCard, line: Callable[[str], KindLine]) -> None:
    grey = next(s for s in card.colour.findChildren(QAbstractButton) if s.toolTip() == "Grey")
    grey.click()
    assert line("E").colour == "muted"
