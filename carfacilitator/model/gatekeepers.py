"""Gatekeepers: those whose goodwill the work depends on."""

from typing import ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from carfacilitator.model.base import Record
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.terms import Audience, GatekeeperKind
from carfacilitator.model.veils import BackStage, PersonName


class Gatekeeper(Record, kw_only=True):
    """A gatekeeper of a partnership. `belongs_to` is the audience they are; `audience` is who may see this record.

    What they care about and could stop is back stage.
    """

    __tablename__ = "gatekeepers"
    WORDS: ClassVar[tuple[str, str]] = ("a gatekeeper", "gatekeepers")
    FRONT_STAGE: ClassVar[bool] = True

    partnership_pk: Mapped[int] = mapped_column(ForeignKey(Partnership.pk, ondelete="CASCADE"), init=False, index=True)
    partnership: Mapped[Partnership] = relationship(lazy="raise_on_sql")
    name: Mapped[PersonName]
    role: Mapped[str] = mapped_column(default="")
    organisation: Mapped[str] = mapped_column(default="")
    kind: Mapped[GatekeeperKind] = mapped_column(default=GatekeeperKind.LOCAL)
    belongs_to: Mapped[Audience] = mapped_column(default=Audience.LOCAL_MANAGER)
    email: Mapped[BackStage] = mapped_column(default="")
    telephone: Mapped[BackStage] = mapped_column(default="")
    cares_about: Mapped[BackStage] = mapped_column(default="")
    could_stop: Mapped[BackStage] = mapped_column(default="")
    notes: Mapped[BackStage] = mapped_column(default="")
