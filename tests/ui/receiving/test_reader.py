from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from carfacilitator import paths
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.receiving.looking import Asked, Look, Refused
from carfacilitator.ui.receiving.reader import FileReader


def test_files_are_read_one_after_the_other_and_a_bad_one_holds_up_none(
    qtbot: QtBot, workspace: Services, desk: Desk, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"milk, bread")
    owner, found = QObject(), list[Look]()
    reader = FileReader(workspace, desk.jobs, owner)
    reader.found.connect(lambda one: found.extend([one]))
    with qtbot.waitSignal(reader.emptied):
        reader.read([bad, paths.resource("sample", "the-bus-that-isnt-there-draft-1.docx")])
        assert reader.is_busy
    assert [type(one) for one in found] == [Refused, Asked]
    assert reader.of == 2
    reader.begin_anew()
    assert (reader.of, reader.is_busy) == (0, False)


def test_one_that_is_cancelled_is_left_out(qtbot: QtBot, workspace: Services, desk: Desk) -> None:
    owner, found = QObject(), list[Look]()
    reader = FileReader(workspace, desk.jobs, owner)
    reader.found.connect(lambda one: found.extend([one]))
    file = paths.resource("sample", "the-bus-that-isnt-there-draft-1.docx")
    with qtbot.waitSignal(reader.emptied):
        with qtbot.waitSignal(desk.jobs.started) as begun:
            reader.read([file, file])
        begun.args[0].cancel()
    assert (len(found), reader.of) == (1, 1)
