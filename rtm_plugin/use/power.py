"""Whether a trial can tell anything: the same lots and the same test, on counts that are made up with a known effect.

Counts are negative binomial, with variance m + a m² for a mean m: a is estimated from how counts of the same place
differ from one part of the time before to the next. Before and after are drawn alike from each place's rate; treatment
takes away each of its incidents with a probability, the effect. Power is the share of such trials whose randomisation
p-value is at most 1 - level; it is itself uncertain by sqrt(p (1 - p) / simulations).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import SettingsError
from ..progress import Progress
from ..translation import tr
from .impact import LEVEL, check_level
from .randomisation import Design, are_as_far

WANTED = 0.8
_DRAWS = 499  # in each simulated trial, where not all are looked at
_MOST_EXACT = 2_000
_HIGHEST = 95  # percent: no smaller effect that is found is looked for beyond it
_CURVE = (10, 20, 30, 40, 50)  # percent
_MOST_LOOKED_AT = 14  # effects: the one asked for, the curve, and those on the way to the smallest
_BATCH = 2_000_000  # counts drawn at once


@dataclass(frozen=True)
class Power:
    """What a trial can tell.

    Attributes
    ----------
    effect : float
        Share of the incidents that treatment takes away.
    power : float
    detectable : float or None
        The smallest effect, in whole percent, with a power of 80%; None where none up to 95% has it.
    detectable_power : float or None
        Its power.
    curve : tuple of (effect, power)
        Of some round effects.
    dispersion : float
    simulations : int
    seed : int
    """

    effect: float
    power: float
    detectable: float | None
    detectable_power: float | None
    curve: tuple[tuple[float, float], ...]
    dispersion: float
    simulations: int
    seed: int

    @property
    def error(self) -> float:
        """Standard error of the power, by the simulation alone."""
        return float(np.sqrt(self.power * (1 - self.power) / self.simulations))


def dispersion(counts: np.ndarray) -> float:
    """The a of variance m + a m², from counts (n, slices) of the same places in slices of time of one length.

    By moments: means are products of place and slice, and the sum of squared differences is set equal to what is to be
    expected of it. At least 0, which is Poisson.
    """
    counts = np.asarray(counts, dtype=np.float64)
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    n, slices = counts.shape
    if n < 2 or slices < 2:
        return 0.0
    means = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / counts.sum()
    kept = (n - 1) * (slices - 1) / (n * slices)  # of the variance, by fitted means, which hold the rest of it
    variance = ((counts - means) ** 2).sum() / kept
    squares = (means**2).sum() - (1 - kept) * variance
    return max(float((variance - means.sum()) / squares), 0.0) if squares > 0 else 0.0


def dispersion_of_places(counts: np.ndarray, sizes: np.ndarray) -> float:
    """The same from one count of each place (n,): how they scatter around a rate that is common to all.

    Too high where places differ for good, which the blocks would make up for: a cautious guess.
    """
    counts, sizes = np.asarray(counts, dtype=np.float64), np.asarray(sizes, dtype=np.float64)
    if len(counts) < 2 or not counts.sum() > 0:
        return 0.0
    means = counts.sum() * sizes / sizes.sum()
    n = len(counts)
    found = (n / (n - 1) * ((counts - means) ** 2).sum() - means.sum()) / (means**2).sum()
    return max(float(found), 0.0)


@dataclass(frozen=True, eq=False)
class Plan:
    """What a simulated trial is made of.

    Attributes
    ----------
    design : Design
    expected : (n, periods) float64
        Incidents that are expected without treatment.
    before : (n,) float64 or None
        The same of the time before; None where days are compared with days.
    spread : float
        The a of variance m + a m².
    """

    design: Design
    expected: np.ndarray
    before: np.ndarray | None
    spread: float


def power(
    plan: Plan,
    effect: float,
    level: float = LEVEL,
    simulations: int = 1000,
    seed: int = 1,
    progress: Progress | None = None,
) -> Power:
    """The power of a plan for an effect, and the smallest effect that it detects with 80%.

    Parameters
    ----------
    plan : Plan
    effect : float
        Share of the incidents that treatment takes away, above 0 and below 1.
    level : float
    simulations, seed : int
    progress : Progress, optional

    Raises
    ------
    SettingsError
    Cancelled
    """
    check_level(level)
    progress = progress or Progress()
    if not 0 < effect < 1:
        raise SettingsError(
            tr("An effect of {effect:.9g}% cannot be looked for: use above 0 and below 100.").format(
                effect=100 * effect
            )
        )
    if simulations < 1:
        raise SettingsError(tr("{n} simulations give no power; use for example 1000.").format(n=simulations))
    plan.design.check()
    contrasts = _contrasts(plan.design, seed)
    found = {}

    def at(percent: float) -> float:
        if percent not in found:
            part = progress.part(min(len(found) / _MOST_LOOKED_AT, 1.0), min((len(found) + 1) / _MOST_LOOKED_AT, 1.0))
            p_values = simulate(plan, percent / 100, contrasts, simulations, seed, part)
            found[percent] = float((p_values <= 1 - level + 1e-12).mean())
        return found[percent]

    own = at(100 * effect)
    low, high = 0, _HIGHEST
    detectable = None
    if at(high) >= WANTED:
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if at(middle) >= WANTED else (middle, high)
        detectable = high
    progress(1.0)
    return Power(
        effect,
        own,
        None if detectable is None else detectable / 100,
        None if detectable is None else at(detectable),
        tuple((percent / 100, at(percent)) for percent in _CURVE),
        plan.spread,
        simulations,
        seed,
    )


def _contrasts(design: Design, seed: int) -> tuple[np.ndarray, bool]:
    """(draws, n * periods) who is treated minus the share that is, the draw itself first; and whether these are all."""
    exact = design.n_draws <= _MOST_EXACT
    arms = design.every_draw() if exact else design.redrawn(_DRAWS, np.random.RandomState(seed))
    arms = np.vstack([design.arms[None], arms])
    treated = design.treated[arms] - design.shares
    return treated.reshape(len(arms), -1), exact


def simulate(
    plan: Plan,
    effect: float,
    contrasts: tuple[np.ndarray, bool],
    simulations: int,
    seed: int,
    progress: Progress | None = None,
) -> np.ndarray:
    """(simulations,) randomisation p-values of made-up trials with an effect."""
    from ..blas import product  # needs scipy

    progress = progress or Progress()
    drawn, thinned = np.random.RandomState(seed), np.random.RandomState(seed + 1)
    signs, exact = contrasts
    treated = plan.design.is_treated
    found, done = [], 0
    while done < simulations:
        progress(done / simulations)
        n = min(max(_BATCH // plan.expected.size, 1), simulations - done)
        counts = _negative_binomial(drawn, plan.expected, plan.spread, n)
        counts[:, treated] = thinned.binomial(counts[:, treated], 1 - effect)
        outcome = counts.astype(np.float64)
        if plan.before is not None:
            # places in which nothing is expected have nothing before, either
            ratio = plan.expected / np.where(plan.before > 0, plan.before, 1.0)[:, None]
            outcome -= _negative_binomial(drawn, plan.before, plan.spread, n)[:, :, None] * ratio
        effects = product(signs, np.ascontiguousarray(outcome.reshape(n, -1).T))
        as_far = are_as_far(effects[1:], effects[0]).sum(axis=0)
        found.append(as_far / (len(signs) - 1) if exact else (1 + as_far) / len(signs))
        done += n
    return np.concatenate(found)


def _negative_binomial(random: np.random.RandomState, means: np.ndarray, spread: float, n: int) -> np.ndarray:
    """(n, ...) counts with variance m + a m²."""
    means = np.broadcast_to(means, (n, *means.shape))
    if spread > 0:
        means = means * random.gamma(1 / spread, spread, means.shape)
    return random.poisson(means)
