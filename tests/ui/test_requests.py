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


def test_after_how_long_it_locks_is_known_on_every_page(qtbot: QtBot) -> None:
    requests = Requests()
    assert requests.lock_after == 10
    with qtbot.waitSignal(requests.lock_after_chosen) as heard:
        requests.choose_lock_after(3)
    assert heard.args == [3]
    assert requests.lock_after == 3
