from carfacilitator.model.groups import GroundRule, Group
from carfacilitator.model.partnerships import Partnership
from carfacilitator.model.terms import GroupKind


def test_a_group_is_a_case_study_group_until_told_otherwise() -> None:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    assert group.kind is GroupKind.CASE_STUDY
    assert group.stated_size is None


def test_a_ground_rule_belongs_to_its_group() -> None:
    group = Group(name="Group A", partnership=Partnership(name="Strathmorran"))
    assert GroundRule(group=group, text="What is said here stays here.").group is group
