import json
from typing import Any

from carfacilitator.cli.shapes import anchor_shape, document_shape
from carfacilitator.document.blocks import (
    Anchor,
    Block,
    Document,
    FileComment,
    Finding,
    Revision,
    RevisionKind,
    Span,
    SpanKind,
)


def as_json(shape: dict[str, object]) -> Any:  # noqa: ANN401  JSON is of no type
    return json.loads(json.dumps(shape))


def test_a_document_has_the_promised_shape() -> None:
    deleted = Revision(RevisionKind.DELETE, "Tom", "2026-03-04T10:00:00")
    block = Block("p0", spans=(Span("kept "), Span("gone", revisions=(deleted,))))
    comment = FileComment("0", "Why?", "Tom", anchor=Anchor(0, 0, 0, 4), quote="kept")
    told = document_shape(Document((block,), (comment,), (Finding("chart", 1, "1 chart is kept."),)))
    first = as_json(told)["blocks"][0]
    assert first["original"] == "kept gone"
    assert first["final"] == "kept "
    assert told["changes"] == [
        {
            "id": "c0",
            "kind": "delete",
            "arrives": False,
            "author": "Tom",
            "date": "2026-03-04T10:00:00",
            "text": "gone",
            "block": 0,
            "group": None,
        }
    ]
    assert told["report"] == [{"kind": "chart", "count": 1, "sentence": "1 chart is kept."}]


def test_every_change_says_whether_it_puts_in_or_takes_out_and_of_looks_alone_neither() -> None:
    kinds = ((RevisionKind.INSERT, True), (RevisionKind.MOVE_FROM, True), (RevisionKind.FORMAT, True))
    marks = ((RevisionKind.PARAGRAPH_MARK, True), (RevisionKind.PARAGRAPH_MARK, False), (RevisionKind.ROW, False))
    spans = tuple(Span(kind, revisions=(Revision(kind, "Tom", arrives=arrives),)) for kind, arrives in kinds)
    block = Block("p0", spans=spans, revisions=tuple(Revision(kind, "Tom", arrives=arrives) for kind, arrives in marks))
    told = [(one["kind"], one["arrives"]) for one in as_json(document_shape(Document((block,))))["changes"]]
    assert told == [
        ("insert", True),
        ("move_from", False),
        ("format", None),
        ("paragraph_mark", True),
        ("paragraph_mark", False),
        ("row", False),
    ]


def test_what_is_told_about_pictures_and_equations_is_listed() -> None:
    picture = Span("\ufffc", SpanKind.PICTURE, about="A map of the three areas")
    equation = Span("\ufffc", SpanKind.OPAQUE, about="equation: a+b")
    told = as_json(document_shape(Document((Block("p0", spans=(picture, Span("or"), equation)),))))
    assert told["blocks"][0]["final"] == "\ufffcor\ufffc"
    assert told["blocks"][0]["objects"] == [
        {"kind": "picture", "about": "A map of the three areas"},
        {"kind": "opaque", "about": "equation: a+b"},
    ]


def test_an_anchor_is_from_here_to_there() -> None:
    assert anchor_shape(Anchor(1, 2, 3, 4)) == {"first": 1, "from": 2, "last": 3, "to": 4}
    assert anchor_shape(None) is None


def test_a_local_time_has_no_offset_though_word_writes_one_and_what_is_no_time_is_left_out() -> None:
    dates = ["2026-03-04T10:00:00Z", "2026-03-04T10:00:00", "0-00-00T00:00:00Z", ""]
    comments = tuple(FileComment(str(number), "Why?", date=date) for number, date in enumerate(dates))
    told = as_json(document_shape(Document(comments=comments)))["comments"]
    assert [comment["date"] for comment in told] == ["2026-03-04T10:00:00"] * 2 + [None] * 2
