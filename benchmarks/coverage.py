"""How far factors and intervals can be believed: towns whose truth is known, and towns where there is nothing to find.

``coverage.py [--quick] [--jobs 2]`` keeps its tables in RESULTS.md; it takes some twenty minutes of a processor.
"""
# ruff: noqa: E402 - the threads must be set before numpy comes, the package loaded before its modules

import argparse
import os
import shlex
import sys
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor
from functools import cache

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # before numpy starts: the towns are small, and there are many

import numpy as np
import scipy
from harness import RESULTS, SHARED, keep, load_package, table
from scipy.ndimage import gaussian_filter

load_package()
from problems import layer_shapes

from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import Z_95
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit, in_order
from risk_terrain_modelling.rtm_plugin.selection.random_shift import LEVEL
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.trust.diagnostics import look_at_errors, look_at_surroundings
from risk_terrain_modelling.rtm_plugin.trust.fitted_cells import FittedCells
from risk_terrain_modelling.rtm_plugin.variables.candidates import make_candidates
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec, Variable

HEADING = "Factors, intervals and noise"
BLOCK_LENGTH, CELL_SIZE, SIDE = 100.0, 50.0, 2400.0
MAX_BLOCKS = 2.0
MEAN_COUNT, FEW = 0.25, 0.08  # incidents of a cell
SIGMA, THETA = 1.0, 1.0
FIELD_SD, REACH, FAR_REACH = 0.6, 150.0, 600.0  # of the log rate, and of its smoothing in metres

TRUTH = {
    Variable("bars", "proximity", 100.0): np.log(2.5),
    Variable("shops", "density", 150.0): np.log(2.0),
    Variable("stops", "proximity", 150.0): np.log(1.5),
}
# points, share of them around three centres (standard deviation 300 m); the others are anywhere
LANDSCAPE = {"bars": (30, 0.5), "shops": (60, 0.5), "stops": (40, 0.0)}
NULLS = {"takeaways": (40, 0.5), "churches": (20, 0.0), "post_boxes": (60, 0.0)}
CAMDEN_TRUTH = {
    Variable("fast_food", "proximity", 100.0): np.log(2.5),
    Variable("off_licences", "density", 150.0): np.log(2.0),
    Variable("bus_stops", "proximity", 100.0): np.log(1.5),
}
CAMDEN_NULLS = ("cafes", "banks", "phone_boxes", "playgrounds", "cycle_hire", "schools")
CAMDEN_SHARE = 1 / 4  # of the towns of other kinds: a town of its size takes longer

# A kind of town: the counts' noise, the mean count, the hidden field's smoothing (0: none), and the landscape
Kind = namedtuple("Kind", "noise mean reach landscape")
KINDS = {
    "Poisson": Kind("Poisson", MEAN_COUNT, 0, "square"),
    "NB1": Kind("NB1", MEAN_COUNT, 0, "square"),
    "NB2": Kind("NB2", MEAN_COUNT, 0, "square"),
    "NB2, few incidents": Kind("NB2", FEW, 0, "square"),
    "NB2, alike in neighbours": Kind("NB2", MEAN_COUNT, REACH, "square"),
    "NB2, alike as far as 600 m": Kind("NB2", MEAN_COUNT, FAR_REACH, "square"),
    "NB2, alike, ragged area": Kind("NB2", MEAN_COUNT, REACH, "ragged"),
    "NB2, alike, factors where the field is high": Kind("NB2", MEAN_COUNT, REACH, "confounded"),
    "NB2, alike, Camden's layers": Kind("NB2", MEAN_COUNT, REACH, "camden"),
}

# of one planted factor in one town and one selection; what was not selected is NaN
Effect = namedtuple("Effect", "truth exact own own_se alike_se shrunk beside beside_se")
Town = namedtuple("Town", "effects nulls")  # nulls: share of the factors that do nothing in the model


def town(kind, seed, planted):
    """Study area, grid, factors, truth and counts of a town."""
    rng = np.random.RandomState(seed)
    if kind.landscape == "camden":
        area, grid, factors = camden()
        field = hidden_field(rng, grid, kind.reach)
        truth = CAMDEN_TRUTH
    else:
        ring = np.array([[0, 0], [SIDE, 0], [SIDE, SIDE], [0, SIDE], [0, 0]], dtype=float)
        rings = [ring]
        if kind.landscape == "ragged":  # a river's bend of a boundary, and a lake
            outer = [[0, 0], [2400, 0], [2400, 900], [1500, 1200], [2400, 1700], [2400, 2400], [700, 2400], [0, 1300]]
            rings = [np.array(outer, dtype=float), ring / SIDE * 500.0 + [600.0, 700.0]]
        area = Shapes.polygons([rings])
        grid = lay_grid(area, CELL_SIZE)
        field = hidden_field(rng, grid, kind.reach)
        factors = scattered(rng, grid, field if kind.landscape == "confounded" else None)
        truth = TRUTH
    mean = np.full(grid.n_cells, kind.mean)
    if planted:
        candidates = make_candidates(grid, factors, BLOCK_LENGTH)
        flags = candidates.flags([candidates.variables.index(variable) for variable in truth])
        raised = np.exp(np.array(list(truth.values())) @ flags)
        mean = kind.mean * raised / raised.mean()
    return area, grid, factors, truth, draw(rng, mean, field, kind.noise)


@cache
def camden():
    path = SHARED / "data" / "london_camden.gpkg"
    area = layer_shapes(path, "study_area")
    names = [*(variable.factor for variable in CAMDEN_TRUTH), *CAMDEN_NULLS]
    factors = [Factor(FactorSpec(name, "both", MAX_BLOCKS), layer_shapes(path, name)) for name in names]
    return area, lay_grid(area, CELL_SIZE), in_order(factors)


def hidden_field(rng, grid, reach):
    """(n_cells,) what the log rate has besides the factors: 0, or smooth noise."""
    if not reach:
        return np.zeros(grid.n_cells)
    smooth = gaussian_filter(rng.normal(size=grid.mask.shape), reach / CELL_SIZE, mode="wrap")
    field = smooth[grid.mask]
    return (field - field.mean()) / field.std() * FIELD_SD


def scattered(rng, grid, field):
    """The factors of a made-up town; centres, or where a field is high, draw planted and null factors alike."""
    centres = rng.uniform(0.2 * SIDE, 0.8 * SIDE, (3, 2))
    factors = []
    for name, (n, share) in {**LANDSCAPE, **NULLS}.items():
        n_gathered = n // 2 if field is not None else int(n * share)
        gathered = centres[rng.randint(0, 3, n_gathered)] + rng.normal(0, 300, (n_gathered, 2))
        if field is not None:
            p = np.exp(2.0 * field)
            cells = rng.choice(grid.n_cells, n_gathered, p=p / p.sum())
            gathered = grid.centroids[cells] + rng.uniform(-0.5, 0.5, (n_gathered, 2)) * CELL_SIZE
        points = np.vstack([gathered, rng.uniform(0, SIDE, (n - n_gathered, 2))])
        factors.append(Factor(FactorSpec(name, "both", MAX_BLOCKS), Shapes.points(points)))
    return in_order(factors)


def draw(rng, mean, field, noise):
    """(n_cells,) counts of a mean (n_cells,) and a hidden field of its logarithm."""
    mean = mean * np.exp(field - (FIELD_SD**2 / 2 if field.any() else 0.0))
    if noise == "Poisson":
        return rng.poisson(mean)
    if noise == "NB1":
        return rng.poisson(rng.gamma(mean / SIGMA, SIGMA))
    return rng.poisson(mean * rng.gamma(THETA, 1 / THETA, len(mean)))


def fitted(made, seed, test):
    area, grid, factors, _, counts = made
    settings = Settings(BLOCK_LENGTH, CELL_SIZE, seed=seed, spatial_test=test)
    return fit(area, np.repeat(grid.centroids, counts, axis=0), factors, settings)


def planted_town(name, seed):
    """One town with the planted truth: what the selection gives without and with the spatial test."""
    made = town(KINDS[name], seed, True)
    return tuple(_found(fitted(made, seed, test), made[3]) for test in ("none", "random_shift"))


def _found(terrain, truth):
    selected = {chosen.variable.factor: chosen for chosen in terrain.model.selected}
    rows, beside = {}, {}
    if selected:
        cells = FittedCells.of(terrain)
        rows = {row["variable"]: row for row in look_at_errors(terrain, cells, "m").values["variables"]}
        if terrain.model.settings.spatial_test != "none":
            found = look_at_surroundings(terrain, cells, "m").values["variables"]
            beside = {row["variable"]: row for row in found}
    effects = []
    for variable, size in truth.items():
        chosen, values = selected.get(variable.factor), (np.nan,) * 6
        if chosen:
            row, by = rows[chosen.variable.name], beside.get(chosen.variable.name)
            near = (np.nan, np.nan)
            if by:
                width = np.log(by["rrv_beside_high"] / by["rrv_beside_low"]) / 2 / Z_95
                near = np.log(by["rrv_beside"]), width
            shrunk = np.log(row["rrv_shrunk"])
            values = (chosen.coefficient, chosen.std_error, row["alike_std_error"], shrunk, *near)
        effects.append(Effect(size, bool(chosen) and chosen.variable == variable, *values))
    nulls = {spec.name for spec in terrain.model.specs} - {variable.factor for variable in truth}
    return Town(effects, len(set(selected) & nulls) / len(nulls))


def empty_town(name, seed):
    """Whether no factor was selected where incidents have nothing to do with any, without and with the test."""
    made = town(KINDS[name], seed, False)
    return tuple(not fitted(made, seed, test).model.selected for test in ("none", "random_shift"))


def share(held):
    """A share as text, with its standard error."""
    n = len(held)
    if not n:
        return "–"
    mean = float(np.mean(held))
    return f"{mean:.0%} ± {np.sqrt(mean * (1 - mean) / n):.0%}"


def effects_row(name, test, towns):
    """Coverage and bias of one kind of town under one selection."""
    every = Effect(*np.array([effect for one in towns for effect in one.effects], dtype=float).T)
    found = np.isfinite(every.own)

    def covered(estimate, error):
        return share((np.abs(estimate - every.truth) <= Z_95 * error)[found & np.isfinite(error)])

    def bias(estimate):
        used = found & np.isfinite(estimate)
        if not used.any():
            return "–"
        return f"{(estimate - every.truth)[used].sum() / every.truth[used].sum():+.1%}"

    return (
        name,
        test,
        int(found.sum()),
        covered(every.own, every.own_se),
        covered(every.own, every.alike_se),
        covered(every.beside, every.beside_se),
        bias(every.own),
        bias(every.shrunk),
        bias(every.beside),
    )


def selection_row(name, test, towns):
    every = Effect(*np.array([effect for one in towns for effect in one.effects], dtype=float).T)
    found, exact = np.isfinite(every.own), every.exact.astype(bool)
    by_factor = found.reshape(-1, len(TRUTH)).mean(axis=0)
    return (
        name,
        test,
        *(f"{one:.0%}" for one in by_factor),
        share(found),
        f"{exact.mean():.0%}",
        f"{np.mean([one.nulls for one in towns]):.1%}",
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a tenth of the towns, and RESULTS.md left alone")
    parser.add_argument("--jobs", type=int, default=1, help="processes to work in (1)")
    parser.add_argument("--towns", type=int, default=150, help="towns of each kind (150)")
    options = parser.parse_args()
    if options.quick:
        options.towns //= 10
    effects, selected, empty, skipped = [], [], [], []
    with ProcessPoolExecutor(options.jobs) as pool:
        for name, kind in KINDS.items():
            n = options.towns
            if kind.landscape == "camden":
                n = max(1, int(n * CAMDEN_SHARE))
                if not (SHARED / "data" / "london_camden.gpkg").is_file():
                    skipped.append(
                        f"{name}: skipped, ../shared/data/london_camden.gpkg beside the repository is absent."
                    )
                    continue
            found = list(pool.map(planted_town, [name] * n, range(n)))
            for which, test in enumerate(("none", "random shifts")):
                effects.append(effects_row(name, test, [one[which] for one in found]))
                selected.append(selection_row(name, test, [one[which] for one in found]))
            null = np.array(list(pool.map(empty_town, [name] * n, range(n))))
            empty.append((name, n, share(null[:, 0]), share(null[:, 1])))
            print(*effects[-2:], *selected[-2:], empty[-1], "", sep="\n", flush=True)
    text = _page(effects, selected, empty, skipped, options)
    if not options.quick:
        keep(HEADING, text)
        print(f"kept in {RESULTS}")
    return 0


def _page(effects, selected, empty, skipped, options):
    cells, variables = int(SIDE / CELL_SIZE) ** 2, 6 * int(4 * MAX_BLOCKS)
    planted = ", ".join(f"{one.name} (RRV {np.exp(truth):.1f})" for one, truth in TRUTH.items())
    camden_planted = ", ".join(f"{one.name} (RRV {np.exp(truth):.1f})" for one, truth in CAMDEN_TRUTH.items())
    return "\n\n".join(
        [
            f"{options.towns} made-up towns of each kind, {cells:,} cells of {CELL_SIZE:g} m (fewer where ragged), "
            f"{variables} variables of 6 factors, three of them planted: {planted}. The other three do nothing, "
            f"though one gathers where bars and shops do. A cell has {MEAN_COUNT:g} incidents on average ({FEW:g} "
            f"where they are few), NB1 with σ = {SIGMA:g}, NB2 with θ = {THETA:g}. *Alike*: a smooth field (standard "
            f"deviation {FIELD_SD:g} of the log rate, smoothed over {REACH:g} or {FAR_REACH:g} m) that no factor knows "
            "of. *Where the field is high*: half of the points of every factor are drawn there, which no "
            "analysis of these counts alone can take apart fully. "
            f"*Camden's layers*: 9,051 cells, nine real layers, {int(options.towns * CAMDEN_SHARE)} towns, made-up "
            f"incidents with {camden_planted}.",
            "How often planted and null factors were selected, by the method as published and with the test by "
            f"random shifts (all that are possible, at {LEVEL:.0%}). In Camden's row the three are its own planted "
            "ones.",
            table(
                (
                    "counts",
                    "test",
                    *(f"{one.factor} found" for one in TRUTH),
                    "planted found",
                    "with the very variable",
                    "null factors taken",
                ),
                selected,
            ),
            "The same towns with incidents that no factor has anything to do with: how often the answer is "
            '"no factor".',
            table(("counts", "towns", "null model, no test", "null model, random shifts"), empty),
            "Share of the 95% intervals of planted factors that were selected (by any of their variables) that hold "
            "the true coefficient, ± one standard error: the model's own, those that allow for likeness (which are "
            "quoted), and those beside a smooth surface. Bias is the mean error of log RRV as a share of the truth: of "
            "the plain RRV, of the shrunken one, of the one beside a smooth surface.",
            table(
                (
                    "counts",
                    "test",
                    "intervals",
                    "covered: own",
                    "covered: allowing for likeness",
                    "covered: beside a surface",
                    "bias: plain",
                    "bias: shrunken",
                    "bias: beside a surface",
                ),
                effects,
            ),
            *skipped,
            f"Command: `OPENBLAS_NUM_THREADS=1 python {shlex.join(sys.argv)}`; "
            f"numpy {np.__version__}, scipy {scipy.__version__}.",
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
