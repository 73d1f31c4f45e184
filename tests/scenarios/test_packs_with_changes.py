"""Packs that propose words, or show what changed: what gatekeepers answer to them is told in the draft, and rightly."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from lxml import etree

from carfacilitator.document.blocks import View
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.packs import PackMade, PackWishes, Proposal
from carfacilitator.services.returns import Taken
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace, an_anchor
from tests.imitated_word import WordDesk, w

QUESTIONS = ("Is anything wrong in fact?",)
PROPOSED = {
    "wet shoes": "damp boots",
    "Nobody was hurt.": "Nobody was badly hurt.",
    "nineteen said yes": "most said yes",
}


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = a_workspace(tmp_path)
    yield services
    services.close()


@pytest.fixture
def study(services: Services) -> UUID:
    return a_case_study(services)


@pytest.fixture
def draft(services: Services, study: UUID) -> UUID:
    return a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))


@pytest.fixture
def proposing(services: Services, draft: UUID) -> PackMade:
    wishes = PackWishes(
        questions=QUESTIONS,
        proposals=tuple(Proposal(an_anchor(services, draft, words), others) for words, others in PROPOSED.items()),
    )
    return services.packs.make(services.packs.prepare(draft, a_gatekeeper(services), wishes))


class Reviewing(WordDesk):
    """Somebody who accepts and rejects changes in Word."""

    def accept(self, words: str) -> None:
        """Accept the changes of the paragraph in which the words stand."""
        self._settle(words, gone=w("del"), kept=w("ins"))

    def reject(self, words: str) -> None:
        """Reject the changes of the paragraph in which the words stand."""
        self._settle(words, gone=w("ins"), kept=w("del"))

    def _settle(self, words: str, *, gone: str, kept: str) -> None:
        paragraph = next(one for one in self.document.iter(w("p")) if words in "".join(map(str, one.itertext())))
        for change in list(paragraph.iter(gone)):
            _parent(change).remove(change)
        for change in list(paragraph.iter(kept)):
            for run in list(change):
                change.addprevious(run)
                for text in run.iter(w("delText")):
                    text.tag = w("t")
            _parent(change).remove(change)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def received(services: Services, desk: WordDesk) -> Taken:
    data = desk.save()
    return services.returns.receive(OpenedFile("back.docx", data, read(data)))


def wanted(services: Services, draft: UUID) -> dict[str, tuple[str, bool]]:
    """Return what is proposed for the draft: words by those they are to replace, and whether it was done silently."""
    review = services.combined_reviews.open(draft)
    assert review.lost == ()
    return {edit.base_text: (edit.wordings[0].text, edit.silent) for edit in review.edits}


def answered(taken: Taken) -> str:
    return next((one.sentence for one in taken.report if one.kind == "answered"), "")


def test_a_pack_that_comes_back_untouched_proposes_nothing(
    services: Services, draft: UUID, proposing: PackMade
) -> None:
    taken = received(services, WordDesk(proposing.document.data, "Alan Petrie"))
    assert (taken.new_edits, taken.new_remarks, wanted(services, draft)) == (0, 0, {})
    assert answered(taken) == "Of 3 changes that the pack showed: 3 left as it was."


def test_what_was_accepted_is_wished_what_was_declined_is_not_and_the_rest_is_no_answer(
    services: Services, draft: UUID, proposing: PackMade
) -> None:
    desk = Reviewing(proposing.document.data, "Alan Petrie")
    desk.accept("damp boots")
    desk.reject("badly")
    desk.insert("biscuit tin", " of hers")
    desk.retype("four hundred pairs", "five hundred pairs")
    desk.comment("kinder winter", "A shorter word?")
    taken = received(services, desk)
    found = wanted(services, draft)
    assert found.pop("wet shoes") == ("damp boots", False)
    assert [text.strip() for text, silent in found.values() if not silent] == ["of hers"]
    assert [text for text, silent in found.values() if silent] == ["five"]
    assert len(found) == 2
    assert answered(taken) == "Of 3 changes that the pack showed: 1 accepted, 1 declined, 1 left as it was."
    (remark,) = services.combined_reviews.open(draft).remarks
    place = an_anchor(services, draft, "kinder winter")
    assert (remark.text, remark.anchor) == ("A shorter word?", place)


def test_our_words_that_somebody_deletes_with_tracking_are_declined(
    services: Services, draft: UUID, proposing: PackMade
) -> None:
    desk = Reviewing(proposing.document.data, "Alan Petrie")
    insertion = next(one for one in desk.document.iter(w("ins")) if "badly" in "".join(map(str, one.itertext())))
    change = etree.Element(w("del"), {w("id"): "99001", w("author"): "Alan Petrie", w("date"): desk.when})
    for run in list(insertion):
        change.append(run)
        for text in run.iter(w("t")):
            text.tag = w("delText")
    insertion.append(change)
    taken = received(services, desk)
    assert wanted(services, draft) == {}
    assert answered(taken) == "Of 3 changes that the pack showed: 1 declined, 2 left as it was."


@pytest.fixture
def redline(services: Services, study: UUID) -> tuple[UUID, PackMade]:
    """Make a redline of the fourth draft for somebody who saw the third."""
    alan = a_gatekeeper(services)
    older = a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    services.packs.sent(services.packs.make(services.packs.prepare(older, alan)).stamp.id)
    newer = a_draft(services, study, a_sample_draft("keeping-a-tenancy-draft-4.docx"))
    return newer, services.packs.make(
        services.packs.prepare(newer, alan, PackWishes(redline=True, questions=QUESTIONS))
    )


def test_a_redline_that_comes_back_untouched_is_no_news(services: Services, redline: tuple[UUID, PackMade]) -> None:
    newer, pack = redline
    taken = received(services, WordDesk(pack.document.data, "Alan Petrie"))
    assert (taken.new_edits, taken.new_remarks, wanted(services, newer)) == (0, 0, {})


def test_a_redline_all_of_which_was_accepted_is_no_news(services: Services, redline: tuple[UUID, PackMade]) -> None:
    newer, pack = redline
    desk = Reviewing(pack.document.data, "Alan Petrie")
    for words in _changed_paragraphs(desk):
        desk.accept(words)
    assert wanted_after(services, newer, desk) == {}


def test_what_is_rejected_of_a_redline_is_wished_back_beside_edits_of_the_gatekeepers_own(
    services: Services, redline: tuple[UUID, PackMade]
) -> None:
    newer, pack = redline
    desk = Reviewing(pack.document.data, "Alan Petrie")
    rejected, accepted = _changed_paragraphs(desk)[:2]
    desk.reject(rejected)
    desk.accept(accepted)
    desk.retype("four hundred pairs", "five hundred pairs")
    desk.insert("kinder winter", " indeed")
    found = wanted_after(services, newer, desk)
    assert [text for text, silent in found.values() if silent] == ["five"]
    assert " indeed" in [text for text, _ in found.values()]
    older = read(pack.document.data).texts(View.ORIGINAL)
    wished = [text for text, silent in found.values() if not silent and text != " indeed"]
    assert wished
    assert all(any(text.strip() in whole for whole in older) for text in wished)


def wanted_after(services: Services, draft: UUID, desk: WordDesk) -> dict[str, tuple[str, bool]]:
    received(services, desk)
    return wanted(services, draft)


def _changed_paragraphs(desk: WordDesk) -> list[str]:
    """Return all the words of each paragraph in which words are changed and stand on both sides of that."""
    return [
        "".join(map(str, paragraph.itertext()))
        for paragraph in desk.document.iter(w("p"))
        if paragraph.find(w("ins")) is not None or paragraph.find(w("del")) is not None
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is None
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('ins')}") is None
    ]
