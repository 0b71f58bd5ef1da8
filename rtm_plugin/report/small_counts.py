"""Counts that are too small to be handed on: not printed, and not to be worked out from the sums beside them."""

from __future__ import annotations

from collections.abc import Sequence

from ..translation import tr


def printable(counts: Sequence[int], groups: Sequence[str], least: int) -> list[str]:
    """Counts as text, without those below ``least``.

    Where just one of a group would be hidden, the next smallest is hidden as well: the group's sum would tell it.

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
        members = sorted((place for place, one in enumerate(groups) if one == group), key=lambda place: counts[place])
        small = [place for place in members if least > 1 and counts[place] < least]
        for place in small:
            shown[place] = tr("below {least}").format(least=least)
        if len(small) == 1 and len(members) > 1:
            shown[members[1]] = tr("not shown")
    return shown


def is_hidden(text: str) -> bool:
    return not text[:1].isdigit()
