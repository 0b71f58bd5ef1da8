"""Where a model has seen nothing alike: by loops over cells and rows, a place with a planted novelty, its own cells."""

import json
from dataclasses import replace
from math import hypot, log

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import Cancelled, ModelFileError, SettingsError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import RiskTerrainModel, SelectedVariable
from risk_terrain_modelling.rtm_plugin.model.seen import Seen, seen_in
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space.exposure import Areas, Exposure
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.use import applicability
from risk_terrain_modelling.rtm_plugin.use.applicability import assess, beyond_range, mean_distance
from risk_terrain_modelling.rtm_plugin.use.applicability_words import applicability_sentences
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec, Variable

CELL = 50.0


@pytest.fixture(scope="module")
def terrain(town):
    return fit(town.area, town.incidents, town.factors, Settings(100.0, CELL, ("poisson", "nb2")))


def applied(model, area, shapes, fewest=10, progress=None):
    grid = lay_grid(area, CELL)
    rates, flags = model.score(grid, shapes)
    return grid, flags, assess(model, grid, shapes, flags, rates / model.lowest, fewest, progress)


def square(x, y, side):
    ring = np.array([[x, y], [x + side, y], [x + side, y + side], [x, y + side]], dtype=float)
    return Shapes.polygons([[ring]])


def slowly(model, grid, shapes, flags, fewest):
    """(dissimilarity, driver, alike) of each cell, by loops over cells and rows as the definition says it."""
    weights = [log(one.rrv) for one in model.selected]
    rows = {}
    for text in model.seen.combinations:
        bits, cells, _ = text.split()
        rows[tuple(int(bit) for bit in bits)] = int(cells)
    fitted = [row for row, cells in rows.items() for _ in range(cells)]
    pairs = [
        sum(w for w, a, b in zip(weights, one, other) if a != b) * times * others * (1 if one != other else 0)
        for one, times in rows.items()
        for other, others in rows.items()
    ]
    mean = sum(pairs) / (len(fitted) * (len(fitted) - 1))
    known = [row for row, cells in rows.items() if cells >= fewest]
    found = []
    for cell, (x, y) in enumerate(grid.centroids.tolist()):
        bits = tuple(int(flag) for flag in flags[:, cell])
        alike = rows.get(bits, 0)
        nearest = bits
        if alike < fewest:
            nearest = min(known, key=lambda row: sum(w for w, a, b in zip(weights, row, bits) if a != b))
        terms = []
        for w, a, b, one, (low, high) in zip(weights, bits, nearest, model.selected, model.seen.ranges):
            points = shapes[one.variable.factor].vertices
            distances = [hypot(x - px, y - py) for px, py in points.tolist()]
            value, h = min(distances), one.variable.distance
            if one.variable.operationalisation == "density":
                value = sum(2 / (np.pi * h**2) * (1 - (d / h) ** 2) for d in distances if d <= h)
            out = max(low - value, value - high, 0.0)
            terms.append(w * ((a != b) + min(out / (high - low) if out > 1e-9 * high else 0.0, 1.0)))
        found.append((sum(terms) / mean, 1 + int(np.argmax(terms)) if max(terms) > 0 else 0, alike))
    return (np.array(column) for column in zip(*found))


def test_the_model_keeps_what_its_cells_had(terrain):
    model, flags = terrain.model, terrain.flags
    rows, row_of = np.unique(flags, axis=1, return_inverse=True)
    assert len(model.selected) >= 2 and len(model.seen.combinations) == rows.shape[1]
    for number, bits in enumerate(rows.T):
        here = row_of.ravel() == number
        text = "".join(str(int(bit)) for bit in bits)
        assert f"{text} {here.sum()} {terrain.counts[here].sum()}" in model.seen.combinations
    assert list(model.seen.combinations) == sorted(model.seen.combinations)
    again = RiskTerrainModel.from_json(model.to_json())
    assert again.seen.combinations == model.seen.combinations and again.to_json() == model.to_json()
    assert (again.seen.flags == model.seen.flags).all() and again.seen.cells.sum() == terrain.grid.n_cells
    assert again.seen.incidents.sum() == model.n_incidents


def test_the_mean_distance_is_that_of_all_pairs(terrain):
    weights = np.log([one.rrv for one in terrain.model.selected])
    cells = terrain.flags.T.astype(float)
    total = sum((np.abs(cells - cell) @ weights).sum() for cell in cells)
    expected = total / (len(cells) * (len(cells) - 1))
    assert mean_distance(terrain.model.seen, weights) == pytest.approx(expected, rel=1e-12)


@pytest.fixture(scope="module")
def many(terrain):
    """A model of six variables, three of them densities and one protective, and a place that it was not made from."""
    rng = np.random.RandomState(5)
    names, selected, shapes = "abcdef", [], {}
    for number, name in enumerate(names):
        kind, direction = ("proximity", "density")[number % 2], ("aggravating", "protective")[number == 4]
        variable = Variable(name, kind, 150.0 + 50.0 * number, direction)
        cut = 2.5e-5 if kind == "density" else None
        selected.append(SelectedVariable(variable, 1.5 - 0.2 * number, 0.1, 0.01, cut))
        shapes[name] = Shapes.points(rng.uniform(0, 2000, (12, 2)))
    model = replace(terrain.model, selected=tuple(selected))
    _, flags = model.score(terrain.grid, shapes)
    model = replace(model, seen=seen_in(terrain.grid, shapes, selected, flags, terrain.counts))
    return model, {name: Shapes.points(rng.uniform(0, 1000, (25, 2))) for name in names}


@pytest.mark.parametrize("fewest", [1, 10, 40])
def test_every_cell_as_by_loops(many, fewest, monkeypatch):
    model, shapes = many
    monkeypatch.setattr(applicability, "_PAIRS", 50)  # several batches
    grid, flags, found = applied(model, square(0, 0, 1000), shapes, fewest)
    dissimilarity, driver, alike = slowly(model, grid, shapes, flags, fewest)
    np.testing.assert_allclose(found.dissimilarity, dissimilarity, rtol=1e-9, atol=1e-12)
    assert np.array_equal(found.driver, driver) and np.array_equal(found.alike, alike)
    assert np.array_equal(found.outside, dissimilarity > 0)
    assert (found.unseen & (found.beyond > 0)).any() and 0 < found.unseen.sum() < grid.n_cells
    assert len(found.drivers) >= 3 and sum(n for _, n in found.drivers) == found.outside.sum()


def test_the_model_s_own_cells_are_within(terrain, town):
    _, _, found = applied(terrain.model, town.area, town.shapes())
    seen = terrain.model.seen
    assert not found.beyond.any() and not found.above.any()
    assert found.rare.mean() == seen.cells[seen.cells < 10].sum() / seen.cells.sum()
    fewest = int(seen.cells.min()) + 1
    found = applied(terrain.model, town.area, town.shapes(), fewest)[2]
    rare, n = int(found.rare.sum()), len(found.outside)
    assert rare and found.is_own and not found.is_doubtful
    assert not found.outside.any() and not found.dissimilarity.any() and found.fitted_outside == 0, "all were seen"
    first, second = applicability_sentences(found, terrain.model)
    assert first == f"These {n:,} cells are those that the model was fitted to: it has seen them all."
    assert second.startswith(f"{rare} of {n:,} cells (") and f"but in fewer than {fewest} of the fitted" in second
    assert "unlike" not in first + second
    _, _, all_of_them = applied(terrain.model, town.area, town.shapes(), 1)
    assert not all_of_them.dissimilarity.any() and not all_of_them.driver.any() and not all_of_them.outside.any()
    most = seen.cells.max()
    assert applied(terrain.model, town.area, town.shapes(), 5000)[2].fewest == most, "something was seen, after all"
    (said,) = applicability_sentences(all_of_them, terrain.model)
    assert said.startswith("These 1,600 cells are those that the model was fitted to")
    half = applied(terrain.model, square(0, 0, 1000), town.shapes(), 1)[2]  # laid otherwise: compared as any place
    (said,) = applicability_sentences(half, terrain.model)
    assert said.startswith("All 400 cells are like those that the model was fitted to: at least 1 of them")


def test_changed_layers_make_new_cells_of_its_own(apart):
    """A shop beside each bar of the model's own place: what no cell had is new, what few had is rare."""
    ring = np.array([[0, 0], [3000, 0], [3000, 2000], [0, 2000]], dtype=float)
    shapes = {name: Shapes.points([[500, 500], [2500, 1500]]) for name in ("bars", "shops")}
    _, flags, found = applied(apart, Shapes.polygons([[ring]]), shapes)
    assert found.is_own and np.array_equal(found.outside, (found.alike == 0) | (found.beyond > 0))
    both = flags.all(axis=0)
    assert both.any() and found.outside[both].all() and np.array_equal(found.dissimilarity > 0, found.outside)
    said = applicability_sentences(found, apart, "m")
    assert said[0].startswith(f"With these layers {found.outside.sum():,} of 2,400 cells (")
    assert sum(n for _, n in found.drivers) == found.outside.sum()
    elsewhere = applied(apart, square(0, 0, 1200), shapes)[2]
    assert not elsewhere.is_own and "unlike those" in applicability_sentences(elsewhere, apart)[0]


@pytest.fixture(scope="module")
def apart():
    """A model of bars in the west and shops in the east, which never meet within their reach."""
    rng = np.random.RandomState(2)
    bars = np.column_stack([rng.uniform(100, 1000, 14), rng.uniform(100, 1900, 14)])
    shops = np.column_stack([rng.uniform(2200, 2900, 14), rng.uniform(100, 1900, 14)])
    near = np.vstack([np.repeat(bars, 25, axis=0), np.repeat(shops, 15, axis=0)])
    incidents = np.vstack([near + rng.uniform(-80, 80, near.shape), rng.uniform((0, 0), (3000, 2000), (400, 2))])
    ring = np.array([[0, 0], [3000, 0], [3000, 2000], [0, 2000]], dtype=float)
    factors = [Factor(FactorSpec(n, "proximity", 2.0), Shapes.points(p)) for n, p in (("bars", bars), ("shops", shops))]
    incidents = np.clip(incidents, (1, 1), (2999, 1999))
    return fit(Shapes.polygons([[ring]]), incidents, factors, Settings(100.0, CELL, ("poisson",))).model


def test_a_planted_new_place_is_found_with_its_factor(apart):
    """Elsewhere one of two bars has a shop beside it: to have both is new, and the lesser one makes it so."""
    assert {one.variable.factor for one in apart.selected} == {"bars", "shops"} and "11" not in str(apart.seen)[:60]
    reach = {one.variable.factor: one.variable.distance for one in apart.selected}
    shapes = {"bars": Shapes.points([[300, 300], [900, 300]]), "shops": Shapes.points([[300, 300]])}
    grid, flags, found = applied(apart, square(0, 0, 1200), shapes)
    meet = np.hypot(*(grid.centroids - 300.0).T) <= min(reach.values())
    assert meet.any() and np.array_equal(found.unseen, meet) and np.array_equal(flags.all(axis=0), meet)
    weaker = min(range(2), key=lambda place: apart.selected[place].coefficient)
    assert set(found.driver[meet]) == {weaker + 1}, "the nearest seen row lacks the lesser of the two"
    scale = mean_distance(apart.seen, np.array([one.coefficient for one in apart.selected]))
    assert found.dissimilarity[meet] == pytest.approx(apart.selected[weaker].coefficient / scale)
    assert np.array_equal(found.above, meet), "both together multiply beyond all that was seen"
    said = applicability_sentences(found, apart, "m")
    name = apart.selected[weaker].variable.factor
    assert said[0].startswith(f"{meet.sum()} of 576 cells (") and f"{name}, within" in said[2] and "above" in said[-1]


def test_far_from_everything_is_beyond_the_range(apart):
    """A cell that is farther from a bar than any was is like none, though it has the 0 that most of them have."""
    shapes = {"bars": Shapes.points([[100, 100]]), "shops": Shapes.points([[100, 6000]])}
    grid, _, found = applied(apart, square(0, 0, 6000), shapes)
    places = {one.variable.factor: number for number, one in enumerate(apart.selected)}
    low, high = apart.seen.ranges[places["bars"]]
    away = np.hypot(*(grid.centroids - 100.0).T)
    only = (away > high) & (np.hypot(*(grid.centroids - [100.0, 6000.0]).T) < apart.seen.ranges[places["shops"]][1])
    assert only.any() and found.outside[only].all() and not found.unseen[only].any()
    assert found.beyond[only] == pytest.approx(np.minimum((away[only] - high) / (high - low), 1.0))
    assert set(found.driver[only]) == {places["bars"] + 1}
    none = {**shapes, "bars": Shapes.points(np.empty((0, 2)))}
    assert (applied(apart, square(0, 0, 300), none)[2].beyond == 1.0).all(), "no feature is farther than any"


def test_only_fitted_cells_count_as_seen(town):
    """Cells without any of the denominator take no part in the fit."""
    ring = square(0, 0, 1000)
    west = Exposure(Areas(ring, np.array([5000.0]), np.array([0])), "people")
    model = fit(town.area, town.incidents, town.factors, Settings(100.0, CELL, ("poisson",)), exposure=west).model
    assert model.seen.cells.sum() == 400 and model.seen.incidents.sum() < model.n_incidents
    assert RiskTerrainModel.from_json(model.to_json()).seen.combinations == model.seen.combinations


def test_limits_of_the_range():
    values = np.array([-1.0, 0.0, 5.0, 10.0, 10.0 + 1e-7, 12.5, 30.0, np.inf])
    np.testing.assert_allclose(beyond_range(values, 0.0, 10.0), [0.1, 0, 0, 0, 0, 0.25, 1, 1])
    assert beyond_range(np.array([3.0, 4.0]), 3.0, 3.0).tolist() == [0.0, 1.0]


def test_a_model_without_factors_has_nothing_to_differ_in(terrain, town):
    empty = replace(terrain.model, selected=(), seen=Seen((), ()))
    grid = terrain.grid
    found = assess(empty, grid, {}, np.zeros((0, grid.n_cells), dtype=bool), np.ones(grid.n_cells))
    assert not found.outside.any() and not found.driver.any()
    assert applicability_sentences(found, empty)[0].startswith("The model has no risk factor")


def test_refusals_and_cancelling(terrain, town):
    content = json.loads(terrain.model.to_json())
    del content["seen"]
    old = RiskTerrainModel.from_json(json.dumps(content))
    with pytest.raises(ModelFileError, match=r"does not hold which combinations of factors.*fit the model again"):
        applied(old, town.area, town.shapes())
    with pytest.raises(SettingsError, match=r"from 0 cells on; use a number from 1, usually 10\."):
        applied(terrain.model, town.area, town.shapes(), 0)
    with pytest.raises(Cancelled):
        applied(terrain.model, town.area, town.shapes(), progress=Progress(cancelled=lambda: True))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda seen: seen["combinations"].pop(), "as many cells and incidents as|all cells and incidents"),
        (lambda seen: seen["combinations"].reverse(), "each once, in rising order"),
        (lambda seen: seen["combinations"].__setitem__(0, "0 1"), r"seen.combinations\[0\]: what acts"),
        (lambda seen: seen["ranges"].pop(), "one for each of the selected variables"),
        (lambda seen: seen["ranges"].__setitem__(0, [9.0, 1.0]), r"seen.ranges\[0\]: lowest and highest"),
    ],
)
def test_what_was_seen_cannot_be_changed_by_hand(terrain, change, told):
    content = json.loads(terrain.model.to_json())
    change(content["seen"])
    with pytest.raises(ModelFileError, match=told):
        RiskTerrainModel.from_json(json.dumps(content))
