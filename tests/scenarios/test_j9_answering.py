"""J9: all that came back is answered, the author gets her threads and returns a draft, and everybody a table."""

from collections import Counter
from uuid import UUID

from carfacilitator.model.terms import Audience, Verdict
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import an_anchor
from tests.imitated_word import WordDesk
from tests.scenarios.test_j8_the_packs_come_back import EMAIL, Sent, by_alan, by_fiona, opened, sent

__all__ = ["sent"]

VERDICTS = [Verdict.ACCEPTED] * 15 + [Verdict.DISCUSS] * 5 + [Verdict.REJECTED] * 4


def come_back(sampled: Services, sent: Sent) -> None:
    taken = sampled.returns.receive(opened("fiona.docx", by_fiona(sent.packs["Fiona Grant"])))
    sampled.returns.credit(taken.return_id, "Fiona Grant")
    sampled.returns.receive(opened("alan.docx", by_alan(sent.packs["Alan Petrie"])))
    ruth = sent.packs["Ruth McKay"].stamp.id
    sampled.returns.paste(ruth, EMAIL, sampled.returns.email_parts(ruth, EMAIL))
    sampled.returns.heard(ruth, "Number nine is easily found.", an_anchor(sampled, sent.draft_id, "kitchen door"))


def answer_all(sampled: Services, sent: Sent) -> set[str]:
    """Answer the remarks, decide on the edits, and return two remarks that are for the facilitator only."""
    review = sampled.combined_reviews.open(sent.draft_id)
    private = [one for one in review.remarks if one.person == "Alan Petrie"][1:3]
    for remark in private:
        sampled.combined_reviews.show_to(remark.id, Audience.FACILITATOR)
    for remark, verdict in zip(review.remarks, VERDICTS, strict=True):
        sampled.combined_reviews.answer(remark.id, verdict, f"Thank you ({verdict}).")
    for edit in review.edits:
        own = len(edit.wordings) > 1
        made = EditChoice(verdict=Verdict.OWN_WORDING, wording="") if own else EditChoice(verdict=Verdict.ACCEPTED)
        sampled.combined_reviews.decide(sent.draft_id, edit.key, made)
    return {one.text for one in private}


def test_all_is_answered_and_everybody_gets_what_is_theirs(sampled: Services, sent: Sent) -> None:
    come_back(sampled, sent)
    private = answer_all(sampled, sent)
    before = sampled.drafts.document(sent.draft_id)
    made = sampled.results.make_draft(sent.draft_id)
    texts = " ".join(sampled.drafts.document(made.id).texts())
    assert "five hundred pairs" in texts
    assert "and have been since 2012," in texts
    assert "five hundred pairs" not in " ".join(before.texts())

    copy = read(sampled.answers.author_copy(sent.draft_id).data)
    said = {comment.text for comment in copy.comments}
    assert not said & private
    assert "Number nine is easily found." in said
    declined = [one for one in copy.comments if one.resolved and not one.parent]
    assert {one.text for one in declined} >= {"Number nine is easily found."}

    newest = _author_returns(sampled, made.id)
    _she_sees_every_thread_once(sampled, sent, newest, private)
    tables = {name: sampled.answers.table(pack.stamp.id) for name, pack in sent.packs.items()}
    assert {name: len(table.remarks) for name, table in tables.items()} == {
        "Fiona Grant": 14,
        "Alan Petrie": 6,
        "Ruth McKay": 4,
    }
    rows = [row for table in tables.values() for row in table.remarks]
    assert Counter(row.verdict for row in rows) == Counter(VERDICTS)
    assert all(row.where and row.why for row in rows)
    assert all(row.where for table in tables.values() for row in table.edits)
    assert {table.draft_number for table in tables.values()} == {sampled.drafts.open(newest).number}
    assert not {row.said for row in tables["Fiona Grant"].remarks} & private
    for name in ("Fiona Grant", "Ruth McKay"):
        written = " ".join(read(sampled.answers.word(tables[name]).data).texts())
        assert not [words for words in private if words in written]


def _she_sees_every_thread_once(sampled: Services, sent: Sent, newest: UUID, private: set[str]) -> None:
    """Look at the copy of the draft that she returned, in whose file most threads are already."""
    remarks = sampled.combined_reviews.open(sent.draft_id).remarks
    hers = [one for one in remarks if one.audience is Audience.AUTHOR]
    comments = read(sampled.answers.author_copy(newest).data).comments
    roots = [one for one in comments if not one.parent]
    assert Counter(one.text for one in roots if one.text in {remark.text for remark in hers}) == Counter(
        remark.text for remark in hers
    )
    resolved = {one.text for one in roots if one.resolved}
    assert {remark.text for remark in hers if remark.verdict is Verdict.REJECTED} <= resolved
    assert not {remark.text for remark in hers if remark.verdict is Verdict.ACCEPTED} & resolved
    answered = {one.id for one in roots} & {one.parent for one in comments if one.text.startswith("Thank you (")}
    assert len(answered) == len(hers)
    assert not {one.text for one in comments} & private


def _author_returns(sampled: Services, draft_id: UUID) -> UUID:
    """Return the draft that the author sends back, with a sentence of hers."""
    desk = WordDesk(sampled.answers.author_copy(draft_id).data, "Ailsa Reid")
    desk.insert("Nobody was hurt", " in either street")
    data = desk.save()
    study = sampled.drafts.open(draft_id).case_study_id
    return sampled.drafts.receive_draft(study, OpenedFile("v6.docx", data, read(data))).id
