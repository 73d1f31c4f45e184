"""A document as plain lists and dictionaries that JSON can hold, and back again without loss."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from carfacilitator.document.blocks import (
    Anchor,
    Block,
    BlockKind,
    Bookmark,
    Document,
    FileComment,
    Finding,
    Revision,
    RevisionKind,
    Source,
    Span,
    SpanKind,
    Story,
)

FORMAT = 1
Part = TypeVar("Part")


def to_record(document: Document) -> dict[str, object]:
    """Return what `json.dumps` takes; values that are as they are by default are left out."""
    return {"format": FORMAT, **_sparse(document)}


def from_record(record: Mapping[str, object]) -> Document:
    """Return the document that `to_record` was given.

    Raises ValueError, TypeError or KeyError if the record is none of ours.
    """
    if record.get("format") != FORMAT:
        raise ValueError("a document's record in a format that this version does not know")
    return _restored(Document, {name: value for name, value in record.items() if name != "format"})


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    """Return each field's name with the value that goes without saying (MISSING where none does)."""
    return tuple(
        (field.name, field.default if field.default_factory is MISSING else field.default_factory())
        for field in fields(kind)
    )


def _sparse(part: object) -> dict[str, Any]:
    kind: type = type(part)
    said = ((name, getattr(part, name), default) for name, default in _defaults(kind))
    return {name: _plain(value) for name, value, default in said if value != default}


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return _sparse(value)
    return dict(value) if isinstance(value, dict) else value


def _restored(kind: type[Part], record: Mapping[str, Any]) -> Part:
    shapes = _SHAPES.get(kind, {})
    return kind(**{name: shapes[name](value) if name in shapes else value for name, value in record.items()})


def _many(kind: type[Part]) -> Callable[[list[Mapping[str, Any]]], tuple[Part, ...]]:
    return lambda records: tuple(_restored(kind, record) for record in records)


def _rows(rows: list[list[list[Mapping[str, Any]]]]) -> tuple[tuple[tuple[Block, ...], ...], ...]:
    return tuple(tuple(_many(Block)(cell) for cell in row) for row in rows)


# How a field that is more than a number or a text is made from its plain form.
_SHAPES: dict[type, dict[str, Callable[[Any], object]]] = {
    Revision: {"kind": RevisionKind},
    Span: {"kind": SpanKind, "marks": frozenset, "revisions": _many(Revision)},
    Block: {
        "kind": BlockKind,
        "story": Story,
        "spans": _many(Span),
        "rows": _rows,
        "blocks": _many(Block),
        "revisions": _many(Revision),
        "source": lambda record: _restored(Source, record),
    },
    FileComment: {"anchor": lambda record: _restored(Anchor, record)},
    Document: {
        "blocks": _many(Block),
        "comments": _many(FileComment),
        "report": _many(Finding),
        "bookmarks": _many(Bookmark),
        "properties": dict,
    },
}
