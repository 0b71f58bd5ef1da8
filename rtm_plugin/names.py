"""Names of layers as people read them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from .translation import tr


def readable(name: str) -> str:
    """``parks_recreation_areas`` as ``parks recreation areas``; ids stay as they are wherever a machine reads them."""
    return " ".join(name.replace("_", " ").split()) or name


_ONE_TYPE = re.compile(r"\"(?:[^\"]|\"\")+\" = '((?:[^']|'')+)'( AND \(.*\))?", re.DOTALL)


def incidents_words(inputs: Mapping[str, Any]) -> str:
    """What a model's incidents are called: by their layer, and by the type where a filter has chosen one."""
    name = readable(inputs.get("incidents") or tr("Incidents"))
    chosen = _ONE_TYPE.fullmatch(inputs.get("incident_filter", ""))
    return name if chosen is None else tr("{layer}: {type}").format(layer=name, type=chosen[1].replace("''", "'"))


def in_quotes(name: str) -> str:
    """``‘name’``, in the quotation marks of the language."""
    return tr("‘{name}’").format(name=name)


def listed(words: Sequence[str]) -> str:
    """``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1])


def choice(words: Sequence[str]) -> str:
    """``a, b or c``."""
    if len(words) < 2:
        return "".join(words)
    return tr("{first} or {last}").format(first=", ".join(words[:-1]), last=words[-1])


def told_apart(names: Sequence[str]) -> list[str]:
    """Names of which no two are alike: those that are get numbers in their order, ``High Street (1)`` and so on."""
    repeated = {name for name, n in Counter(names).items() if n > 1}
    taken = set(names)
    found = []
    for name in names:
        if name in repeated:
            name = next(one for one in (f"{name} ({number})" for number in count(1)) if one not in taken)
            taken.add(name)
        found.append(name)
    return found


def in_apostrophes(name: str) -> str:
    """``'name'`` as errors have it, in the quotation marks of the language."""
    return tr("'{name}'").format(name=name)


def shortened(names: Sequence[str], most: int) -> str:
    """``'a', 'b' and more``: the first of many names."""
    shown = ", ".join(map(in_apostrophes, names[:most]))
    return tr("{shown} and more").format(shown=shown) if len(names) > most else shown
