"""Each page beside the picture of it that was kept; `python -m tests.golden.renew` draws them anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from carfacilitator.services.workspace import Circumstances, Services, open_workspace
from tests.builders import CHEAP, PASSPHRASE
from tests.golden.drawing import FOLDER, Difference, copy_of, difference, draw

MOST_BYTES = 1_500_000


@pytest.fixture(scope="module")
def services(kept_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = copy_of(kept_sample, tmp_path_factory.mktemp("golden"))
    opened = open_workspace(folder, PASSPHRASE, Circumstances(cost=CHEAP))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def drawn(qapp: QApplication, services: Services, tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    """Draw every page, and leave the pictures where a person can look at those that differ."""
    pictures = dict(draw(qapp, services))
    folder = tmp_path_factory.mktemp("drawn")
    for name, picture in pictures.items():
        picture.save(str(folder / f"{name}.png"))
    return pictures


def test_every_page_looks_as_it_was_kept(drawn: dict[str, QImage]) -> None:
    kept = {file.stem: QImage(str(file)) for file in FOLDER.glob("*.png")}
    assert set(drawn) == set(kept), "a page came or went: renew the pictures"
    clear = {name: apart for name, picture in drawn.items() if (apart := difference(kept[name], picture)).is_clear}
    assert not clear, "look at them, and renew the pictures if it is meant"


def test_the_pictures_take_little_room() -> None:
    assert sum(file.stat().st_size for file in FOLDER.glob("*.png")) < MOST_BYTES


def test_a_moved_card_is_a_clear_difference_and_a_softer_letter_is_none(drawn: dict[str, QImage]) -> None:
    picture = drawn["today"]
    moved = QImage(picture)
    painter = QPainter(moved)
    painter.drawImage(0, 12, picture, 0, 0, picture.width(), picture.height() - 12)
    painter.end()
    assert difference(picture, moved).is_clear
    softer = picture.scaled(picture.size() * 0.9).scaled(picture.size())
    assert not difference(picture, softer).is_clear


def test_a_missing_button_is_a_clear_difference() -> None:
    paper, button = QImage(640, 400, QImage.Format.Format_RGB32), QColor("#0b6e7a")
    paper.fill(QColor("#f4f2ec"))
    with_button = QImage(paper)
    painter = QPainter(with_button)
    painter.fillRect(QRect(480, 12, 140, 60), button)
    painter.end()
    assert difference(paper, with_button).is_clear
    assert difference(paper, paper) == Difference(0, 0)
