"""Counts that are too small to be handed on: not printed, and not to be worked out from the sums beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..translation import tr
from ..use.small_counts import withheld


@dataclass(frozen=True)
class PrintableCounts:
    """Counts as they may be printed.

    Attributes
    ----------
    texts : tuple of str
    are_told : tuple of bool
    incomplete : frozenset of str
        Groups of which a count is hidden.
    without_sum : frozenset of str
        Groups whose sum is not to be printed either, nor what would give it away.
    """

    texts: tuple[str, ...]
    are_told: tuple[bool, ...]
    incomplete: frozenset[str]
    without_sum: frozenset[str]


def printable(counts: Sequence[int], groups: Sequence[str], least: int, lowest: int = 0) -> PrintableCounts:
    """Counts as text, without those below ``least``, and what would give them away: see :func:`withheld`.

    Parameters
    ----------
    counts : sequence of int
    groups : sequence of str
        Of each count: those whose sum is printed, too.
    least : int
        0 or 1 hides nothing.
    lowest : int
        No count is below it, as is printed beside them.
    """
    texts, are_told = [f"{count:,}" for count in counts], [True] * len(counts)
    incomplete, without_sum = set(), set()
    for group in dict.fromkeys(groups):
        members = [place for place, one in enumerate(groups) if one == group]
        secret, no_sum = withheld([counts[place] for place in members], least, lowest)
        for place in (place for place, is_secret in zip(members, secret.tolist()) if is_secret):
            texts[place] = few_words(least) if counts[place] < least else not_shown()
            are_told[place] = False
            incomplete.add(group)
        if no_sum:
            without_sum.add(group)
    return PrintableCounts(tuple(texts), tuple(are_told), frozenset(incomplete), frozenset(without_sum))


def few_words(least: int) -> str:
    return tr("below {least}").format(least=least)


def not_shown() -> str:
    return tr("not shown")
