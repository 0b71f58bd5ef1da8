"""Incidents without a date: they are counted nowhere, so that a result may be due to what is missing.

The rule is that of the worst case: all is judged again, from the counts to the lots, with each of them at the time at
which it would raise the difference most, and once more with each where it would lower it most; and where no lots were
drawn, so that the interval rests on how much control places differ, with those of control where they set these apart.
What is evidence is so only as long as it stays evidence each time. That there is no evidence stands, unless there is
some then, and the arms differ beyond chance in what is missing, or many are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..names import listed
from ..translation import tr
from .impact import Counted, ratio_of_changes
from .small_counts import withheld

if TYPE_CHECKING:
    from collections.abc import Sequence

SOME, MANY = 0.03, 0.10  # of the incidents in places: beyond it lots, or that there is no evidence, are in doubt
MOST_CUTS = 20
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
    by_layer : tuple of ((undated, dated) of treatment, (undated, dated) of control)
        Where incidents before and after come from two layers, of each: what a change between both explains is no
        difference of the arms in what is missing. Empty where there is one.
    """

    n: int
    n_all: int
    in_places: tuple[tuple[int, ...], ...]
    counted: tuple[int, ...]
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

    @property
    def raises_doubt(self) -> bool:
        """Whether that there is no evidence is in doubt: the arms differ beyond chance in what is missing, or many
        are."""
        return self.differs or self.exceeds(MANY)

    def and_in(self, other: Undated) -> Undated:
        """Those in the places and in their surroundings together."""
        places = tuple(one + more for one, more in zip(self.in_places, other.in_places))
        counted = tuple(one + more for one, more in zip(self.counted, other.counted))
        by_layer = tuple(
            tuple((a + c, b + d) for (a, b), (c, d) in zip(one, more))
            for one, more in zip(self.by_layer, other.by_layer)
        )
        return Undated(self.n, self.n_all, places, counted, by_layer)

    def words(self, least: int = 0) -> str:
        """How many there are, and where, in a sentence, without what gives away counts of a place below ``least``; ''
        where there are none."""
        if not self.n:
            return ""
        where = self._where(least)
        if self.n == 1:
            return tr(
                "Of {all:,} incidents that were given, 1 has no date, or none that can be read, and is counted "
                "nowhere: {where}."
            ).format(all=self.n_all, where=where)
        return tr(
            "Of {all:,} incidents that were given, {n:,} have no date, or none that can be read, and are counted "
            "nowhere: {where}."
        ).format(all=self.n_all, n=self.n, where=where)

    def is_told(self, least: int) -> bool:
        """Whether how many lie in the places may be told: not where that would give away those of one place."""
        return not any(withheld(group, least)[1] for group in self.in_places)

    def _where(self, least: int) -> str:
        if not self.is_told(least):
            return tr(
                "how many lie in the places is not told, for small counts could be found from it; SMALLEST_COUNT=0 "
                "tells it to whoever may know"
            )
        if len(self.sums) == 2:
            return tr("{treated:,} of them lie in places of treatment, {control:,} in those of control").format(
                treated=self.sums[0], control=self.sums[1]
            )
        return tr("{n:,} of them lie in the places").format(n=self.sums[0])

    def words_around(self, least: int) -> str:
        """The same of those around the places of two arms; '' where there are none, or where it is not to be told."""
        if not any(self.sums) or not self.is_told(least):
            return ""
        return tr(
            "{treated:,} of those without a date lie around places of treatment, {control:,} around those of control."
        ).format(treated=self.sums[0], control=self.sums[1])

    def why(self) -> str:
        """What is wrong with them, for a sentence; '' where they are few, and are not more on one side."""
        said = []
        if self.leans > 0:
            said.append(tr("relatively more of treatment than of control are missing (beyond chance)"))
        if self.leans < 0:
            said.append(tr("relatively more of control than of treatment are missing (beyond chance)"))
        limit = MANY if self.exceeds(MANY) else SOME if self.exceeds(SOME) else None
        if limit is not None:
            said.append(tr("these are more than {share:.0f}% of those in the places").format(share=100 * limit))
        if not said:
            return ""
        return tr("incidents without a date are counted nowhere, and {what}").format(what=listed(said))

    def of_a_design(self) -> str:
        """What has to stand beside a trial that is laid out by the others: a sentence, or ''."""
        if not self.why():
            return ""
        return tr("Find the dates before lots are relied on: {why}.").format(why=self.why())


def spoilt_words() -> str:
    """Why something cannot be judged, for a sentence."""
    return tr("incidents without a date are counted nowhere, and with their dates the result could be another")


def worst_cases(counted: Counted, treated: np.ndarray | None, is_drawn: bool, ratio: float = 1.0) -> np.ndarray:
    """(cases, n, 1): whether in a case those of a place raise (1) or lower (-1) the difference.

    Parameters
    ----------
    counted : Counted
    treated : (n,) bool or None
        None where places are no arms.
    is_drawn : bool
        Whether lots were drawn. Where not, further cases set control places apart: of those that changed by at least as
        much as one of them there are more after, of the others more before; or the other way round, which makes them
        alike. At most :data:`MOST_CUTS` of them are taken in turn.
    ratio : float
        Length of the time before in those of the time after.
    """
    alike = np.ones(len(counted.before))
    cases = [alike, -alike]
    if treated is not None and not is_drawn:
        change = counted.all_after - counted.before / ratio
        cuts = np.unique(change[~treated])
        cuts = cuts[np.linspace(0, len(cuts) - 1, min(len(cuts), MOST_CUTS)).astype(int)]
        apart = np.where(change >= cuts[:, None], -1.0, 1.0)
        cases += [np.where(treated, sign, way) for sign in (1.0, -1.0) for way in (*apart, *-apart)]
    return np.array(cases)[:, :, None]


def dated_at_worst(layers: Sequence[Layer], moves: np.ndarray, sign: np.ndarray | int) -> np.ndarray:
    """(n, periods) int64: the incidents without a date of each place, each in the period in which it would raise (sign
    1), or lower (-1), the difference most; in none where it could only do the reverse.

    Parameters
    ----------
    layers : sequence of Layer
    moves : (n, periods) float64
        By how much one more incident in a place and period changes the difference.
    sign : (n, 1), or {1, -1} for all
    """
    found = np.zeros(moves.shape, dtype=np.int64)
    for layer in layers:
        if layer.holds.any():
            gains = np.where(layer.holds, sign * moves, -np.inf)
            best = gains.argmax(axis=1)
            places = np.flatnonzero(gains.max(axis=1) > 0)
            found[places, best[places]] += layer.undated[places]
    return found


def undated_of(
    layers: Sequence[Layer], treated: np.ndarray | None, n: int, n_all: int, counted: tuple[int, ...]
) -> Undated:
    """The :class:`Undated` of some layers.

    Parameters
    ----------
    layers : sequence of Layer
    treated : (n,) bool or None
        None where places are no arms.
    n, n_all : int
        How many have no date, of how many.
    counted : tuple of int
        Of each arm, or of all.
    """
    together = np.sum([layer.undated for layer in layers], axis=0)
    groups = [np.ones(len(together), dtype=bool)] if treated is None else [treated, ~treated]
    by_layer = tuple(
        tuple((int(layer.undated[group].sum()), int(layer.dated[group].sum())) for group in groups)
        for layer in (layers if len(layers) > 1 and treated is not None else ())
    )
    return Undated(n, n_all, tuple(tuple(together[group].tolist()) for group in groups), counted, by_layer)
