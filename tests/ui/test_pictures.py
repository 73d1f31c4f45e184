from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from carfacilitator.services.workspace import Services
from carfacilitator.ui import pictures
from carfacilitator.ui.page import Desk, Page
from carfacilitator.ui.widgets.row_list import RowList
from carfacilitator.ui.widgets.rows import Row

FRONTS = (
    "welcome",
    "new-workspace",
    "unlock",
    "unlock-code",
    "recovery-code",
    "new-passphrase",
    "restore",
    "people-discreet",
    "leave-discreet",
)


class People(Page):
    ID = PLACE = "people"

    def __init__(self, services: Services, desk: Desk) -> None:
        super().__init__(desk)
        self.rows = RowList("People")
        self.rows.set_rows([Row(id=row.id, strong=row.name) for row in services.people.rows()])
        self.body.addWidget(self.rows)


def pages(services: Services, desk: Desk) -> Sequence[Page]:
    return [People(services, desk)]


def test_every_page_is_drawn_in_every_state(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "VIEWS", pictures.VIEWS[2:3])
    said = list[str]()
    assert pictures.draw_all(qapp, tmp_path, pages, said.append) == 0
    assert said == ["Making three workspaces", "Drawing narrow, 1 of 1"]
    names = {file.stem for file in tmp_path.glob("*.png")}
    fronts = {f"{front}-narrow" for front in (*FRONTS, "commands", "find", "guide")}
    drawn = {f"people-{state}-narrow" for state in ("empty", "typical", "full")}
    assert names == fronts | drawn
    size = QImage(str(tmp_path / "people-typical-narrow.png")).size()
    assert (size.width(), size.height()) == (1024, 700)
