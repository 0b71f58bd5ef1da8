"""Drawing lots, and the test that rests on nothing but how they were drawn.

Units (places, or days of places) are dealt arms within strata (pairs, blocks, weeks of a place): the arms of a stratum
are fixed, who gets which is drawn. Under no effect whatever, what was counted would have been counted whatever was
drawn; so the effect found is compared with that of all draws that might have come out instead (Fisher 1935; Rosenbaum
2002, *Observational Studies*, ch. 2). With D whether a unit is treated in a period, p the share of its stratum that is,
and Y what was counted, the effect is

    sum (D - p) Y / sum p (1 - p)

which is the difference of means where all units are in one stratum, and the mean of the pairs' differences in pairs.
Within a stratum and period D - p sums to 0: what all its units share, such as a season, falls out.

The same test tells the interval: it holds all effects, the same for each treated unit, that would not be rejected. See
:func:`limits_of`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import factorial

import numpy as np

from ..errors import SettingsError
from ..progress import Progress
from ..translation import tr

MOST_EXACT = 20_000  # draws that are all looked at; where more are possible, some are drawn
DRAWS = 9_999
LEVEL = 0.95
LEAST_SURE = 1e-12  # what a p-value may exceed 1 - level by, for rounding
_BATCH = 2_000_000  # arms worked on at once
_ROUNDING = 1e-9  # of the effect found: what another draw gives for certain is not less because it is summed otherwise


@dataclass(frozen=True, eq=False)
class Design:
    """What was dealt to whom, and among whom.

    Attributes
    ----------
    arms : (n,) int64
        Of each unit, from 0 on.
    strata : (n,) int64
        Of each unit, from 0 on.
    treated : (arms, periods) bool
        Whether a unit of an arm is treated in a period. Two arms and one period: [[False], [True]].
    """

    arms: np.ndarray
    strata: np.ndarray
    treated: np.ndarray

    @classmethod
    def parallel(cls, arms: np.ndarray, strata: np.ndarray | None = None) -> Design:
        """Control (0) and treatment (1) at the same time; without strata all units are in one."""
        arms = np.asarray(arms, dtype=np.int64)
        strata = np.zeros_like(arms) if strata is None else np.unique(strata, return_inverse=True)[1].ravel()
        return cls(arms, strata, np.array([[False], [True]]))

    @classmethod
    def stepped(cls, waves: np.ndarray, strata: np.ndarray | None = None) -> Design:
        """Wave w (from 0 on) is treated from step w on; there are as many steps as waves."""
        waves = np.asarray(waves, dtype=np.int64)
        strata = np.zeros_like(waves) if strata is None else np.unique(strata, return_inverse=True)[1].ravel()
        n_waves = int(waves.max()) + 1
        return cls(waves, strata, np.arange(n_waves)[:, None] <= np.arange(n_waves))

    @cached_property
    def is_treated(self) -> np.ndarray:
        """(n, periods) bool: who was treated when."""
        return self.treated[self.arms]

    @cached_property
    def shares(self) -> np.ndarray:
        """(n, periods) float64: the share of a unit's stratum that is treated in a period."""
        n_strata = int(self.strata.max()) + 1
        sums = np.zeros((n_strata, self.treated.shape[1]))
        np.add.at(sums, self.strata, self.is_treated)
        return (sums / np.bincount(self.strata, minlength=n_strata)[:, None])[self.strata]

    @property
    def tells(self) -> np.ndarray:
        """(n,) bool: whether a unit's stratum has treated and untreated ones in any period, without which it tells
        nothing."""
        return ((self.shares > 0) & (self.shares < 1)).any(axis=1)

    @property
    def information(self) -> float:
        """The sum of p (1 - p): 0 where no draw would have changed who is treated when."""
        return float((self.shares * (1 - self.shares)).sum())

    @property
    def weights(self) -> np.ndarray:
        """(n, periods) float64: by what each count enters into the effect."""
        return (self.is_treated - self.shares) / self.information

    def effect(self, outcome: np.ndarray) -> float:
        """The effect on an outcome (n, periods), per treated unit and period."""
        return float((self.weights * outcome).sum())

    @cached_property
    def n_draws(self) -> int:
        """How many draws were possible."""
        total = 1
        for members in self._members:
            total *= factorial(len(members))
            for number in np.bincount(self.arms[members]).tolist():
                total //= factorial(number)
        return total

    @cached_property
    def _members(self) -> list[np.ndarray]:
        """The units of each stratum, in their order."""
        order = np.argsort(self.strata, kind="stable")
        return np.split(order, np.flatnonzero(np.diff(self.strata[order])) + 1)

    @property
    def least_p_value(self) -> float:
        """No result whatever has a smaller two-sided p-value: where as many are treated as not, a draw and its reverse
        are as far from 0."""
        balanced = len(self.treated) == 2 and bool((self.shares == 0.5).all())
        return min((2 if balanced else 1) / self.n_draws, 1.0)

    def redrawn(self, n: int, random: np.random.RandomState) -> np.ndarray:
        """Arms (n, units) of so many new draws, made as the first one was."""
        order = np.argsort(self.strata, kind="stable")
        keys = self.strata[order] + random.random_sample((n, len(order)))
        found = np.empty(keys.shape, dtype=np.int64)
        found[:, order] = self.arms[order][np.argsort(keys, axis=1)]
        return found

    def drawn(self, seed: int) -> Design:
        """The design with lots drawn from a seed."""
        return Design(self.redrawn(1, np.random.RandomState(seed))[0], self.strata, self.treated)

    def every_draw(self) -> np.ndarray:
        """Arms (draws, units) of every draw that was possible, the first stratum changing slowest."""
        found = np.empty((1, len(self.arms)), dtype=np.int64)
        for members in self._members:
            ways = np.array(list(_arrangements(np.bincount(self.arms[members]).tolist())), dtype=np.int64)
            found = np.repeat(found, len(ways), axis=0)
            found[:, members] = np.tile(ways, (len(found) // len(ways), 1))
        return found

    def check(self) -> None:
        """Raise :class:`SettingsError` where nothing was drawn."""
        if not self.information > 0:
            raise SettingsError(
                tr(
                    "No pair, block or week has treated and untreated ones, so that nothing was drawn: check the "
                    "fields that tell which places were treated and in which block each was."
                )
            )


def _arrangements(left: list[int]) -> Iterator[tuple[int, ...]]:
    """Every order of so many of each arm."""
    if not any(left):
        yield ()
    for arm, number in enumerate(left):
        if number:
            rest = [*left[:arm], number - 1, *left[arm + 1 :]]
            for more in _arrangements(rest):
                yield (arm, *more)


@dataclass(frozen=True)
class Randomisation:
    """The effect found, and how often a draw without any effect does as much.

    Attributes
    ----------
    effect : float
        Per treated unit and period.
    p_value : float
        Two-sided: the share of draws whose effect is as far from 0. Where only some were drawn, (1 + b) / (1 + B) with
        b of B as far, so that it is never 0 and never too small on average (Phipson & Smyth 2010).
    possible : int
        How many draws were possible.
    looked_at : int
    exact : bool
        Whether all were looked at.
    least : float
        No result whatever of this design has a smaller p-value.
    seed : int
    low, high : float
        Limits of the effect; endless where no result whatever could be beyond chance.
    """

    effect: float
    p_value: float
    possible: int
    looked_at: int
    exact: bool
    least: float
    seed: int
    low: float
    high: float

    @property
    def limits(self) -> tuple[float, float]:
        return self.low, self.high


def randomisation_test(
    design: Design,
    outcome: np.ndarray,
    draws: int = DRAWS,
    seed: int = 1,
    progress: Progress | None = None,
    level: float = LEVEL,
) -> Randomisation:
    """Compare the effect found with those of other draws of the same design.

    Parameters
    ----------
    design : Design
    outcome : (n, periods)
        What was counted; changes, or rates, as you like.
    draws : int
        How many to draw where more than :data:`MOST_EXACT` are possible.
    seed : int
    progress : Progress, optional
    level : float
        Of the interval.

    Raises
    ------
    SettingsError
        Nothing was drawn, or ``draws`` is below 1.
    Cancelled
    """
    design.check()
    progress = progress or Progress()
    if draws < 1:
        raise SettingsError(tr("{draws} draws give no p-value; use for example 9999.").format(draws=draws))
    # what was counted, and what each treated unit would have more of: sums of one are shifted by those of the other
    scores = [scores_of(design, one) for one in (outcome, design.is_treated)]
    found, own = (float(_sum_of(one, design.arms[None])[0]) for one in scores)
    exact = design.n_draws <= MOST_EXACT
    random, batches, done = np.random.RandomState(seed), [], 0
    if exact:
        every, draws = design.every_draw(), design.n_draws
        batches.append([_sum_of(one, every) for one in scores])
    while not exact and done < draws:
        progress(done / draws)
        n = min(max(_BATCH // len(design.arms), 1), draws - done)
        drawn = design.redrawn(n, random)
        batches.append([_sum_of(one, drawn) for one in scores])
        done += n
    others, shifts = np.concatenate(batches, axis=1)
    as_far = int(are_as_far(others, found).sum())
    p_value = as_far / draws if exact else (1 + as_far) / (1 + draws)
    if not exact:  # what was drawn is one of the draws, as in the p-value
        others, shifts = np.append(others, found), np.append(shifts, own)
    progress(1.0)
    return Randomisation(
        found / design.information,
        p_value,
        design.n_draws,
        draws,
        exact,
        design.least_p_value,
        seed,
        *limits_of(others, shifts, found, own, level),
    )


def limits_of(others: np.ndarray, shifts: np.ndarray, found: float, own: float, level: float) -> tuple[float, float]:
    """Limits of all effects, the same for each treated unit, whose p-value is above 1 - level (Rosenbaum 2002, ch. 2).

    With an effect t taken away from the treated units, the sum of a draw is a - t b, and that of the lots as they fell
    A - t B. As |b| is at most B, the draw is as far from 0 as the lots where t is between (A - a) / (B - b) and
    (A + a) / (B + b), which A / B is, too. So the limits are read from the sorted ends of these.

    Parameters
    ----------
    others, shifts : (draws,) float64
        a and b of all draws that were looked at, the lots as they fell among them.
    found, own : float
        A and B.
    level : float

    Returns
    -------
    low, high : float
        Endless where so many draws are always as far that no effect is ever rejected.
    """
    ends = []
    for sign in (-1, 1):
        width = own + sign * shifts
        never = width <= _ROUNDING * own  # the lots as they fell, or their reverse: always as far
        ends.append((np.where(never, 0.0, found + sign * others) / np.where(never, 1.0, width), never))
    always = ends[0][1] | ends[1][1]
    low, high = (pick(ends[0][0], ends[1][0]) for pick in (np.minimum, np.maximum))
    # whether 0 is rejected is told by the p-value, to the last digit
    as_far, least = are_as_far(others, found), np.finfo(float).tiny
    if found < 0:
        high = np.where(as_far, np.maximum(high, 0.0), np.minimum(high, -least))
    elif found > 0:
        low = np.where(as_far, np.minimum(low, 0.0), np.maximum(low, least))
    low[always], high[always] = -np.inf, np.inf
    at = int((1 - level + LEAST_SURE) * len(others))  # so many draws at most may be as far where t is rejected
    return float(np.partition(low, at)[at]), float(np.partition(high, len(high) - 1 - at)[len(high) - 1 - at])


def scores_of(design: Design, outcome: np.ndarray) -> np.ndarray:
    """(n, arms): what a unit adds to the effect's numerator, by the arm that it is dealt."""
    outcome = np.asarray(outcome, dtype=np.float64).reshape(design.shares.shape)
    return outcome @ design.treated.T.astype(np.float64) - (design.shares * outcome).sum(axis=1)[:, None]


def are_as_far(others: np.ndarray, found: np.ndarray | float) -> np.ndarray:
    """Whether effects are as far from 0 as the one found, but for rounding."""
    return np.abs(others) >= np.abs(found) * (1 - _ROUNDING) - np.finfo(float).tiny


def _sum_of(scores: np.ndarray, arms: np.ndarray) -> np.ndarray:
    """(draws,) sums of what the units add under arms (draws, n)."""
    return scores[np.arange(len(scores)), arms].sum(axis=1)
