"""How far to trust a fitted model: what it assumes, looked at one assumption at a time, in words to act on.

Nothing here changes a model. Every finding comes with the numbers behind it, a verdict and what to do about
it; log, report and window show the same ones.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from math import exp
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import ndtr

from ..blas import product
from ..errors import GridError
from ..model.risk_terrain_model import Z_95
from ..names import in_quotes
from ..progress import Progress
from ..rounding import plain_number
from ..selection.count_models import GroupedCounts, fit_counts, log_pmf
from ..space.grid import edges_through
from ..space.incidents import count_incidents
from ..space.likeness import AlikeCells, fit_alike, likeness, own_dispersion
from ..space.stacking import stacks
from ..translation import tr
from ..use.explanation_words import influence_words
from ..use.small_counts import SMALLEST
from .alike_errors import alike_covariance
from .autocorrelation import correlogram, morans_i
from .fitted_cells import FittedCells
from .shrinkage import shrunken

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel
    from ..pipeline import RiskTerrain
    from ..space.grid import StudyGrid
    from ..space.likeness import Likeness
    from ..space.shapes import Shapes


GOOD, NOTE, WARNING = "good", "note", "warning"
N_PERMUTATIONS = 199
MANY_CELLS, FEWER_PERMUTATIONS = 200_000, 99  # where each permutation takes long, and says much
SNAPPED_SHARE = 0.5
N_BANDS = 15
LITTLE_ALIKE = 0.1  # of Moran's I
_MUCH_SHARED, _MOSTLY_SHARED = 0.25, 0.6  # of an effect, with its surroundings
STANDS_OUT = 2.0  # standard errors: roughly what a factor's best variable has to exceed to beat 95% of the shifts
_WIDER = 1.25  # times the model's own standard error, from which on it is worth a note
_LITTLE_EFFECT = 0.01  # of a logarithm of RRV
_STEADY = 5  # digits of what a solver has found that do not depend on the machine


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    ``values`` are the numbers behind it (plain, for JSON); ``level`` is good, note or warning; ``verdict`` is
    a sentence; ``advice`` tells what to do, and is empty where nothing needs doing.
    """

    name: str
    values: dict
    level: str
    verdict: str
    advice: str = ""

    @property
    def text(self) -> str:
        return f"{self.name}: {self.verdict} {self.advice}".rstrip()


@dataclass(frozen=True)
class Diagnostics:
    """All findings on one model."""

    findings: tuple[Finding, ...]

    @property
    def warnings(self) -> tuple:
        return tuple(finding for finding in self.findings if finding.level == WARNING)

    def plain(self) -> list[dict[str, Any]]:
        """As lists and dictionaries, for JSON."""
        return [asdict(finding) for finding in self.findings]


def diagnose(
    terrain: RiskTerrain,
    incidents: np.ndarray | None = None,
    study_area: Shapes | None = None,
    n_permutations: int | None = None,
    progress: Progress | None = None,
    unit: str = "map units",
    were_moved: bool = False,
) -> Diagnostics:
    """Look at a fitted model from all sides.

    Parameters
    ----------
    terrain : RiskTerrain
    incidents : (m, 2) float64, optional
        To see whether they are stacked on the same points.
    study_area : Shapes of polygons, optional
        To see which cells lie partly outside it.
    n_permutations : int, optional
        For the p-value of Moran's I; 199, and 99 for more than 200,000 cells.
    progress : Progress, optional
    unit : str
        The name of the map units, for the sentences.
    were_moved : bool
        Whether the model has been tried with moved incidents, which then is no advice any more.

    Returns
    -------
    Diagnostics
        The same for the same input: the permutations take the model's seed.

    Raises
    ------
    Cancelled
    """
    progress = progress or Progress()
    fitted = FittedCells.of(terrain)
    reach = largest_influence(terrain.model)
    if n_permutations is None:
        n_permutations = N_PERMUTATIONS if len(fitted.cells) <= MANY_CELLS else FEWER_PERMUTATIONS
    progress(0.0)
    findings = [look_at_dispersion(fitted), look_at_zeros(fitted)]
    progress(0.05)
    findings.append(look_at_neighbours(terrain, fitted, reach, n_permutations, progress.part(0.05, 0.7), unit))
    findings.append(look_at_errors(terrain, fitted, unit, progress.part(0.7, 0.75)))
    if terrain.model.settings.spatial_test != "none":
        findings.append(look_at_surroundings(terrain, fitted, unit, progress.part(0.75, 0.85)))
    progress(0.85)
    findings.append(look_at_reach(terrain.model))
    findings.append(look_at_overlap(terrain, fitted, unit))
    findings.append(look_at_largest_cell(terrain, fitted, unit))
    progress(0.95)
    if incidents is not None and len(incidents):
        findings.append(look_at_stacks(count_incidents(terrain.grid, incidents, study_area).points, were_moved))
    if study_area is not None:
        findings.append(look_at_edge(terrain.grid, study_area))
    progress(1.0)
    return Diagnostics(tuple(finding for finding in findings if finding is not None))


def largest_influence(model: RiskTerrainModel) -> float:
    """The largest spatial influence that was offered, in map units."""
    return max(max(spec.distances(model.settings.block_length)) for spec in model.specs)


def look_at_dispersion(fitted: FittedCells) -> Finding:
    """Pearson's dispersion: sum of squared residuals over degrees of freedom, 1 where the family fits."""
    freedom = max(len(fitted.counts) - fitted.design.shape[1], 1)
    own = float((fitted.residuals**2).sum() / freedom)
    poisson = float(((fitted.counts - fitted.mean) ** 2 / fitted.mean).sum() / freedom)
    values = {"family": fitted.family, "pearson_dispersion": own, "poisson_dispersion": poisson}
    if fitted.family == "poisson":
        if own > 1.25:
            verdict = tr("The counts vary {own:.1f} times as much as the Poisson model allows.").format(own=own)
            advice = tr("Intervals and p-values are too good; let the negative binomial families compete.")
            return Finding(tr("Dispersion"), values, WARNING, verdict, advice)
        return Finding(
            tr("Dispersion"),
            values,
            GOOD,
            tr("The counts vary as a Poisson model expects ({own:.2f} times as much).").format(own=own),
        )
    verdict = tr(
        "The counts vary {poisson:.1f} times as much as a Poisson model allows; the {family_names} "
        "takes this up, and leaves {own:.2f} where 1 is expected."
    ).format(
        poisson=poisson, family_names=tr("negative binomial ({family})").format(family=fitted.family.upper()), own=own
    )
    if 0.7 <= own <= 1.5:
        return Finding(tr("Dispersion"), values, GOOD, verdict)
    advice = (
        tr("A few cells hold far more incidents than their surroundings explain: look at the largest cells.")
        if own > 1.5
        else tr(
            "The counts vary less around the model than it says: a few cells with many incidents have shaped it, and "
            "its values may be lower than the ratios of counts."
        )
    )
    return Finding(tr("Dispersion"), values, NOTE, verdict, advice)


def look_at_zeros(fitted: FittedCells) -> Finding:
    """Cells without incidents, and how many of them the fitted family expects."""
    p = np.exp(log_pmf(fitted.family, np.zeros(len(fitted.mean)), fitted.mean, fitted.dispersion))
    observed, expected = float((fitted.counts == 0).mean()), float(p.mean())
    spread = np.sqrt((p * (1.0 - p)).sum()) / len(p)
    p_value = float(2.0 * ndtr(-abs(observed - expected) / spread)) if spread > 0 else 1.0
    values = {"observed_share": observed, "expected_share": expected, "p_value": p_value}
    verdict = tr("{observed:.1%} of the cells have no incident; the model expects {expected:.1%}.").format(
        observed=observed, expected=expected
    )
    if abs(observed - expected) < 0.02 or p_value > 0.05:
        return Finding(tr("Cells without incidents"), values, GOOD, verdict)
    advice = (
        tr("Some cells may be unable to have any: exclude water, airfields and the like, or use larger cells.")
        if observed > expected
        else tr("The family does not fit the low counts; let the other families compete.")
    )
    return Finding(tr("Cells without incidents"), values, WARNING, verdict, advice)


def look_at_neighbours(
    terrain: RiskTerrain, fitted: FittedCells, reach: float, n_permutations: int, progress: Progress, unit: str
) -> Finding | None:
    """Whether neighbouring cells share what the model leaves unexplained, and how far that reaches."""
    residuals = fitted.residuals
    if np.ptp(residuals) == 0:
        return None
    grid = terrain.grid
    rng = np.random.RandomState(terrain.model.settings.seed)
    moran = morans_i(grid, fitted.cells, residuals, n_permutations, rng, progress.part(0.0, 0.8))
    width = max(grid.cell_size, 3.0 * reach / N_BANDS)
    edges = width * np.arange(1, int(np.ceil(3.0 * reach / width - 1e-9)) + 1)
    found, p_values = correlogram(grid, fitted.cells, residuals, edges, progress.part(0.8, 1.0))
    alike = (p_values <= 0.05) & (found > 0)
    n_alike = len(edges) if alike.all() else int(np.argmin(alike))
    distance = float(edges[n_alike - 1]) if n_alike else 0.0
    values = {
        "morans_i": moran.value,
        "p_value": moran.p_value,
        "expected": moran.expected,
        "n_cells": moran.n_cells,
        "islands": moran.n_islands,
        "range": distance,
        "range_open": n_alike == len(edges),
        "correlogram": [
            {"to": float(to), "morans_i": float(i), "p_value": float(p)} for to, i, p in zip(edges, found, p_values)
        ],
    }
    name = tr("Likeness of neighbours")
    figures = tr("Moran's I = {i:.3f}, p = {p:.3f}").format(i=moran.value, p=moran.p_value)
    if moran.p_value > 0.05:
        verdict = tr(
            "Cells next to each other share nothing to speak of that the model leaves unexplained ({figures}); what "
            "cells share over longer distances is in the intervals."
        )
        verdict = verdict.format(figures=figures)
        return Finding(name, values, GOOD, verdict)
    reaches = ""
    if distance:
        reaches = tr(", up to {distance} {unit}").format(distance=plain_number(distance), unit=unit)
    if values["range_open"]:
        reaches = tr("{reaches} and further").format(reaches=reaches)
    if moran.value < LITTLE_ALIKE:
        verdict = tr("What the model leaves unexplained is a little alike in neighbouring cells ({figures}){reaches}.")
    else:
        verdict = tr("What the model leaves unexplained is clearly alike in neighbouring cells ({figures}){reaches}.")
    verdict = verdict.format(figures=figures, reaches=reaches)
    advice = _advice_on_likeness(terrain)
    return Finding(name, values, NOTE if moran.value < LITTLE_ALIKE else WARNING, verdict, advice)


def _advice_on_likeness(terrain: RiskTerrain) -> str:
    """What it means for the factors of this very model that neighbouring cells are alike."""
    model = terrain.model
    missing = tr("A factor may be missing.")
    if not model.selected:
        return missing
    if model.spatial is not None:
        return tr("The factors have stood the test by random shifts, which allows for it.") + " " + missing
    weakest = min(model.selected, key=lambda one: one.coefficient / one.std_error)
    return tr(
        "Some of the {n_selected} factors may be in the model because two patchy maps look alike by chance, "
        "‘{weakest}’ first of all: the spatial test by random shifts (SPATIAL_TEST) tells which stand."
    ).format(n_selected=len(model.selected), weakest=weakest.variable.shown)


def look_at_errors(
    terrain: RiskTerrain, fitted: FittedCells, unit: str, progress: Progress | None = None
) -> Finding | None:
    """Standard errors that allow for what neighbouring cells share, beside the model's own."""
    selected = terrain.model.selected
    if not selected:
        return None
    found = likeness(terrain.grid, fitted.cells, fitted.counts, fitted.mean, fitted.family, progress)
    found = replace(found, own=max(found.own, _fitted_own(fitted, found)))
    covariance = alike_covariance(fitted, AlikeCells(terrain.grid, fitted.cells, found))
    errors = np.sqrt(np.maximum(covariance.diagonal(), 0.0))[-len(selected) :]
    rows, price, tested = [], np.sqrt(np.log(len(fitted.cells))), terrain.model.spatial is not None
    for chosen, std_error in zip(selected, errors.tolist()):
        b, own = chosen.coefficient, chosen.std_error
        # it was selected by its own standard error, and under the test it had to stand out of what is shared as well
        drawn, least = (std_error, max(price * own, STANDS_OUT * std_error)) if tested else (own, price * own)
        rows.append(
            {
                "variable": chosen.variable.name,
                "rrv": chosen.rrv,
                "std_error": chosen.std_error,
                "alike_std_error": std_error,
                "alike_p_value": float(2.0 * ndtr(-b / std_error)) if std_error > 0 else 0.0,
                "rrv_low": exp(b - Z_95 * std_error),
                "rrv_high": exp(b + Z_95 * std_error),
                "rrv_shrunk": min(chosen.rrv, float(f"{exp(shrunken(b, drawn, least)):.{_STEADY}g}")),
            }
        )
    values = {**asdict(found), "variables": rows}
    ratio = [row["alike_std_error"] / row["std_error"] for row in rows]
    name = tr("Intervals")
    verdict = tr(
        "Allowing for what cells share with those around them, the standard errors are {smallest:.1f} to {largest:.1f} "
        "times the model's own."
    ).format(smallest=min(ratio), largest=max(ratio))
    quoted = tr("The 95% intervals that are quoted allow for it.")
    if max(ratio) > _WIDER and terrain.model.settings.spatial_test == "none":
        quoted += " " + tr("Which factors stand for all that, the spatial test by random shifts tells (SPATIAL_TEST).")
    unsure = [
        in_quotes(influence_words(chosen.variable, unit))
        for chosen, row in zip(selected, rows)
        if row["alike_p_value"] > terrain.model.settings.p_limit
    ]
    if unsure:
        verdict += tr(" No longer sure of their sign: {unsure}.").format(unsure=", ".join(unsure))
        advice = tr("Do not build on these factors alone.")
        if tested:
            advice += " " + tr(
                "They stand the random shifts, which weigh cells by what they share: that they go with the incidents "
                "is surer than how much."
            )
        return Finding(name, values, WARNING, verdict, advice + " " + quoted)
    return Finding(name, values, NOTE if max(ratio) > _WIDER else GOOD, verdict, quoted)


def _fitted_own(fitted: FittedCells, alike: Likeness) -> float:
    """What the model's dispersion leaves to each cell for itself, beside what is shared."""
    if fitted.family == "poisson":
        return 0.0
    dispersion = fitted.dispersion if fitted.family == "nb1" else 1.0 / fitted.dispersion
    return dispersion - alike.shared * float((fitted.mean**2).sum() / (fitted.mean**alike.power).sum())


def look_at_surroundings(
    terrain: RiskTerrain, fitted: FittedCells, unit: str, progress: Progress | None = None
) -> Finding | None:
    """Is it the factor, or the town centre? Every effect beside a smooth surface of what cells share."""
    selected = terrain.model.selected
    if not selected:
        return None
    grid, cells, counts = terrain.grid, fitted.cells, fitted.counts
    design = np.ascontiguousarray(fitted.design[fitted.row_of].T)
    offset = fitted.offset[fitted.row_of]
    start, family = fitted.coefficients, fitted.family
    name = tr("Factor or surroundings")
    try:
        fit = fit_alike(grid, cells, counts, design, start, offset, family, progress=progress)
        # what is compared with it has the same variances, of which nothing is shared: all that differs is the surface
        own = own_dispersion((counts - fit.mean) ** 2, fit.mean, fit.alike.power)
        without = fit_alike(grid, cells, counts, design, start, offset, family, replace(fit.alike, shared=0.0, own=own))
    except GridError as error:  # the model stands without it
        return Finding(name, {"variables": []}, NOTE, str(error))
    rows = []
    for place, chosen in enumerate(selected, len(start) - len(selected)):
        b, wide = fit.coefficients[place], Z_95 * fit.std_errors[place]
        row = {"variable": chosen.variable.name, "rrv": chosen.rrv, "rrv_unshared": exp(without.coefficients[place])}
        row.update(rrv_beside=exp(b), rrv_beside_low=exp(b - wide), rrv_beside_high=exp(b + wide))
        rows.append({key: one if isinstance(one, str) else float(f"{one:.{_STEADY}g}") for key, one in row.items()})
    values = {"variables": rows}
    # of an effect next to nothing no share can be told
    shared = [1.0 - np.log(row["rrv_beside"]) / max(np.log(row["rrv_unshared"]), _LITTLE_EFFECT) for row in rows]
    said, more = [], []
    for part, one, row in sorted(zip(shared, selected, rows), key=lambda each: -each[0]):
        values_of = {
            "factor": influence_words(one.variable, unit),
            "without": f"{row['rrv_unshared']:.2f}",
            "beside": f"{row['rrv_beside']:.2f}",
        }
        if part >= _MUCH_SHARED:
            said.append(
                tr(
                    "{share} of what goes with ‘{factor}’ belongs to its surroundings (RRV {without}, beside them "
                    "{beside})."
                ).format(share=share_words(part), **values_of)
            )
        elif part <= -_MUCH_SHARED:
            more.append(
                tr("Beside its surroundings ‘{factor}’ is worth more (RRV {without}, beside them {beside}).").format(
                    **values_of
                )
            )
    if not said:
        verdict = tr("Beside a smooth surface of what neighbouring cells share, no factor loses much of its value.")
        return Finding(name, values, GOOD, " ".join([verdict, *more]))
    advice = tr("There, other things of the place may matter more than the factor.")
    level = WARNING if max(shared) >= _MOSTLY_SHARED else NOTE
    return Finding(name, values, level, " ".join([*said, *more]), advice)


def share_words(share: float) -> str:
    """A share from a quarter on, as people say it."""
    words = (
        (0.29, tr("A quarter")),
        (0.42, tr("A third")),
        (0.58, tr("Half")),
        (0.71, tr("Two thirds")),
        (0.95, tr("Most")),
    )
    return next((said for most, said in words if share < most), tr("All"))


def look_at_reach(model: RiskTerrainModel) -> Finding | None:
    """Whether factors were selected at the largest distance that was tried for them."""
    if not model.selected:
        return None
    farthest = {spec.name: max(spec.distances(model.settings.block_length)) for spec in model.specs}
    at_end = [
        one.variable for one in model.selected if one.variable.distance >= (1 - 1e-9) * farthest[one.variable.factor]
    ]
    values = {"at_end": [variable.name for variable in at_end]}
    name = tr("Largest distances")
    if not at_end:
        return Finding(name, values, GOOD, tr("No factor was selected at the largest distance that was tried."))
    verdict = tr("{n} of {n_selected} factors were selected at the largest distance that was tried: {names}.").format(
        n=len(at_end), n_selected=len(model.selected), names=", ".join(variable.shown for variable in at_end)
    )
    advice = tr("Their influence may reach farther: allow them more blocks.")
    return Finding(name, values, NOTE, verdict, advice)


def look_at_overlap(terrain: RiskTerrain, fitted: FittedCells, unit: str) -> Finding | None:
    """Whether the selected variables mark the same cells: variance inflation, Jaccard overlap of pairs."""
    selected = terrain.model.selected
    if len(selected) < 2:
        return None
    names = [chosen.variable.name for chosen in selected]
    flags = np.abs(fitted.design[:, -len(selected) :])
    cells_of = np.bincount(fitted.row_of, minlength=len(flags))
    both = product((flags * cells_of[:, None]).T, flags)
    sizes, n_cells = both.diagonal(), len(fitted.cells)
    jaccard = both / (sizes[:, None] + sizes - both)
    shares = sizes / n_cells
    covariance = both / n_cells - np.outer(shares, shares)
    spread = np.sqrt(np.maximum(covariance.diagonal(), 1e-300))
    inflation = np.linalg.pinv(covariance / np.outer(spread, spread), hermitian=True).diagonal()
    first, second = np.triu_indices(len(names), 1)
    pairs = sorted(
        ({"first": names[i], "second": names[j], "jaccard": float(jaccard[i, j])} for i, j in zip(first, second)),
        key=lambda pair: -pair["jaccard"],
    )
    values = {"vif": dict(zip(names, map(float, inflation))), "overlap": pairs}
    worst, most = int(np.argmax(inflation)), pairs[0]
    shown = {chosen.variable.name: influence_words(chosen.variable, unit) for chosen in selected}
    verdict = tr(
        "The largest variance inflation is {inflation:.1f} (‘{worst}’); ‘{first}’ and ‘{second}’ overlap "
        "most: {share:.0%} of the cells of either have both."
    ).format(
        inflation=inflation[worst],
        worst=shown[names[worst]],
        first=shown[most["first"]],
        second=shown[most["second"]],
        share=most["jaccard"],
    )
    if inflation[worst] < 2.5 and most["jaccard"] < 0.5:
        return Finding(tr("Overlap of factors"), values, GOOD, verdict)
    if inflation[worst] < 5 and most["jaccard"] < 0.75:
        advice = tr("They mark much the same places: read their effects together.")
        return Finding(tr("Overlap of factors"), values, NOTE, verdict, advice)
    advice = tr("Their effects can hardly be told apart: offer only one of them.")
    return Finding(tr("Overlap of factors"), values, WARNING, verdict, advice)


def look_at_largest_cell(terrain: RiskTerrain, fitted: FittedCells, unit: str) -> Finding:
    """What the coefficients would be without the cell with most incidents.

    Where it holds fewer than :data:`SMALLEST`, neither their number nor where it lies is told or kept.
    """
    selected = terrain.model.selected
    largest = int(np.argmax(fitted.counts))
    count, total = float(fitted.counts[largest]), float(fitted.counts.sum())
    if count < SMALLEST:
        values: dict[str, Any] = {"fewer_than": SMALLEST, "variables": []}
        where = tr("Fewer than {least} of {total} incidents are in the cell with most").format(
            least=SMALLEST, total=f"{total:,.0f}"
        )
    else:
        x, y = terrain.grid.centroids[fitted.cells[largest]].tolist()
        values = {"x": x, "y": y, "count": count, "share": count / total, "variables": []}
        where = tr("{count} of {total} incidents ({share:.1%}) are in one cell, at {x:.0f}, {y:.0f}").format(
            count=f"{count:,.0f}", total=f"{total:,.0f}", share=count / total, x=x, y=y
        )
    name, advice = (
        tr("Largest cell"),
        tr("See what is there: one address, or a default place of the recording system?"),
    )
    if not selected:
        return Finding(name, values, WARNING if count > 0.05 * total else GOOD, where + ".", "")
    without = _refit_without(fitted, largest)[-len(selected) :]
    changes = []
    for chosen, b in zip(selected, without.tolist()):
        change = (b - chosen.coefficient) / chosen.std_error
        values["variables"].append(
            {
                "variable": chosen.variable.name,
                "rrv": chosen.rrv,
                "rrv_without": exp(b),
                "change_in_se": change,
            }
        )
        changes.append(abs(change))
    most = int(np.argmax(changes))
    verdict = tr(
        "{where}; without it the relative risk value of ‘{variable}’ would be {without:.2f} instead of "
        "{rrv:.2f}, and the others would change less."
    ).format(
        where=where,
        variable=influence_words(selected[most].variable, unit),
        without=values["variables"][most]["rrv_without"],
        rrv=selected[most].rrv,
    )
    if max(changes) > 1.0:
        return Finding(name, values, WARNING, verdict, advice)
    level = NOTE if max(changes) > 0.5 or count > 0.05 * total else GOOD
    return Finding(name, values, level, verdict, advice if level == NOTE else "")


def _refit_without(fitted: FittedCells, cell: int) -> np.ndarray:
    """Coefficients of the same model without one cell; cells with equal rows are counted, not repeated."""
    data = GroupedCounts.from_rows(fitted.design, fitted.offset, fitted.row_of, fitted.counts)
    group = int(fitted.row_of[cell])
    cells, events, hits = data.cells.copy(), data.events.copy(), data.hit_cells.copy()
    cells[0, group] -= 1.0
    events[0, group] -= fitted.counts[cell]
    hits[(data.hit_group == group) & (data.hit_count == fitted.counts[cell])] -= 1.0
    reduced = replace(data, cells=cells, events=events, hit_cells=hits)
    return fit_counts(fitted.family, reduced, fitted.coefficients).coefficients[0]


def look_at_stacks(points: np.ndarray, were_moved: bool = False) -> Finding | None:
    """Incidents (m, 2) that share their coordinates with others."""
    if not len(points):
        return None
    sizes = np.bincount(stacks(points))
    share = float(sizes[sizes > 1].sum() / len(points))
    values = {
        "n_incidents": len(points),
        "n_points": len(sizes),
        "stacked_share": share,
        "largest": int(sizes.max()),
    }
    verdict = tr(
        "{share:.0%} of the incidents share their point with another: {n_points:,} incidents are on "
        "{n_sizes:,} points, up to {largest:,} on one."
    ).format(share=share, n_points=len(points), n_sizes=len(sizes), largest=sizes.max())
    name = tr("Stacked incidents")
    if share < SNAPPED_SHARE:
        return Finding(name, values, GOOD if share < 0.25 else NOTE, verdict)
    advice = tr(
        "The data look snapped to a list of points, as public police data are; such lists include "
        "places of interest, so that nearness to them is partly made by the snapping. Use exact "
        "coordinates, or larger cells and influences."
    )
    advice += " " + (
        tr("The model was tried with moved incidents: what survives is told.")
        if were_moved
        else tr("Moving the incidents (SNAP_WIDTH) tells what survives.")
    )
    return Finding(name, values, WARNING, verdict, advice)


def look_at_edge(grid: StudyGrid, study_area: Shapes) -> Finding:
    """Cells that the boundary of the study area runs through."""
    n_cut = int((edges_through(grid, study_area) & grid.mask).sum())
    share = n_cut / grid.n_cells
    verdict = tr("{n_cut:,} of {n_cells:,} cells ({share:.1%}) lie partly outside the study area.").format(
        n_cut=n_cut, n_cells=grid.n_cells, share=share
    )
    values = {"n_cells": n_cut, "share": share}
    if share < 0.1:
        return Finding(tr("Cells on the boundary"), values, GOOD, verdict)
    advice = tr("Less can happen in them than in whole cells: use smaller cells, or a denominator.")
    return Finding(tr("Cells on the boundary"), values, NOTE, verdict, advice)
