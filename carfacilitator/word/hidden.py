"""Takes hidden text out of a file."""

from collections.abc import Iterator

from carfacilitator.word.inline import Inline, properties_of
from carfacilitator.word.names import Element
from carfacilitator.word.package import Package
from carfacilitator.word.patch import PARAGRAPH, paragraph_properties
from carfacilitator.word.revisions import stories
from carfacilitator.word.settling import take_out
from carfacilitator.word.styles import Styles, value_of

HIDDEN = "hidden"


def take_out_hidden_text(package: Package) -> None:
    """Remove the runs that Word hides, whether they or their styles say so; a part without any is left alone."""
    name = package.related("styles")
    styles = Styles(None if name is None else package.tree(name))
    for part in stories(package):
        hidden = list(_hidden_runs(package.tree(part), styles))
        for run in hidden:
            take_out(run)
        if hidden:
            package.touch(part)


def _hidden_runs(root: Element, styles: Styles) -> Iterator[Element]:
    inline = Inline(root)
    for paragraph in root.iter(PARAGRAPH):
        properties = paragraph_properties(paragraph)
        style = ("" if properties is None else value_of(properties, "pStyle")) or styles.default
        runs = dict.fromkeys(atom.run for atom in inline.atoms(paragraph) if atom.kind and atom.run is not None)
        yield from (run for run in runs if HIDDEN in styles.marks(style, properties_of(run)))
