from carfacilitator.document.combining import combine
from carfacilitator.services.combined_rows import key_of
from tests.builders import a_text

SENT = a_text("The tenant moved in March and the repairs were done in April.")


def test_an_edit_is_the_same_thing_to_decide_whoever_wants_it_and_another_if_a_wording_joins_it() -> None:
    march, june = (a_text(SENT.texts()[0].replace("March", month)) for month in ("May", "June"))
    (one,) = combine(SENT, [march]).items
    (both,) = combine(SENT, [march, march]).items
    (conflict,) = combine(SENT, [march, june]).items
    assert key_of(one) == key_of(both)
    assert key_of(one) != key_of(conflict)
