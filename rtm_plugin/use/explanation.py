"""Why a place has its score: which factors act there, and what each multiplies.

A relative risk score is a product: that of a cell where nothing acts, times the relative risk value of every
aggravating factor that acts in the cell, over that of every protective one. The explanation says no more and
no less than this product.

A place's score is the mean of its cells', and a factor may act in some of them only. What it multiplies for the
place is then its relative risk value to the power of the share of the place's risk that its cells stand for. The
weights of the cells are those of Sato and Vartia (1976), in the study of energy use the logarithmic mean Divisia
index II (Ang & Choi 1997; Ang 2004, Energy Policy 32): with p and q a cell's shares of the sums of the scores and
of the base scores, its weight is their logarithmic mean (p - q) / ln(p / q), over the sum of these means. So base
times all multipliers is the score, whatever the order of the factors, and a factor that acts in every cell
multiplies by its relative risk value.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..errors import ModelFileError
from ..progress import Progress
from ..translation import tr

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel, SelectedVariable
    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes


@dataclass(frozen=True)
class Explanation:
    """Scores of some cells, taken apart.

    Attributes
    ----------
    selected : tuple of SelectedVariable
        The model's k variables, in its order.
    base : float or (n,) float64
        Relative risk score of a cell where no factor acts; by cell where the model adjusts for a covariate.
    flags : (k, n) bool
        Which variable acts in which cell.
    measured : (k, n) float64 or None
        Distance to the nearest feature in map units, or kernel density in features per square map unit.
    """

    selected: tuple[SelectedVariable, ...]
    base: float | np.ndarray
    flags: np.ndarray
    measured: np.ndarray | None = None

    @property
    def effects(self) -> np.ndarray:
        """(k,) float64: what each variable adds to the logarithm of the score where it acts; below 0 if
        protective."""
        return np.array([one.coefficient * one.variable.sign for one in self.selected])

    @property
    def multipliers(self) -> np.ndarray:
        """(k,) float64: what each variable multiplies the score of a cell by where it acts; below 1 if
        protective."""
        return np.exp(self.effects)

    @property
    def log_contributions(self) -> np.ndarray:
        """(k, n) float64: what each variable adds to the logarithm of the score; 0 where it does not act."""
        return self.effects[:, None] * self.flags

    @property
    def scores(self) -> np.ndarray:
        """(n,) float64: relative risk scores, the product of base and multipliers."""
        return np.exp(np.log(self.base) + self.log_contributions.sum(axis=0))

    def of_place(self, cells: np.ndarray | slice = slice(None)) -> PlaceExplanation:
        """The explanation of several cells together, or of one: a :class:`PlaceExplanation`.

        Parameters
        ----------
        cells : (m,) int, optional
            Indices among the n cells; all of them by default.
        """
        scores, flags = self.scores[cells], self.flags[:, cells]
        base = np.broadcast_to(self.base, self.flags.shape[1])[cells]
        exponents = (flags @ _cell_weights(scores, base)).tolist()
        factors = []
        for place, (one, effect) in enumerate(zip(self.selected, self.effects.tolist())):
            without = np.where(flags[place], scores / math.exp(effect), scores)
            measured = None
            if self.measured is not None:
                measured = one.variable.kind.strongest(self.measured[place, cells])
            share = float(flags[place].mean())
            if share == 1:
                exponents[place] = 1.0  # without the rounding of a sum of weights
            multipliers = math.exp(effect), math.exp(effect * exponents[place])
            factors.append(Contribution(one, share, *multipliers, measured, float(without.mean())))
        # first what raises the score, most of all first; then what lowers it; what does not act last
        factors.sort(key=lambda one: (one.share == 0, one.where_acts < 1, one.score_without))
        return PlaceExplanation(len(scores), float(scores.mean()), float(base.mean()), tuple(factors))


def _cell_weights(scores: np.ndarray, base: np.ndarray) -> np.ndarray:
    """(n,) float64, of sum 1: the part of each cell in what a place's mean score is over its mean base."""
    p, q = scores / scores.sum(), base / base.sum()
    half = np.log(p / q) / 2
    # the logarithmic mean, written so that nothing cancels where p and q are alike
    means = np.sqrt(p * q) * np.divide(np.sinh(half), half, out=np.ones_like(half), where=half != 0)
    return means / means.sum()


@dataclass(frozen=True)
class Contribution:
    """What one variable of the model has to do with a place.

    Attributes
    ----------
    chosen : SelectedVariable
    share : float
        Share of the place's cells in which it acts, 0 to 1.
    where_acts : float
        What it multiplies the score of a cell by in which it acts: the relative risk value, 1 over it if
        protective.
    multiplier : float
        What it multiplies the place's score by: base times all multipliers is the score. As ``where_acts``
        where it acts in all cells, 1 where it acts in none.
    measured : float or None
        Smallest distance, or highest kernel density, at the centroids of the place's cells; infinite where
        there is no feature at all.
    score_without : float
        Mean relative risk score that the place would have without it.
    """

    chosen: SelectedVariable
    share: float
    where_acts: float
    multiplier: float
    measured: float | None
    score_without: float

    @property
    def acts(self) -> bool:
        return self.share > 0


@dataclass(frozen=True)
class PlaceExplanation:
    """A place's mean score, that of such cells where no factor acts, and what each variable has to do with
    it."""

    n_cells: int
    score: float
    base: float
    contributions: tuple[Contribution, ...]

    @property
    def acting(self) -> tuple[Contribution, ...]:
        """The contributions of what acts in the place: what raises the score most first."""
        return tuple(one for one in self.contributions if one.acts)


def base_score(model: RiskTerrainModel) -> float:
    """Relative risk score of a cell where no factor acts (and covariates, if any, have their means)."""
    return math.exp(model.intercept) / model.lowest


def explain(
    model: RiskTerrainModel, flags: np.ndarray, scores: np.ndarray | None = None, measured: np.ndarray | None = None
) -> Explanation:
    """The explanation of cells whose flags are known, as :meth:`RiskTerrainModel.score` gives them.

    Parameters
    ----------
    model : RiskTerrainModel
    flags : (k, n) bool
    scores : (n,) float64, optional
        Relative risk scores; needed where the model adjusts for covariates, whose effect is what the factors
        leave of the score.
    measured : (k, n) float64, optional
        Distances and densities, to go with it.

    Raises
    ------
    ModelFileError
        The model has adjustments, and no scores are given.
    """
    flags = np.asarray(flags, dtype=bool)
    explanation = Explanation(model.selected, base_score(model), flags, measured)
    if not model.adjustments:
        return explanation
    if scores is None:
        names = ", ".join(one.name for one in model.adjustments)
        raise ModelFileError(
            tr("The model adjusts for {names}, whose effect is only in the risk terrain; add the risk terrain.").format(
                names=names
            )
        )
    return replace(explanation, base=scores / np.exp(explanation.log_contributions.sum(axis=0)))


def explain_cells(
    model: RiskTerrainModel,
    grid: StudyGrid,
    shapes: dict[str, Shapes],
    scores: np.ndarray | None = None,
    progress: Progress | None = None,
) -> Explanation:
    """The explanation of all model cells of a grid, with distances and densities.

    Parameters
    ----------
    model : RiskTerrainModel
    grid : StudyGrid
        Of the model's cell size; its mask may hold just the cells asked about.
    shapes : mapping of factor name to Shapes, in the grid's CRS
    scores : (n_cells,) float64, optional
        As in :func:`explain`.

    Returns
    -------
    Explanation

    Raises
    ------
    ModelFileError
        A factor of the model is missing, or it has adjustments and there are no scores.
    Cancelled
    """
    progress = progress or Progress()
    measured = np.empty((len(model.selected), grid.n_cells))
    flags = np.zeros(measured.shape, dtype=bool)
    for place, one in enumerate(model.selected):
        variable = one.variable
        if variable.factor not in shapes:
            raise ModelFileError(
                tr("The model needs the risk factor '{factor}'; add the layer of that name.").format(
                    factor=variable.factor
                )
            )
        step = progress.part(place / len(model.selected), (place + 1) / len(model.selected))
        (measured[place],) = variable.kind.measure(
            grid, shapes[variable.factor], [variable.distance], step, everywhere=True
        )
        flags[place] = variable.kind.acts(measured[place], variable.distance, one.threshold)
    return explain(model, flags, scores, measured)
