"""Diagnostics: another program's figures, dense matrices, statsmodels, and refits the long way."""

import json
from dataclasses import asdict, replace
from math import erf

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from risk_terrain_modelling.rtm_plugin.errors import Cancelled
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.selection.count_models import GroupedCounts, fit_counts
from risk_terrain_modelling.rtm_plugin.space.exposure import Exposure, Raster
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid, lay_grid
from risk_terrain_modelling.rtm_plugin.space.likeness import likeness
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.trust.autocorrelation import correlogram, morans_i
from risk_terrain_modelling.rtm_plugin.trust.diagnostics import (
    GOOD,
    NOTE,
    WARNING,
    diagnose,
    largest_influence,
    look_at_dispersion,
    look_at_edge,
    look_at_largest_cell,
    look_at_reach,
    look_at_stacks,
    look_at_surroundings,
    look_at_zeros,
)
from risk_terrain_modelling.rtm_plugin.trust.fitted_cells import FittedCells
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec


def fitted_cells(design, counts, family, offset=None):
    offset = np.zeros(len(counts)) if offset is None else offset
    fits = fit_counts(family, GroupedCounts.from_cells(design, counts, offset), tolerance=1e-16)
    beta = fits.coefficients[0]
    mean = np.exp(offset + design @ beta)
    cells = np.arange(len(counts))
    return FittedCells(cells, counts.astype(float), mean, cells, design, offset, beta, family, fits.dispersion[0])


@pytest.fixture(scope="module")
def peers_model(peer):
    chosen = peer.index([row["variable"] for row in peer.results["nb"]["selected_in_entry_order"]])
    design = np.column_stack([np.ones(len(peer.counts)), peer.columns[:, chosen]])
    return fitted_cells(design, peer.counts, "nb2")


def test_morans_i_of_the_peers_residuals(peer, peers_model):
    theirs = peer.results["moran"]
    cells = peers_model.cells
    found = morans_i(peer.grid, cells, peers_model.residuals, 199, np.random.RandomState(1))
    assert found.value == pytest.approx(theirs["I"], abs=1e-7)
    assert found.p_value == theirs["p"] == 1 / 200
    assert (found.n_cells, found.n_islands) == (theirs["n"], theirs["dropped"])


def test_zeros_of_the_peers_model(peer, peers_model):
    values = look_at_zeros(peers_model).values
    theirs = next(row for row in peer.results["check_fit"]["checks"] if row["statistic"] == "zero_share")
    assert values["observed_share"] == pytest.approx(theirs["observed"])
    assert values["expected_share"] == pytest.approx(theirs["sim_median"], abs=0.001)
    assert theirs["sim_lo"] < values["expected_share"] < theirs["sim_hi"]
    assert values["p_value"] == pytest.approx(theirs["p_value"], abs=0.12)


def random_cells(seed, n=900):
    rng = np.random.RandomState(seed)
    design = np.column_stack([np.ones(n), rng.rand(n, 2) < 0.4, rng.normal(0, 1, n)])
    offset = rng.normal(0, 0.3, n)
    block = rng.randint(0, 40, n)
    shared = rng.gamma(3, 1 / 3, 40)[block]
    counts = rng.poisson(np.exp(offset + design @ [-0.2, 0.5, -0.4, 0.2]) * shared * rng.gamma(1.5, 1 / 1.5, n))
    return design, counts, offset, block


def neighbours(grid):
    row, col = np.divmod(grid.cells, grid.cols)
    apart = np.maximum(abs(row[:, None] - row), abs(col[:, None] - col))
    return (apart == 1).astype(float)


def test_morans_i_is_that_of_the_dense_matrix():
    rng = np.random.RandomState(2)
    mask = rng.rand(14, 11) < 0.45
    mask[:3, :3] = False
    mask[1, 1] = True  # an island
    grid = StudyGrid(0.0, 14.0, 1.0, mask)
    values = rng.gamma(0.5, 2, grid.n_cells)
    weights = neighbours(grid)
    kept = weights.sum(axis=1) > 0
    assert not kept.all()
    weights = weights[kept][:, kept] / weights[kept][:, kept].sum(axis=1, keepdims=True)
    z = values[kept] - values[kept].mean()
    found = morans_i(grid, np.arange(grid.n_cells), values, 999, np.random.RandomState(3))
    assert found.value == pytest.approx(z @ weights @ z / (z @ z), abs=1e-12)
    assert found.n_islands == (~kept).sum()
    shuffled = [rng.permutation(z) for _ in range(4000)]
    share = np.mean([s @ weights @ s / (z @ z) >= found.value for s in shuffled])
    assert found.p_value == pytest.approx(share, abs=0.05)


def test_correlogram_is_that_of_all_pairs():
    rng = np.random.RandomState(4)
    grid = StudyGrid(0.0, 200.0, 10.0, rng.rand(20, 17) < 0.7)
    values = rng.gamma(0.7, 1, grid.n_cells) + 0.03 * grid.centroids[:, 0]
    cells = np.flatnonzero(rng.rand(grid.n_cells) < 0.9)
    edges = [10.0, 25.0, 60.0, 61.0, 90.0]
    found, p_values = correlogram(grid, cells, values[cells], edges)
    distance = np.hypot(*(grid.centroids[cells][:, None] - grid.centroids[cells]).transpose(2, 0, 1))
    z = values[cells] - values[cells].mean()
    low = 0.0
    for edge, moran, p in zip(edges, found, p_values):
        weights = ((distance > low + 1e-9) & (distance <= edge + 1e-9)).astype(float)
        low = edge
        if not weights.any():
            assert (moran, p) == (0.0, 1.0)
            continue
        scale = len(z) / weights.sum() / (z @ z)
        assert moran == pytest.approx(scale * (z @ weights @ z), abs=1e-12)
        shuffled = np.array([rng.permutation(z) for _ in range(3000)])
        chance = scale * np.einsum("si,ij,sj->s", shuffled, weights, shuffled, optimize=True)
        from_moments = (moran - chance.mean()) / chance.std()
        assert p == pytest.approx(0.5 * (1 - erf(from_moments / np.sqrt(2))), abs=0.02)


def by_name(diagnostics):
    return {finding.name: finding for finding in diagnostics.findings}


@pytest.fixture(scope="module")
def terrain(town):
    return fit(town.area, town.incidents, town.factors, Settings(100.0, 50.0))


def test_findings_of_a_town(terrain, town):
    found = diagnose(terrain, town.incidents, town.area)
    assert [finding.name for finding in found.findings] == [
        "Dispersion", "Cells without incidents", "Likeness of neighbours", "Intervals",
        "Largest distances", "Overlap of factors", "Largest cell", "Stacked incidents", "Cells on the boundary",
    ]  # fmt: skip
    assert json.loads(json.dumps(found.plain(), allow_nan=False)) == found.plain()
    assert diagnose(terrain, town.incidents, town.area).plain() == found.plain(), "the seed is the model's"
    for finding in found.findings:
        assert finding.verdict.endswith(".") and finding.text.startswith(finding.name)
        assert (finding.level == WARNING) <= bool(finding.advice)
    assert by_name(found)["Stacked incidents"].values["stacked_share"] == 0
    assert by_name(found)["Cells on the boundary"].values["n_cells"] == 0

    model, names = terrain.model, [chosen.variable.name for chosen in terrain.model.selected]
    flags = terrain.flags.astype(float)
    overlap = by_name(found)["Overlap of factors"].values
    for place, name in enumerate(names):
        others = np.column_stack([np.ones(flags.shape[1]), np.delete(flags, place, axis=0).T])
        left = flags[place] - others @ np.linalg.lstsq(others, flags[place], rcond=None)[0]
        assert overlap["vif"][name] == pytest.approx(flags[place].var() / left.var())
    pair = overlap["overlap"][0]
    a, b = (terrain.flags[names.index(pair[key])] for key in ("first", "second"))
    assert pair["jaccard"] == pytest.approx((a & b).sum() / (a | b).sum())

    largest = int(np.argmax(terrain.counts))
    signs = [chosen.variable.sign for chosen in model.selected]
    design = np.column_stack([np.ones(flags.shape[1]), flags.T * signs])
    kept = np.arange(len(design)) != largest
    fits = fit_counts(model.family, GroupedCounts.from_cells(design[kept], terrain.counts[kept]))
    values = by_name(found)["Largest cell"].values
    assert set(values) == {"fewer_than", "variables"} and terrain.counts.max() < values["fewer_than"] == 10
    told = by_name(found)["Largest cell"].verdict
    assert told.startswith(f"Fewer than 10 of {terrain.counts.sum()} incidents are in the cell with most; without it")
    without = [row["rrv_without"] for row in values["variables"]]
    np.testing.assert_allclose(without, np.exp(fits.coefficients[0, 1:]), rtol=1e-4)


def test_the_largest_cell_is_told_from_ten_incidents_on(terrain):
    fitted = FittedCells.of(terrain)
    largest = int(np.argmax(fitted.counts))
    x, y = terrain.grid.centroids[largest].tolist()
    for count in (9, 10):
        counts = fitted.counts.copy()
        counts[largest] = count
        found = look_at_largest_cell(terrain, replace(fitted, counts=counts), "m")
        told = {"x": x, "y": y, "count": 10, "share": 10 / counts.sum()}
        assert {key: found.values.get(key) for key in told} == (told if count == 10 else dict.fromkeys(told))
        assert (f"at {x:.0f}, {y:.0f}" in found.verdict) == (count == 10)


def test_the_numbers_behind_the_findings_of_a_town(terrain, town):
    """From the counts and the fitted means, by the formulas themselves."""
    found = by_name(diagnose(terrain, town.incidents, town.area))
    mean, counts, reach = terrain.expected, terrain.counts, largest_influence(terrain.model)
    n, k = len(counts), 1 + len(terrain.model.selected)
    spread = found["Dispersion"].values
    assert spread["poisson_dispersion"] == pytest.approx(((counts - mean) ** 2 / mean).sum() / (n - k), rel=1e-8)
    zeros = found["Cells without incidents"].values
    assert zeros["observed_share"] == pytest.approx((counts == 0).mean())
    intervals = found["Intervals"].values
    fitted = FittedCells.of(terrain)
    alike = likeness(terrain.grid, fitted.cells, fitted.counts, fitted.mean, fitted.family)
    assert {key: intervals[key] for key in ("shape", "reach", "shared", "power")} == {
        key: value for key, value in asdict(alike).items() if key != "own"
    }
    # not below what the fitted dispersion leaves to the cells themselves
    power = 1 if fitted.family == "nb1" else 2
    dispersion = {"poisson": 0.0, "nb1": fitted.dispersion, "nb2": 1 / fitted.dispersion}[fitted.family]
    rest = dispersion - alike.shared * (mean**2).sum() / (mean**power).sum()
    assert intervals["own"] == pytest.approx(max(alike.own, rest))
    for row, chosen in zip(intervals["variables"], terrain.model.selected):
        away = 1.959963984540054 * row["alike_std_error"]
        assert row["rrv_low"] == pytest.approx(np.exp(chosen.coefficient - away), rel=1e-6)
        assert row["rrv_high"] == pytest.approx(np.exp(chosen.coefficient + away), rel=1e-6)
        assert row["rrv_low"] < row["rrv"] < row["rrv_high"] and 1 <= row["rrv_shrunk"] <= row["rrv"]
    steps = [row["to"] for row in found["Likeness of neighbours"].values["correlogram"]]
    assert steps[0] >= terrain.grid.cell_size and steps[-1] == pytest.approx(3 * reach, rel=0.1)
    np.testing.assert_allclose(np.diff(steps), steps[0])


def test_rates_leave_cells_without_denominator_out(town):
    people = Raster(np.random.RandomState(0).gamma(2.0, 5.0, (10, 10)), 0.0, 2000.0, 200.0, 200.0)
    people.values[:2] = 0.0
    slope = Raster(np.random.RandomState(1).rand(20, 20), 0.0, 2000.0, 100.0, 100.0)
    exposure = Exposure(people, "people", (("slope", slope),))
    terrain = fit(town.area, town.incidents, town.factors, Settings(100.0, 50.0), exposure=exposure)
    found = diagnose(terrain, town.incidents, town.area)
    assert by_name(found)["Likeness of neighbours"].values["n_cells"] == 1600 * 8 // 10
    fitted = FittedCells.of(terrain)
    np.testing.assert_allclose(
        fitted.mean, np.exp((fitted.offset + fitted.design @ fitted.coefficients)[fitted.row_of]), rtol=1e-9
    )


def test_a_null_model_has_findings_too(town):
    incidents = np.random.RandomState(1).rand(300, 2) * 2000
    terrain = fit(town.area, incidents, town.factors[1:2], Settings(100.0, 50.0, p_limit=1e-6))
    found = diagnose(terrain, incidents, town.area)
    assert "Overlap of factors" not in [finding.name for finding in found.findings]
    assert not found.warnings


def test_a_hidden_dispersion_is_uncovered():
    rng = np.random.RandomState(6)
    design = np.column_stack([np.ones(4000), rng.rand(4000) < 0.3])
    mean = np.exp(design @ [-0.5, 0.7])
    clean = fitted_cells(design, rng.poisson(mean), "poisson")
    assert look_at_dispersion(clean).level == look_at_zeros(clean).level == GOOD
    wild = fitted_cells(design, rng.poisson(mean * rng.gamma(0.3, 1 / 0.3, 4000)), "poisson")
    assert look_at_dispersion(wild).level == look_at_zeros(wild).level == WARNING
    assert "negative binomial" in look_at_dispersion(wild).advice
    tamed = fitted_cells(design, wild.counts.astype(int), "nb2")
    assert look_at_dispersion(tamed).level == look_at_zeros(tamed).level == GOOD
    assert look_at_dispersion(tamed).values["poisson_dispersion"] > 2


def test_snapped_incidents_are_noticed():
    rng = np.random.RandomState(7)
    points = np.concatenate([np.repeat(rng.rand(20, 2) * 100, 4, axis=0), rng.rand(20, 2) * 100])
    found = look_at_stacks(points)
    assert found.level == WARNING and "snapped" in found.advice and "(SNAP_WIDTH)" in found.advice
    assert "SNAP_WIDTH" not in look_at_stacks(points, were_moved=True).advice, "no advice to do what was done"
    assert found.values == {"n_incidents": 100, "n_points": 40, "stacked_share": 0.8, "largest": 4}
    assert look_at_stacks(rng.rand(50, 2) * 100).level == GOOD
    assert look_at_stacks(np.empty((0, 2))) is None


def test_cells_on_the_boundary():
    ring = np.array([[0, 0], [950, 0], [950, 1000], [0, 1000], [0, 0.0]])
    area = Shapes.polygons([[ring]])
    found = look_at_edge(lay_grid(area, 100.0), area)
    assert found.values == {"n_cells": 10, "share": 0.1} and found.level != GOOD


def test_cancelling(terrain, town):
    calls = []
    diagnose(terrain, town.incidents, town.area, progress=Progress(calls.append))
    assert calls == sorted(calls) and len(calls) > 200 and calls[-1] == 1.0
    with pytest.raises(Cancelled):
        diagnose(terrain, progress=Progress(cancelled=lambda: True))


def test_factors_at_the_end_of_their_ladder_are_told(terrain):
    """A factor at 300 m of 300 is told, one at 250 or with a longer ladder is not."""
    model = terrain.model
    end = {spec.name: 100.0 * spec.max_blocks for spec in model.specs}
    wanted = [one.variable.shown for one in model.selected if one.variable.distance == end[one.variable.factor]]
    inner = tuple(replace(one, variable=replace(one.variable, distance=50.0)) for one in model.selected)
    finding = look_at_reach(replace(model, selected=inner))
    assert finding.level == "good" and finding.values == {"at_end": []}
    outer = (replace(inner[0], variable=replace(inner[0].variable, distance=end[inner[0].variable.factor])), *inner[1:])
    finding = look_at_reach(replace(model, selected=outer))
    assert finding.level == "note" and finding.values == {"at_end": [outer[0].variable.name]}
    assert f"1 of {len(inner)} factors" in finding.verdict and "allow them more blocks" in finding.advice
    assert all(name in look_at_reach(model).text for name in wanted)
    assert look_at_reach(replace(model, selected=())) is None


def centre_town(seed, effect):
    """Stops whose incidents are those of a town centre that no layer knows, and bars that stand by themselves."""
    rng = np.random.RandomState(seed)
    side = 50
    area = Shapes.polygons([[np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) * side * 50.0]])
    grid = lay_grid(area, 50.0)
    field = gaussian_filter(rng.normal(size=(side, side)), 5.0, mode="wrap").ravel()
    field /= field.std()
    share = np.exp(2.0 * field)
    stops = grid.centroids[rng.choice(grid.n_cells, 60, p=share / share.sum())]
    bars = rng.uniform(0, side * 50.0, (40, 2))
    near = (np.hypot(*(grid.centroids[:, None] - bars).T) <= 100.0).any(axis=0)
    counts = rng.poisson(np.exp(-1.0 + effect * near + 0.7 * field) * rng.gamma(2.0, 0.5, grid.n_cells))
    factors = [
        Factor(FactorSpec(name, "proximity"), Shapes.points(xy)) for name, xy in (("stops", stops), ("bars", bars))
    ]
    settings = Settings(100.0, 50.0, families=("nb2",))
    return fit(area, np.repeat(grid.centroids, counts, axis=0), factors, settings)


def test_what_belongs_to_the_surroundings_is_told_from_the_factor():
    terrain = centre_town(0, np.log(2.5))
    found = look_at_surroundings(terrain, FittedCells.of(terrain), "m")
    rows = {row["variable"].split("_")[0]: row for row in found.values["variables"]}
    # nothing shared: under NB2 the estimating equations with Pearson's dispersion are nearly those of the model
    for row in rows.values():
        assert row["rrv_unshared"] == pytest.approx(row["rrv"], rel=0.05)
        assert row["rrv_beside_low"] < row["rrv_beside"] < row["rrv_beside_high"]
    assert rows["stops"]["rrv"] > 1.8 and np.log(rows["stops"]["rrv_beside"]) < 0.6 * np.log(rows["stops"]["rrv"])
    assert rows["bars"]["rrv_beside_low"] < 2.5 < rows["bars"]["rrv_beside_high"]
    assert "‘stops, within" in found.verdict and "belongs to its surroundings" in found.verdict
    assert "bars" not in found.verdict and found.level in (NOTE, WARNING)


def test_where_no_surface_can_be_found_the_model_stands(monkeypatch):
    terrain = centre_town(1, np.log(2.5))
    monkeypatch.setattr("risk_terrain_modelling.rtm_plugin.space.likeness._STEPS", 1)
    found = look_at_surroundings(terrain, FittedCells.of(terrain), "m")
    assert found.level == NOTE and "could not be found in 2,500 cells" in found.verdict
