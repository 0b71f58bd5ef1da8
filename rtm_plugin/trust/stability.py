"""Stability: what would have been found, had the study area been a slightly different one.

The cells are halved by square blocks, so that neighbours stay together, and the *whole* selection is done on either
half: folds, culling, search, choice of the family; then they are halved again, another way (complementary pairs: Shah &
Samworth 2013, JRSS B 75). A factor that is found in nearly every half is no accident; one that comes and goes, or
changes its distance, deserves less trust; and how many halves a factor must have been found in for at most one such
factor to be expected to be wrong can be said. The mean of its coefficients over all halves (0 where it was not
selected) is less biased upwards by the selection than that of the one model (bagging: Breiman 1996, Machine Learning
24).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, replace
from math import exp, inf
from typing import TYPE_CHECKING

import numpy as np

from ..errors import IncidentError
from ..pipeline import MIN_CELLS_PER_FOLD, select
from ..progress import Progress
from ..rounding import plain_number
from ..selection.folds import spatial_blocks
from ..selection.observations import Observations
from ..translation import tr
from ..variables.operationalisations import KINDS
from .diagnostics import largest_influence

if TYPE_CHECKING:
    from ..engine import Engine
    from ..model.risk_terrain_model import RiskTerrainModel
    from ..pipeline import RiskTerrain


_EITHER = "either"  # operationalisation, where runs of both are meant
MOSTLY = 2 / 3  # share of the resamples with a factor that its usual distances cover
_MAX_DRAWS = 50


@dataclass(frozen=True)
class FactorStability:
    """How one factor fared.

    Attributes
    ----------
    factor : str
    selected : int
        Resamples in which it was.
    variables : dict of (variable name: resamples), most frequent first
    usual : (operationalisation or "either", from, to) or None
        The narrowest run of distances, in map units, that holds most of the selected resamples.
    rrv : float or None
        Relative risk value of the model itself, None where the factor is not in it.
    rrv_bagged, rrv_low, rrv_high : float
        exp of the mean and of the 2.5 and 97.5% points of the coefficients, 0 where it was not selected.
    """

    factor: str
    selected: int
    variables: dict
    usual: tuple | None
    rrv: float | None
    rrv_bagged: float
    rrv_low: float
    rrv_high: float

    def sentence(self, n_resamples: int, unit: str = "map units") -> str:
        """For people: ``selected in 94 of 100 resamples, mostly at 250–300 m``."""
        said = tr("selected in {selected:,} of {n_resamples:,} halves").format(
            selected=self.selected, n_resamples=n_resamples
        )
        if self.usual is None:
            return said
        kind, low, high = self.usual
        distance = plain_number(low) if low == high else f"{plain_number(low)}–{plain_number(high)}"
        how = tr("{said}, always at {length}") if len(self.variables) == 1 else tr("{said}, mostly at {length}")
        told = how.format(said=said, length=f"{distance} {unit}")
        return told if kind == _EITHER else f"{told} ({KINDS[kind].title()})"


@dataclass(frozen=True)
class Stability:
    """Result of the resampling; factors by how often they were selected, then by name.

    ``families`` tells how often each family won; ``block_size`` is in map units; ``enough`` is in how many halves a
    factor must have been found for at most one such factor to be expected to be wrong, None where no number is enough.
    """

    n_resamples: int
    n_blocks: int
    block_size: float
    families: dict
    factors: tuple[FactorStability, ...]
    enough: int | None = None

    def __getitem__(self, factor: str) -> FactorStability:
        return next(one for one in self.factors if one.factor == factor)

    def plain(self) -> dict[str, float | dict[str, int] | list[dict]]:
        """As lists and dictionaries, for JSON."""
        return {**asdict(self), "factors": [asdict(one) for one in self.factors]}


def resample(
    terrain: RiskTerrain, n_resamples: int, progress: Progress | None = None, engine: Engine | None = None
) -> Stability:
    """Repeat the selection of a fitted model on halves of its blocks of cells.

    Blocks are squares of twice the largest spatial influence. Halves come in pairs that have no block in common. The
    culling is hurried: its path ends sooner after the lowest deviance.

    Parameters
    ----------
    terrain : RiskTerrain
    n_resamples : int
    progress : Progress, optional
    engine : Engine, optional
        Keeps what was culled.

    Returns
    -------
    Stability
        The same for the same model and its seed.

    Raises
    ------
    IncidentError
        Where the study area has too few blocks, or the incidents lie in too few of them.
    Cancelled
    """
    progress = progress or Progress()
    model, laid, counts = terrain.model, terrain.exposure, terrain.counts
    block_size = 2.0 * largest_influence(model)
    block = spatial_blocks(terrain.grid, block_size)
    n_blocks = int(block.max()) + 1
    fitted = np.ones(len(counts)) if laid.weights is None else laid.weights
    rng = np.random.RandomState(model.settings.seed)
    found = []
    for number in range(n_resamples):
        if number % 2 == 0:
            halves = _halves(block, counts * fitted > 0, model.settings.folds, block_size, rng)
        weights = fitted * halves[number % 2]
        seed = int(rng.randint(2**31 - 1))
        settings = replace(model.settings, seed=seed, spatial_test="none")  # half a map cannot be shifted
        part = progress.part(number / n_resamples, (number + 1) / n_resamples)
        observations = Observations(counts, laid.offset, laid.centred, weights)
        selection = select(terrain.grid, terrain.candidates, observations, settings, Progress(part), True, engine)
        best = selection.best
        effects = best.coefficients[len(best.coefficients) - len(best.selected) :]
        chosen = [terrain.candidates.variables[index] for index in selection.chosen]
        found.append((best.family, tuple(zip(chosen, effects.tolist()))))
    progress(1.0)
    return summarise(model, found, n_blocks, block_size)


def _halves(
    block: np.ndarray, busy: np.ndarray, n_folds: int, block_size: float, rng: np.random.RandomState
) -> tuple[np.ndarray, np.ndarray]:
    """(n,) bool: the cells of either half of the blocks, drawn again where one has too few busy cells to be dealt."""
    n_blocks = int(block.max()) + 1
    for _ in range(_MAX_DRAWS if n_blocks > 1 else 0):
        first = (rng.permutation(n_blocks) < n_blocks // 2)[block]
        if min((busy & first).sum(), (busy & ~first).sum()) >= MIN_CELLS_PER_FOLD * n_folds:
            return first, ~first
    raise IncidentError(
        tr(
            "The study area has {n_blocks} blocks of {block_size} map units, with incidents in too few "
            "of them to be halved; use a larger study area, or smaller spatial influences."
        ).format(n_blocks=n_blocks, block_size=plain_number(block_size))
    )


def wrong_at_most(times: int, n_resamples: int, n_selected: float, n_factors: int) -> float:
    """How many of the factors that were found in so many halves are expected to be wrong, at most.

    A wrong factor is one that a half selects no more often than a factor drawn at random. The bound takes the share of
    pairs in which a factor was found in both halves to have one peak (Shah & Samworth 2013, Theorem 2).

    Parameters
    ----------
    times : int, of ``n_resamples`` halves
    n_selected : float
        Factors in the model of a half, on average.
    n_factors : int
        That were offered.

    Returns
    -------
    float, infinite where the bound says nothing.
    """
    n_pairs, share, theta = n_resamples // 2, times / n_resamples, n_selected / n_factors
    if n_pairs < 1 or theta > 3**-0.5:
        return inf
    if share > 0.75:
        factor = 4.0 * (1.0 - share + 0.5 / n_pairs) / (1.0 + 1.0 / n_pairs)
    elif share > min(0.5 + theta**2, 0.5 + 0.5 / n_pairs + 0.75 * theta**2):
        margin = 2.0 * share - 1.0 - 0.5 / n_pairs
        factor = 0.5 / margin if margin > 0 else inf
    else:
        return inf
    return factor * n_selected * theta


def summarise(model: RiskTerrainModel, found: list[tuple], n_blocks: int, block_size: float) -> Stability:
    """Count and average what the resamples found: (family, ((variable, coefficient), ...)) of each."""
    own = {chosen.variable.factor: chosen.rrv for chosen in model.selected}
    factors = []
    for spec in model.specs:
        chosen = [
            (variable, effect) for _, pairs in found for variable, effect in pairs if variable.factor == spec.name
        ]
        effects = np.zeros(len(found))
        effects[: len(chosen)] = [effect for _, effect in chosen]
        low, high = np.percentile(effects, [2.5, 97.5]).tolist()
        variables = Counter(variable for variable, _ in chosen)
        factors.append(
            FactorStability(
                spec.name,
                len(chosen),
                {
                    variable.name: times
                    for variable, times in sorted(variables.items(), key=lambda item: (-item[1], item[0].name))
                },
                usual_distances(variables),
                own.get(spec.name),
                exp(float(effects.mean())),
                exp(low),
                exp(high),
            )
        )
    families = Counter(family for family, _ in found)
    return Stability(
        len(found),
        n_blocks,
        block_size,
        {family: families[family] for family in model.settings.families},
        tuple(sorted(factors, key=lambda one: (-one.selected, one.factor))),
        _enough(len(found), sum(one.selected for one in factors) / len(found), len(factors)),
    )


def _enough(n_resamples: int, n_selected: float, n_factors: int) -> int | None:
    """The least number of halves with a bound of one."""
    able = range(n_resamples // 2 + 1, n_resamples + 1)
    return next((one for one in able if wrong_at_most(one, n_resamples, n_selected, n_factors) <= 1.0), None)


def enough_sentence(n_resamples: int, enough: int | None, selected: dict[str, int]) -> str:
    """For people: how many halves are enough, and which of the factors were found in so many."""
    if enough is None:
        return tr(
            "No number of {n_resamples:,} halves is enough to say that at most one factor is wrong: draw more of them."
        ).format(n_resamples=n_resamples)
    factors = [factor for factor, times in selected.items() if times >= enough]
    if not factors:
        return tr(
            "For at most one factor to be expected to be wrong, it has to be found in at least {enough:,} of "
            "{n_resamples:,} halves: none was."
        ).format(enough=enough, n_resamples=n_resamples)
    if len(factors) == 1:
        return tr(
            "Found in at least {enough:,} of {n_resamples:,} halves: {factor} alone. That at most one is expected to "
            "be wrong says nothing of a single one."
        ).format(enough=enough, n_resamples=n_resamples, factor=factors[0])
    return tr(
        "Found in at least {enough:,} of {n_resamples:,} halves: {factors}; at most one of these is expected to be "
        "wrong."
    ).format(enough=enough, n_resamples=n_resamples, factors=", ".join(factors))


def usual_distances(variables: Counter) -> tuple[str, float, float] | None:
    """(operationalisation, from, to): the narrowest run of distances with most of a factor's resamples.

    ``variables`` counts the resamples by Variable. Within one operationalisation where one has most of them,
    "either" otherwise; of runs as narrow, the one with more resamples, then the nearer. None where there are
    none.
    """
    total = sum(variables.values())
    if not total:
        return None
    kinds = Counter()
    for variable, times in variables.items():
        kinds[variable.operationalisation] += times
    kind, times = max(sorted(kinds.items()), key=lambda item: item[1])
    if times < MOSTLY * total:
        kind = _EITHER
    at = Counter()
    for variable, times in variables.items():
        if kind in (_EITHER, variable.operationalisation):
            at[variable.distance] += times
    ladder = sorted(at)
    wanted = MOSTLY * sum(at.values())
    runs = [
        (high - low, -inside, low, high)
        for place, low in enumerate(ladder)
        for high in ladder[place:]
        if (inside := sum(at[distance] for distance in ladder if low <= distance <= high)) >= wanted - 1e-9
    ]
    _, _, low, high = min(runs)
    return kind, low, high
