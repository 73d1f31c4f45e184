from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from carfacilitator.ui.widgets.card_filter import OPEN, RESOLVED, CardFilter, card_menu
from tests.ui.widgets.review_demo import cards


def let(wanted: CardFilter) -> set[str]:
    return {card.id for card in cards() if wanted.lets(card)}


def test_every_aspect_narrows() -> None:
    some = cards()[0]
    assert let(CardFilter()) == {card.id for card in cards()}
    assert let(CardFilter(kind=some.kind.name)) == {card.id for card in cards() if card.kind == some.kind}
    assert let(CardFilter(state=RESOLVED)) == {card.id for card in cards() if card.resolved}
    assert let(CardFilter(state=OPEN)) == {card.id for card in cards() if not card.resolved}
    assert let(CardFilter(kind="Politics", state=RESOLVED)) == set()
    assert CardFilter(kind="Politics", state=RESOLVED).words() == "Politics · Resolved"


def test_who_answered_counts_as_a_person_of_the_thread() -> None:
    answered = next(card for card in cards() if card.replies)
    assert answered.id in let(CardFilter(person=answered.replies[0].author))


def test_the_menu_offers_what_there_is_and_counts_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[CardFilter] = []

    def choose(wanted: CardFilter) -> None:
        chosen.append(wanted)

    menu = card_menu(parent, cards(), CardFilter(state=OPEN), choose)
    parts = {part.title(): part for part in menu.findChildren(QMenu)}
    assert set(parts) == {"Kind", "Person", f"State: {OPEN}", "Seen by"}
    resolved = next(action for action in parts[f"State: {OPEN}"].actions() if action.text().startswith(RESOLVED))
    assert resolved.text() == "Resolved  (1)"
    resolved.trigger()
    menu.actions()[-1].trigger()
    assert chosen == [CardFilter(state=RESOLVED), CardFilter()]
