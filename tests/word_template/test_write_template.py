from carfacilitator.word.package import open_package
from carfacilitator.word.reader import read_package
from tests.word_template.write_template import TEMPLATE, template


def test_the_template_is_what_its_script_writes() -> None:
    assert TEMPLATE.read_bytes() == template()


def test_nobody_and_no_moment_is_named_in_it() -> None:
    package = open_package(template())
    assert read_package(package).properties == {}
    assert not any(b"rsid" in package.data(name) for name in ("word/document.xml", "word/styles.xml"))
