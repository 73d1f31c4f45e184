"""While the workspace is discreet nothing that is written takes initials for a name, whichever verb writes it."""

import inspect
from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import inspect as told
from sqlalchemy import select

from carfacilitator.document.changes import changes
from carfacilitator.errors import KnownError
from carfacilitator.model.case_studies import StoredFile
from carfacilitator.model.schema import ENTITIES
from carfacilitator.model.terms import Audience, ClauseKind, SanctionAnswer, SanctionEntryKind, Verdict
from carfacilitator.model.veils import NameWords
from carfacilitator.services.combined_reviews import EditChoice
from carfacilitator.services.emails import EmailPart
from carfacilitator.services.publications import PublishAction
from carfacilitator.services.rules import PackAction
from carfacilitator.services.sanctions import Answered, Request
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import PASSPHRASE, an_anchor
from tests.came_back import ALAN, FIONA, answer_of, came_back, study_of

ROUND_TRIP = (
    "returns",
    "combined_reviews",
    "results",
    "conditions",
    "sanctions",
    "packs",
    "rules",
    "publications",
    "answers",
    "dispatches",
)
Verbs = dict[str, Callable[[], object]]


def is_initials(name: str) -> bool:
    return 0 < len(name) <= 2 and name.isupper()


def kept_by_initials(services: Services) -> set[str]:
    """Return every column of the workspace that holds initials in place of a name."""
    found = set()
    with services.database.reading(unveiled=True) as session:
        for entity in ENTITIES:
            names = [one for one in told(entity).column_attrs if isinstance(one.columns[0].type, NameWords)]
            for one in names:
                kept = session.scalars(select(getattr(entity, one.key)).execution_options(include_removed=True))
                found |= {f"{entity.__name__}.{one.key}" for name in kept if is_initials(name or "")}
        for content in session.scalars(select(StoredFile.content)):
            if content.startswith(b"PK"):
                document = read(content)
                authors = [one.author for one in document.comments] + [one.author for one in changes(document)]
                found |= {"a file" for name in authors if is_initials(name)}
    return found


def writes(verb: Callable[..., object]) -> bool:
    return "transaction" in verb.__code__.co_names


def writing_verbs(services: Services) -> set[str]:
    """Return the public verbs of the round trip that keep something."""
    return {
        f"{part}.{name}"
        for part in ROUND_TRIP
        for name, verb in inspect.getmembers(type(getattr(services, part)), inspect.isfunction)
        if not name.startswith("_") and writes(verb)
    }


def verbs_of(services: Services) -> Verbs:
    draft, taken = came_back(services)
    return {**of_what_came(services, draft), **of_who_agrees(services), **of_packs(services, draft)} | {
        "returns.bring_forward": lambda: services.returns.bring_forward(taken[0].return_id, draft),
        "returns.remove": lambda: services.returns.remove(taken[2].return_id),
    }


def of_what_came(services: Services, draft: UUID) -> Verbs:
    file, review = answer_of(services, FIONA), services.combined_reviews.open(draft)
    pack, came, remark = (review.voices[0].pack_id, review.voices[0].return_id, review.remarks[0].id)
    kind, keys = services.reviews.kinds()[0].id, [edit.key for edit in review.edits]
    accept = EditChoice(verdict=Verdict.ACCEPTED)
    services.combined_reviews.decide(draft, keys[0], accept)
    parts = [EmailPart("Please ask the tenants first.", None)]
    return {
        "returns.receive": lambda: services.returns.receive(file),
        "returns.paste": lambda: services.returns.paste(pack, "Please ask the tenants first.", parts),
        "returns.heard": lambda: services.returns.heard(pack, "Fine with me."),
        "returns.mark_returned": lambda: services.returns.mark_returned(pack),
        "returns.credit": lambda: services.returns.credit(came, services.gatekeepers.rows()[0].name),
        "combined_reviews.decide": lambda: services.combined_reviews.decide(
            draft, keys[1], EditChoice(verdict=Verdict.DISCUSS)
        ),
        "combined_reviews.leave_open": lambda: services.combined_reviews.leave_open(draft, keys[1]),
        "combined_reviews.sort": lambda: services.combined_reviews.sort(remark, kind),
        "combined_reviews.show_to": lambda: services.combined_reviews.show_to(remark, Audience.AUTHOR),
        "combined_reviews.place": lambda: services.combined_reviews.place(
            remark, an_anchor(services, draft, "biscuit tin")
        ),
        "combined_reviews.answer": lambda: services.combined_reviews.answer(remark, Verdict.ACCEPTED, "Thank you."),
        "results.make_draft": lambda: services.results.make_draft(draft),
        "answers.explain": lambda: services.answers.explain(draft, keys[0], "It is what we agreed."),
    }


def of_who_agrees(services: Services) -> Verbs:
    study, ledger = study_of(services), services.sanctions
    alan = next(row.id for row in services.gatekeepers.rows() if row.name == ALAN)
    asked = ledger.ask(study, alan, "Report for the board")
    other = ledger.ask(study, alan, "Conference paper")
    condition = ledger.put_condition(asked, "Not the street", "Mill Lane", "a lane by the river")
    entry = ledger.note(asked, SanctionEntryKind.RANG, "He will look at it.")
    answered = Answered(answer=SanctionAnswer.CONDITIONS, condition=("Not the date", "November", "autumn"))
    return {
        "sanctions.request": lambda: ledger.request(
            study, Request(output="Web page", gatekeepers=(alan,), author=True)
        ),
        "sanctions.take_answer": lambda: ledger.take_answer(asked, answered),
        "sanctions.let_stand": lambda: ledger.let_stand(asked, "Nothing of weight changed."),
        "sanctions.note": lambda: ledger.note(asked, SanctionEntryKind.RANG, "Again."),
        "sanctions.put_condition": lambda: ledger.put_condition(asked, "Not the hall", "the hall", "a hall"),
        "sanctions.mark_met": lambda: ledger.mark_met(condition),
        "conditions.replace": lambda: services.conditions.replace(condition),
        "sanctions.allow_local_use": lambda: ledger.allow_local_use(asked),
        "sanctions.ask_again": lambda: ledger.ask_again(asked),
        "publications.publish": lambda: services.publications.publish(
            PublishAction(study, "Report for the board"), "They said so."
        ),
        "sanctions.remove_entry": lambda: ledger.remove_entry(entry),
        "sanctions.remove_condition": lambda: ledger.remove_condition(condition),
        "sanctions.remove": lambda: ledger.remove(other),
    }


def of_packs(services: Services, draft: UUID) -> Verbs:
    study, rules, row = study_of(services), services.rules, services.packs.rows()[0]
    group = services.case_studies.open(study).group_id
    clause = next((one.id for one in rules.clauses(group)), None)
    clause = clause or rules.put_in_force(group, ClauseKind.AUTHOR_FIRST)
    plan = services.packs.prepare(draft, row.gatekeeper_id)
    return {
        "packs.make": lambda: services.packs.make(plan, "Agreed by telephone."),
        "packs.make of what is seen": lambda: services.packs.make(services.packs.prepare(draft, row.gatekeeper_id)),
        "packs.sent": lambda: services.packs.sent(row.id),
        "packs.not_sent": lambda: services.packs.not_sent(row.id),
        "dispatches.remember": lambda: services.dispatches.remember(row.id, services.folder),
        "dispatches.remind": lambda: services.dispatches.remind(row.id),
        "rules.put_in_force": lambda: rules.put_in_force(group, ClauseKind.AUTHOR_FIRST),
        "rules.amend": lambda: rules.amend(clause, text="The author sees it first."),
        "rules.author_agreed": lambda: rules.author_agreed(clause, study, date(2026, 1, 2)),
        "rules.overrule": lambda: rules.overrule(PackAction(draft, row.gatekeeper_id), "He asked for it."),
        "rules.take_back": lambda: rules.take_back(clause, study),
        "rules.remove": lambda: rules.remove(clause),
        "packs.remove": lambda: services.packs.remove(row.id),
    }


REFUSED = {
    "returns.receive",
    "returns.paste",
    "returns.heard",
    "returns.credit",
    "results.make_draft",
    "conditions.replace",
    "packs.make",
    "packs.make of what is seen",
}
WITHOUT_NAMES = {"publications.note", "publications.remove"}  # of what cannot be made in the discreet view


def refusal(verb: Callable[[], object]) -> str:
    """Return with which sentence a verb is refused, '' if it is not."""
    try:
        verb()
    except KnownError as error:
        return error.sentence
    return ""


def test_no_verb_of_the_round_trip_keeps_initials_for_a_name(sampled: Services) -> None:
    verbs = verbs_of(sampled)
    assert writing_verbs(sampled) - WITHOUT_NAMES <= set(verbs)
    before = kept_by_initials(sampled)
    sampled.discretion.enter()
    refused = {name: said for name, verb in verbs.items() if (said := refusal(verb))}
    assert refused.keys() >= REFUSED
    assert all("discreet" in refused[name] for name in REFUSED)
    sampled.discretion.leave(PASSPHRASE)
    assert kept_by_initials(sampled) == before == set()
