from pathlib import Path

from carfacilitator.services import comment_kinds
from carfacilitator.services.comment_kinds import first_six
from tests.builders import a_workspace


def test_a_new_workspace_has_six_kinds_with_different_letters_and_colours_and_each_asks(tmp_path: Path) -> None:
    services = a_workspace(tmp_path)
    with services.database.reading() as session:
        kinds = comment_kinds.rows(session)
    services.close()
    assert [kind.name for kind in kinds][:2] == ["Interpretation", "Analysis"]
    assert "".join(kind.letter for kind in kinds) == "IAWPEV"
    assert len({kind.colour for kind in kinds}) == len(first_six()) == 6
    assert all(kind.question.endswith("?") for kind in kinds)
