from carfacilitator.services.workspace import SUFFIX
from carfacilitator.ui.the_sample import SAMPLE


def test_the_sample_is_a_workspace_like_any_other() -> None:
    assert SAMPLE.endswith(SUFFIX)
