"""Moved incidents: what would have been found, had they been recorded where they may in truth have happened.

Public police data, for one, have each incident moved to the nearest of a list of points, and what stands at such points
is near to incidents by that alone. Here each incident is drawn anew from a kernel around where it was recorded, each of
those on one point for itself, and the *whole* selection is done again: folds, culling, search, choice of the family. A
factor that is no longer selected, or has lost half of its effect, owes more to the list of points than it should; so do
the riskiest cells that are not among the riskiest any more.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from math import exp, log
from typing import TYPE_CHECKING, Any

import numpy as np

from ..pipeline import check_enough, select
from ..progress import Progress
from ..selection.observations import Observations
from ..space.incidents import count_incidents
from ..space.shapes import contains
from .draws import USUAL_DRAWS, check_draws

if TYPE_CHECKING:
    from ..engine import Engine
    from ..pipeline import RiskTerrain, Selection
    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes


FATES = ("survives", "weaker", "lost")  # of a factor
LEVELS = (0.05, 0.10)  # shares of the area
MOSTLY = 0.8  # share of the draws, or of the cells, from which on something survives
HALF = 0.5  # of the logarithm of its relative risk value, that a factor may lose
_MOST_TRIES = 50  # to draw a place inside the study area


@dataclass(frozen=True)
class FactorDisplacement:
    """How one factor of the model fared.

    Attributes
    ----------
    factor : str
    selected : int
        Draws in which it was selected again, by whatever variable.
    rrv : float
        Relative risk value of the model itself.
    rrv_low, rrv_middle, rrv_high : float or None
        Lowest, median and highest of the draws in which it was selected; None where there are none.
    """

    factor: str
    selected: int
    rrv: float
    rrv_low: float | None
    rrv_middle: float | None
    rrv_high: float | None

    def is_found(self, n_draws: int) -> bool:
        """Whether it was selected in nearly all of the draws."""
        return self.selected >= MOSTLY * n_draws

    @property
    def is_weaker(self) -> bool:
        """Whether more than half of its effect was lost in most of the draws with it."""
        return self.rrv_middle is not None and log(self.rrv_middle) < HALF * log(self.rrv)

    def fate(self, n_draws: int) -> str:
        """What became of it: one of :data:`FATES`."""
        if not self.is_found(n_draws):
            return FATES[2]
        return FATES[1] if self.is_weaker else FATES[0]

    def survives(self, n_draws: int) -> bool:
        return self.fate(n_draws) == FATES[0]


@dataclass(frozen=True)
class LevelDisplacement:
    """How the riskiest cells fared.

    Attributes
    ----------
    level : float
        Share of the area that they are.
    stays, low, high : float
        Share of them that is among as many riskiest cells of a draw: mean, lowest and highest of the draws.
    sure : float
        Share of them that stays in nearly all of the draws.
    """

    level: float
    stays: float
    low: float
    high: float
    sure: float

    @property
    def survives(self) -> bool:
        return self.stays >= MOSTLY


@dataclass(frozen=True, eq=False)
class Displacement:
    """Result of the draws; factors in the order of the model.

    ``width`` is in map units. Of the last of the levels, and not part of what a model file keeps: ``own`` (n_cells,) is
    how much of each cell is among the riskiest of the model; ``stays`` the share of that which is among those of a
    draw, and ``kept`` how much of each cell is among those of a draw, both on average.
    """

    width: float
    n_draws: int
    factors: tuple[FactorDisplacement, ...]
    levels: tuple[LevelDisplacement, ...]
    own: np.ndarray
    stays: np.ndarray
    kept: np.ndarray

    def stays_of(self, cells: np.ndarray) -> float | None:
        """Share of the riskiest among some cells that stays, on average; None where none of them is among those."""
        mine = self.own[cells]
        return float(mine @ self.stays[cells] / mine.sum()) if mine.sum() > 0 else None

    def plain(self) -> dict[str, Any]:
        """As lists and dictionaries, for JSON."""
        return {
            "width": self.width,
            "n_draws": self.n_draws,
            "factors": [asdict(one) for one in self.factors],
            "levels": [asdict(one) for one in self.levels],
        }

    @classmethod
    def from_plain(cls, content: dict[str, Any]) -> Displacement:
        """What :meth:`plain` gave, without the cells."""
        return cls(
            content["width"],
            content["n_draws"],
            tuple(FactorDisplacement(**one) for one in content["factors"]),
            tuple(LevelDisplacement(**one) for one in content["levels"]),
            *(np.empty(0),) * 3,
        )

    @property
    def lost(self) -> tuple[FactorDisplacement, ...]:
        """The factors that do not survive."""
        return tuple(one for one in self.factors if not one.survives(self.n_draws))

    @property
    def survives(self) -> bool:
        """Whether everything does."""
        return not self.lost and all(one.survives for one in self.levels)


def moved(
    points: np.ndarray, width: float, study_area: Shapes, grid: StudyGrid, rng: np.random.RandomState
) -> np.ndarray:
    """Incidents at places where they may have happened.

    Each is drawn from Epanechnikov's kernel around its place, as that of the densities: the share of the kernel farther
    than u widths is (1 - u^2)^2, so that none moves farther than the width. A place outside the study area, or in no
    model cell, is drawn again, so that at an edge the kernel is cut off there; an incident that finds no place in 50
    draws stays where it is. Those that were recorded outside do not come in: nobody knows how many there are.

    Parameters
    ----------
    points : (m, 2) float64
        Incidents that count, see :func:`.count_incidents`.
    width : float
        In map units.
    study_area : Shapes of polygons
    grid : StudyGrid
    rng : numpy.random.RandomState

    Returns
    -------
    (m, 2) float64
    """
    found = points.copy()
    left = np.arange(len(points))
    for _ in range(_MOST_TRIES if width > 0 else 0):
        u = np.sqrt(1.0 - np.sqrt(rng.random_sample(len(left))))
        angle = rng.uniform(0.0, 2.0 * np.pi, len(left))
        tried = points[left] + width * u[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        inside = contains(study_area, tried) & (grid.cell_of(tried) >= 0)
        found[left[inside]] = tried[inside]
        left = left[~inside]
        if not len(left):
            break
    return found


def displace(
    terrain: RiskTerrain,
    incidents: np.ndarray,
    study_area: Shapes,
    width: float,
    n_draws: int = USUAL_DRAWS,
    progress: Progress | None = None,
    engine: Engine | None = None,
) -> Displacement:
    """Repeat the selection of a fitted model on moved incidents.

    The folds are dealt from the model's own seed, so that nothing but the incidents' places differs, and the culling is
    hurried: its path ends sooner after the lowest deviance. There are no random shifts; factors that those of the model
    have taken out stay out.

    Parameters
    ----------
    terrain : RiskTerrain
    incidents : (m, 2) float64
        As the model was fitted to.
    study_area : Shapes of polygons
    width : float
        The farthest that an incident moves, in map units.
    n_draws : int
    progress : Progress, optional
    engine : Engine, optional
        Keeps what was culled.

    Returns
    -------
    Displacement
        The same for the same model and its seed, whatever the order of the incidents.

    Raises
    ------
    SettingsError
        The width is no length, or the draws are none or too many.
    IncidentError
        Moved, the incidents are in too few cells for a model.
    Cancelled
    """
    check_draws(width, n_draws)
    progress = progress or Progress()
    model, laid, grid = terrain.model, terrain.exposure, terrain.grid
    points = count_incidents(grid, incidents, study_area).points
    points = points[np.lexsort(points.T)]
    settings = replace(model.settings, spatial_test="none")
    without = frozenset(one.factor for one in model.spatial.dropped) if model.spatial else frozenset()
    rng = np.random.RandomState(model.settings.seed)
    own = [riskiest(terrain.rrs, level) for level in LEVELS]
    effects: list[dict[str, float]] = []
    shares = np.zeros((n_draws, len(LEVELS)))
    stays = [np.zeros(grid.n_cells) for _ in LEVELS]
    kept = np.zeros(grid.n_cells)
    for number in range(n_draws):
        part = progress.part(number / n_draws, (number + 1) / n_draws)
        counts = grid.count(moved(points, width, study_area, grid, rng))
        check_enough(counts if laid.weights is None else counts * laid.weights, settings.folds)
        observations = Observations(counts, laid.offset, laid.centred, laid.weights)
        found = select(grid, terrain.candidates, observations, settings, Progress(part), True, engine, without)
        effects.append(_effects(terrain, found))
        scores = _scores(terrain, found)
        for place, (level, mine) in enumerate(zip(LEVELS, own)):
            theirs = riskiest(scores, level)
            both = np.minimum(mine, theirs)
            shares[number, place] = both.sum() / mine.sum()
            stays[place] += np.divide(both, mine, out=np.zeros_like(mine), where=mine > 0) / n_draws
        kept += theirs / n_draws
    progress(1.0)
    levels = tuple(
        LevelDisplacement(
            level,
            float(shares[:, place].mean()),
            float(shares[:, place].min()),
            float(shares[:, place].max()),
            float(own[place][stays[place] >= MOSTLY - 1e-9].sum() / own[place].sum()),
        )
        for place, level in enumerate(LEVELS)
    )
    factors = tuple(_factor(chosen.variable.factor, chosen.rrv, effects) for chosen in model.selected)
    return Displacement(float(width), n_draws, factors, levels, own[-1], stays[-1], kept)


def _effects(terrain: RiskTerrain, found: Selection) -> dict[str, float]:
    """Coefficients of the selected variables, by factor."""
    best = found.best
    values = best.coefficients[len(best.coefficients) - len(best.selected) :].tolist()
    return {terrain.candidates.variables[index].factor: value for index, value in zip(found.chosen, values)}


def _scores(terrain: RiskTerrain, found: Selection) -> np.ndarray:
    """(n_cells,) what cells are ranked by: the logarithm of the expected rate, the intercept left out."""
    best, laid = found.best, terrain.exposure
    first = 1 + len(laid.names)
    linear = np.zeros(terrain.grid.n_cells)
    if laid.centred is not None:
        linear += laid.centred @ best.coefficients[1:first]
    for place, index in enumerate(found.chosen.tolist()):  # cell by cell in the same order: equal ones stay equal
        acts = terrain.candidates.flags([index])[0].view(bool)
        linear[acts] += best.coefficients[first + place] * terrain.candidates.variables[index].sign
    return linear


def riskiest(scores: np.ndarray, level: float) -> np.ndarray:
    """(n,) float64: how much of each cell is among the ``level`` x n cells of the highest scores.

    1 above the score at which that number is reached, 0 below, and an equal part of each of the cells that have it: the
    expected value, as if their order were drawn by lot.
    """
    _, place, times = np.unique(scores, return_inverse=True, return_counts=True)
    above = len(scores) - np.cumsum(times)  # cells of higher scores
    part = np.clip((level * len(scores) - above) / times, 0.0, 1.0)
    return part[place.ravel()]


def _factor(factor: str, rrv: float, effects: list[dict[str, float]]) -> FactorDisplacement:
    found = [one[factor] for one in effects if factor in one]
    if not found:
        return FactorDisplacement(factor, 0, rrv, None, None, None)
    return FactorDisplacement(factor, len(found), rrv, exp(min(found)), exp(float(np.median(found))), exp(max(found)))
