"""Three answers to packs of the sample's tenancy study, made as people with Word make them: one of every kind."""

from uuid import UUID

from carfacilitator.model.terms import Audience
from carfacilitator.services.files import OpenedFile
from carfacilitator.services.returning import Taken
from carfacilitator.services.reviews import Remark
from carfacilitator.services.workspace import Services
from carfacilitator.word.reader import read
from tests.builders import an_anchor
from tests.imitated_word import WordDesk

FIONA, ALAN, RUTH = "Fiona Grant", "Alan Petrie", "Ruth McKay"
MANAGERS = "Managers asked to discuss with me how the arrears figures would be shown."
GOES = " I had known most of the doors for years."
SWAPS = {
    FIONA: {"discuss with me how": "be told before", "how angry they had made him": "date"},
    ALAN: {"asked to discuss with me": "wished to agree", "a retired joiner": "a joiner, retired"},
    RUTH: {"with me how": "with the council how"},
}
INSERTED = {
    FIONA: {"In the first month nobody": " in any office", "Nobody named a leaflet": " or a website"},
    ALAN: {"Nobody named a leaflet": " or a poster", "Nobody was hurt": " that night"},
    RUTH: {"In the first month nobody": " in any office"},
}
CUT = {
    FIONA: (),
    ALAN: (" He could put them in order by how angry they had made him.",),
    RUTH: (),
}
REMARKS = {
    FIONA: {"the arrears figures": "Please let me see this before it goes to the board.", "nineteen said yes": "Who?"},
    ALAN: {"the arrears figures": "It reads as if we hid them. We did not.", "nineteen said yes": "Who?"},
    RUTH: {"the minister sent soup": "He would like to be thanked."},
}


def study_of(services: Services) -> UUID:
    """Return the tenancy study."""
    return next(row.id for row in services.case_studies.rows() if row.title.startswith("Keeping a tenancy"))


def newest_of(services: Services) -> UUID:
    """Return its newest draft."""
    return services.drafts.timeline(study_of(services))[-1].id


def begin_anew(services: Services) -> None:
    """Take away what has come back in the sample, so that what a test brings stands alone."""
    for row in services.returns.rows():
        services.returns.remove(row.id)


def answer_of(services: Services, name: str, draft_id: UUID | None = None, by: str = "") -> OpenedFile:
    """Return the answer of a gatekeeper to a new pack of a draft; `by` is what the file calls its author."""
    gatekeeper = next(row.id for row in services.gatekeepers.rows() if row.name == name)
    pack = services.packs.make(services.packs.prepare(draft_id or newest_of(services), gatekeeper))
    desk = WordDesk(pack.document.data, by or name)
    _write(desk, name)
    data = desk.save()
    return OpenedFile(f"Copy of pack ({name}).docx", data, read(data))


def _ask(services: Services, draft_id: UUID) -> None:
    """Ask everybody something: a file without any comment has no place for theirs."""
    kind = services.reviews.kinds()[0].id
    asked = Remark(text="Is anything in this paragraph wrong?", kind_id=kind, audience=Audience.PUBLIC)
    services.reviews.comment(draft_id, an_anchor(services, draft_id, "biscuit tin"), asked)


def _write(desk: WordDesk, name: str) -> None:
    for words, others in REMARKS[name].items():
        desk.comment(words, others)
    for words, more in INSERTED[name].items():
        desk.insert(words, more)
    for words, others in SWAPS[name].items():
        desk.insert(words, others)
        desk.delete(words)
    for words in CUT[name]:
        desk.delete(words)
    if name == RUTH:  # a sentence goes to another paragraph, and a word of it changes
        desk.insert("Nobody has told me either.", GOES.replace("years", "many years"))
        desk.delete(GOES)
    if name == FIONA:
        desk.retype("four hundred pairs", "five hundred pairs")


def came_back(services: Services) -> tuple[UUID, list[Taken]]:
    """Receive three answers to packs of the newest draft; return it and what was taken in, Fiona's first."""
    draft_id = newest_of(services)
    begin_anew(services)
    _ask(services, draft_id)
    files = [answer_of(services, FIONA, by="Author"), answer_of(services, ALAN), answer_of(services, RUTH)]
    taken = [services.returns.receive(file) for file in files]
    ruth = taken[2].pack_id
    services.returns.heard(ruth, "Number nine is easily found.", an_anchor(services, draft_id, "kitchen door"))
    return draft_id, taken
