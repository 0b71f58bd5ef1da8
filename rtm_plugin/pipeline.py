"""The method from top to bottom: study area, incidents and factors in; risk terrain model and scores out."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from .blas import one_thread
from .engine import Engine
from .errors import FactorError, IncidentError
from .model.risk_terrain_model import (
    Adjustment,
    CandidateRecord,
    FamilyFit,
    GridFrame,
    RiskTerrainModel,
    SelectedVariable,
)
from .model.seen import seen_in
from .progress import Progress
from .rounding import plain_number
from .selection.culling import Culling, cull
from .selection.elastic_net import HURRIED_PATIENCE, HURRIED_TOLERANCE, PATIENCE, TOLERANCE
from .selection.folds import spatial_folds, stratified_folds
from .selection.observations import Observations
from .selection.random_shift import FactorShift, RandomShifts, SpatialTest
from .selection.stepwise import CountTable, search
from .space.exposure import CellExposure, Exposure
from .space.grid import StudyGrid, lay_grid
from .space.incidents import CountedIncidents, count_incidents
from .translation import tr
from .variables.candidates import Candidates, make_candidates

if TYPE_CHECKING:
    from .model.settings import Settings
    from .selection.stepwise import Search
    from .space.shapes import Shapes
    from .variables.factors import Factor


MIN_CELLS_PER_FOLD = 2
NO_EXPOSURE = CellExposure()


@dataclass(frozen=True)
class RiskTerrain:
    """A fitted model and the values of the model cells.

    ``counts``, ``expected`` and ``rrs`` are (n_cells,): incidents, expected incidents and relative risk
    score; ``flags`` (k, n_cells) bool tells where the selected variables, in the model's order, act.
    ``exposure`` holds denominator and adjustments of the cells, if there were any.
    """

    model: RiskTerrainModel
    grid: StudyGrid
    candidates: Candidates
    counts: np.ndarray
    expected: np.ndarray
    rrs: np.ndarray
    flags: np.ndarray
    exposure: CellExposure = NO_EXPOSURE


@dataclass(frozen=True)
class Selection:
    """Which variables of the candidates a model uses (indices into them), under which family.

    ``survivors`` are those that the culling left.
    """

    culling: Culling | None
    survivors: np.ndarray
    searches: tuple
    spatial: SpatialTest | None = None

    @property
    def best(self) -> Search:
        """The search with the lowest BIC; the earlier family on ties."""
        return min(self.searches, key=lambda result: result.bic)

    @property
    def chosen(self) -> np.ndarray:
        return self.survivors[list(self.best.selected)]


def fit(
    study_area: Shapes,
    incidents: np.ndarray,
    factors: list[Factor],
    settings: Settings,
    exclude: Shapes | None = None,
    progress: Progress | None = None,
    exposure: Exposure | None = None,
    engine: Engine | None = None,
) -> RiskTerrain:
    """Fit a risk terrain model.

    Parameters
    ----------
    study_area : Shapes of polygons, in a projected CRS; every length below is in its map units
    incidents : (m, 2) float64
    factors : sequence of Factor
        Their order has no effect.
    settings : Settings
    exclude : Shapes of (dissolved) polygons, optional
        Cells that lie fully inside are no model cells.
    progress : Progress, optional
    exposure : Exposure, optional
        Denominator and adjustment covariates. Cells without any of the denominator are left out of the fit,
        and scored.
    engine : Engine, optional
        Works on the variables, factor by factor; what it keeps of them and of the culling is not made again.

    Returns
    -------
    RiskTerrain

    Raises
    ------
    SettingsError, GridError, FactorError, IncidentError, ExposureError
        With one sentence that says what to do.
    Cancelled
    """
    progress = progress or Progress()
    settings.validate()
    factors = in_order(factors)
    with progress.stage(tr("Grid"), 0.0, 0.05):
        grid = lay_grid(study_area, settings.cell_size, settings.cell_rule, exclude)
    with progress.stage(tr("Incidents"), 0.05, 0.08):
        counted = count_enough(grid, study_area, incidents, settings.folds)
    counts = counted.counts
    if counted.n_outside:
        tell = progress.info if counted.are_of_a_larger_area else progress.warn  # a few are a loss, most are as meant
        tell(
            tr("{n_outside:,} of {n_incidents:,} incidents lie outside the study area and are left out.").format(
                n_outside=counted.n_outside, n_incidents=len(incidents)
            )
        )
    if counted.n_in_no_cell:
        progress.warn(
            tr("{n_excluded:,} incidents lie in cells that are no model cells (excluded) and are left out.").format(
                n_excluded=counted.n_in_no_cell
            )
        )
    laid = lay_exposure(grid, counts, exposure or Exposure(), settings.folds, progress)
    with progress.stage(tr("Variables"), 0.08, 0.4) as step:
        candidates = make_candidates(grid, factors, settings.block_length, step, engine)
    observations = Observations(counts, laid.offset, laid.centred, laid.weights)
    selection = select(grid, candidates, observations, settings, progress.part(0.4, 0.98), engine=engine)
    with progress.stage(tr("Scores"), 0.98, 1.0) as step:
        terrain = _describe(grid, counted, candidates, laid, selection, settings, factors, step)
    return terrain


def in_order(factors: list[Factor]) -> list[Factor]:
    """Factors sorted by name and validated; raises :class:`FactorError` for two of one name."""
    factors = sorted(factors, key=lambda factor: factor.spec.name)
    for factor, following in zip(factors, factors[1:]):
        if factor.spec.name == following.spec.name:
            raise FactorError(
                tr("Two risk factors are called '{name}'; rename one of the layers.").format(name=factor.spec.name)
            )
    return [factor.validate() for factor in factors]


def count_enough(grid: StudyGrid, study_area: Shapes, incidents: np.ndarray, n_folds: int) -> CountedIncidents:
    """The incidents that count.

    Raises :class:`IncidentError` where none lies inside, or too few cells have any to cross-validate a model.
    """
    if not len(incidents):
        raise IncidentError(tr("There are no incidents to model; choose a layer with incidents in it."))
    counted = count_incidents(grid, incidents, study_area)
    if counted.n_outside == len(incidents):
        raise IncidentError(
            tr(
                "None of the {n_incidents:,} incidents lies inside the study area; check that both layers show "
                "the same place and have the right CRS."
            ).format(n_incidents=len(incidents))
        )
    check_enough(counted.counts, n_folds)
    return counted


def check_enough(counts: np.ndarray, n_folds: int) -> None:
    """Raise :class:`IncidentError` where too few of the cells have incidents to cross-validate a model."""
    busy = int((counts > 0).sum())
    needed = MIN_CELLS_PER_FOLD * n_folds
    if busy < needed:
        said = (
            tr(
                "Only one cell has incidents, too few for a model with {n_folds} folds, which needs at least "
                "{needed}; use a longer period, a larger study area or smaller cells."
            )
            if busy == 1
            else tr(
                "Only {busy} cells have incidents, too few for a model with {n_folds} folds, which needs at "
                "least {needed}; use a longer period, a larger study area or smaller cells."
            )
        )
        raise IncidentError(said.format(busy=busy, n_folds=n_folds, needed=needed))


def lay_exposure(
    grid: StudyGrid, counts: np.ndarray, exposure: Exposure, n_folds: int, progress: Progress
) -> CellExposure:
    """Denominator and adjustments of the cells; warns of cells that have to be left out of the fit."""
    laid = exposure.on(grid, progress).without_constants(progress)
    if laid.amounts is not None:
        without = laid.amounts == 0
        check_enough(counts[~without], n_folds)
        if without.any():
            progress.warn(
                tr(
                    "{without:,} of {n_cells:,} cells have none of the denominator '{denominator}': they and their "
                    "{counts:,} incidents are left out of the fit, and scored."
                ).format(
                    without=int(without.sum()),
                    n_cells=grid.n_cells,
                    denominator=laid.denominator,
                    counts=int(counts[without].sum()),
                )
            )
    return laid


def select(
    grid: StudyGrid,
    candidates: Candidates,
    observations: Observations,
    settings: Settings,
    progress: Progress | None = None,
    hurried: bool = False,
    engine: Engine | None = None,
    without: frozenset[str] = frozenset(),
) -> Selection:
    """Cull and search: the part of the method that is repeated when its stability is judged.

    Parameters
    ----------
    grid : StudyGrid
    candidates : Candidates
    observations : Observations of the grid's cells
    settings : Settings
    hurried : bool
        End the elastic net's path sooner behind the lowest deviance, and be content with less exact solutions.
    engine : Engine, optional
        Keeps what was culled.
    without : set of str
        Factors that are not searched, though they take part in the culling, as those that a spatial test has taken out.

    Returns
    -------
    Selection
    """
    with one_thread():
        told = progress or Progress()
        return _select(grid, candidates, observations, settings, told, hurried, engine or Engine(), without)


def _select(
    grid: StudyGrid,
    candidates: Candidates,
    observations: Observations,
    settings: Settings,
    progress: Progress,
    hurried: bool,
    engine: Engine,
    without: frozenset[str],
) -> Selection:
    rng = np.random.RandomState(settings.seed)
    whole = candidates, observations
    culling, survivors = None, np.arange(len(candidates.variables))
    folds = []
    if len(survivors) > 1:
        folds = [_deal_folds(grid, candidates, observations, settings, rng) for _ in range(settings.cv_repeats)]
    if observations.weights is not None:
        used = observations.used
        candidates = replace(candidates, packed=candidates.packed[:, used])
        observations, folds = observations.of_cells(used), [deal[used] for deal in folds]
    if folds:
        with progress.stage(tr("Culling"), 0.0, 0.6) as step:
            how = (HURRIED_PATIENCE, HURRIED_TOLERANCE) if hurried else (PATIENCE, TOLERANCE)

            def made() -> tuple[np.ndarray, ...]:
                found = cull(candidates, observations, np.array(folds), None, *how, progress=step)
                return tuple(np.asarray(value) for value in astuple(found))

            kept = engine.once("culling", (candidates.packed, candidates.signs, observations, folds, how), made)
            values: list[Any] = [value if value.ndim else value.item() for value in kept]
            culling = Culling(*values)
        survivors = culling.survivors
    if without:
        survivors = np.array([one for one in survivors if candidates.variables[one].factor not in without], dtype=int)
    tested = settings.spatial_test != "none"
    with progress.stage(tr("Search"), 0.6, 0.8 if tested else 1.0) as step:
        found = Selection(culling, survivors, _searches(candidates, observations, survivors, settings, step))
    if tested:
        with progress.stage(tr("Random shifts"), 0.8, 1.0) as step:
            found = _tested(grid, whole, candidates, observations, found, settings, step)
    return found


def _searches(
    candidates: Candidates, observations: Observations, survivors: np.ndarray, settings: Settings, progress: Progress
) -> tuple[Search, ...]:
    """A search among the survivors under each family."""
    n = len(settings.families)
    table = CountTable.of(candidates, survivors, observations)
    variables = [candidates.variables[index] for index in survivors]
    return tuple(
        search(table, variables, family, settings.p_limit, settings.swaps, progress.part(place / n, (place + 1) / n))
        for place, family in enumerate(settings.families)
    )


def _tested(
    grid: StudyGrid,
    whole: tuple[Candidates, Observations],
    candidates: Candidates,
    observations: Observations,
    found: Selection,
    settings: Settings,
    progress: Progress,
) -> Selection:
    """The selection among the factors that random shifts leave standing.

    First all variables together, before any is in the model: where the best of the shifts does as well, none is left.
    Then, under each family, the weakest factor that its own variables equal is taken out and the search done again,
    until all stand; of what is left under the families the lowest BIC wins.
    """
    if not len(found.chosen):
        return found
    n = len(settings.families)
    shifts = RandomShifts(grid, *whole, settings.shifts, settings.seed, progress.part(0.0, 0.3))
    together = SpatialTest(shifts.n_shifts, shifts.of_all(found.best.family), (), ())
    ends = []
    for number, search_of in enumerate(found.searches):
        one = replace(settings, families=(search_of.family,))
        begun = Selection(found.culling, found.survivors, (search_of,))
        part = progress.part(0.3 + 0.7 * number / n, 0.3 + 0.7 * (number + 1) / n)
        ends.append(_standing(shifts, together, candidates, observations, begun, one, part))
    places = [np.searchsorted(found.survivors, end.chosen).tolist() for end in ends]
    searches = tuple(replace(end.best, selected=tuple(one)) for end, one in zip(ends, places))
    best = min(ends, key=lambda end: end.best.bic)
    return Selection(found.culling, found.survivors, searches, best.spatial)


def _standing(
    shifts: RandomShifts,
    test: SpatialTest,
    candidates: Candidates,
    observations: Observations,
    found: Selection,
    settings: Settings,
    progress: Progress,
) -> Selection:
    """What one family's search leaves where factors are taken out until all stand."""
    dropped: list[FactorShift] = []
    stood: list[FactorShift] = []
    while len(found.chosen):
        stood = []
        left = found.survivors
        for index, as_high in shifts.of_each(found.chosen, found.best.coefficients, found.best.family):
            one = FactorShift(candidates.variables[index].factor, as_high)
            if not test.stands(test.as_high):  # told of all, none of which is kept
                dropped.append(one)
                left = left[:0]
            elif test.stands(as_high):
                stood.append(one)
            else:
                dropped.append(one)
                left = left[shifts.factors[left] != one.factor]
                break
        if len(left) == len(found.survivors):
            break
        part = progress.part(1.0 - 3.0 / (len(dropped) + 3.0), 1.0)
        found, stood = Selection(found.culling, left, _searches(candidates, observations, left, settings, part)), []
    factors = tuple(sorted(stood, key=lambda one: one.factor))
    return replace(found, spatial=replace(test, factors=factors, dropped=tuple(dropped)))


def _deal_folds(
    grid: StudyGrid, candidates: Candidates, observations: Observations, settings: Settings, rng: np.random.RandomState
) -> np.ndarray:
    counts, used = observations.counts, observations.times > 0
    if settings.fold_kind == "stratified":
        folds = np.zeros(len(counts), dtype=np.int64)
        folds[used] = stratified_folds(counts[used], settings.folds, rng)
        return folds
    reach = max(variable.distance for variable in candidates.variables)
    folds = spatial_folds(grid, counts * used, settings.folds, reach, rng)
    if np.ptp(folds[used & (counts > 0)]) == 0:
        raise IncidentError(
            tr(
                "All incidents lie within one block of {reach} map units, the largest spatial influence, so "
                "that spatial folds have nothing to compare; use stratified folds."
            ).format(reach=plain_number(reach))
        )
    return folds


def _describe(
    grid: StudyGrid,
    counted: CountedIncidents,
    candidates: Candidates,
    laid: CellExposure,
    selection: Selection,
    settings: Settings,
    factors: list[Factor],
    progress: Progress,
) -> RiskTerrain:
    best, counts = selection.best, counted.counts
    first = 1 + len(laid.names)  # coefficients: intercept, adjustments, variables
    order = sorted(
        range(len(best.selected)), key=lambda place: (-best.coefficients[first + place], best.selected[place])
    )
    selected = []
    for place in order:
        index = selection.survivors[best.selected[place]]
        selected.append(
            SelectedVariable(
                candidates.variables[index],
                float(best.coefficients[first + place]),
                float(best.std_errors[first + place]),
                float(best.p_values[first + place]),
                _finite(candidates.thresholds[index]),
            )
        )
    if not selected:
        progress.warn(tr("No risk factor met the selection criteria: no score tells one cell from another."))
    flags = candidates.flags(selection.chosen[order]).view(bool)
    fitted = None if laid.weights is None else laid.weights > 0
    shapes = {factor.spec.name: factor.shapes for factor in factors}
    seen = seen_in(grid, shapes, selected, flags, counts, fitted, progress.part(0.0, 0.1))
    effects = np.array([chosen.coefficient * chosen.variable.sign for chosen in selected])
    linear = np.full(grid.n_cells, best.coefficients[0])
    for effect, acts in zip(effects.tolist(), flags):  # a product would need all flags as doubles
        linear[acts] += effect
    if laid.unpenalised is not None:
        linear = linear + laid.centred @ best.coefficients[1:first]
    rates = np.exp(linear)
    lowest = float(rates.min())
    rrs = rates / lowest
    model = RiskTerrainModel(
        settings=settings,
        frame=GridFrame(grid.x_min, grid.y_max, grid.cell_size, grid.rows, grid.cols, grid.n_cells),
        specs=tuple(factor.spec for factor in factors),
        family=best.family,
        intercept=float(best.coefficients[0]),
        intercept_se=float(best.std_errors[0]),
        selected=tuple(selected),
        dispersion=_finite(best.dispersion),
        log_likelihood=best.log_likelihood,
        bic=best.bic,
        fits=tuple(_family_fit(result, selection, candidates) for result in selection.searches),
        candidates=_records(candidates, counts, laid, selection, progress),
        constant=tuple(variable.name for variable in candidates.constant),
        alpha=selection.culling.alpha if selection.culling else None,
        penalty=selection.culling.penalty if selection.culling else None,
        cv_deviance=float(selection.culling.deviance.min()) if selection.culling else None,
        n_cells_with_incidents=int((counts > 0).sum()),
        n_incidents=int(counts.sum()),
        n_incidents_outside=counted.n_outside,
        n_incidents_excluded=counted.n_in_no_cell,
        lowest=lowest,
        rrs_mean=float(rrs.mean()),
        rrs_sd=float(rrs.std(ddof=1)) if len(rrs) > 1 else 0.0,
        rrs_max=float(rrs.max()),
        warnings=tuple(progress.warnings),
        spatial=selection.spatial,
        seen=seen,
        denominator=laid.denominator,
        adjustments=tuple(
            Adjustment(
                name,
                float(best.coefficients[1 + place]),
                float(best.std_errors[1 + place]),
                float(best.p_values[1 + place]),
                float(laid.centre[place]),
            )
            for place, name in enumerate(laid.names)
        ),
    )
    expected = rates if laid.amounts is None else rates * laid.amounts
    return RiskTerrain(model, grid, candidates, counts, expected, rrs, flags, laid)


def _family_fit(result: Search, selection: Selection, candidates: Candidates) -> FamilyFit:
    names = tuple(candidates.variables[index].name for index in selection.survivors[list(result.selected)])
    return FamilyFit(result.family, result.bic, result.log_likelihood, _finite(result.dispersion), names, result.n_fits)


def _records(
    candidates: Candidates, counts: np.ndarray, laid: CellExposure, selection: Selection, progress: Progress
) -> tuple[CandidateRecord, ...]:
    """A record per candidate; its RRV alone is the ratio of the mean rates, which is exp(b) of a Poisson."""
    fitted = np.ones(len(counts)) if laid.weights is None else laid.weights
    exposure = fitted if laid.amounts is None else laid.amounts

    def weights(block: slice) -> np.ndarray:
        columns = counts[block], exposure[block], fitted[block] * counts[block]
        return np.column_stack([np.ones(len(columns[0])), *columns])

    sums = candidates.sums(weights, progress)
    whole, total = exposure.sum(), fitted @ counts
    survivors = np.arange(len(candidates.variables)) if selection.culling is None else selection.culling.survivors
    survived, chosen = set(survivors.tolist()), set(selection.chosen.tolist())
    records = []
    for index, (variable, row) in enumerate(zip(candidates.variables, sums)):
        cells, incidents, exposed, events = row.tolist()
        rates = _rate(events, exposed), _rate(total - events, whole - exposed)
        where, elsewhere = rates if variable.sign > 0 else rates[::-1]
        records.append(
            CandidateRecord(
                variable,
                int(cells),
                int(incidents),
                float(where / elsewhere) if elsewhere > 0 else None,
                _finite(candidates.thresholds[index]),
                index in survived,
                index in chosen,
            )
        )
    return tuple(records)


def _rate(events: float, exposure: float) -> float:
    return events / exposure if exposure > 0 else 0.0


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
