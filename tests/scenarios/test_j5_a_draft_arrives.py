"""J5: a draft arrives under an odd name, is recognised, compared, and every comment on the one before is accounted for.

The sample's tenancy study stands at draft 4 with its comments; draft 5 comes by email as `tenancy FINAL final(2).docx`.
"""

import hashlib
import time
from collections import Counter
from pathlib import Path

import pytest

from carfacilitator.document.anchors import AnchorState
from carfacilitator.document.blocks import Anchor
from carfacilitator.errors import KnownError
from carfacilitator.services.arrivals import Arrival
from carfacilitator.services.case_studies import CaseStudyRow
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.reading import read_file
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from tests.sample_drafts import write_drafts

WRITTEN = {"I": 3, "A": 2, "W": 2, "P": 1, "E": 1}


@pytest.fixture
def study(sampled: Services) -> CaseStudyRow:
    return next(row for row in sampled.case_studies.rows() if row.title == "Keeping a tenancy after the flood")


@pytest.fixture
def arrived(tmp_path: Path) -> OpenedFile:
    source = Path(write_drafts.__file__).parent / "later" / "keeping-a-tenancy-draft-5.md"
    file = tmp_path / "tenancy FINAL final(2).docx"
    file.write_bytes(write_drafts.write(write_drafts.read(source.read_text(encoding="utf-8"))))
    return read_file(file)


def test_a_draft_arrives_and_no_comment_is_lost(sampled: Services, study: CaseStudyRow, arrived: OpenedFile) -> None:
    drafts, reviews = sampled.drafts, sampled.reviews
    assert study.latest is not None
    open_before = {thread.id for thread in reviews.threads(study.latest.id) if thread.is_open}

    # 1: the program proposes the case study, whatever the file is called.
    proposals = drafts.propose(arrived)
    assert proposals[0].case_study_id == study.id
    assert proposals[0].number == 5
    assert proposals[0].by_text > 50
    received = drafts.receive_draft(study.id, arrived, Arrival(how="email", from_whom="Ailsa Reid"))
    draft = drafts.open(received.id)
    assert draft.sha256 == hashlib.sha256(arrived.data).hexdigest()
    assert drafts.original(received.id).data == arrived.data

    # 2: it is compared with the one before, at once.
    began = time.process_time()
    pair = reviews.compare(study.latest.id, received.id)
    assert pair.comparison.summary.counts
    assert [index for row in pair.comparison.rows for index in row.new] == list(range(len(pair.new.leaves())))
    print(f"compared {draft.words} words in {time.process_time() - began:.3f} s of processor time")

    # 3: every open comment has come along, in a state that says how sure its place is.
    carried = {thread.id: thread for thread in reviews.threads(received.id)}
    assert open_before == {id_ for id_, thread in carried.items() if thread.is_open}
    states = Counter(thread.place.state for thread in carried.values())
    assert states == received.carried
    assert sum(states.values()) == len(open_before)
    orphans = reviews.orphans(received.id)
    assert len(orphans) >= 2
    placed, answered = orphans[0].id, orphans[1].id
    reviews.place(placed, received.id, Anchor(4, 0, 4, 24))
    reviews.resolve(answered)
    for thread in carried.values():
        if thread.place.state is AnchorState.WEAK:
            reviews.confirm(thread.id, received.id)

    # 4: nine comments are written.
    kinds = {kind.letter: kind.id for kind in reviews.kinds()}
    texts = pair.new.texts()
    places = [index for index, text in enumerate(texts) if len(text) > 80]
    letters = [letter for letter, count in WRITTEN.items() for _ in range(count)]
    for place, letter in zip(places, letters, strict=False):
        remark = Remark(text=f"A remark of the kind {letter}.", kind_id=kinds[letter])
        reviews.comment(received.id, Anchor(place, 0, place, 20), remark)

    # 5: a snapshot is named.
    drafts.amend(received.id, name="sent to Ailsa 10 March")
    assert drafts.open(received.id).name == "sent to Ailsa 10 March"

    now = reviews.threads(received.id)
    assert Counter(thread.place.state for thread in now if thread.is_open)[AnchorState.ORPHAN] == len(orphans) - 2
    assert len(now) == len(open_before) + sum(WRITTEN.values())
    assert [thread.id for thread in now if not thread.is_open] == [answered]
    assert next(thread for thread in now if thread.id == placed).place.state is AnchorState.MANUAL
    for thread in now:
        if thread.place.anchor is not None:
            assert thread.place.quote or thread.place.anchor.start == thread.place.anchor.end


def test_the_older_draft_still_shows_its_comments_where_they_were(
    sampled: Services, study: CaseStudyRow, arrived: OpenedFile
) -> None:
    assert study.latest is not None
    before = {t.id: t.place for t in sampled.reviews.threads(study.latest.id)}
    sampled.drafts.receive_draft(study.id, arrived)
    assert {t.id: t.place for t in sampled.reviews.threads(study.latest.id)} == before


def test_the_same_file_says_which_draft_it_is(sampled: Services, study: CaseStudyRow, arrived: OpenedFile) -> None:
    sampled.drafts.receive_draft(study.id, arrived)
    with pytest.raises(KnownError, match="5"):
        sampled.drafts.receive_draft(study.id, arrived)


def test_undo_takes_an_arrival_back_whole(sampled: Services, study: CaseStudyRow, arrived: OpenedFile) -> None:
    assert study.latest is not None
    before = sampled.reviews.threads(study.latest.id)
    sampled.drafts.receive_draft(study.id, arrived)
    sampled.history.undo()
    assert [draft.number for draft in sampled.drafts.timeline(study.id)] == [1, 2, 3, 4]
    assert sampled.reviews.threads(study.latest.id) == before
    sampled.history.redo()
    assert [draft.number for draft in sampled.drafts.timeline(study.id)] == [1, 2, 3, 4, 5]
