"""The commands that README and documentation print: every algorithm has an example, and all keys exist."""

from checkout import ROOT
from printed_commands import EXAMPLES, example, printed_commands
from qgis.core import QgsApplication

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_every_algorithm_has_an_example(provider):
    without = [algorithm.id() for algorithm in provider.algorithms() if example(algorithm.id()) is None]
    page = EXAMPLES.relative_to(ROOT)
    assert not without, f"No example of {', '.join(without)}: print a command in {page}, after what it needs."


def test_every_printed_key_exists(provider):
    unknown = []
    for page in PAGES:
        for command in printed_commands(page):
            algorithm = QgsApplication.processingRegistry().algorithmById(command.algorithm)
            known = {parameter.name() for parameter in algorithm.parameterDefinitions()} if algorithm else set()
            keys = {parameter.partition("=")[0] for parameter in command.parameters}
            unknown += [f"{page.name}: {command.algorithm} {key}" for key in sorted(keys - known)]
    assert unknown == []
