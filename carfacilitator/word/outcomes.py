"""What a reader must find in a file once some of its changes are settled: reckoned from the text alone."""

from collections import defaultdict
from collections.abc import Mapping

from carfacilitator.document.blocks import Document, RevisionKind, Story
from carfacilitator.document.changes import changes_with_spans
from carfacilitator.word.settling import Verdict

_ARRIVING = frozenset({RevisionKind.INSERT, RevisionKind.MOVE_TO})
_LEAVING = frozenset({RevisionKind.DELETE, RevisionKind.MOVE_FROM})
Texts = dict[Story, str]


def outcome(document: Document, decisions: Mapping[str, Verdict], others: Verdict | None = None) -> Texts:
    """Return each story's whole text once changes are settled; what becomes of `others`, that is None if they stay."""
    gone = set()
    for change, spans in changes_with_spans(document):
        verdict = decisions.get(change.id, others)
        unwanted = _LEAVING if verdict is Verdict.ACCEPT else _ARRIVING if verdict is Verdict.REJECT else ()
        if change.kind in unwanted:
            gone |= {(change.block, span) for span in spans}
    texts: defaultdict[Story, str] = defaultdict(str)
    for leaf, one in enumerate(document.leaves()):
        for number, span in enumerate(one.block.spans):
            if (leaf, number) not in gone:
                texts[one.block.story] += span.text
    return {story: text for story, text in texts.items() if text}
