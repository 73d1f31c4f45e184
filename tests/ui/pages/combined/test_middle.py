from carfacilitator.ui.pages.combined.page import CombinedPage


def test_an_edit_or_a_remark_stands_in_the_middle_with_what_belongs_to_it(page: CombinedPage) -> None:
    middle, shown = page.decisions.middle, page.decisions.side.shown
    edit = next(one for one in shown if one.edit is not None)
    remark = next(one for one in shown if one.edit is None)
    page.decisions.go_to(remark.id, focus=True)
    assert middle.panels.current.objectName() == "remark"
    page.decisions.go_to(edit.id)
    assert middle.panels.current.objectName() == "edit"
    assert middle.edit.sent.hasFocus()


def test_where_nothing_is_open_it_says_so(page: CombinedPage) -> None:
    page.decisions.middle.clear()
    assert page.decisions.middle.panels.current is page.decisions.middle.nothing
    assert not page.decisions.middle.step_back()


def test_esc_leaves_the_field_that_is_written_in_before_it_leaves_the_page(page: CombinedPage) -> None:
    middle, shown = page.decisions.middle, page.decisions.side.shown
    page.decisions.go_to(next(one.id for one in shown if one.edit is not None))
    middle.edit.own.write()
    assert middle.step_back()
    assert middle.edit.sent.hasFocus()
    assert not middle.step_back()
