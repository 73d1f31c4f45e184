from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from carfacilitator.document.chains import Pair, heaviest_chain

places = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda place: place[0] % 2 == place[1] % 2)
pairs = st.dictionaries(places, st.integers(1, 9), max_size=8).map(
    lambda found: [Pair(i, j, weight, alone=i % 2 == 0) for (i, j), weight in found.items()],
)


def goes_forward(chain: tuple[Pair, ...]) -> bool:
    in_order = combinations(sorted(chain), 2)
    return all(
        one.new <= two.new and not (one.alone and (one.old == two.old or one.new == two.new)) for one, two in in_order
    )


@given(pairs)
def test_no_other_chain_that_goes_forward_is_heavier(found: list[Pair]) -> None:
    chains = [chain for size in range(len(found) + 1) for chain in combinations(sorted(found), size)]
    heaviest = max(sum(pair.weight for pair in chain) for chain in chains if goes_forward(chain))
    chain = heaviest_chain(found)
    assert goes_forward(tuple(chain))
    assert sum(pair.weight for pair in chain) == heaviest


def test_a_moved_heading_never_outvotes_a_page() -> None:
    assert heaviest_chain([Pair(0, 5, 2), Pair(1, 1, 40), Pair(2, 2, 30)]) == [Pair(1, 1, 40), Pair(2, 2, 30)]
