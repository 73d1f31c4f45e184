import json
from typing import Any

from carfacilitator.cli.shapes import anchor_shape, comparison_shape, document_shape
from carfacilitator.document.blocks import Anchor, Block, Document, FileComment, Finding, Revision, RevisionKind, Span
from carfacilitator.document.comparison import compare_texts


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
            "author": "Tom",
            "date": "2026-03-04T10:00:00",
            "text": "gone",
            "block": 0,
            "group": None,
        }
    ]
    assert told["report"] == [{"kind": "chart", "count": 1, "sentence": "1 chart is kept."}]


def test_an_anchor_is_from_here_to_there() -> None:
    assert anchor_shape(Anchor(1, 2, 3, 4)) == {"first": 1, "from": 2, "last": 3, "to": 4}
    assert anchor_shape(None) is None


def test_an_equal_run_with_a_folded_quote_has_both_sides() -> None:
    told = comparison_shape(compare_texts(["It's so, they said."], ["It’s so, they said!"]))
    row = as_json(told)["rows"][0]
    assert any(len(words) == 3 and words[0] == "=" for words in row["words"])
    assert row["move"] is None


def test_moved_sentences_name_both_places() -> None:
    sentence = "This long sentence about the river moved from the first paragraph to the last one of all."
    first = "The beginning stands where it stood and has enough words of its own to be known again."
    last = "The end is another matter; it has its own words too, and nobody would take it for the first."
    told = comparison_shape(
        compare_texts([f"{first} {sentence}", "Between.", last], [first, "Between.", f"{last} {sentence}"])
    )
    moved = as_json(told)["moved_sentences"][0]
    assert moved["old"] == {"block": 0, "from": len(first) + 1, "to": len(first) + 1 + len(sentence)}
    assert moved["new"] == {"block": 2, "from": len(last) + 1, "to": len(last) + 1 + len(sentence)}
