import json
from collections.abc import Callable
from pathlib import Path

import pytest

from carfacilitator.cli.listing import LISTINGS

Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("noun", [listing.noun for listing in LISTINGS])
def test_every_noun_is_listed_with_id_and_title(run: Run, sample: Path, noun: str) -> None:
    code, told, said = run("list", sample, noun, "--json")
    assert code == 0, said
    items = json.loads(told)["items"]
    assert items or noun in {"departures", "bin", "retention-dates", "returns", "sanctions"}
    assert all(item["id"] and isinstance(item["title"], str) for item in items)


def test_instants_have_their_offset(run: Run, sample: Path) -> None:
    items = json.loads(run("list", sample, "drafts", "--json")[1])["items"]
    assert all(item["received_at"].endswith("+00:00") for item in items)


def test_a_comment_is_listed_once_where_it_stands_now(run: Run, sample: Path) -> None:
    items = json.loads(run("list", sample, "comments", "--json")[1])["items"]
    drafts = json.loads(run("list", sample, "drafts", "--json")[1])["items"]
    newest = {draft["case_study"]: draft["number"] for draft in drafts}
    assert len({item["id"] for item in items}) == len(items)
    assert all(item["draft"] == newest[item["case_study"]] for item in items if item["resolved_at"] is None)
    assert {item["begun_on"] < item["draft"] for item in items} == {True, False}
    assert {item["state"] for item in items} >= {"exact", "changed"}
    assert all(set(item["anchor"]) == {"first", "from", "last", "to"} for item in items if item["anchor"])


def test_a_title_takes_one_line(run: Run, sample: Path) -> None:
    for noun in ("comments", "case-studies"):
        items = json.loads(run("list", sample, noun, "--json")[1])["items"]
        assert len(run("list", sample, noun)[1].splitlines()) == len(items)


def test_search_finds_words_and_keeps_what_is_confidential_back(run: Run, sample: Path) -> None:
    plain = json.loads(run("search", sample, "Petrie", "--json")[1])
    whole = json.loads(run("search", sample, "Petrie", "--confidential", "--json")[1])
    assert plain["count"] == len(plain["hits"])
    assert whole["count"] > plain["count"]
    assert set(whole["hits"][0]) == {"noun", "id", "title", "snippet", "audience"}
