from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.page import COPY, SAVE, PacksPage
from carfacilitator.ui.widgets.words import Words
from carfacilitator.word.reader import read
from tests.ui.conftest import Answers


def choose(page: PacksPage, services: Services, name: str) -> None:
    gatekeeper = next(row for row in services.gatekeepers.rows() if row.name == name)
    page.wishes.gatekeeper.set_value(str(gatekeeper.id))
    page.wishes.changed.emit()


def said(page: PacksPage) -> str:
    return "\n".join(words.text() for words in page.findChildren(Words) if words.isVisibleTo(page))


def test_choosing_somebody_else_counts_again(page: PacksPage, services: Services) -> None:
    choose(page, services, "Alan Petrie")
    assert "Review pack for Alan Petrie" in said(page)
    assert "Dear Alan" in said(page)
    threads = [thread for thread in services.reviews.threads(page._draft or UUID(int=0)) if thread.is_open]
    manager = [t for t in threads if t.audience.reaches(Audience.LOCAL_MANAGER) and t.place.anchor]
    assert f"{len(manager)}\ncomments" in said(page)
    assert "for: facilitator only" in said(page)


def test_the_letter_says_what_is_asked(page: PacksPage) -> None:
    page.wishes.questions[0].line.setText("Could a tenant be recognised?")
    page.wishes.changed.emit()
    assert "1.  Could a tenant be recognised?" in said(page)


def test_a_saved_pack_holds_what_was_seen_and_waits_for_an_answer(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, services, "Alan Petrie")
    answers.file = tmp_path / "out"
    page.commands[SAVE].trigger()
    qtbot.waitUntil(lambda: page.handing.made is not None)
    (document,) = (tmp_path / "out").glob("*.docx")
    assert list((tmp_path / "out").glob("*.eml"))
    pack = services.packs.rows()[0]
    roots = [comment for comment in read(document.read_bytes()).comments if not comment.parent]
    assert len(roots) == pack.comments
    assert pack.handed_over_at is None
    page.hand.answered.emit("email")
    assert services.packs.open(pack.id).handed_over_how == "email"
    page.hand.answered.emit("")
    assert services.packs.open(pack.id).handed_over_at is None


def test_a_second_pack_stands_beside_the_first(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(page, services, "Alan Petrie")
    answers.file = tmp_path / "out"
    gatekeeper, draft = page.wishes.gatekeeper_id, page._draft
    assert gatekeeper is not None
    assert draft is not None
    first = services.packs.make(services.packs.prepare(draft, gatekeeper))
    before = {file: file.read_bytes() for file in services.packs.hand_over(first, tmp_path / "out")}
    page.commands[SAVE].trigger()
    qtbot.waitUntil(lambda: page.handing.made is not None)
    assert {file: file.read_bytes() for file in before} == before
    made = page.handing.made
    assert made is not None
    assert page.handing.where == str(tmp_path / "out" / f"Pack {made.stamp.code}")


def test_a_pack_that_cannot_be_saved_was_never_made(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    before = {row.id for row in services.packs.rows()}
    (tmp_path / "out").write_bytes(b"a file, not a folder")
    answers.file = tmp_path / "out"
    page.commands[SAVE].trigger()
    qtbot.waitUntil(lambda: bool(page.desk.messages.shown) and not page.desk.jobs.busy)
    assert {row.id for row in services.packs.rows()} == before
    assert page.handing.made is None


def test_a_pack_made_before_can_be_gone_on_with(page: PacksPage, services: Services) -> None:
    pack = services.packs.rows()[0]
    page.open(pack.id)
    assert f"Hand over the pack for {pack.gatekeeper}" in said(page)
    assert page.commands[COPY].isEnabled()


def test_without_a_gatekeeper_it_says_what_to_do(qtbot: QtBot, desk: Desk, sampled: Services, draft_id: UUID) -> None:
    for row in sampled.gatekeepers.rows():
        sampled.gatekeepers.remove(row.id)
    page = PacksPage(sampled, desk)
    qtbot.addWidget(page)
    page.show()
    page.open(draft_id)
    assert "No gatekeeper to send it to yet" in said(page)
    assert not page.commands[SAVE].isEnabled()
