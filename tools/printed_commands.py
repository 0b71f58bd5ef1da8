"""The commands that the pages of the documentation print, to be shown elsewhere, tried and looked up by tests."""

import re
import shlex
from collections import namedtuple

from checkout import ROOT

# Every algorithm is shown here once, in an order in which each finds what those before it made.
EXAMPLES = ROOT / "docs" / "command_line.md"

# Of ``qgis_process run ID -- KEY=value ...``: the id, its ``KEY=value`` texts, and the lines as they are printed.
Command = namedtuple("Command", "algorithm parameters text")


def printed_commands(page):
    """All commands ``qgis_process run`` in the indented blocks of a page, in order."""
    blocks = re.findall(r"^    qgis_process run (?:.*\\\n)*.*", page.read_text(encoding="utf-8"), re.MULTILINE)
    commands = []
    for block in blocks:
        words = shlex.split(block.replace("\\\n", " "))
        parameters = words[words.index("--") + 1 :] if "--" in words else []
        commands.append(Command(words[2], parameters, block))
    return commands


def example(algorithm):
    """The first example of an algorithm, or None where none is printed."""
    return next((command for command in printed_commands(EXAMPLES) if command.algorithm == algorithm), None)
