"""Incidents without a date: they are counted nowhere, so that a result may be due to what is missing.

The rule is that of the worst case: each could be from the time in which it would move the difference most, so that the
difference could be greater by at most :attr:`Undated.rise`, and less by at most :attr:`Undated.fall`, and so could both
limits of its interval. What is evidence is so only as long as it stays evidence then. That there is no evidence stands,
unless there could be some then, and the arms differ beyond chance in what is missing, or many are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..translation import tr
from .impact import ratio_of_changes
from .small_counts import withheld

if TYPE_CHECKING:
    from collections.abc import Sequence

SOME, MANY = 0.03, 0.10  # of the incidents in places: beyond it lots, or that there is no evidence, are in doubt
_CHANCE = 0.05


@dataclass(frozen=True)
class Layer:
    """What one layer of incidents holds: ``undated`` (n,) of each place, and ``dated`` (n,) with which these compare;
    ``holds`` (periods,) bool, from which of the periods of a difference it has any."""

    undated: np.ndarray
    dated: np.ndarray
    holds: np.ndarray


@dataclass(frozen=True)
class Undated:
    """Incidents that have no date, or none that can be read.

    Attributes
    ----------
    n, n_all : int
        How many of how many that were given.
    in_places : tuple of tuples of int
        How many lie in each place: of treatment, then of control; in one group where places are no arms.
    counted : tuple of int
        Of each group the incidents that have a date and are counted.
    rise, fall : float
        How far they could move the difference at most, were their dates known.
    by_layer : tuple of ((undated, dated) of treatment, (undated, dated) of control)
        Where incidents before and after come from two layers, of each: what a change between both explains is no
        difference of the arms in what is missing. Empty where there is one.
    """

    n: int
    n_all: int
    in_places: tuple[tuple[int, ...], ...]
    counted: tuple[int, ...]
    rise: float = 0.0
    fall: float = 0.0
    by_layer: tuple[tuple[tuple[int, int], ...], ...] = ()

    @property
    def sums(self) -> tuple[int, ...]:
        """In the places of each group."""
        return tuple(map(sum, self.in_places))

    @cached_property
    def leans(self) -> int:
        """1 where relatively more of treatment than of control have none, beyond chance (Fisher's exact test at 5%),
        -1 where fewer have, 0 where neither can be told."""
        if len(self.sums) != 2 or not any(self.sums):
            return 0
        (treated, control), (dated, other) = self.sums, self.counted
        if ratio_of_changes((dated, treated), (other, control)).p_value >= _CHANCE:
            return 0
        return 1 if treated * other > control * dated else -1

    def exceeds(self, share: float) -> bool:
        """Whether more than a share of the incidents in the places has none."""
        return sum(self.sums) > share * (sum(self.sums) + sum(self.counted))

    @property
    def differs(self) -> bool:
        """Whether relatively more of one arm have none, beyond chance: in the places, or in those of one of two
        layers."""
        if not self.by_layer:
            return bool(self.leans)
        pairs = [((dated, treated), (other, control)) for (treated, dated), (control, other) in self.by_layer]
        return any(
            treated[1] + control[1] and ratio_of_changes(treated, control).p_value < _CHANCE
            for treated, control in pairs
        )

    def could_change(self, verdict: int, low: float, high: float) -> bool:
        """Whether a verdict (-1, 0, 1) could be another with all dates, by the interval of the difference."""
        if verdict < 0:
            return high + self.rise >= 0
        if verdict > 0:
            return low - self.fall <= 0
        return high - self.fall < 0 or low + self.rise > 0

    def spoils(self, verdict: int, low: float, high: float) -> bool:
        """Whether it cannot be judged: evidence that could be none, or none that could be some where the arms differ
        beyond chance in what is missing, or many are."""
        if not any(self.sums) or not self.could_change(verdict, low, high):
            return False
        return bool(verdict) or self.differs or self.exceeds(MANY)

    def and_in(self, other: Undated) -> Undated:
        """Those in the places and in their surroundings together."""
        places = tuple(one + more for one, more in zip(self.in_places, other.in_places))
        counted = tuple(one + more for one, more in zip(self.counted, other.counted))
        by_layer = tuple(
            tuple((a + c, b + d) for (a, b), (c, d) in zip(one, more))
            for one, more in zip(self.by_layer, other.by_layer)
        )
        return Undated(self.n, self.n_all, places, counted, self.rise + other.rise, self.fall + other.fall, by_layer)

    def words(self, least: int = 0) -> str:
        """How many there are, and where, in a sentence, without what gives away counts of a place below ``least``; ''
        where there are none."""
        if not self.n:
            return ""
        if any(withheld(group, least)[1] for group in self.in_places):
            where = tr(
                "how many lie in the places is not told, for small counts could be found from it; SMALLEST_COUNT=0 "
                "tells it to whoever may know"
            )
        elif len(self.sums) == 2:
            where = tr("{treated:,} of them lie in places of treatment, {control:,} in those of control").format(
                treated=self.sums[0], control=self.sums[1]
            )
        else:
            where = tr("{n:,} of them lie in the places").format(n=self.sums[0])
        return tr(
            "Of {all:,} incidents that were given, {n:,} have no date, or none that can be read, and are counted "
            "nowhere: {where}."
        ).format(all=self.n_all, n=self.n, where=where)

    def why(self) -> str:
        """What is wrong with them, for a sentence; '' where they are few, and are not more on one side."""
        if self.leans > 0:
            return tr(
                "incidents without a date are counted nowhere, and relatively more of treatment than of control are "
                "missing, beyond chance"
            )
        if self.leans < 0:
            return tr(
                "incidents without a date are counted nowhere, and relatively more of control than of treatment are "
                "missing, beyond chance"
            )
        limit = MANY if self.exceeds(MANY) else SOME if self.exceeds(SOME) else None
        if limit is None:
            return ""
        return tr(
            "incidents without a date are counted nowhere, and these are more than {share:.0f}% of those in the places"
        ).format(share=100 * limit)

    def beside(self, verdict: int, low: float, high: float) -> str:
        """What has to stand beside a verdict that is told all the same: a sentence, or ''."""
        if not any(self.sums) or self.spoils(verdict, low, high):
            return ""
        if self.could_change(verdict, low, high):
            return tr("Incidents without a date are counted nowhere; with all dates there might be evidence.")
        if not verdict:
            return tr("Incidents without a date are counted nowhere; with all dates there would be no evidence either.")
        return tr(
            "Incidents without a date are counted nowhere; whenever they were, they could not move the interval so "
            "far that it would hold no difference."
        )

    def of_a_design(self) -> str:
        """What has to stand beside a trial that is laid out by the others: a sentence, or ''."""
        if not self.why():
            return ""
        return tr("Find the dates before lots are relied on: {why}.").format(why=self.why())


def spoilt_words() -> str:
    """Why something cannot be judged, for a sentence."""
    return tr("incidents without a date are counted nowhere, and whether this is evidence hangs on when they were")


def undated_of(
    layers: Sequence[Layer],
    moves: np.ndarray,
    treated: np.ndarray | None,
    n: int,
    n_all: int,
    counted: tuple[int, ...],
) -> Undated:
    """The :class:`Undated` of some layers.

    Parameters
    ----------
    layers : sequence of Layer
    moves : (n, periods) float64
        By how much one more incident in a place and period changes the difference.
    treated : (n,) bool or None
        None where places are no arms.
    n, n_all : int
        How many have no date, of how many.
    counted : tuple of int
        Of each arm, or of all.
    """
    together = np.sum([layer.undated for layer in layers], axis=0)
    groups = [np.ones(len(together), dtype=bool)] if treated is None else [treated, ~treated]
    rise = fall = 0.0
    for layer in layers:
        held = moves[:, layer.holds] if layer.holds.any() else moves
        rise += float((layer.undated * np.maximum(held.max(axis=1), 0)).sum())
        fall += float((layer.undated * np.maximum(-held.min(axis=1), 0)).sum())
    by_layer = tuple(
        tuple((int(layer.undated[group].sum()), int(layer.dated[group].sum())) for group in groups)
        for layer in (layers if len(layers) > 1 and treated is not None else ())
    )
    in_places = tuple(tuple(together[group].tolist()) for group in groups)
    return Undated(n, n_all, in_places, counted, rise, fall, by_layer)
