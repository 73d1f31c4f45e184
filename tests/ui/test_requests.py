from pytestqt.qtbot import QtBot

from carfacilitator.ui.requests import Requests, WhileClosed


def test_a_request_keeps_its_passphrase_to_itself() -> None:
    assert "otter" not in repr(WhileClosed("Encrypting", print, "Done.", "quiet otter"))


def test_whoever_answers_gets_the_request(qtbot: QtBot) -> None:
    requests = Requests()
    errand = WhileClosed("Restoring", print, "Done.")
    with qtbot.waitSignal(requests.while_closed) as heard:
        requests.while_closed.emit(errand)
    assert heard.args == [errand]
