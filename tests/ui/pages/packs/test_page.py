from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from carfacilitator.model.terms import Audience
from carfacilitator.services.dispatches import Lying
from carfacilitator.services.workspace import Services
from carfacilitator.ui.page import Desk
from carfacilitator.ui.pages.packs.pack_actions import AFTER, AGAIN, COPY, NEXT, NOT_YET, OTHER, SAVE, YES
from carfacilitator.ui.pages.packs.page import PacksPage
from carfacilitator.ui.pages.packs.recipients import RecipientRow
from carfacilitator.ui.shared_actions import ANSWERS, WHAT_CAME_BACK
from carfacilitator.ui.widgets.words import Words
from carfacilitator.word.reader import read
from tests.ui.conftest import Answers

FIONA, ALAN, RUTH = "Fiona Grant", "Alan Petrie", "Ruth McKay"


def id_of(services: Services, name: str) -> UUID:
    return next(row.id for row in services.gatekeepers.rows() if row.name == name)


def tick(page: PacksPage, services: Services, *names: str) -> None:
    """Tick these and nobody else, as a person does."""
    people = page.making.wishes.people
    people.choose([])
    for name in names:
        row = people.rows.widget_of(id_of(services, name))
        if not isinstance(row, RecipientRow):
            people.filter.setText(name)
            row = people.rows.widget_of(id_of(services, name))
        assert isinstance(row, RecipientRow)
        row.click()
        people.filter.clear()


def draft_of(page: PacksPage) -> UUID:
    assert page.making.order is not None
    return page.making.order.draft.id


def said(page: PacksPage) -> str:
    return "\n".join(words.text() for words in page.findChildren(Words) if words.isVisibleTo(page))


def saved_for(
    page: PacksPage, services: Services, answers: Answers, folder: Path, qtbot: QtBot, *names: str
) -> list[UUID]:
    before = {row.id for row in services.packs.rows()}
    tick(page, services, *names)
    answers.file = folder
    page.commands[SAVE].trigger()
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)
    return [row.id for row in services.packs.rows() if row.id not in before]


def test_it_begins_with_those_who_got_one_last_time(page: PacksPage, services: Services, draft_id: UUID) -> None:
    draft = services.drafts.open(draft_id)
    sent = [row for row in services.packs.rows(draft.case_study_id) if row.handed_over_at]
    latest = max(row.draft_number for row in sent)
    assert set(page.making.names) == {row.gatekeeper for row in sent if row.draft_number == latest}


def test_choosing_somebody_else_counts_again(page: PacksPage, services: Services, draft_id: UUID) -> None:
    tick(page, services, ALAN)
    assert "Review pack for Alan Petrie" in said(page)
    assert "Dear Alan" in said(page)
    threads = [thread for thread in services.reviews.threads(draft_id) if thread.is_open]
    manager = [t for t in threads if t.audience.reaches(Audience.LOCAL_MANAGER) and t.place.anchor]
    assert f"{len(manager)}\ncomments" in said(page)
    assert "for: facilitator only" in said(page)


def test_of_several_each_is_looked_at_in_turn(page: PacksPage, services: Services) -> None:
    tick(page, services, FIONA, ALAN)
    assert "Review packs for two people" in said(page)
    seen = set()
    for _ in range(2):
        page.commands[AFTER].trigger()
        seen |= {name for name in (FIONA, ALAN) if f"For {name} only" in said(page)}
    assert seen == {FIONA, ALAN}


def test_the_letter_says_what_is_asked(page: PacksPage, services: Services) -> None:
    tick(page, services, FIONA)
    page.making.wishes.questions.set_pairs([("Could a tenant be recognised?", "")])
    page.making.wishes.changed.emit()
    assert "1.  Could a tenant be recognised?" in said(page)


def test_nobody_is_somebody_to_ask_for(page: PacksPage, services: Services) -> None:
    tick(page, services)
    page.making.show_plan()
    assert "Tick to whom it goes" in said(page)
    assert not page.commands[SAVE].isEnabled()


def test_a_saved_pack_holds_what_was_seen_and_waits_for_an_answer(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (pack_id,) = saved_for(page, services, answers, tmp_path / "out", qtbot, ALAN)
    (document,) = (tmp_path / "out").glob("*.docx")
    assert list((tmp_path / "out").glob("*.eml"))
    pack = services.packs.open(pack_id)
    roots = [comment for comment in read(document.read_bytes()).comments if not comment.parent]
    assert len(roots) == pack.comments
    assert pack.handed_over_at is None
    page.commands[YES].trigger()
    assert services.packs.open(pack_id).handed_over_how == "email"
    page.hand.steps.question.taken_back.click()
    assert services.packs.open(pack_id).handed_over_at is None


def test_a_pack_holds_the_questions_at_their_words_and_the_proposals(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    page.making.wishes.questions.set_pairs([("Is it so?", ""), ("Which ones?", "tenancies")])
    page.making.wishes.proposals.set_pairs([("the flood", "the high water")])
    saved_for(page, services, answers, tmp_path / "out", qtbot, FIONA)
    (document,) = (tmp_path / "out").glob("*.docx")
    file = read(document.read_bytes())
    quotes = {comment.text: comment.quote for comment in file.comments}
    assert quotes["Which ones?"] == "tenancies"
    assert "Is it so?" in quotes
    assert any("the high water" in text for text in file.texts())


def test_several_are_saved_at_once_and_handed_over_one_after_the_other_by_keys(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    packs = saved_for(page, services, answers, tmp_path / "out", qtbot, FIONA, ALAN)
    assert len(list((tmp_path / "out").glob("*.docx"))) == len(packs) == 2
    assert "Hand over the packs" in said(page)
    assert "None of two sent" in said(page)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.hand.list.setFocus()
    first = page.hand.row.pack
    qtbot.keyClick(page.hand.list, Qt.Key.Key_Y)
    assert services.packs.open(first.id).handed_over_how == "email"
    second = page.hand.row.pack
    assert second.id != first.id
    qtbot.keyClick(page.hand.list, Qt.Key.Key_O)
    ways = page.hand.steps.question.ways
    ways.line.setFocus()
    qtbot.keyClicks(ways.line.line, "on a memory stick")
    qtbot.keyClick(ways.line.line, Qt.Key.Key_Return)
    assert services.packs.open(second.id).handed_over_how == "on a memory stick"
    assert not page.commands[NEXT].isVisible()


def test_what_was_refused_is_said_and_stays_chosen_while_the_others_are_saved(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    draft_id = draft_of(page)
    tick(page, services, FIONA)
    services.gatekeepers.amend(id_of(services, ALAN), belongs_to=Audience.FACILITATOR)
    people = page.making.wishes.people
    people.turn(id_of(services, ALAN), on=True)
    page.making.step(1)
    assert page.making.plan is not None
    assert page.making.names.count(ALAN) == 1
    answers.file = tmp_path / "out"
    before = {row.id for row in services.packs.rows()}
    page.commands[SAVE].trigger()
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)
    assert [row.gatekeeper for row in services.packs.rows() if row.id not in before] == [FIONA]
    assert "Alan Petrie: Packs go to others than the facilitator." in page.desk.messages.shown[-1]
    page.open(draft_id)
    assert page.making.names == [ALAN]


def test_a_clause_stands_in_place_of_the_way_on_until_the_author_agrees(
    page: PacksPage, services: Services, draft_id: UUID
) -> None:
    study = services.drafts.open(draft_id).case_study_id
    (consent,) = services.rules.consents(study)
    if consent.agreed_on is not None:
        services.rules.take_back(consent.clause_id, study)
    tick(page, services, FIONA, ALAN)
    assert "stands in the way" in said(page)
    assert not page.commands[SAVE].isEnabled()
    page.making.objection.note.click()
    page.making.objection.form.keep.click()
    assert page.commands[SAVE].isEnabled()
    (consent,) = services.rules.consents(study)
    assert consent.how == "by word of mouth"


def test_it_is_made_all_the_same_only_with_a_reason_that_is_kept(
    page: PacksPage, services: Services, draft_id: UUID
) -> None:
    study = services.drafts.open(draft_id).case_study_id
    (consent,) = services.rules.consents(study)
    if consent.agreed_on is not None:
        services.rules.take_back(consent.clause_id, study)
    tick(page, services, ALAN)
    card = page.making.objection
    card.anyway.click()
    card.go_on.click()
    assert "Write down why" in said(page)
    card.reason.area.setPlainText("She asked me to by telephone.")
    card.go_on.click()
    assert page.commands[SAVE].isEnabled()
    (consent,) = services.rules.consents(study)
    assert [(one.gatekeeper, one.reason) for one in consent.set_aside] == [(ALAN, "She asked me to by telephone.")]


def test_not_yet_is_asked_about_again_and_goes_on_to_the_next(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (pack_id,) = saved_for(page, services, answers, tmp_path / "out", qtbot, FIONA)
    page.commands[NOT_YET].trigger()
    study = services.packs.open(pack_id).case_study_id
    row = next(one for one in services.dispatches.rows(study) if one.pack.id == pack_id)
    assert row.remind_on is not None
    assert "You want to be asked again" in said(page)


def test_a_file_that_was_changed_is_said_and_can_be_saved_again(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (pack_id,) = saved_for(page, services, answers, tmp_path / "out", qtbot, FIONA)
    assert not page.commands[AGAIN].isVisible()
    (document,) = (tmp_path / "out").glob("*.docx")
    document.write_bytes(document.read_bytes() + b" ")
    page.refresh()
    assert "no longer the one that was made here" in said(page)
    page.commands[AGAIN].trigger()
    saved = services.dispatches.saved(pack_id)
    assert saved.lying is Lying.AS_MADE
    assert saved.folder is not None
    assert saved.folder.parent == tmp_path / "out"


def test_a_second_pack_stands_beside_the_first(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    draft_id = draft_of(page)
    first = services.packs.make(services.packs.prepare(draft_id, id_of(services, ALAN)))
    before = {file: file.read_bytes() for file in services.packs.hand_over(first, tmp_path / "out")}
    (pack_id,) = saved_for(page, services, answers, tmp_path / "out", qtbot, ALAN)
    assert {file: file.read_bytes() for file in before} == before
    saved = services.dispatches.saved(pack_id)
    assert saved.folder == tmp_path / "out" / f"Pack {services.packs.open(pack_id).code}"


def test_a_pack_that_cannot_be_saved_was_never_made(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "out").write_bytes(b"a file, not a folder")
    assert saved_for(page, services, answers, tmp_path / "out", qtbot, FIONA) == []
    assert page.desk.messages.shown
    assert "Review pack for Fiona Grant" in said(page)


def test_a_pack_made_before_can_be_gone_on_with(page: PacksPage, services: Services) -> None:
    pack = services.packs.rows()[0]
    page.open(pack.id)
    assert "Hand over the pack" in said(page)
    assert page.commands[COPY].isEnabled()
    assert not page.commands[OTHER].isVisible() or pack.handed_over_at is None


def test_what_was_chosen_and_typed_is_there_again(
    page: PacksPage, services: Services, draft_id: UUID, desk: Desk, qtbot: QtBot
) -> None:
    tick(page, services, RUTH)
    page.making.wishes.questions.set_pairs([("Is it so?", "tenancies")])
    page.making.wishes.changed.emit()
    again = PacksPage(services, desk)
    qtbot.addWidget(again)
    again.open(draft_id)
    assert again.making.names == [RUTH]
    assert again.making.wishes.questions.pairs == [("Is it so?", "tenancies")]


def test_without_a_gatekeeper_it_says_what_to_do(qtbot: QtBot, desk: Desk, sampled: Services, draft_id: UUID) -> None:
    for row in sampled.gatekeepers.rows():
        sampled.gatekeepers.remove(row.id)
    page = PacksPage(sampled, desk)
    qtbot.addWidget(page)
    page.show()
    page.open(draft_id)
    assert "No gatekeeper to send it to yet" in said(page)
    assert not page.commands[SAVE].isEnabled()


def test_from_a_pack_one_comes_to_what_came_back_and_to_its_table(
    page: PacksPage, services: Services, qtbot: QtBot
) -> None:
    answered = services.returns.rows()[0].pack_id
    page.open(answered)
    with qtbot.waitSignal(page.wants) as told:
        page.commands[WHAT_CAME_BACK].trigger()
    assert told.args == ["combined", services.packs.open(answered).draft_id]
    with qtbot.waitSignal(page.wants) as told:
        page.commands[ANSWERS].trigger()
    assert told.args == ["answers", answered]
    page.open(next(row.id for row in services.packs.rows() if not services.returns.rows(pack_id=row.id)))
    assert not page.commands[WHAT_CAME_BACK].isEnabled()


def test_what_is_stopped_before_it_began_stays_in_the_form(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    tick(page, services, FIONA, RUTH)
    answers.file = tmp_path / "out"
    page.commands[SAVE].trigger()
    page.desk.jobs.cancel()
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)
    if page.shown == draft_of(page):  # else the first was saved before it could be stopped
        assert set(page.making.names) == {FIONA, RUTH}
        assert "Nothing was saved." in page.desk.messages.shown[-1]


def test_a_pack_that_is_taken_back_gives_way_to_its_form(
    page: PacksPage, services: Services, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    (pack_id,) = saved_for(page, services, answers, tmp_path / "out", qtbot, FIONA)
    services.packs.remove(pack_id)
    page.refresh()
    assert "Review pack" in said(page)
    assert page.commands[SAVE].isVisible()


def test_while_others_look_on_nothing_is_said_of_where_files_lie(page: PacksPage, services: Services) -> None:
    services.discretion.enter()
    page.making.wishes.changed.emit()
    page.refresh()
    page.open(services.packs.rows()[0].id)
    assert "not known here" in said(page)
