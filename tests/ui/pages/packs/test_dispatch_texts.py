from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from carfacilitator.services.dispatches import DispatchRow, Lying, SavedPack
from carfacilitator.services.workspace import Services
from carfacilitator.ui.pages.packs import dispatch_texts as texts

TODAY = date(2026, 3, 11)
ELEVEN = datetime(2026, 3, 11, 11, 5, tzinfo=UTC)


@pytest.fixture
def saved(services: Services) -> DispatchRow:
    pack = services.packs.rows()[0]
    fresh = replace(pack, handed_over_at=None, handed_over_how="", reply_by=date(2026, 4, 1), role="CPP lead")
    return DispatchRow(pack=fresh, remind_on=None, back=None, returns=0)


def sent(row: DispatchRow, at: datetime = ELEVEN, how: str = "email") -> DispatchRow:
    return replace(row, pack=replace(row.pack, handed_over_at=at, handed_over_how=how))


def test_how_far_a_pack_is_is_said_in_two_words(saved: DispatchRow) -> None:
    assert texts.state(saved, TODAY).text == "saved"
    assert texts.state(sent(saved), TODAY).text == "sent 11:05"
    assert texts.state(sent(saved, ELEVEN - timedelta(7)), TODAY).text == "sent 4 March"
    assert texts.state(replace(saved, remind_on=date(2026, 3, 12)), TODAY).text == "ask tomorrow"
    assert texts.state(replace(saved, remind_on=TODAY), TODAY).text == "ask now"
    assert texts.state(replace(sent(saved), back=ELEVEN, returns=1), TODAY).text == "back 11 March"


def test_how_many_are_sent_is_said_and_that_one_may_leave(saved: DispatchRow) -> None:
    assert texts.progress([saved]).startswith("Not sent yet. You can leave this page")
    assert texts.progress([sent(saved), saved, saved]).startswith("One of three sent.")
    assert texts.progress([sent(saved), sent(saved)]) == "You said that every one was sent."
    assert texts.heading([saved]) == "One file, one person"


def test_it_never_says_that_it_was_sent_but_that_she_said_so(saved: DispatchRow) -> None:
    said = texts.sent(sent(saved, how="by post").pack, TODAY)
    assert said == "You said that you sent it by post on Wednesday 11 March, 11:05."
    assert "by email" in texts.sent(sent(saved).pack, TODAY)
    assert texts.sent(saved.pack, TODAY) == ""


def test_what_is_watched_names_the_day_and_the_telephone(saved: DispatchRow) -> None:
    due, after = texts.watched(saved, TODAY, "01632 960 118")
    assert due[1] == "Wednesday 1 April"
    assert after[1] == "Thursday 2 April"
    assert "01632 960 118" in after[2]
    (open_end,) = texts.watched(replace(saved, pack=replace(saved.pack, reply_by=None)), TODAY, "")
    assert "under Today" in open_end[2]


@pytest.mark.parametrize(
    ("lying", "tone", "words"),
    [
        (Lying.AS_MADE, "good", "it is what was made here"),
        (Lying.CHANGED, "warn", "no longer the one"),
        (Lying.GONE, "warn", "not in its folder any more"),
        (Lying.UNKNOWN, "muted", "not known here"),
    ],
)
def test_a_changed_file_is_amber_and_says_so(saved: DispatchRow, lying: Lying, tone: str, words: str) -> None:
    folder = None if lying is Lying.UNKNOWN else Path("/home/isla/Documents/Review packs/11 March")
    _, is_tone, heading, where = texts.lying(SavedPack(folder=folder, lying=lying, sha256="", size=1), saved.pack)
    assert is_tone == tone
    assert words in heading
    assert (folder is None) == ("Documents › Review packs › 11 March ›" not in where)


def test_sizes_are_said_as_people_know_them() -> None:
    assert [texts.size(of) for of in (10, 151_552, 2_621_440)] == ["1 KB", "148 KB", "2.5 MB"]
