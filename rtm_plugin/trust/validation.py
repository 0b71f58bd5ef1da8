"""How well scores foretold where later incidents fell, beside what anybody could have done without a model.

Cells are ranked by score. Cells of equal score have no order among themselves: what a part of such a tie
captures is the *expected* number, as if the order were drawn. With a the share of the area that is flagged,
n the incidents in it and N all of them:

- hit rate n / N
- PAI (n / N) / a
- PEI: PAI over the best PAI that is possible at the same area
- recovery rate: predicted over observed incidents in the flagged area, predictions being scaled to N
- AUC: the chance that a cell with incidents has a higher score than one without (midranks)

Sources: Chainey, Tompson & Uhlig (2008) for the PAI; Hunt (2016) for the PEI; Mann & Whitney (1947).

Intervals are percentiles over resamples of square blocks of cells, because neighbouring cells are not
independent. Differences between two rankings are taken within each resample.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..errors import IncidentError, SettingsError
from ..lengths import check_length
from ..model.risk_classes import highest_risk_threshold
from ..progress import Progress
from ..rounding import plain_number
from ..selection.folds import spatial_blocks
from ..space.influence import kernel_density
from ..translation import tr

if TYPE_CHECKING:
    from ..space.grid import StudyGrid


LEVELS = (0.01, 0.05, 0.10, 0.20)
HEADLINE = 0.10  # the level that the verdict's first sentence is about, where it is asked for
HIGHEST_RISK = "highest-risk class"
AUC = "AUC"
MEASURES = ("hit rate", "PAI", "PEI", "recovery rate")
MODEL, BASELINE = "model", "baseline"
CHANCE = "chance"
PRIOR_COUNTS = "prior counts"
BLOCK_CELLS, MOST_BLOCKS = 10, 2000
FEWEST_BLOCKS = 10
KERNEL_CELLS = (1.5, 3.0, 6.0)  # bandwidths of the baselines where none are given, in cells

_GROUPS = 500  # of cells of about equal rank: what a resample is computed on
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Surface:
    """One score of all cells: (n_cells,) ``scores``, the higher the riskier, under a name and a role.

    ``role`` is MODEL for what is to be judged and BASELINE for what it is judged against.
    """

    name: str
    scores: np.ndarray
    role: str = MODEL


@dataclass(frozen=True)
class Ranking:
    """Cells grouped by equal score, from the highest on.

    Attributes
    ----------
    group : (n_cells,) int64
        Number of each cell's group, 0 being that of the highest score.
    cells, events, positive, predicted : (g,) float64
        Of each group: cells, incidents, cells with incidents, and the sum of the scores.
    """

    group: np.ndarray
    cells: np.ndarray
    events: np.ndarray
    positive: np.ndarray
    predicted: np.ndarray

    @classmethod
    def of(cls, scores: np.ndarray, counts: np.ndarray) -> Ranking:
        _, group = np.unique(-np.asarray(scores, dtype=np.float64), return_inverse=True)
        group = group.ravel()
        sums = [
            np.bincount(group, weights=weights).astype(np.float64) for weights in (None, counts, counts > 0, scores)
        ]
        return cls(group, *sums)

    def captured(self, cells: np.ndarray | int, what: np.ndarray | None = None) -> np.ndarray:
        """Expected incidents (or another of the sums) in the ``cells`` cells of highest score."""
        what = self.events if what is None else what
        ends = np.concatenate([[0.0], np.cumsum(self.cells)])
        return np.interp(cells, ends, np.concatenate([[0.0], np.cumsum(what)]))

    def auc(self) -> float:
        """Chance that a cell with incidents outranks one without, ties counting half; NaN without either."""
        return float(_auc(self.cells[:, None], self.positive[:, None])[0])

    def curve(self, points: int = 400) -> tuple[np.ndarray, np.ndarray]:
        """Capture curve: shares of area and of incidents, from 0 to 1, finer where the risk is highest."""
        share = np.linspace(0.0, 1.0, points) ** 2
        return share, self.captured(share * self.cells.sum()) / self.events.sum()


@dataclass(frozen=True)
class Figure:
    """One figure of a validation.

    ``surface`` is what it is about; ``minus`` the surface that was subtracted, or "". ``level`` is a name
    such as "10%", ``share`` the share of the area (0 to 1) that it stands for; both empty (NaN) for the AUC.
    ``low`` and ``high`` limit the 95% interval, NaN where there is none.
    """

    surface: str
    minus: str
    measure: str
    level: str
    share: float
    value: float
    low: float
    high: float

    @property
    def beyond_chance(self) -> bool | None:
        """For a difference: whether its interval leaves out 0; None without an interval."""
        if not np.isfinite(self.low):
            return None
        return self.low > 0 or self.high < 0


@dataclass(frozen=True)
class Validation:
    """Everything that was found out.

    Attributes
    ----------
    surfaces : tuple of Surface
    n_cells, n_incidents : int
        Cells that all surfaces have a score for, and the later incidents that count in them.
    levels : tuple of (name, share)
    figures, differences : tuple of Figure
        Of every surface; and of every model minus every baseline (and minus every earlier model).
    curves : dict of name to (share of area, share of incidents)
    n_blocks, resamples, seed : int
    n_outside, n_in_no_cell : int
        Later incidents that do not count: outside the study area, or in no cell.
    """

    surfaces: tuple[Surface, ...]
    n_cells: int
    n_incidents: int
    levels: tuple[tuple[str, float], ...]
    figures: tuple[Figure, ...]
    differences: tuple[Figure, ...]
    curves: dict
    n_blocks: int
    resamples: int
    seed: int
    n_outside: int
    n_in_no_cell: int

    @property
    def n_left_out(self) -> int:
        return self.n_outside + self.n_in_no_cell

    def figure(self, surface: str, measure: str, level: str = "") -> Figure:
        return next(one for one in self.figures if (one.surface, one.measure, one.level) == (surface, measure, level))

    def difference(self, surface: str, minus: str, measure: str, level: str = "") -> Figure:
        wanted = (surface, minus, measure, level)
        return next(one for one in self.differences if (one.surface, one.minus, one.measure, one.level) == wanted)

    def names(self, role: str) -> list[str]:
        return [surface.name for surface in self.surfaces if surface.role == role]


def baselines(
    grid: StudyGrid,
    earlier: np.ndarray | None,
    bandwidths: Sequence[float] | None = None,
    progress: Progress | None = None,
    unit: str = "map units",
) -> list[Surface]:
    """What can be done without a model: kernel density and counts of earlier incidents, and chance.

    Parameters
    ----------
    grid : StudyGrid
    earlier : (m, 2) float64 or None
        Incidents of the earlier period that count; without any, chance is the only baseline.
    bandwidths : sequence of float, optional
        Of the kernel densities, in map units; 1.5, 3 and 6 cells by default.
    progress : Progress, optional
    unit : str
        The name of the map units, for the names.

    Returns
    -------
    list of Surface
    """
    found = []
    if earlier is not None and len(earlier):
        if bandwidths is None:
            bandwidths = [cells * grid.cell_size for cells in KERNEL_CELLS]
        densities = kernel_density(grid, earlier, bandwidths, progress)
        for bandwidth, density in zip(bandwidths, densities):
            name = tr("kernel density {bandwidth} {unit}").format(bandwidth=plain_number(bandwidth), unit=unit)
            found.append(Surface(name, density, BASELINE))
        found.append(Surface(PRIOR_COUNTS, grid.count(earlier).astype(np.float64), BASELINE))
    return [*found, Surface(CHANCE, np.ones(grid.n_cells), BASELINE)]


def highest_risk_cells(scores: np.ndarray) -> int:
    """How many cells have a score above mean + 2 SD (sample SD)."""
    spread = scores.std(ddof=1) if len(scores) > 1 else 0.0
    return int((scores > highest_risk_threshold(scores.mean(), spread)).sum())


def default_block_size(grid: StudyGrid) -> float:
    """10 cells, and on very large grids as many as leave some 2,000 blocks."""
    return grid.cell_size * max(BLOCK_CELLS, int(np.ceil(np.sqrt(grid.n_cells / MOST_BLOCKS))))


def validate(
    grid: StudyGrid,
    counts: np.ndarray,
    surfaces: list[Surface],
    levels: Sequence[float] = LEVELS,
    block_size: float | None = None,
    resamples: int = 1000,
    seed: int = 1,
    progress: Progress | None = None,
    n_outside: int = 0,
    n_in_no_cell: int = 0,
) -> Validation:
    """Judge surfaces by the incidents of a later period.

    Parameters
    ----------
    grid : StudyGrid
        All its cells weigh alike, also those that the boundary cuts.
    counts : (n_cells,)
        Later incidents of each cell.
    surfaces : sequence of Surface
        At least one of role MODEL; the first one's highest-risk class (above mean + 2 SD) is a level too.
    levels : sequence of float
        Shares of the area, above 0 and below 1; the least number of whole cells that holds one is taken.
    block_size : float, optional
        Side of the blocks that are resampled, in map units; see :func:`default_block_size`.
    resamples : int
        0 for no intervals.
    seed : int
    progress : Progress, optional
    n_outside, n_in_no_cell : int
        Later incidents that do not count, to be told.

    Returns
    -------
    Validation

    Raises
    ------
    IncidentError
        None of the later incidents lies in the study area, or in a cell.
    SettingsError
        A level, the block size or the number of resamples cannot be used.
    Cancelled
    """
    progress = progress or Progress()
    counts, levels = np.asarray(counts, dtype=np.float64), tuple(levels)
    block_size = default_block_size(grid) if block_size is None else block_size
    _check(levels, block_size, resamples)
    if not counts.sum() > 0 and n_outside and not n_in_no_cell:
        raise IncidentError(
            tr(
                "None of the later incidents lies inside the study area; check that all layers show the same place "
                "and have the right CRS."
            )
        )
    if not counts.sum() > 0:
        raise IncidentError(
            tr(
                "None of the later incidents lies in a cell of the risk terrain; check that both show the "
                "same place and have the right CRS."
            )
        )
    named = _levels(grid.n_cells, surfaces, levels)
    shares = np.array([share for _, share in named])
    rankings = [Ranking.of(surface.scores, counts) for surface in surfaces]
    best = Ranking.of(counts, counts)
    values = np.array([_measures(ranking, best, shares) for ranking in rankings])  # (surfaces, measures)

    blocks = spatial_blocks(grid, block_size)
    n_blocks = int(blocks.max()) + 1
    sampled = None
    if resamples and n_blocks < FEWEST_BLOCKS:
        progress.warn(
            tr(
                "The cells make only {n_blocks} blocks of {block_size:.9g}, too few for intervals, which "
                "need {fewest_blocks}; use smaller blocks."
            ).format(n_blocks=n_blocks, block_size=block_size, fewest_blocks=FEWEST_BLOCKS)
        )
    elif resamples:
        sampled = _resample(surfaces, rankings, counts, blocks, shares, resamples, seed, progress)
    keys = [(measure, name, share) for name, share in named for measure in MEASURES] + [(AUC, "", np.nan)]

    figures, differences = [], []
    for place, surface in enumerate(surfaces):
        own = None if sampled is None else sampled[place]
        figures += _figures(surface.name, "", keys, values[place], own)
        if surface.role != MODEL:
            continue
        for other, against in enumerate(surfaces):
            if against.role == BASELINE or other < place:
                apart = None if sampled is None else sampled[place] - sampled[other]
                differences += _figures(surface.name, against.name, keys, values[place] - values[other], apart)
    progress(1.0)
    return Validation(
        tuple(surfaces),
        grid.n_cells,
        int(counts.sum()),
        tuple(named),
        tuple(figures),
        tuple(differences),
        {surface.name: ranking.curve() for surface, ranking in zip(surfaces, rankings)},
        n_blocks,
        0 if sampled is None else resamples,
        seed,
        n_outside,
        n_in_no_cell,
    )


def _check(levels: Sequence[float], block_size: float, resamples: int) -> None:
    for level in levels:
        if not 0 < level < 1:
            raise SettingsError(
                tr("{value:.9g}% is no part of the area; use levels above 0 and below 100%.").format(value=100 * level)
            )
    if not levels:
        raise SettingsError(tr("There is no level to judge at; use for example 1, 5, 10 and 20% of the area."))
    check_length(tr("block size"), block_size)
    if resamples < 0 or resamples == 1:
        raise SettingsError(
            tr("{resamples} resamples give no interval; use 0 for none, or for example 1000.").format(
                resamples=resamples
            )
        )


def _levels(n_cells: int, surfaces: list[Surface], levels: Sequence[float]) -> list[tuple[str, float]]:
    """Names and exact shares of whole cells, the highest-risk class of the first model last."""
    named = []
    for level in sorted(set(levels)):
        cells = max(1, int(np.ceil(level * n_cells - _ROUNDING * n_cells)))
        named.append((f"{100 * level:.9g}%", cells / n_cells))
    first = next(surface for surface in surfaces if surface.role == MODEL)
    highest = highest_risk_cells(first.scores)
    if highest:
        named.append((HIGHEST_RISK, highest / n_cells))
    return named


def _measures(ranking: Ranking, best: Ranking, shares: np.ndarray) -> np.ndarray:
    """All measures at all shares, then the AUC: (4 * shares + 1,)."""
    cells, total = shares * ranking.cells.sum(), ranking.events.sum()
    found = _rates(
        ranking.captured(cells)[None],
        best.captured(cells)[None],
        ranking.captured(cells, ranking.predicted)[None],
        np.array([total]),
        np.array([ranking.predicted.sum()]),
        shares,
    )
    return np.append(found[0], ranking.auc())


def _rates(
    captured: np.ndarray,
    best: np.ndarray,
    predicted: np.ndarray,
    total: np.ndarray,
    predicted_total: np.ndarray,
    shares: np.ndarray,
) -> np.ndarray:
    """Hit rate, PAI, PEI and recovery rate for (r, levels) sums and (r,) totals: (r, levels * 4)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        hit = captured / total[:, None]
        recovery = predicted / predicted_total[:, None] * total[:, None] / captured
        rates = np.stack([hit, hit / shares, captured / best, recovery], axis=2)
    return np.where(np.isfinite(rates), rates, np.nan).reshape(len(captured), -1)


def _auc(cells: np.ndarray, positive: np.ndarray) -> np.ndarray:
    """AUC of each column of (groups, r) cells and cells with incidents, groups from the highest score on."""
    negative = cells - positive
    below = negative.sum(axis=0) - np.cumsum(negative, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (positive * (below + negative / 2)).sum(axis=0) / (positive.sum(axis=0) * negative.sum(axis=0))


def _resample(
    surfaces: list[Surface],
    rankings: list[Ranking],
    counts: np.ndarray,
    blocks: np.ndarray,
    shares: np.ndarray,
    resamples: int,
    seed: int,
    progress: Progress,
) -> np.ndarray:
    """(surfaces, resamples, measures): every resample draws as many blocks as there are, with replacement."""
    size = np.bincount(blocks).astype(np.float64)
    rng = np.random.RandomState(seed)
    drawn = rng.multinomial(len(size), np.full(len(size), 1 / len(size)), size=resamples).T
    drawn = drawn.astype(np.float64)
    flagged = (size @ drawn)[:, None] * shares
    best = Ranking.of(counts, counts)
    cells, events = _drawn_sums(best, (None, counts), blocks, drawn, progress.part(0.0, 0.1))
    most = _interpolate(flagged, cells, events)
    found = []
    for place, (surface, ranking) in enumerate(zip(surfaces, rankings)):
        step = progress.part(0.1 + 0.9 * place / len(surfaces), 0.1 + 0.9 * (place + 1) / len(surfaces))
        weights = (None, counts, counts > 0, surface.scores)
        cells, events, positive, predicted = _drawn_sums(ranking, weights, blocks, drawn, step)
        rates = _rates(
            _interpolate(flagged, cells, events),
            most,
            _interpolate(flagged, cells, predicted),
            events.sum(axis=0),
            predicted.sum(axis=0),
            shares,
        )
        found.append(np.column_stack([rates, _auc(cells, positive)]))
    return np.array(found)


def _drawn_sums(
    ranking: Ranking, weights: tuple, blocks: np.ndarray, drawn: np.ndarray, progress: Progress
) -> list[np.ndarray]:
    """Sums of each of the weights (n_cells,) by group, highest first, in every resample: (groups, resamples).

    Where more scores differ than is worth telling apart, neighbours in rank are one group, small at the top.
    """
    from ..blas import product  # needs scipy

    ends = np.cumsum(ranking.cells)
    steps = ends[-1] * (np.arange(1, _GROUPS + 1) / _GROUPS) ** 2
    last = np.unique(np.searchsorted(ends, steps * (1 - _ROUNDING)))
    slot = np.searchsorted(last, ranking.group) * len(drawn) + blocks
    found = []
    for place, weight in enumerate(weights):
        progress(place / len(weights))
        table = np.bincount(slot, weights=weight, minlength=len(last) * len(drawn)).reshape(len(last), -1)
        found.append(product(table, drawn))
    return found


def _interpolate(flagged: np.ndarray, cells: np.ndarray, sums: np.ndarray) -> np.ndarray:
    """Sums in the ``flagged`` (resamples, levels) cells of highest score, from (groups, resamples) sums."""
    found = np.empty_like(flagged)
    nothing = np.zeros((1, cells.shape[1]))
    ends, totals = (np.vstack([nothing, np.cumsum(what, axis=0)]) for what in (cells, sums))
    for resample in range(len(flagged)):
        found[resample] = np.interp(flagged[resample], ends[:, resample], totals[:, resample])
    return found


def _figures(
    surface: str, minus: str, keys: list[tuple[str, str, float]], values: np.ndarray, sampled: np.ndarray | None
) -> list[Figure]:
    """Figures of one surface, or of one minus another, with their intervals where there are resamples."""
    low = high = np.full(len(keys), np.nan)
    if sampled is not None:
        low, high = _percentiles(sampled)
    return [
        Figure(surface, minus, measure, level, share, float(value), float(below), float(above))
        for (measure, level, share), value, below, above in zip(keys, values, low, high)
    ]


def _percentiles(sampled: np.ndarray) -> tuple[np.ndarray, ...]:
    """2.5 and 97.5% of each column; NaN where a column has no numbers."""
    known = np.isfinite(sampled)
    usable = known.any(axis=0)
    filled = np.where(usable, sampled, 0.0)
    return tuple(np.where(usable, found, np.nan) for found in np.nanpercentile(filled, (2.5, 97.5), axis=0))


def headline(validation: Validation) -> str:
    """Name of the level that the verdict is about: 10%, or the first where that was not asked for."""
    names = [name for name, _ in validation.levels]
    wanted = f"{100 * HEADLINE:.9g}%"
    return wanted if wanted in names else names[0]


def best_baseline(validation: Validation, level: str) -> str:
    """Name of the baseline that captured most at a level; chance only where there is no other."""
    names = [name for name in validation.names(BASELINE) if name != CHANCE] or [CHANCE]
    return max(names, key=lambda name: validation.figure(name, MEASURES[0], level).value)
