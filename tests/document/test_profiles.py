import json

from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.profiles import AS_USUAL, Calm, Profile

profiles = st.builds(
    Profile,
    calm=st.sampled_from(Calm),
    ignore_case=st.booleans(),
    ignore_spaces=st.booleans(),
    ignore_punctuation=st.booleans(),
    ignore_formatting=st.booleans(),
)


@given(profiles)
def test_a_profile_comes_back_from_json(profile: Profile) -> None:
    assert Profile.from_record(json.loads(json.dumps(profile.to_record()))) == profile


def test_what_a_record_does_not_tell_is_as_usual() -> None:
    assert Profile.from_record({}) == AS_USUAL
    assert Profile.from_record({"calm": ["?"], "ignore_case": "perhaps", "colour": 1}) == AS_USUAL
    assert Profile.from_record({"ignore_case": True}) == Profile(ignore_case=True)


def test_the_calmer_the_more_a_kept_run_must_weigh() -> None:
    assert Calm.DETAILED.factor < Calm.USUAL.factor < Calm.CALMER.factor
