"""What became of treated places, set against places that were left as they were.

**Weighted displacement difference** (Wheeler & Ratcliffe 2018, Crime Science 7): with counts before (0) and after (1)
of treatment T and control C, each over its weights of time and area,

    WDD = (T1 - T0) - (C1 - C0)

and the same of the surroundings of both, if they are given. Counts are taken for Poisson, so that the variance is the
sum of the counts over their squared weights. It presumes that without treatment both would have changed by the same
number.

**Ratio of rates**: of two Poisson rates, by the exact conditional test, which is binomial, with Clopper and Pearson's
interval; or by the E-test (Krishnamoorthy & Thomson 2004), with the interval of all ratios that it does not reject. And
the change of treatment over that of control, (T1 / T0) / (C1 / C0), conditional on all sums of rows and columns:
Fisher's exact test and the interval that goes with it. It presumes that without treatment both would have changed in
proportion.

Where lots were drawn, the p-value and the interval that is quoted rest on these alone: see :mod:`randomisation`.

Where none were, the interval that is quoted is wider: counts of places are seldom Poisson, and vary from one time to
the next by m + a m². The a is found from the changes of the control places, by moments, and the limits are those of
Student's t, for few places tell it roughly only. See :func:`widened`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf, isfinite, isinf, log, nan, sqrt
from typing import TYPE_CHECKING

import numpy as np

from ..errors import SettingsError
from ..packages import require
from ..progress import Progress
from ..translation import tr
from .randomisation import DRAWS, LEAST_SURE, LEVEL, Design, Randomisation, randomisation_test

if TYPE_CHECKING:
    from .undated import Undated

EXACT, ETEST = RATIO_TESTS = ("exact", "etest")
BY_PLACES, BY_AREA, AS_COUNTED = SCALINGS = ("places", "area", "none")
FEWEST_CONTROL = 4  # places: the changes of fewer do not tell how much they vary
_ALIKE = 1e-7  # relative: probabilities that differ by less are equal, as in other software
_HALVINGS = 60
_MOST_ETEST = 1_000  # incidents: beyond it the sums take long, and both tests say the same
_ETEST_HALVINGS = 16  # each a sum over a plane of counts
_FARTHEST = 1e6  # a ratio beyond this, either way, is not told from no limit
_LOG_FARTHEST = log(_FARTHEST)


@dataclass(frozen=True)
class Estimate:
    """A difference in incidents with its interval at a confidence level; below 0 is fewer.

    The interval is normal, or Student's where ``freedom`` is not endless.
    """

    value: float
    std_error: float
    level: float = LEVEL
    freedom: float = inf

    @property
    def z(self) -> float:
        return self.value / self.std_error if self.std_error > 0 else nan

    @property
    def limits(self) -> tuple[float, float]:
        from scipy.special import ndtri, stdtrit

        tail = 0.5 + self.level / 2
        half = float(ndtri(tail) if isinf(self.freedom) else stdtrit(self.freedom, tail)) * self.std_error
        return self.value - half, self.value + half

    @property
    def low(self) -> float:
        return self.limits[0]

    @property
    def high(self) -> float:
        return self.limits[1]

    @property
    def beyond_chance(self) -> bool:
        """Whether 0 is outside the interval."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class ByLots:
    """A difference in incidents of all treated places with the interval of the lots, which presumes no distribution.

    The limits are endless where the lots could have fallen in so few ways that nothing is beyond chance.
    """

    value: float
    low: float
    high: float
    level: float = LEVEL

    @property
    def beyond_chance(self) -> bool:
        """Whether 0 is outside the interval."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class WeightedDifference:
    """The WDD of the places, of their surroundings (None without any), and of both together."""

    places: Estimate
    near: Estimate | None
    total: Estimate


def weighted_difference(
    treated: Sequence[float],
    control: Sequence[float],
    near_treated: Sequence[float] | None = None,
    near_control: Sequence[float] | None = None,
    time_weights: Sequence[float] = (1.0, 1.0),
    area_weights: Sequence[float] = (1.0, 1.0, 1.0, 1.0),
    level: float = LEVEL,
) -> WeightedDifference:
    """The weighted displacement difference.

    Parameters
    ----------
    treated, control : (before, after)
        Counts of all treated, and of all control places.
    near_treated, near_control : (before, after), optional
        Counts of their surroundings.
    time_weights : (before, after)
        By which counts are divided, such as the periods' lengths in after periods.
    area_weights : (treated, control, near treated, near control)
        By which counts are divided, such as areas in those of treatment.
    level : float

    Raises
    ------
    SettingsError
        A weight is not above 0, a count is below 0, or the level is none.
    """
    check_level(level)
    given = [treated, control, near_treated or (0, 0), near_control or (0, 0)]
    counts = np.array(given, dtype=np.float64)
    weights = np.outer(area_weights, time_weights)
    if not (weights > 0).all() or not np.isfinite(weights).all():
        raise SettingsError(tr("A period or an area of 0 gives no rate: check their lengths and sizes."))
    if not (counts >= 0).all():
        raise SettingsError(tr("A count below 0 is none: check the incidents."))
    signs = np.outer([1, -1, 1, -1], [-1, 1])
    values = (signs * counts / weights).sum(axis=1)
    variances = (counts / weights**2).sum(axis=1)

    def estimate(rows: slice) -> Estimate:
        return Estimate(float(values[rows].sum()), sqrt(float(variances[rows].sum())), level)

    near = None if near_treated is None or near_control is None else estimate(slice(2, 4))
    return WeightedDifference(estimate(slice(0, 2)), near, estimate(slice(0, 4)))


def check_level(level: float) -> None:
    if not 0.5 <= level < 1:
        raise SettingsError(
            tr("A confidence level of {level:.9g}% is of no use: use for example 90, 95 or 99.").format(
                level=100 * level
            )
        )


@dataclass(frozen=True)
class RateRatio:
    """One rate over another, its interval and the two-sided p-value of their being equal; NaN where it has none."""

    value: float
    low: float
    high: float
    p_value: float

    @property
    def beyond_chance(self) -> bool:
        return self.low > 1 or self.high < 1


def rate_ratio(
    count: int, exposure: float, other: int, other_exposure: float, method: str = EXACT, level: float = LEVEL
) -> RateRatio:
    """(count / exposure) over (other / other_exposure).

    Parameters
    ----------
    count, other : int
    exposure, other_exposure : float
        Lengths of time, or time times area, in any unit.
    method : {"exact", "etest"}
        Of more than a thousand incidents on either side the exact test is used.
    level : float

    Raises
    ------
    SettingsError
    MissingPackageError
        The E-test needs statsmodels.
    """
    check_level(level)
    if method not in RATIO_TESTS:
        raise SettingsError(
            tr("'{method}' is no test of a ratio; use {tests}.").format(method=method, tests=", ".join(RATIO_TESTS))
        )
    if not (exposure > 0 and other_exposure > 0):
        raise SettingsError(tr("A period or an area of 0 gives no rate: check their lengths and sizes."))
    if count + other == 0:
        return RateRatio(nan, 0.0, inf, 1.0)
    value = (count / exposure) / (other / other_exposure) if other else inf
    if method == ETEST and max(count, other) <= _MOST_ETEST:
        low, high, p_value = _etest(count, exposure, other, other_exposure, value, level)
        return RateRatio(value, low, high, p_value)
    from scipy.special import betaincinv

    tail = (1 - level) / 2
    lowest = float(betaincinv(count, other + 1, tail)) if count else 0.0
    highest = float(betaincinv(count + 1, other, 1 - tail)) if other else 1.0
    low, high = (part / (1 - part) * other_exposure / exposure if part < 1 else inf for part in (lowest, highest))
    n, share = count + other, exposure / (exposure + other_exposure)
    p_value = _as_unlikely(_log_choose(n, np.arange(n + 1)) + _powers(n, share), count)
    return RateRatio(value, low, high, p_value)


def _powers(n: int, share: float) -> np.ndarray:
    """log of share^k (1 - share)^(n - k) for k from 0 to n."""
    k = np.arange(n + 1)
    return k * np.log(share) + (n - k) * np.log1p(-share)


def _log_choose(n: int, k: np.ndarray) -> np.ndarray:
    from scipy.special import gammaln

    return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)


def _as_unlikely(log_weights: np.ndarray, place: int) -> float:
    """The probability of all that is no likelier than what is in a place."""
    weights = np.exp(log_weights - log_weights.max())
    return min(float(weights[weights <= weights[place] * (1 + _ALIKE)].sum() / weights.sum()), 1.0)


def _etest(
    count: int, exposure: float, other: int, other_exposure: float, value: float, level: float
) -> tuple[float, float, float]:
    """Limits and p-value of the E-test: the limits are where its p-value falls below 1 - level."""
    require("statsmodels", tr("The E-test"))
    from statsmodels.stats.rates import test_poisson_2indep

    if not other:  # the same the other way round, for statsmodels divides by the second count
        _, high, p_value = _etest(other, other_exposure, count, exposure, 0.0, level)
        return 1 / high, inf, p_value

    def rejects(ratio: float) -> bool:
        return p_of(ratio) <= 1 - level

    def p_of(ratio: float) -> float:
        # that the ratio is r is the same as that it is 1 with an r-fold exposure; its keyword has changed its name
        return float(test_poisson_2indep(count, exposure * ratio, other, other_exposure, method="etest").pvalue)

    def limit(factor: float) -> float:
        inside = value or other_exposure / exposure / other / _FARTHEST  # a ratio that is not rejected
        outside = inside * factor
        while not rejects(outside):
            inside, outside = outside, outside * factor
        for _ in range(_ETEST_HALVINGS):
            middle = sqrt(inside * outside)
            inside, outside = (inside, middle) if rejects(middle) else (middle, outside)
        return sqrt(inside * outside)

    return (limit(0.5) if count else 0.0), limit(2.0), p_of(1.0)


def ratio_of_changes(treated: Sequence[int], control: Sequence[int], level: float = LEVEL) -> RateRatio:
    """(T1 / T0) / (C1 / C0): the change of treatment over that of control, with Fisher's exact test.

    How long the periods were, and how large the areas, falls out.

    Parameters
    ----------
    treated, control : (before, after)
    level : float
    """
    check_level(level)
    (t0, t1), (c0, c1) = ([int(one) for one in pair] for pair in (treated, control))
    above, below = t1 * c0, t0 * c1
    value = above / below if below else inf if above else nan
    rows, after = (t0 + t1, c0 + c1), t1 + c1
    first, last = max(0, after - rows[1]), min(rows[0], after)
    x = np.arange(first, last + 1)
    log_weights = _log_choose(rows[0], x) + _log_choose(rows[1], after - x)
    tail = (1 - level) / 2

    def beyond(log_ratio: float, at_least: bool) -> float:
        weighted = log_weights + x * log_ratio
        weights = np.exp(weighted - weighted.max())
        return float(weights[x >= t1 if at_least else x <= t1].sum() / weights.sum())

    def limit(at_least: bool) -> float:
        low, high = -np.log(_FARTHEST), np.log(_FARTHEST)
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if (beyond(middle, at_least) < tail) == at_least:
                low = middle
            else:
                high = middle
        return float(np.exp((low + high) / 2))

    return RateRatio(
        value,
        limit(True) if t1 > first else 0.0,
        limit(False) if t1 < last else inf,
        _as_unlikely(log_weights, t1 - first),
    )


@dataclass(frozen=True, eq=False)
class Counted:
    """What was counted in places, or in their surroundings.

    Attributes
    ----------
    before : (n,) int64
    after : (n, steps) int64
        One step, but for a design in waves.
    areas : (n,) float64
        Square map units.
    """

    before: np.ndarray
    after: np.ndarray
    areas: np.ndarray

    @property
    def all_after(self) -> np.ndarray:
        return self.after.sum(axis=1)

    def with_more(self, extra: np.ndarray) -> Counted:
        """The same with more incidents (n, 1 + steps) of each place: before, and in each step."""
        return Counted(self.before + extra[:, 0], self.after + extra[:, 1:], self.areas)

    def sums(self, chosen: np.ndarray) -> tuple[int, int]:
        """Incidents before and after in the places that are chosen (n,) bool."""
        return int(self.before[chosen].sum()), int(self.all_after[chosen].sum())


@dataclass(frozen=True)
class Impact:
    """What became of the treated places.

    Attributes
    ----------
    plan : {"parallel", "stepped", "crossover"}
    n_treated, n_control : int
        Places; in a crossover days of places.
    treated, control : (before, after)
        Incidents; in a crossover (0, incidents). In waves, those of treated places while they are treated, and those of
        all others in the same steps.
    lengths : (before, after)
        Of the periods, in any one unit.
    difference : Estimate
        Incidents more than expected in all treated places, in the after period.
    near, total : Estimate or None
        The same of their surroundings, and of both.
    change : RateRatio
        Of treatment over control: of the changes, or in a crossover of the rates.
    treated_change, control_change : RateRatio or None
        Rate after over rate before.
    after_ratio : RateRatio or None
        Rate of treatment over rate of control, after, by place or by area.
    drawn, near_drawn, total_drawn : Randomisation or None
        Where lots were drawn: of the places, of their surroundings, and of both.
    per_place : tuple of RateRatio
        Rate after over rate before of each place, in their order; none in a crossover.
    weight : float
        How many times control was as large as treatment: its counts were divided by it.
    wide, near_wide, total_wide : Estimate or None
        The three differences where no lots were drawn, overdispersion allowed for; None where too few control places
        tell it.
    groups : tuple of int
        Of each place its group, from 0 on: those whose sum is told, or could be found from the result. An arm, or of an
        arm places that the lots weigh alike; in waves a wave. Empty in a crossover.
    counts : tuple of tuples of int
        Of single places: of each group the counts before, and those after; in a crossover those of treated days, and of
        untreated ones.
    near_counts : tuple of tuples of int
        The same of their surroundings; empty without any.
    compared : (treated, control)
        Places in blocks with both, which the lots compare; (0, 0) where all are compared.
    lowest : int
        That no place's count before is below it is known otherwise: places with fewer were left out of the trial.
    undated : Undated or None
        Incidents without a date, which are in none of this; None where dates were not asked for.
    near_weight : float
        As weight, of the surroundings.
    near_undated : Undated or None
        Incidents without a date in the surroundings.
    at_worst : tuple of (places, surroundings, both)
        The verdicts in each of the worst cases of incidents without a date; empty where there are none.
    """

    plan: str
    n_treated: int
    n_control: int
    treated: tuple[int, int]
    control: tuple[int, int]
    lengths: tuple[float, float]
    level: float
    method: str
    difference: Estimate
    change: RateRatio
    near: Estimate | None = None
    total: Estimate | None = None
    treated_change: RateRatio | None = None
    control_change: RateRatio | None = None
    after_ratio: RateRatio | None = None
    drawn: Randomisation | None = None
    near_drawn: Randomisation | None = None
    per_place: tuple[RateRatio, ...] = ()
    weight: float = 1.0
    wide: Estimate | None = None
    near_wide: Estimate | None = None
    total_wide: Estimate | None = None
    total_drawn: Randomisation | None = None
    groups: tuple[int, ...] = ()
    counts: tuple[tuple[int, ...], ...] = ()
    near_counts: tuple[tuple[int, ...], ...] = ()
    compared: tuple[int, int] = (0, 0)
    undated: Undated | None = None
    lowest: int = 0
    near_weight: float = 1.0
    near_undated: Undated | None = None
    at_worst: tuple[tuple[int, int, int], ...] = ()

    @property
    def quoted(self) -> Estimate | ByLots:
        """The difference with the interval that is to be quoted: of the lots, or the wider one, if there is one."""
        return self.by_lots(self.drawn) or self.wide or self.difference

    @property
    def near_quoted(self) -> Estimate | ByLots | None:
        """The same of the surroundings."""
        return self.by_lots(self.near_drawn) or self.near_wide or self.near

    @property
    def total_quoted(self) -> Estimate | ByLots | None:
        """The same of both together."""
        return self.by_lots(self.total_drawn) or self.total_wide or self.total

    def by_lots(self, drawn: Randomisation | None) -> ByLots | None:
        """What the lots say of one unit, of all treated ones that they compare."""
        if drawn is None:
            return None
        n = self.compared[0] or self.n_treated
        return ByLots(n * drawn.effect, n * drawn.low, n * drawn.high, self.level)

    @property
    def overdispersion(self) -> float | None:
        """How many times the variance of Poisson counts the quoted difference has; None where it is not told."""
        return _times_poisson(self.wide, self.difference)

    @property
    def near_overdispersion(self) -> float | None:
        """The same of the surroundings."""
        return _times_poisson(self.near_wide, self.near)

    @property
    def is_too_narrow(self) -> bool:
        """Whether nothing tells how much counts vary: neither lots nor enough control places."""
        return self.drawn is None and self.wide is None

    @property
    def quoted_change(self) -> RateRatio:
        """The change with limits that are as much wider, on the scale of logarithms, as those of the difference; never
        narrower."""
        found, poisson = self.change, self.difference.high - self.difference.low
        if self.quoted is self.difference or not (found.value > 0 and isfinite(found.value) and poisson > 0):
            return found
        stretch = max((self.quoted.high - self.quoted.low) / poisson, 1.0)

        def wider(limit: float) -> float:
            if not 0 < limit < inf:
                return limit
            apart = stretch * log(limit / found.value)
            return found.value * exp(apart) if apart < _LOG_FARTHEST else inf

        return RateRatio(found.value, wider(found.low), wider(found.high), nan)

    @property
    def p_value(self) -> float | None:
        """Of the lots that were drawn; None where none were."""
        return None if self.drawn is None else self.drawn.p_value

    @property
    def verdict(self) -> int:
        """-1 for evidence of fewer incidents, 1 of more, 0 for no evidence either way.

        Where lots were drawn, they decide; else whether the wider interval of the difference holds 0; where neither
        tells how much counts vary, nothing is evidence.
        """
        return _sign(self.quoted, self.drawn, self.is_too_narrow)

    @property
    def near_verdict(self) -> int:
        """The same of the surroundings: -1 is diffusion of benefits, 1 displacement."""
        return 0 if self.near_quoted is None else _sign(self.near_quoted, self.near_drawn, self.is_too_narrow)

    @property
    def verdicts(self) -> tuple[int, int, int]:
        """Of the places, of their surroundings, and of both together; 0 also for what was not looked at."""
        both = 0 if self.total_quoted is None else _sign(self.total_quoted, self.total_drawn, self.is_too_narrow)
        return self.verdict, self.near_verdict, both

    @property
    def could_change(self) -> tuple[bool, bool, bool]:
        """Whether each of the three is another in one of the worst cases of incidents without a date."""
        places, near, both = (
            any(worst[at] != verdict for worst in self.at_worst) for at, verdict in enumerate(self.verdicts)
        )
        return places, near, both

    @property
    def is_spoilt(self) -> tuple[bool, bool, bool]:
        """Whether each of the three cannot be judged for incidents without a date: evidence that could be none, or none
        that could be some where what is missing raises doubt. Both together are not where one of them is not."""
        own, near = self.undated, self.near_undated
        both = None if own is None or near is None else own.and_in(near)
        spoilt = [
            undated is not None and could and (bool(verdict) or undated.raises_doubt)
            for undated, verdict, could in zip((own, near, both), self.verdicts, self.could_change)
        ]
        return spoilt[0], spoilt[1], self.total is not None and any(spoilt)

    def moves(self, treated: np.ndarray, design: Design | None, near: bool = False) -> np.ndarray:
        """(n, 2) by how much one more incident before, and after, in each place changes the quoted difference of two
        arms; or ``near``, in its surroundings."""
        if self.drawn is not None and design is not None:
            share = (self.compared[0] or self.n_treated) * design.weights[:, 0]
        else:
            share = np.where(treated, 1.0, -1.0 / (self.near_weight if near else self.weight))
        before, after = self.lengths
        return np.column_stack([-share * after / before, share])


def _times_poisson(wide: Estimate | None, found: Estimate | None) -> float | None:
    if wide is None or found is None or not found.std_error > 0:
        return None
    return (wide.std_error / found.std_error) ** 2


def _sign(quoted: Estimate | ByLots, drawn: Randomisation | None, is_too_narrow: bool) -> int:
    by_interval = quoted.beyond_chance and not is_too_narrow
    sure = by_interval if drawn is None else drawn.p_value <= 1 - quoted.level + LEAST_SURE
    return int(np.sign(quoted.value)) if sure else 0


def widened(
    counted: Counted,
    treated: np.ndarray,
    ratio: float,
    weight: float,
    level: float = LEVEL,
    near: Counted | None = None,
    near_weight: float = 1.0,
) -> tuple[Estimate | None, float]:
    """The weighted displacement difference with the variance of overdispersed counts, and the a of m + a m².

    Of each control place the change is d = after - before / ratio, whose variance is v + a q with the Poisson variance
    v = after + before / ratio², and q = after (after - 1) + before (before - 1) / ratio², which is (1 + a) m² on
    average. So a is what is left of the scatter of d around its mean, over the sum of q; at least 0, so that the
    interval is never narrower than that of Poisson counts.

    Parameters
    ----------
    counted : Counted
    treated : (n,) bool
    ratio : float
        Length of the time before in those of the time after.
    weight : float
        How many times control is as large as treatment.
    level : float
    near : Counted, optional
        Surroundings that are taken together with the places.
    near_weight : float
        How many times those of control are as large as those of treatment.

    Returns
    -------
    Estimate or None, float
        None (and NaN) where there are fewer than :data:`FEWEST_CONTROL` control places.
    """
    n = int((~treated).sum())
    if n < FEWEST_CONTROL:
        return None, nan
    # one row of places and one of their surroundings, which are brought to the size that the places have
    parts = [counted] if near is None else [counted, near]
    after, before = (
        np.array(one, dtype=np.float64)
        for one in ([part.all_after for part in parts], [part.before / ratio for part in parts])
    )
    size = np.ones(after.shape)
    size[1:] = np.where(treated, 1.0, weight / near_weight)
    change = (size * (after - before)).sum(axis=0)
    variance = (size**2 * (after + before / ratio)).sum(axis=0)
    # count (count - 1), or of a sum its square less what is Poisson in it
    squares = sum((size * one).sum(axis=0) ** 2 for one in (after, before)) - variance
    left = n * change[~treated].var(ddof=1) - variance[~treated].sum()
    spread = max(float(left / squares[~treated].sum()), 0.0) if squares[~treated].sum() > 0 else 0.0
    share = np.where(treated, 1.0, -1.0 / weight)
    total = float((share**2 * (variance + spread * squares)).sum())
    return Estimate(float((share * change).sum()), sqrt(total), level, n - 1.0), spread


def assess(
    counted: Counted,
    treated: np.ndarray,
    lengths: tuple[float, float],
    near: Counted | None = None,
    design: Design | None = None,
    scaling: str = BY_PLACES,
    method: str = EXACT,
    level: float = LEVEL,
    draws: int = DRAWS,
    seed: int = 1,
    progress: Progress | None = None,
) -> Impact:
    """Treatment against control, before and after.

    Parameters
    ----------
    counted : Counted
        One step.
    treated : (n,) bool
    lengths : (before, after)
        Of the periods, in any one unit.
    near : Counted, optional
        The surroundings of each place.
    design : Design, optional
        How lots were drawn; None where places were chosen otherwise.
    scaling : {"places", "area", "none"}
        By what counts of control are brought to the size of treatment.
    method : {"exact", "etest"}
    level : float
    draws, seed : int
        See :func:`randomisation_test`.
    progress : Progress, optional

    Raises
    ------
    SettingsError
        There is no treated or no control place, no incident, or a setting is of no use.
    """
    progress = progress or Progress()
    treated = np.asarray(treated, dtype=bool)
    _check_arms(treated)
    before, after = lengths
    weight, near_weight = _weights(counted, near, treated, scaling)
    sums, control_sums = counted.sums(treated), counted.sums(~treated)
    if not sum(sums) + sum(control_sums):
        raise SettingsError(
            tr("No incident lies in a place, neither before nor after: check that all layers show the same place.")
        )
    if not (before > 0 and after > 0):
        raise SettingsError(tr("A period or an area of 0 gives no rate: check their lengths and sizes."))
    found = weighted_difference(
        sums,
        control_sums,
        None if near is None else near.sums(treated),
        None if near is None else near.sums(~treated),
        (before / after, 1.0),
        (1.0, weight, 1.0, near_weight),
        level,
    )
    both = None if near is None else Counted(counted.before + near.before, counted.after + near.after, counted.areas)
    drawn: list[Randomisation | None] = [None, None, None]
    if design is not None:
        for at, one in enumerate((counted, near, both)):
            if one is not None:
                part = progress.part(0.3 * at, 0.3 * (at + 1))
                drawn[at] = randomisation_test(design, _change(one, before / after), draws, seed, part, level)
    wide = near_wide = total_wide = None
    if design is None:
        wide = widened(counted, treated, before / after, weight, level)[0]
        if near is not None:
            near_wide = widened(near, treated, before / after, near_weight, level)[0]
            total_wide = widened(counted, treated, before / after, weight, level, near, near_weight)[0]
    groups = groups_alike(treated, design)
    sizes = (treated.sum(), (~treated).sum())
    if scaling == BY_AREA:
        sizes = (counted.areas[treated].sum(), counted.areas[~treated].sum())
    return Impact(
        "parallel",
        int(treated.sum()),
        int((~treated).sum()),
        sums,
        control_sums,
        lengths,
        level,
        method,
        found.places,
        ratio_of_changes(sums, control_sums, level),
        found.near,
        None if found.near is None else found.total,
        rate_ratio(sums[1], after, sums[0], before, method, level),
        rate_ratio(control_sums[1], after, control_sums[0], before, method, level),
        rate_ratio(sums[1], float(sizes[0]), control_sums[1], float(sizes[1]), method, level),
        drawn[0],
        drawn[1],
        _per_place(counted, lengths, level),
        weight,
        wide,
        near_wide,
        total_wide,
        drawn[2],
        tuple(groups.tolist()),
        _counts_of(counted, groups),
        () if near is None else _counts_of(near, groups),
        (0, 0) if design is None or design.tells.all() else _n_of(design.tells, treated),
        near_weight=near_weight,
    )


def _n_of(chosen: np.ndarray, treated: np.ndarray) -> tuple[int, int]:
    """How many of the places that are chosen (n,) bool are treated, and control places."""
    return int((chosen & treated).sum()), int((chosen & ~treated).sum())


def groups_alike(treated: np.ndarray, design: Design | None) -> np.ndarray:
    """(n,) int64 of each place its group, those of treatment last: its arm, and how much the lots weigh it."""
    weights = np.zeros(len(treated)) if design is None else design.weights[:, 0] * len(treated)
    alike = np.column_stack([treated, np.round(weights, 9)])
    return np.unique(alike, axis=0, return_inverse=True)[1].ravel()


def _counts_of(counted: Counted, groups: np.ndarray) -> tuple[tuple[int, ...], ...]:
    """Of each of the groups (n,) the counts before, and those after."""
    columns = (counted.before, counted.all_after)
    numbers = range(int(groups.max()) + 1)
    return tuple(tuple(column[groups == group].tolist()) for group in numbers for column in columns)


def _check_arms(treated: np.ndarray) -> None:
    if treated.all() or not treated.any():
        which = tr("control") if treated.all() else tr("treatment")
        raise SettingsError(
            tr("No place is {which}: there is nothing to compare; give treated and control places.").format(which=which)
        )


def _weights(counted: Counted, near: Counted | None, treated: np.ndarray, scaling: str) -> tuple[float, float]:
    """How many times control is as large as treatment, and its surroundings as theirs."""
    if scaling not in SCALINGS:
        raise SettingsError(
            tr("'{scaling}' is no scaling; use {scalings}.").format(scaling=scaling, scalings=", ".join(SCALINGS))
        )
    if scaling == AS_COUNTED:
        return 1.0, 1.0
    if scaling == BY_PLACES:
        return (float((~treated).sum() / treated.sum()),) * 2

    def ratio(areas: np.ndarray) -> float:
        return float(areas[~treated].sum() / areas[treated].sum()) if areas[treated].sum() > 0 else nan

    return ratio(counted.areas), 1.0 if near is None else ratio(near.areas)


def _change(counted: Counted, ratio: float) -> np.ndarray:
    """(n, 1): after minus before, as if the periods were as long as the one after."""
    return (counted.all_after - counted.before / ratio)[:, None]


def _per_place(counted: Counted, lengths: tuple[float, float], level: float) -> tuple[RateRatio, ...]:
    before, after = lengths
    pairs = zip(counted.all_after.tolist(), counted.before.tolist())
    return tuple(rate_ratio(later, after, earlier, before, EXACT, level) for later, earlier in pairs)


def assess_waves(
    counted: Counted,
    design: Design,
    before: float,
    steps: Sequence[float],
    level: float = LEVEL,
    draws: int = DRAWS,
    seed: int = 1,
    progress: Progress | None = None,
) -> Impact:
    """Places that are treated one wave after the other, those that wait being the control.

    The effect is a weighted sum of counts, so that its variance is the sum of the counts times their squared weights,
    as in the WDD. Steps in which nobody waits tell nothing and fall out.

    Parameters
    ----------
    counted : Counted
    design : Design
        With as many periods as ``counted.after`` has steps.
    before : float
        Length of the time before, in the unit of the steps.
    steps : (steps,)
        Their lengths.
    level, draws, seed, progress
        As in :func:`assess`.
    """
    check_level(level)
    design.check()
    lengths = np.asarray(steps, dtype=np.float64)
    if not (before > 0 and (lengths > 0).all()):
        raise SettingsError(tr("A period or an area of 0 gives no rate: check their lengths and sizes."))
    outcome = counted.after - counted.before[:, None] * lengths / before
    weights = design.weights
    own = (weights * lengths).sum(axis=1) / before
    variance = float((weights**2 * counted.after).sum() + (own**2 * counted.before).sum())
    tells = (design.shares > 0) & (design.shares < 1)
    is_treated, waits = design.is_treated & tells, ~design.is_treated & tells
    n = int(is_treated.sum())
    difference = Estimate(n * design.effect(outcome), n * sqrt(variance), level)

    def sums(chosen: np.ndarray) -> tuple[int, int]:
        earlier = (counted.before[:, None] * lengths / before)[chosen].sum()
        return int(np.rint(earlier)), int(counted.after[chosen].sum())

    return Impact(
        "stepped",
        n,
        int(waits.sum()),
        sums(is_treated),
        sums(waits),
        (before, float(lengths.sum())),
        level,
        EXACT,
        difference,
        _of_expected(sums(is_treated)[1], difference),
        drawn=randomisation_test(design, outcome, draws, seed, progress, level),
        per_place=_per_place(counted, (before, float(lengths.sum())), level),
        groups=tuple(design.arms.tolist()),
        counts=_counts_of(counted, design.arms),
    )


def moves_in_waves(design: Design, before: float, steps: Sequence[float]) -> np.ndarray:
    """(n, 1 + steps) by how much one more incident before, and in each step, in each place changes the difference that
    :func:`assess_waves` finds."""
    tells = (design.shares > 0) & (design.shares < 1)
    n, weights = int((design.is_treated & tells).sum()), design.weights
    own = (weights * np.asarray(steps, dtype=np.float64)).sum(axis=1) / before
    return n * np.column_stack([-own, weights])


def extreme_days(design: Design, places: np.ndarray, n_places: int) -> tuple[np.ndarray, np.ndarray]:
    """Of each place the two days on which one more incident lowers the difference of days most, and raises it most.

    Parameters
    ----------
    design : Design
        Of days, one period.
    places : (n,) int
        As for :func:`assess_days`.
    n_places : int

    Returns
    -------
    days : (n_places, 2) int
        Numbers of rows.
    moves : (n_places, 2) float64
        By how much; 0 for a place that has no day.
    """
    weights = int(design.is_treated[:, 0].sum()) * design.weights[:, 0]
    order = np.lexsort((weights, places))
    of_place = places[order]
    first, end = (np.searchsorted(of_place, np.arange(n_places), side) for side in ("left", "right"))
    days = order[np.minimum(np.column_stack([first, end - 1]), len(order) - 1)]
    return days, np.where((end > first)[:, None], weights[days], 0.0)


def _of_expected(count: int, difference: Estimate) -> RateRatio:
    """Counted over expected, with the limits of the difference."""

    def ratio(apart: float) -> float:
        return count / (count - apart) if count > apart else inf

    return RateRatio(ratio(difference.value), ratio(difference.low), ratio(difference.high), nan)


def assess_days(
    counts: np.ndarray,
    design: Design,
    method: str = EXACT,
    level: float = LEVEL,
    draws: int = DRAWS,
    seed: int = 1,
    progress: Progress | None = None,
    places: np.ndarray | None = None,
) -> Impact:
    """Days on which places were treated against days on which the same places were not.

    Parameters
    ----------
    counts : (n,) int
        Incidents of each day of each place.
    design : Design
        Of these days, one period.
    method, level, draws, seed, progress
        As in :func:`assess`.
    places : (n,) int, optional
        The place that each is a day of, from 0 on; without it small counts of places are not known.
    """
    design.check()
    counts = np.asarray(counts)
    treated = design.is_treated[:, 0]
    sums = int(counts[treated].sum()), int(counts[~treated].sum())
    if not sum(sums):
        raise SettingsError(
            tr("No incident lies in a place on any day of the calendar: check dates, places and incidents.")
        )
    n = int(treated.sum())
    weights = design.weights[:, 0]
    value, variance = float((weights * counts).sum()), float((weights**2 * counts).sum())
    return Impact(
        "crossover",
        n,
        int((~treated).sum()),
        (0, sums[0]),
        (0, sums[1]),
        (1.0, 1.0),
        level,
        method,
        Estimate(n * value, n * sqrt(variance), level),
        rate_ratio(sums[0], n, sums[1], int((~treated).sum()), method, level),
        drawn=randomisation_test(design, counts[:, None], draws, seed, progress, level),
        counts=() if places is None else tuple(_by_place(places, counts, one) for one in (treated, ~treated)),
    )


def _by_place(places: np.ndarray, counts: np.ndarray, chosen: np.ndarray) -> tuple[int, ...]:
    """The incidents of each place, on the days that are chosen (n,) bool."""
    found = np.bincount(places[chosen], counts[chosen], int(places.max()) + 1)[np.unique(places)]
    return tuple(found.astype(np.int64).tolist())
