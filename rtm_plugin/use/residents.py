"""Who lives in or near the places that a risk map flags: the share of each group of people, beside that of all.

People are counted by polygons (census areas) and are spread evenly over each, so that the part of a polygon's people
that lives in a set of cells is the part of its area that lies there (areal interpolation; Goodchild & Lam 1980,
Geo-Processing 1). With N(i, g) people of group g in polygon i, and f(i, S) the part of its area in the cells S,

    share(g) = sum_i N(i, g) f(i, flagged) / sum_i N(i, g) f(i, all cells),    ratio(g) = share(g) / share(all people).

The interval of a ratio is that of resamples of the polygons: it says how much the ratio hangs on single ones of them.
It is the bootstrap-t interval of its logarithm (Efron & Tibshirani 1993, An Introduction to the Bootstrap, section
12.5), for percentiles are too narrow where a group lives in few polygons.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from ..errors import ExposureError, SettingsError
from ..progress import Progress
from ..space.exposure import area_shares
from ..translation import tr
from .places import levels
from .small_counts import SMALLEST, hidden, rests_among, sums_among

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes
    from .explanation import Explanation


CURVE = (0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)  # shares of the area that are flagged
MOST_RESAMPLES = 100_000
_AT_ONCE = 2_000_000  # draws of a polygon that are held at a time
_LIMITS = (97.5, 2.5)  # percentiles of the studentised ratios, for the low and the high end
_EXACT = 1e-6  # of a standard error of a logarithm: less is rounding
NOBODY_THERE, BEYOND, ONE_AREA = "nobody there", "beyond all", "one area"  # why there is no interval
_KNOWN = 0.95  # of the resamples that have to say something for an interval
_WHOLE = 1e-6  # of a person
_SAME = 1e-9  # relative difference that is rounding


@dataclass(frozen=True)
class Population:
    """People by polygon and group.

    Attributes
    ----------
    names : tuple of str
        The groups' names, without that of all people.
    counts : (f, 1 + g) float64
        All people of each polygon, then those of each group.
    shares : (f, n_cells) sparse
        Part of each polygon's area that lies in each cell.
    """

    names: tuple[str, ...]
    counts: np.ndarray
    shares: csr_matrix

    @property
    def not_whole(self) -> tuple[str, ...]:
        """Groups whose numbers are not whole in most of the polygons that have any: shares or densities, likely."""
        numbers = self.counts[:, 1:]
        known = (numbers > 0).sum(axis=0)
        parts = (np.abs(numbers - np.rint(numbers)) > _WHOLE).sum(axis=0)
        return tuple(name for name, some, all_known in zip(self.names, parts, known) if 2 * some > all_known)

    def inside(self, weights: np.ndarray) -> np.ndarray:
        """(f, 1 + g) people of each polygon in cells that count as ``weights`` (n_cells,), 0 to 1, say."""
        return self.counts * (self.shares @ weights)[:, None]


@dataclass(frozen=True)
class Flagged:
    """Cells that are flagged: ``whole`` ones (n,) bool, and ``tied`` ones of equal score of which a ``part`` counts; of
    those near a flagged one it is (n,) float64, for some are near more of a tie than others."""

    whole: np.ndarray
    tied: np.ndarray
    part: float | np.ndarray = 0.0

    @property
    def weights(self) -> np.ndarray:
        """(n,) float64: how much of each cell counts, 0 to 1."""
        return self.whole + self.part * self.tied

    @property
    def n_cells(self) -> float:
        return float(self.weights.sum())


@dataclass(frozen=True)
class Driver:
    """A factor of the model, and the ratios (g,) where its relative risk value is set to 1."""

    factor: str
    ratio: np.ndarray


@dataclass(frozen=True)
class Drivers:
    """Ratios (g,) of the cells of highest score, as many as are flagged, with all factors and without each."""

    ratio: np.ndarray
    factors: tuple[Driver, ...]

    def strongest(self, group: int) -> Driver | None:
        """The factor without which a group's ratio changes most, by the factor that it changes by; None: none does."""
        known = [one for one in self.factors if one.ratio[group] > 0 and self.ratio[group] > 0]
        known = [one for one in known if abs(one.ratio[group] / self.ratio[group] - 1) > _SAME]
        return max(known, key=lambda one: abs(np.log(one.ratio[group] / self.ratio[group])), default=None)


@dataclass(frozen=True)
class Residents:
    """Who lives in or near flagged cells. Arrays of (1 + g,) have all people first, those of (g,) the groups alone.

    What is not to be told is NaN.

    Attributes
    ----------
    names : tuple of g str
    n_areas : int
        Polygons with people in the cells.
    areas : (g,) int64
        Those of them with people of the group.
    n_cells : int
    area_flagged, area_near : float
        Shares of the cells that are flagged, and that are flagged or near.
    people, inside : (1 + g,) float64
        In all cells, and in or near flagged ones.
    share : (1 + g,) float64
    ratio, low, high : (g,) float64
        Low and high are NaN without resamples too.
    without : tuple of g str
        Why a group has no interval: :data:`NOBODY_THERE`, :data:`BEYOND` or :data:`ONE_AREA`; '' where it has one, or
        no resamples were asked for.
    levels : (k,) float64
        Shares of the area of the curve.
    curve : (k, g) float64
        Ratio where so much of the area is flagged, the riskiest cells first.
    drivers : Drivers or None
    smallest, resamples, seed : int
    few_outside : bool
        Whether too few people for all of them to be told live neither in nor near flagged cells.
    not_whole : tuple of str
        Groups whose numbers are not whole in most polygons.
    """

    names: tuple[str, ...]
    n_areas: int
    areas: np.ndarray
    n_cells: int
    area_flagged: float
    area_near: float
    people: np.ndarray
    inside: np.ndarray
    share: np.ndarray
    ratio: np.ndarray
    low: np.ndarray
    high: np.ndarray
    levels: np.ndarray
    curve: np.ndarray
    drivers: Drivers | None
    smallest: int
    resamples: int
    seed: int
    few_outside: bool = False
    not_whole: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def n_hidden(self) -> int:
        return int(np.isnan(self.ratio).sum())


def lay_population(
    grid: StudyGrid,
    shapes: Shapes,
    feature: np.ndarray,
    counts: np.ndarray,
    names: Sequence[str],
    progress: Progress | None = None,
) -> Population:
    """People on a grid.

    Parameters
    ----------
    grid : StudyGrid
    shapes : Shapes of kind "polygon"
    feature : (k,) int64
        Feature of each polygon; a feature may have several.
    counts : (f, 1 + g) float64
        All people of each feature, then those of each group.
    names : sequence of g str
    progress : Progress, optional

    Raises
    ------
    ExposureError
        A number below 0, nobody in any cell, or a group with more people than there are in all.
    """
    progress = progress or Progress()
    counts = np.asarray(counts, dtype=np.float64)
    for column, name in (*enumerate(names, 1), (0, tr("all people"))):
        if counts[:, column].min(initial=0.0) < 0:
            raise ExposureError(
                tr("'{name}' is {value:g} in an area, and people are never fewer than 0: correct the field.").format(
                    name=name, value=counts[:, column].min()
                )
            )
        if counts[:, column].sum() > counts[:, 0].sum() * (1 + 0.01):
            raise ExposureError(
                tr(
                    "'{name}' has {group:,.0f} people, and there are {all:,.0f} in all: choose the field that counts "
                    "all people."
                ).format(name=name, group=counts[:, column].sum(), all=counts[:, 0].sum())
            )
    laid = Population(tuple(names), counts, area_shares(grid, shapes, feature, len(counts)))
    progress(1.0)
    if not laid.inside(np.ones(grid.n_cells))[:, 0].sum() > 0:
        raise ExposureError(
            tr(
                "Nobody lives in a cell of the risk terrain: check that the population covers it, that its CRS is "
                "right and that its numbers are counts of people."
            )
        )
    return laid


def flag_cells(whole: np.ndarray) -> Flagged:
    """The cells of a mask (n,) bool, each as a whole."""
    return Flagged(whole, np.zeros_like(whole))


def flag_share(scores: np.ndarray, share: float) -> Flagged:
    """The riskiest cells that make up a share of all, the least number of whole ones that holds it.

    Cells of equal score have no order. Of those at the limit each counts by the part that would be flagged if they
    were drawn by lot, so that what is counted is the expected number.

    Parameters
    ----------
    scores : (n,) float64
    share : float
        Above 0, at most 1.
    """
    scores = np.asarray(scores, dtype=np.float64)
    n_wanted = min(int(np.ceil(share * len(scores) * (1 - _SAME))), len(scores))
    level = levels(scores)
    sizes = np.bincount(level)[::-1]
    above = np.cumsum(sizes) - sizes
    at = int(np.searchsorted(above, n_wanted, side="left")) - 1
    limit = level.max() - at
    whole, tied = level > limit, level == limit
    part = (n_wanted - above[at]) / sizes[at]
    return flag_cells(whole | tied) if part == 1 else Flagged(whole, tied, float(part))


def widened(grid: StudyGrid, flagged: Flagged, distance: float) -> Flagged:
    """Flagged cells with those whose centroid is within a distance (map units) of the centroid of one.

    A cell that only cells of a tie are near counts by the probability that one of these would be drawn, where as many
    of the tie are drawn by lot as are wanted.

    Parameters
    ----------
    grid : StudyGrid
    flagged : Flagged
        Its part that of all tied cells.
    distance : float
        0 widens nothing.
    """
    if not distance > 0:
        return flagged
    around = _within(grid, flagged.whole, distance)
    n_tied = int(flagged.tied.sum())
    if not n_tied:
        return Flagged(around, np.zeros_like(around))
    n_near = _n_within(grid, flagged.tied, distance)
    n_drawn = round(float(flagged.part) * n_tied)
    return Flagged(around, (n_near > 0) & ~around, _any_drawn(n_tied, n_drawn)[n_near])


def _any_drawn(n: int, n_drawn: int) -> np.ndarray:
    """(n + 1,) float64: the probability that of so many (0 to n) among n cells one is drawn, without replacement.

    Of k of them none is drawn with probability C(n - k, drawn) / C(n, drawn), which is the product over i < k of
    (n - drawn - i) / (n - i).
    """
    place = np.arange(n)
    return np.concatenate([[0.0], 1.0 - np.cumprod(np.maximum(n - n_drawn - place, 0) / (n - place))])


def _n_within(grid: StudyGrid, cells: np.ndarray, distance: float) -> np.ndarray:
    """(n,) int64: how many of some cells (n,) bool have their centroid within a distance of that of each cell."""
    from scipy.fft import irfft2, next_fast_len, rfft2

    full = grid.raster(cells.astype(np.float64), fill=0.0)
    reach = min(int(distance * (1 + _SAME) / grid.cell_size), max(full.shape))
    away = np.arange(-reach, reach + 1) * grid.cell_size
    disc = np.hypot(away[:, None], away) <= distance * (1 + _SAME)
    size = [next_fast_len(n + 2 * reach, real=True) for n in full.shape]
    sums = irfft2(rfft2(full, size) * rfft2(disc.astype(np.float64), size), size)
    middle = sums[reach : reach + full.shape[0], reach : reach + full.shape[1]]
    return np.rint(middle[grid.mask]).astype(np.int64)


def _within(grid: StudyGrid, cells: np.ndarray, distance: float) -> np.ndarray:
    from scipy import ndimage

    if not cells.any():
        return cells
    away = ndimage.distance_transform_edt(grid.raster(~cells, fill=1.0) > 0, sampling=grid.cell_size)
    return away[grid.mask] <= distance * (1 + _SAME)


def who_lives_there(
    grid: StudyGrid,
    population: Population,
    flagged: Flagged,
    scores: np.ndarray,
    distance: float = 0.0,
    explanation: Explanation | None = None,
    smallest: int = SMALLEST,
    resamples: int = 1000,
    seed: int = 1,
    progress: Progress | None = None,
) -> Residents:
    """The share of each group in or near flagged cells, its ratio to that of all, and what the ratio hangs on.

    Parameters
    ----------
    grid : StudyGrid
    population : Population
    flagged : Flagged
    scores : (n_cells,) float64
        By which cells are flagged for the curve.
    distance : float
        In map units: how far from a flagged cell is near; 0 for in it.
    explanation : Explanation, optional
        Of the cells' scores, for what drives the ratios.
    smallest : int
        Fewer people than these are not told.
    resamples : int
        0 for no intervals.
    seed : int
    progress : Progress, optional

    Returns
    -------
    Residents

    Raises
    ------
    ExposureError
        No cell is flagged, or nobody lives in or near one.
    SettingsError
        The number of resamples, or the smallest count, cannot be used.
    Cancelled
    """
    progress = progress or Progress()
    if not 0 <= resamples <= MOST_RESAMPLES or smallest < 0:
        raise SettingsError(
            tr(
                "{resamples} resamples and a smallest count of {smallest} cannot be used: use 0 to {most:,} resamples "
                "and a count of 0 or more."
            ).format(resamples=resamples, smallest=smallest, most=MOST_RESAMPLES)
        )
    if not flagged.n_cells:
        raise ExposureError(
            tr("No cell is flagged: give a percentage of the area, or places that lie in the risk terrain.")
        )
    wide = widened(grid, flagged, distance)
    everywhere, there = population.inside(np.ones(grid.n_cells)), population.inside(wide.weights)
    people, inside = everywhere.sum(axis=0), there.sum(axis=0)
    if not inside[0] > 0:
        raise ExposureError(tr("Nobody lives in or near a flagged cell: check that the population covers them."))
    hide = partial(hidden, sums=sums_among(everywhere), smallest=smallest, rests=rests_among(everywhere))
    secret = hide(inside, others=(people - inside,))
    share, ratio = _shares_and_ratios(people, inside)
    low, high, without = _intervals(everywhere, there, resamples, seed, progress.part(0.0, 0.6))
    rule = people, distance, hide
    curve = _curve(grid, population, scores, rule, inside, progress.part(0.6, 0.85))
    few = hide(people)
    no_ratio = secret[1:] | secret[0]  # where all people are hidden, so is what a ratio would be a ratio to
    drivers = None
    if explanation is not None:
        step = progress.part(0.85, 1.0)
        drivers = _drivers(grid, population, explanation, rule, flagged.n_cells, no_ratio, step)
    progress(1.0)
    return Residents(
        names=population.names,
        n_areas=int((everywhere[:, 0] > 0).sum()),
        areas=(everywhere[:, 1:] > 0).sum(axis=0),
        n_cells=grid.n_cells,
        area_flagged=flagged.n_cells / grid.n_cells,
        area_near=wide.n_cells / grid.n_cells,
        people=np.where(few, np.nan, people),
        inside=np.where(secret, np.nan, inside),
        share=np.where(secret, np.nan, share),
        ratio=np.where(no_ratio, np.nan, ratio),
        low=np.where(no_ratio, np.nan, low),
        high=np.where(no_ratio, np.nan, high),
        levels=np.array(CURVE),
        curve=curve,
        drivers=drivers,
        smallest=smallest,
        resamples=resamples,
        seed=seed,
        few_outside=bool(people[0] - inside[0] < min(smallest, inside[0])),
        not_whole=population.not_whole,
        without=without,
    )


def _shares_and_ratios(people: np.ndarray, inside: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Shares (..., 1 + g) and ratios (..., g); NaN where there is nobody."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(people > 0, inside / people, np.nan)
        return share, np.where(share[..., :1] > 0, share[..., 1:] / share[..., :1], np.nan)


def _intervals(
    everywhere: np.ndarray, there: np.ndarray, resamples: int, seed: int, progress: Progress
) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    """Bootstrap-t intervals (g,) of the ratios over resamples of the polygons that hold people in the cells, and why
    groups have none.

    Of each resample the logarithm of the ratio is taken, less that of the ratio itself, in standard errors of its own.
    """
    n_groups = everywhere.shape[1] - 1
    counted = everywhere.sum(axis=1) > 0
    everywhere, there = everywhere[counted], there[counted]
    n = len(everywhere)
    limits = np.full((2, n_groups), np.nan)
    without = ["" if not resamples else ONE_AREA if n < 2 else NOBODY_THERE] * n_groups
    if not resamples or n < 2:
        return limits[0], limits[1], tuple(without)
    random, logs, errors = np.random.RandomState(seed), [], []
    step = max(1, _AT_ONCE // n)
    for start in range(0, resamples, step):
        progress(start / resamples)
        times = random.multinomial(n, np.full(n, 1.0 / n), size=min(step, resamples - start))
        ratio, error = _log_ratios(times.astype(np.float64), everywhere, there)
        logs.append(ratio)
        errors.append(error)
    (one,), (own_error,) = _log_ratios(np.ones((1, n)), everywhere, there)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        studentised = (np.concatenate(logs) - one) / np.concatenate(errors)
        for group, column in enumerate(studentised.T):
            known = column[np.isfinite(column)]
            if own_error[group] <= _EXACT:  # the same part of the people everywhere
                limits[:, group] = np.exp(one[group])
                without[group] = ""
            elif len(known) >= _KNOWN * resamples:
                limits[:, group] = np.exp(one[group] - np.percentile(known, _LIMITS) * own_error[group])
                without[group] = ""
    total = there[:, 0].sum()
    most = everywhere[:, 0].sum() / total if total > 0 else np.inf  # where all of a group live there
    # more than can be: so few areas tell no interval
    for group in np.flatnonzero(np.isinf(limits).any(axis=0) | (limits[1] > most * (1 + _SAME))).tolist():
        limits[:, group], without[group] = np.nan, BEYOND
    limits[:, ~np.isfinite(limits).all(axis=0)] = np.nan
    return limits[0], limits[1], tuple(without)


def _log_ratios(times: np.ndarray, everywhere: np.ndarray, there: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Logarithms (r, g) of the ratios with each polygon counted so many times (r, n), and their standard errors.

    With the totals A of a group there and B of it in all, C and D of all people, the logarithm of (A / B) / (C / D)
    changes with a polygon by a / A - b / B - c / C + d / D: its variance is the sum of the squares of that.
    """
    logs, errors = [], []
    all_there, all_people = there[:, 0], everywhere[:, 0]
    for group in range(1, everywhere.shape[1]):
        parts = np.column_stack([there[:, group], everywhere[:, group], all_there, all_people])
        totals = times @ parts  # (r, 4)
        with np.errstate(divide="ignore", invalid="ignore"):
            weights = np.array([1.0, -1.0, -1.0, 1.0]) / totals
            squares = times @ np.column_stack([parts[:, i] * parts[:, j] for i in range(4) for j in range(4)])
            products = (weights[:, :, None] * weights[:, None, :]).reshape(len(times), 16)
            logs.append(np.log(totals) @ [1.0, -1.0, -1.0, 1.0])
            errors.append(np.sqrt(np.maximum((products * squares).sum(axis=1), 0.0)))
    return np.array(logs).T, np.array(errors).T


def _curve(
    grid: StudyGrid,
    population: Population,
    scores: np.ndarray,
    rule: tuple,
    flagged_people: np.ndarray,
    progress: Progress,
) -> np.ndarray:
    """(k, g) ratios at the shares of :data:`CURVE`.

    Each set of cells holds the one before, and may hold the flagged cells or lie in them: a point is told only where
    enough people are between these, or the few could be found by subtraction.
    """
    people, distance, hide = rule
    found, last = [], np.zeros(len(people))
    for number, level in enumerate(CURVE):
        progress(number / len(CURVE))
        inside = population.inside(widened(grid, flag_share(scores, level), distance).weights).sum(axis=0)
        apart = np.abs(inside - flagged_people)
        apart[apart <= _SAME * people] = np.inf
        secret = hide(inside, others=(people - inside, inside - last, apart))
        ratio = _shares_and_ratios(people, inside)[1]
        found.append(np.where(secret[1:] | secret[0], np.nan, ratio))
        last = np.where(secret, last, inside)
    return np.array(found)


def _drivers(
    grid: StudyGrid,
    population: Population,
    explanation: Explanation,
    rule: tuple,
    n_flagged: float,
    secret: np.ndarray,
    progress: Progress,
) -> Drivers:
    """Ratios with each factor's relative risk value set to 1, as many cells being flagged as before.

    Of groups that are ``secret`` (g,) anyway nothing is told.
    """
    people, distance, hide = rule

    def ratio_of(scores: np.ndarray) -> np.ndarray:
        wide = widened(grid, flag_share(scores, n_flagged / grid.n_cells), distance)
        inside = population.inside(wide.weights).sum(axis=0)
        few = hide(inside, others=(people - inside,))
        return np.where(secret | few[1:] | few[0], np.nan, _shares_and_ratios(people, inside)[1])

    scores, found = explanation.scores, []
    for number, (one, added) in enumerate(zip(explanation.selected, explanation.log_contributions)):
        progress(number / len(explanation.selected))
        found.append(Driver(one.variable.shown, ratio_of(scores / np.exp(added))))
    return Drivers(ratio_of(scores), tuple(found))
