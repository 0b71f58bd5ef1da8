"""Counts that are too small to be handed on: not printed, and not to be worked out from the sums beside them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..translation import tr
from ..use.small_counts import hidden


def printable(counts: Sequence[int], groups: Sequence[str], least: int) -> list[str]:
    """Counts as text, without those below ``least``.

    Where what is hidden of a group could be found from its sum, the next smallest is hidden as well.

    Parameters
    ----------
    counts : sequence of int
    groups : sequence of str
        Of each count: those whose sum is printed, too.
    least : int
        0 or 1 hides nothing.
    """
    shown = [f"{count:,}" for count in counts]
    for group in dict.fromkeys(groups):
        members = [place for place, one in enumerate(groups) if one == group]
        values = [counts[place] for place in members]
        secret = hidden(np.array([sum(values), *values]), (tuple(range(len(values) + 1)),), least if least > 1 else 0)
        for place in (place for place, is_secret in zip(members, secret[1:].tolist()) if is_secret):
            shown[place] = tr("below {least}").format(least=least) if counts[place] < least else tr("not shown")
    return shown


def is_hidden(text: str) -> bool:
    return not text[:1].isdigit()
