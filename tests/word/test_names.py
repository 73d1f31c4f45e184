from carfacilitator.word.names import NAMESPACES, PART_TYPES, RELATIONSHIP_TYPES, STRICT_NAMESPACES, W


def test_a_tag_is_a_prefix_and_a_name() -> None:
    assert f"{{{NAMESPACES['w']}}}p" == W + "p"


def test_every_part_that_can_be_added_has_a_kind_of_content_and_of_relationship() -> None:
    assert set(RELATIONSHIP_TYPES) <= set(PART_TYPES)


def test_a_strict_name_that_begins_like_another_comes_before_it() -> None:
    strict = [name for name, _ in STRICT_NAMESPACES]
    for place, name in enumerate(strict):
        assert not any(later.startswith(name) for later in strict[place + 1 :])
