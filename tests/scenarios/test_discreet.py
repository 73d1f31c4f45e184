"""On a screen that others see: no service tells a name or a confidence, whatever is asked of it."""

import dataclasses
import inspect
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

from carfacilitator.errors import KnownError
from carfacilitator.services.workspace import Services
from tests.builders import PASSPHRASE

SECRET = "Xanthippe"
ALTERING = {"undo", "redo", "take_back", "discard", "close", "original", "file", "forget_undo", "enter", "leave"}
"""Verbs that can be called with nothing and do more than tell; `original` and `file` give bytes that cannot leave."""


def told(value: Any) -> Iterator[str]:  # noqa: ANN401  whatever a service tells
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name != "document":  # a draft's own text stands as its author wrote it
                yield from told(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from told([*value.keys(), *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from told(one)


def ids(value: Any) -> Iterator[UUID]:  # noqa: ANN401  likewise
    if isinstance(value, UUID):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from ids(getattr(value, field.name))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from ids(one)


def verbs(services: Services) -> Iterator[tuple[str, Callable[..., Any], int]]:
    """Return every public method of every service that needs nothing, or one id, to be called."""
    for field in dataclasses.fields(services):
        service = getattr(services, field.name)
        if not type(service).__module__.startswith("carfacilitator.services"):
            continue
        for name, method in inspect.getmembers(service, inspect.ismethod):
            needed = [
                one
                for one in inspect.signature(method).parameters.values()
                if one.default is one.empty and one.kind in {one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD}
            ]
            tells = name in {"rows", "open", "view", "events", "threads", "timeline", "document", "balance", "choices"}
            asks = name not in ALTERING and (tells or name.startswith(("can_", "next", "out", "owner", "recovered")))
            if not name.startswith("_") and asks and len(needed) < 2:
                yield f"{field.name}.{name}", method, len(needed)


def everything_told(services: Services) -> dict[str, set[str]]:
    """Return what every verb of every service says when it is asked with nothing, or with any id that is known."""
    asked = list(verbs(services))
    answers = {name: [method()] for name, method, needed in asked if not needed}
    known = {one for answer in answers.values() for one in ids(answer)}
    for name, method, needed in asked:
        if needed:
            answers[name] = []
            for one in known:
                try:
                    answers[name].append(method(one))
                except KnownError:
                    continue
    return {name: set(told(answer)) for name, answer in answers.items()}


def plant(services: Services) -> set[str]:
    """Write a secret into everything that is back stage, and return the names that must not be read."""
    (person, *_) = services.people.rows()
    services.people.amend(person.id, needs=SECRET, notes=SECRET, email=f"{SECRET}@example.org")
    services.mentoring.add(person.id, shared_part=SECRET, private_part=SECRET)
    for gatekeeper in services.gatekeepers.rows():
        services.gatekeepers.amend(gatekeeper.id, cares_about=SECRET, could_stop=SECRET, notes=SECRET)
    meeting = services.meetings.rows()[0]
    services.meetings.amend(meeting.id, private_note=SECRET, notes=f"{person.name} spoke.")
    services.groups.amend(meeting.group_id, notes=SECRET)
    services.unsaved.keep(f"person:{person.id}:notes", SECRET)
    return {row.name for row in services.people.rows()} | {row.name for row in services.gatekeepers.rows()}


def leaks(said: dict[str, set[str]], names: set[str]) -> set[tuple[str, str]]:
    spoken = [(verb, text) for verb, texts in said.items() if verb != "drafts.document" for text in texts]
    secrets = {verb for verb, texts in said.items() if any(SECRET in text for text in texts)}
    return {(verb, "the secret") for verb in secrets} | {
        (verb, name) for verb, text in spoken for name in names if name in text
    }


def test_no_service_tells_a_name_or_a_confidence_while_it_is_discreet(sampled: Services) -> None:
    names = plant(sampled)
    assert len(leaks(everything_told(sampled), names)) > 50, "open, everything is told"
    sampled.discretion.enter()
    said = everything_told(sampled)
    assert leaks(said, names) == set()
    assert len(said) > 30
    assert sampled.search.hits(SECRET, confidential=True) == []
    sampled.discretion.leave(PASSPHRASE)
    assert len(leaks(everything_told(sampled), names)) > 50


def test_days_and_instants_say_nothing() -> None:
    assert list(told([date(2026, 3, 10), datetime(2026, 3, 10), None])) == []  # noqa: DTZ001  only its kind matters
