from carfacilitator.model.schema import METADATA
from carfacilitator.store.search_sources import ROWS, SOURCES


def test_every_source_is_told_apart_in_the_index() -> None:
    codes = [source.code for source in SOURCES]
    assert len(set(codes)) == len(codes)
    assert all(0 < code < ROWS for code in codes)


def test_every_source_is_of_a_table_that_there_is() -> None:
    assert {source.table for source in SOURCES} <= set(METADATA.tables)
    assert {join.table for source in SOURCES for join in source.joins} <= set(METADATA.tables)
