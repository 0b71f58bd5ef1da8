"""How far the intervals can be believed: towns whose truth is known, and towns where there is nothing to find.

``coverage.py [--quick] [--jobs 2]`` keeps its tables in RESULTS.md; it takes some ten minutes of a processor.
"""
# ruff: noqa: E402 - the threads must be set before numpy comes, the package loaded before its modules

import argparse
import os
import shlex
import sys
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # before numpy starts: the towns are small, and there are many

import numpy as np
import scipy
from harness import RESULTS, keep, load_package, table
from scipy.ndimage import gaussian_filter

load_package()
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import Z_95
from risk_terrain_modelling.rtm_plugin.model.settings import FAMILIES, Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit, in_order
from risk_terrain_modelling.rtm_plugin.selection.count_models import GroupedCounts, fit_counts
from risk_terrain_modelling.rtm_plugin.selection.folds import spatial_blocks
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.trust.diagnostics import largest_influence, look_at_errors
from risk_terrain_modelling.rtm_plugin.trust.fitted_cells import FittedCells
from risk_terrain_modelling.rtm_plugin.trust.robust_errors import robust_covariance
from risk_terrain_modelling.rtm_plugin.trust.stability import resample
from risk_terrain_modelling.rtm_plugin.variables.candidates import make_candidates
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec, Variable

HEADING = "Intervals and noise"
BLOCK_LENGTH, CELL_SIZE, SIDE = 100.0, 50.0, 2400.0
MAX_BLOCKS = 2.0
MEAN_COUNT, FEW = 0.25, 0.08  # incidents of a cell
SIGMA, THETA = 1.0, 1.0
FIELD_SD, FIELD_REACH = 0.6, 3.0  # of the log rate, and of its smoothing in cells

TRUTH = {
    Variable("bars", "proximity", 100.0): np.log(2.5),
    Variable("shops", "density", 150.0): np.log(2.0),
    Variable("stops", "proximity", 150.0): np.log(1.5),
}
# points, share of them around three centres (standard deviation 300 m); the others are anywhere
LANDSCAPE = {"bars": (30, 0.5), "shops": (60, 0.5), "stops": (40, 0.0)}
NULLS = {"takeaways": (40, 0.5), "churches": (20, 0.0), "post_boxes": (60, 0.0)}

MEANING = (
    "What to make of it (said of the full run): where cells are independent and incidents are many, intervals after "
    "selection hold about what they promise. Where incidents are few, what is found is overrated, by a tenth on the "
    "log scale; bagging takes most of that away, but sets planted factors as a whole too low (they count as 0 where "
    "they were not selected), and its intervals do not keep to 95%. Where neighbours share what no factor explains, "
    "the model's own intervals are too narrow and null factors get in: cluster-robust intervals repair part of the "
    "one, spatial folds hardly any of the other."
)
ALIKE, SPARSE = "NB2, alike in neighbours", "NB2, few incidents"
PLANTED_NOISES = ("NB1", "NB2", ALIKE, SPARSE)

# of one planted factor in one town: coefficient and standard errors are NaN where it was not selected
Effect = namedtuple(
    "Effect",
    "truth exact own own_se robust_se given given_se given_robust_se bagged bagged_low bagged_high",
)
Town = namedtuple("Town", "effects nulls_selected")


def landscape(rng):
    """Study area, grid and factors of a town; the centres draw planted and null factors alike."""
    area = Shapes.polygons([[np.array([[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE], [0, 0]])]])
    centres = rng.uniform(0.2 * SIDE, 0.8 * SIDE, (3, 2))
    factors = []
    for name, (n, share) in {**LANDSCAPE, **NULLS}.items():
        n_gathered = int(n * share)
        gathered = centres[rng.randint(0, 3, n_gathered)] + rng.normal(0, 300, (n_gathered, 2))
        points = np.vstack([gathered, rng.uniform(0, SIDE, (n - n_gathered, 2))])
        factors.append(Factor(FactorSpec(name, "both", MAX_BLOCKS), Shapes.points(points)))
    return area, lay_grid(area, CELL_SIZE), in_order(factors)


def draw(rng, grid, mean, noise):
    """(n_cells,) counts of a mean (n_cells,)."""
    if noise == "Poisson":
        return rng.poisson(mean)
    if noise == "NB1":
        return rng.poisson(rng.gamma(mean / SIGMA, SIGMA))
    if noise == ALIKE:
        smooth = gaussian_filter(rng.normal(size=grid.mask.shape), FIELD_REACH, mode="wrap")
        field = smooth.ravel()[grid.cells] / smooth.std() * FIELD_SD
        mean = mean * np.exp(field - FIELD_SD**2 / 2)
    return rng.poisson(mean * rng.gamma(THETA, 1 / THETA, len(mean)))


def fitted(area, grid, factors, counts, seed, **changed):
    settings = Settings(BLOCK_LENGTH, CELL_SIZE, seed=seed, **changed)
    return fit(area, np.repeat(grid.centroids, counts, axis=0), factors, settings)


def planted_town(noise, seed, n_resamples):
    """One town with the planted truth: what selection, resampling and the true variables themselves give."""
    rng = np.random.RandomState(seed)
    area, grid, factors = landscape(rng)
    candidates = make_candidates(grid, factors, BLOCK_LENGTH)
    flags = candidates.flags([candidates.variables.index(variable) for variable in TRUTH]).astype(float)
    raised = np.exp(np.array(list(TRUTH.values())) @ flags)
    mean = FEW if noise == SPARSE else MEAN_COUNT
    counts = draw(rng, grid, mean * raised / raised.mean(), noise)
    terrain = fitted(area, grid, factors, counts, seed)
    reach = largest_influence(terrain.model)
    selected = {chosen.variable.factor: chosen for chosen in terrain.model.selected}
    robust = {}
    if selected:
        for row in look_at_errors(terrain, FittedCells.of(terrain), reach).values["variables"]:
            robust[row["variable"]] = row["robust_std_error"]
    given, given_se, given_robust_se = true_model(grid, flags, counts, 2.0 * reach)
    stability = resample(terrain, n_resamples) if n_resamples else None
    effects = []
    for place, (variable, truth) in enumerate(TRUTH.items()):
        chosen = selected.get(variable.factor)
        own = (np.nan,) * 3
        if chosen:
            own = chosen.coefficient, chosen.std_error, robust[chosen.variable.name]
        bag = (np.nan,) * 3
        if stability:
            one = stability[variable.factor]
            bag = tuple(np.log([one.rrv_bagged, one.rrv_low, one.rrv_high]))
        exact = bool(chosen) and chosen.variable == variable
        effects.append(Effect(truth, exact, *own, given[place], given_se[place], given_robust_se[place], *bag))
    return Town(effects, len(set(selected) & set(NULLS)))


def true_model(grid, flags, counts, block_size):
    """Coefficients, own and cluster-robust errors of the true variables; the family is still chosen by BIC."""
    design = np.column_stack([np.ones(len(counts)), flags.T])
    data = GroupedCounts.from_cells(design, counts)
    fits = min((fit_counts(family, data) for family in FAMILIES), key=lambda one: one.bic(len(counts))[0])
    b = fits.coefficients[0]
    cells = FittedCells(
        np.arange(len(counts)),
        counts.astype(float),
        np.exp(design @ b),
        np.zeros(len(counts)),
        design,
        b,
        fits.family,
        float(fits.dispersion[0]),
    )
    covariance = robust_covariance(cells, spatial_blocks(grid, block_size))
    return b[1:], fits.std_errors[0, 1:], np.sqrt(covariance.diagonal())[1:]


def empty_town(noise, seed, changed):
    """Factors selected where incidents have nothing to do with any."""
    rng = np.random.RandomState(seed)
    area, grid, factors = landscape(rng)
    counts = draw(rng, grid, np.full(grid.n_cells, MEAN_COUNT), noise)
    return len(fitted(area, grid, factors, counts, seed, **changed).model.selected)


def coverage(estimate, std_error, truth, used):
    """Share of the used 95% intervals that hold the truth, as text, with the standard error of the share."""
    return inside(estimate - Z_95 * std_error, estimate + Z_95 * std_error, truth, used)


def inside(low, high, truth, used):
    n = int(used.sum())
    if not n:
        return "–"
    share = float(((low <= truth) & (truth <= high))[used].mean())
    return f"{share:.0%} ± {np.sqrt(share * (1 - share) / n):.0%}"


def bias(estimate, truth, used):
    return f"{(estimate - truth)[used].mean():+.3f}" if used.any() else "–"


def effects_rows(noise, towns, few):
    """Rows of the first table for one kind of noise; only the ``few`` first towns were resampled."""
    every = _arrays(towns)
    found, exact = np.isfinite(every.own), every.exact.astype(bool)
    bagged = _arrays(towns[:few])
    in_model = np.isfinite(bagged.own)
    rows = []
    for label, one, kind, used in (
        ("true variables given", every, "given", np.ones_like(found)),
        ("selected, the planted variable", every, "own", exact),
        ("selected, any variable of the planted factor", every, "own", found),
    ):
        estimate = getattr(one, kind)
        errors = (one.own_se, one.robust_se) if kind == "own" else (one.given_se, one.given_robust_se)
        covered = [coverage(estimate, error, one.truth, used) for error in errors]
        rows.append((noise, label, int(used.sum()), *covered, bias(estimate, one.truth, used)))
    covered = [coverage(bagged.own, error, bagged.truth, in_model) for error in (bagged.own_se, bagged.robust_se)]
    label = f"selected, any variable, in the {few} resampled towns"
    rows.append((noise, label, int(in_model.sum()), *covered, bias(bagged.own, bagged.truth, in_model)))
    for label, used in (
        ("bagged, planted factors in the model", in_model),
        ("bagged, all planted factors", np.ones_like(in_model)),
    ):
        covered = inside(bagged.bagged_low, bagged.bagged_high, bagged.truth, used)
        rows.append((noise, label, int(used.sum()), covered, "", bias(bagged.bagged, bagged.truth, used)))
    selected = (
        noise,
        *(f"{share:.0%}" for share in found.reshape(-1, len(TRUTH)).mean(axis=0)),
        f"{found.mean():.0%}",
        f"{exact.mean():.0%}",
        f"{sum(town.nulls_selected for town in towns) / len(towns) / len(NULLS):.1%}",
    )
    return rows, selected


def _arrays(towns):
    return Effect(*np.array([effect for town in towns for effect in town.effects], dtype=float).T)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the towns, and RESULTS.md left alone")
    parser.add_argument("--jobs", type=int, default=1, help="processes to work in (1)")
    parser.add_argument("--towns", type=int, default=150, help="towns of each kind (150)")
    parser.add_argument("--resampled", type=int, default=15, help="of which are resampled (15)")
    parser.add_argument("--resamples", type=int, default=20, help="how often each (20)")
    options = parser.parse_args()
    if options.quick:
        options.towns, options.resampled = options.towns // 10, options.resampled // 10
    n, few = options.towns, options.resampled
    rows, selected, empty = [], [], []
    with ProcessPoolExecutor(options.jobs) as pool:
        for noise in PLANTED_NOISES:
            resamples = [options.resamples if seed < few else 0 for seed in range(n)]
            towns = list(pool.map(planted_town, [noise] * n, range(n), resamples))
            made, shares = effects_rows(noise, towns, few)
            rows += made
            selected.append(shares)
            print(table(("",) * 6, made), flush=True)
        for noise, label, changed in (
            ("Poisson", "default", {}),
            ("NB2", "default", {}),
            ("NB2", "Poisson only", {"families": ("poisson",)}),
            (ALIKE, "default", {}),
            (ALIKE, "spatial folds", {"fold_kind": "spatial"}),
        ):
            found = np.array(list(pool.map(empty_town, [noise] * n, range(n), [changed] * n)))
            empty.append((noise, label, n, f"{(found == 0).mean():.0%}", f"{found.mean():.2f}"))
            print(empty[-1], flush=True)
    text = _page(rows, selected, empty, options)
    print(text)
    if not options.quick:
        keep(HEADING, text)
        print(f"kept in {RESULTS}")


def _page(rows, selected, empty, options):
    cells, variables = int(SIDE / CELL_SIZE) ** 2, 6 * int(4 * MAX_BLOCKS)
    planted = ", ".join(f"{one.name} (RRV {np.exp(truth):.1f})" for one, truth in TRUTH.items())
    return "\n\n".join(
        [
            f"{options.towns} made-up towns for each kind of count, {cells:,} cells of {CELL_SIZE:g} m and {variables} "
            f"variables of 6 factors, three of them planted: {planted}. The other three do nothing, "
            "though one gathers where bars and shops do. "
            f"A cell has {MEAN_COUNT:g} incidents on average, NB1 with σ = {SIGMA:g}, NB2 with θ = {THETA:g}; "
            f"in *{ALIKE}* a smooth field (standard deviation {FIELD_SD:g} of the log rate, smoothed over "
            f"{FIELD_REACH * CELL_SIZE:g} m) that no factor knows of makes neighbouring cells alike; *{SPARSE}* "
            f"has {FEW:g} a cell. "
            "Share of the 95% intervals that hold the true coefficient, ± one standard error of the share (towns "
            "differ, but the three effects of one town are counted as independent); bias is the mean "
            f"error of log RRV. Bagged: {options.resamples} resamples in the first {options.resampled} "
            "towns.",
            table(
                (
                    "counts",
                    "coefficients",
                    "intervals",
                    "covered: own (bagged) interval",
                    "covered: cluster-robust",
                    "bias",
                ),
                rows,
            ),
            MEANING,
            "How often planted and null factors were selected.",
            table(
                (
                    "counts",
                    *(f"{one.factor} found" for one in TRUTH),
                    "planted found",
                    "with the very variable",
                    "null factors selected",
                ),
                selected,
            ),
            "The same towns with incidents that no factor has anything to do with: how often the answer is "
            '"no factor".',
            table(("counts", "settings", "towns", "null model", "factors selected, mean"), empty),
            f"Command: `OPENBLAS_NUM_THREADS=1 python {shlex.join(sys.argv)}`; "
            f"numpy {np.__version__}, scipy {scipy.__version__}.",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
