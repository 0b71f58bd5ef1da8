"""Counts that are too small to be handed on: not printed, and not to be worked out from the sums beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..translation import tr
from ..use.small_counts import told_from, withheld
from ..variables.operationalisations import Proximity

if TYPE_CHECKING:
    from ..model.risk_terrain_model import CandidateRecord


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
    limit = told_from(least, lowest)
    texts, are_told = [f"{count:,}" for count in counts], [True] * len(counts)
    incomplete, without_sum = set(), set()
    for group in dict.fromkeys(groups):
        members = [place for place, one in enumerate(groups) if one == group]
        secret, no_sum = withheld([counts[place] for place in members], least, lowest)
        for place in (place for place, is_secret in zip(members, secret.tolist()) if is_secret):
            texts[place] = few_words(limit) if counts[place] < limit else not_shown()
            are_told[place] = False
            incomplete.add(group)
        if no_sum:
            without_sum.add(group)
    return PrintableCounts(tuple(texts), tuple(are_told), frozenset(incomplete), frozenset(without_sum))


def printable_records(
    records: Sequence[CandidateRecord], least: int, n_incidents: int
) -> list[tuple[CandidateRecord, str]]:
    """Records of one factor, each with its incidents as text; where these are not told, so is the RRV that they make.

    Not told are incidents below ``least``, and what differs by fewer from those within a shorter distance, from those
    of all cells, or, of a density, from those within reach of it: such cells lie inside of the others, so that anybody
    can subtract. Records of the same cells stand or fall together.

    Parameters
    ----------
    records : sequence of CandidateRecord of one factor
    least : int
        0 or 1 hides nothing.
    n_incidents : int
        Of the model.
    """

    def is_apart(one: CandidateRecord, inner: CandidateRecord) -> bool:
        return one.cells == inner.cells or one.incidents - inner.incidents >= least

    def by_reach(one: CandidateRecord) -> tuple[bool, float]:
        return one.variable.kind.name != Proximity.name, one.variable.distance

    near: list[CandidateRecord] = []  # those that are told, the shortest distance first
    told = set()
    for record in sorted(records, key=by_reach):
        is_near = record.variable.kind.name == Proximity.name
        inside = near if is_near else []
        around = [] if is_near else [one for one in near if one.variable.distance >= record.variable.distance]
        if least <= 1 or (
            least <= record.incidents <= n_incidents - least
            and all(is_apart(record, one) for one in inside)
            and all(is_apart(one, record) for one in around)
        ):
            told.add(record.variable.name)
            if is_near:
                near.append(record)
    return [
        (record, f"{record.incidents:,}")
        if record.variable.name in told
        else (replace(record, single_rrv=None), few_words(least) if record.incidents < least else not_shown())
        for record in records
    ]


def few_words(least: int) -> str:
    return tr("below {least}").format(least=least)


def not_shown() -> str:
    return tr("not shown")


def hidden_words(least: int, lowest: int = 0) -> str:
    """What is said beside counts that are :func:`printable`: the same limit as stands in them."""
    limit = told_from(least, lowest)
    if limit == least:
        return tr("Counts of places below {least} are not shown, nor what would give them away.").format(least=least)
    return tr(
        "Counts before below {limit} are not shown, because no place has fewer than {lowest}, so that “below {least}” "
        "would tell too much; nor others below {least}, nor what would give any of them away."
    ).format(limit=limit, lowest=lowest, least=least)
