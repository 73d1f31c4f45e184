from pathlib import Path

from sqlalchemy import select

from carfacilitator.document.blocks import Anchor
from carfacilitator.model.returns import ReturnedRemark
from carfacilitator.services.returning import anchor_of
from tests.builders import a_case_study, a_draft, a_gatekeeper, a_sample_draft, a_workspace


def test_a_remark_stands_where_it_was_put_or_nowhere(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    draft = a_draft(services, a_case_study(services), a_sample_draft("keeping-a-tenancy-draft-3.docx"))
    pack = services.packs.make(services.packs.prepare(draft, a_gatekeeper(services))).stamp.id
    services.returns.heard(pack, "About the title", Anchor(0, 0, 0, 7))
    services.returns.heard(pack, "About all of it")
    with services.database.reading() as session:
        kept = session.scalars(select(ReturnedRemark).order_by(ReturnedRemark.pk)).all()
        assert [anchor_of(remark) for remark in kept] == [Anchor(0, 0, 0, 7), None]
        assert kept[0].quote == services.drafts.document(draft).texts()[0][:7]
    services.close()
