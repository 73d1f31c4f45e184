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
    assert items or noun == "departures"
    assert all(item["id"] and isinstance(item["title"], str) for item in items)


def test_instants_have_their_offset(run: Run, sample: Path) -> None:
    items = json.loads(run("list", sample, "drafts", "--json")[1])["items"]
    assert all(item["received_at"].endswith("+00:00") for item in items)


def test_search_finds_words_and_keeps_what_is_confidential_back(run: Run, sample: Path) -> None:
    plain = json.loads(run("search", sample, "Petrie", "--json")[1])
    whole = json.loads(run("search", sample, "Petrie", "--confidential", "--json")[1])
    assert plain["count"] == len(plain["hits"])
    assert whole["count"] > plain["count"]
    assert set(whole["hits"][0]) == {"noun", "id", "title", "snippet", "audience"}
