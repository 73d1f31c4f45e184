"""Which comments stand beside the draft: by kind, person, state, draft and audience; and the menu for it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from carfacilitator.ui.widgets.review_data import CommentCard

OPEN, RESOLVED = "Open", "Resolved"
CHANGED, WEAK, FROM_FILE = "Passage changed", "Uncertain place", "Came inside the file"


@dataclass(frozen=True, slots=True)
class CardFilter:
    """What is wanted, in the words of the menu; '' leaves nothing out."""

    kind: str = ""
    person: str = ""
    state: str = ""
    draft: str = ""
    audience: str = ""

    def lets(self, card: CommentCard) -> bool:
        """Tell whether a comment is shown."""
        return all(not getattr(self, name) or getattr(self, name) in told(card) for name, told in ASPECTS.items())

    def words(self) -> str:
        """Return what is wanted in words, '' for everything."""
        return " · ".join(filter(None, (getattr(self, name) for name in ASPECTS)))


def _states(card: CommentCard) -> tuple[str, ...]:
    told = ((RESOLVED if card.resolved else OPEN, True), (CHANGED, bool(card.old_quote) and not card.lost))
    return tuple(words for words, so in (*told, (WEAK, card.weak), (FROM_FILE, card.from_file)) if so)


ASPECTS: Mapping[str, Callable[[CommentCard], Sequence[str]]] = MappingProxyType(
    {
        "kind": lambda card: (card.kind.name,),
        "person": lambda card: tuple({card.author, *(reply.author for reply in card.replies)} - {""}),
        "state": _states,
        "draft": lambda card: tuple(filter(None, (card.begun_on,))),
        "audience": lambda card: (card.audience.name,) if card.audience else (),
    }
)
TITLES = {"kind": "Kind", "person": "Person", "state": "State", "draft": "Begun on", "audience": "Seen by"}


def card_menu(
    parent: QWidget, cards: Sequence[CommentCard], now: CardFilter, choose: Callable[[CardFilter], object]
) -> QMenu:
    """Return a menu with a part for each aspect, which counts what there is."""
    menu = QMenu(parent)
    for name, told in ASPECTS.items():
        counts = Counter(value for card in cards for value in told(card))
        if not counts:
            continue
        part = menu.addMenu(f"{TITLES[name]}: {getattr(now, name)}" if getattr(now, name) else TITLES[name])
        group = QActionGroup(part)
        for value, words in (("", "All"), *((value, f"{value}  ({number})") for value, number in counts.most_common())):
            action = part.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(getattr(now, name) == value)
            wanted = replace(now, **{name: value})
            action.triggered.connect(lambda _, one=wanted: choose(one))
            group.addAction(action)
    menu.addSeparator()
    everything = menu.addAction("Show all comments")
    everything.setEnabled(now != CardFilter())
    everything.triggered.connect(lambda _: choose(CardFilter()))
    return menu
