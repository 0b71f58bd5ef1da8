"""Denominators and adjustments: exact areas, sums and means; what becomes of cells without any."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import ExposureError, IncidentError, ModelFileError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import (
    Adjustment,
    FamilyFit,
    GridFrame,
    RiskTerrainModel,
)
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.selection.count_models import GroupedCounts, fit_counts
from risk_terrain_modelling.rtm_plugin.space.exposure import Areas, Exposure, Points, Raster, covered
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid, lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.variables.factors import FactorSpec


def ring(*points):
    return np.array([*points, points[0]], dtype=float)


def clip_area(polygon, x0, y0, x1, y1):
    """Area of a simple polygon in a rectangle, by cutting off one side after the other."""
    points = [tuple(p) for p in polygon[:-1]]
    for axis, limit, keep in ((0, x0, 1), (0, x1, -1), (1, y0, 1), (1, y1, -1)):
        cut = []
        for a, b in zip(points, points[1:] + points[:1]):
            inside_a, inside_b = keep * (a[axis] - limit) >= 0, keep * (b[axis] - limit) >= 0
            if inside_a:
                cut.append(a)
            if inside_a != inside_b:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                cut.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
        points = cut
    x, y = np.array(points or [(0, 0)]).T
    return 0.5 * abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1)))


@pytest.fixture
def grid():
    return StudyGrid(1000.0, 5000.0, 50.0, np.random.RandomState(0).rand(24, 31) < 0.8)


def test_areas_in_cells_are_exact(grid):
    rng = np.random.RandomState(1)
    polygons, weights = [], []
    for number in range(25):  # stars around centres inside and outside the raster, either way round
        centre = [1000, 3800] + rng.uniform(-0.3, 1.3, 2) * [1550, 1200]
        angle = np.sort(rng.rand(9)) * 2 * np.pi
        radius = rng.uniform(20, 400, 9)
        star = ring(*np.column_stack([centre[0] + radius * np.cos(angle), centre[1] + radius * np.sin(angle)]))
        polygons.append([star if number % 2 else star[::-1]])
        weights.append(rng.rand())
    polygons.append([ring((1000, 4000), (1100, 4000), (1100, 4100), (1000, 4100))])  # along the grid lines
    weights.append(1.0)
    found = covered(grid, Shapes.polygons(polygons), np.array(weights)).reshape(grid.mask.shape)
    expected = np.zeros(grid.mask.shape)
    for row in range(24):
        for col in range(31):
            x, y = 1000 + 50 * col, 5000 - 50 * (row + 1)
            for (star,), weight in zip(polygons, weights):
                expected[row, col] += weight * clip_area(star, x, y, x + 50, y + 50)
    np.testing.assert_allclose(found, expected, atol=1e-7)


def test_values_are_spread_by_area_and_none_is_lost(grid):
    whole = StudyGrid(grid.x_min, grid.y_max, 50.0, np.ones_like(grid.mask))
    outside = ring((1110, 4110), (1910, 4110), (1910, 4710), (1110, 4710))
    hole = ring((1300, 4300), (1300, 4500), (1500, 4500), (1500, 4300))
    island = ring((1350, 4350), (1450, 4350), (1450, 4450))
    areas = Areas(Shapes.polygons([[outside, hole], [island]]), np.array([700.0]), np.array([0, 0]))
    amount = areas.amount(whole)
    assert amount.sum() == pytest.approx(700.0, rel=1e-12)
    assert whole.raster(amount)[13, 7] == 0, "in the hole, beside the island"
    density = 700.0 / (800 * 600 - 200 * 200 + 5000)
    assert whole.raster(amount)[7, 3] == pytest.approx(2500 * density)
    np.testing.assert_allclose(areas.amount(grid), whole.raster(amount)[grid.mask], rtol=1e-12)

    two = Areas.of(Shapes.polygons([[outside], [ring((1110, 4110), (1110, 3900), (1910, 3900), (1910, 4110))]]), [3, 5])
    level = whole.raster(two.level(whole))
    assert level[12, 10] == pytest.approx(3) and level[20, 10] == pytest.approx(5)
    assert level[17, 10] == pytest.approx((3 * 40 + 5 * 10) / 50)  # the border is 10 above the cell's bottom
    assert np.isnan(level[0, 0])


def test_rasters_of_any_resolution(grid):
    rng = np.random.RandomState(2)
    values = rng.rand(40, 33)
    values[5, 5] = np.nan
    raster = Raster(values, 990.0, 5013.0, 37.0, 29.0)
    amount, level = raster.amount(grid), raster.level(grid)
    for cell in rng.choice(grid.n_cells, 60, replace=False):
        x, y = grid.centroids[cell]
        total = area = 0.0
        for row in range(40):
            for col in range(33):
                left, top = 990 + 37 * col, 5013 - 29 * row
                width = min(x + 25, left + 37) - max(x - 25, left)
                height = min(y + 25, top) - max(y - 25, top - 29)
                if width > 0 and height > 0 and np.isfinite(values[row, col]):
                    total += width * height * values[row, col]
                    area += width * height
        assert amount[cell] == pytest.approx(total / (37 * 29), abs=1e-10)
        assert level[cell] == pytest.approx(total / area, nan_ok=True) if area else np.isnan(level[cell])


def test_points_are_counted(grid):
    rng = np.random.RandomState(3)
    points = rng.rand(500, 2) * 3000 + [500, 3000]
    assert np.array_equal(Points(points).amount(grid), grid.count(points))


def test_wrong_denominators_are_named():
    grid = lay_grid(Shapes.polygons([[ring((0, 0), (400, 0), (400, 400), (0, 400))]]), 100.0)
    far = Raster(np.ones((2, 2)), 1e6, 1e6, 10.0, 10.0)
    with pytest.raises(ExposureError, match=r"'people' is 0 in every cell.*covers"):
        Exposure(far, "people").on(grid, Progress())
    with pytest.raises(ExposureError, match=r"'people' is negative in a cell \(-3\)"):
        Exposure(Raster(np.full((4, 4), -3.0), 0.0, 400.0, 100.0, 100.0), "people").on(grid, Progress())
    with pytest.raises(ExposureError, match=r"adjustment 'slope' has no value"):
        Exposure(adjustments=(("slope", far),)).on(grid, Progress())
    progress = Progress()
    half = Raster(np.array([[1.0, np.nan], [2.0, np.nan]]), 0.0, 400.0, 200.0, 200.0)
    laid = Exposure(adjustments=(("slope", half), ("flat", Raster(np.ones((4, 4)), 0, 400, 100, 100)))).on(
        grid, progress
    )
    assert "'slope' has no value in 8 of 16 cells" in progress.warnings[0]
    np.testing.assert_allclose(grid.raster(laid.unpenalised[:, 0])[:, 3], 1.5)
    assert laid.without_constants(progress).names == ("slope",)
    assert "'flat' is the same in every cell" in progress.warnings[1]


@pytest.fixture(scope="module")
def rated(town):
    """Incidents in proportion to people and rising with the slope; nobody lives in the west."""
    rng = np.random.RandomState(5)
    people = Raster(rng.gamma(1.0, 20.0, (20, 20)), 0.0, 2000.0, 100.0, 100.0)
    people.values[:, :3] = 0.0
    slope = Raster(50 + 10 * rng.rand(10, 10), 0.0, 2000.0, 200.0, 200.0)
    whole = lay_grid(town.area, 50.0)
    distance = np.hypot(*(whole.centroids[:, None] - town.factors[0].shapes.vertices).transpose(2, 0, 1))
    rate = 0.03 * np.exp(1.2 * (distance.min(axis=1) <= 150) - 0.1 * (slope.level(whole) - 55))
    counts = rng.poisson(rate * people.amount(whole))
    incidents = np.repeat(whole.centroids, counts, axis=0)
    incidents = np.concatenate([incidents, [[25.0, 25.0]] * 4])  # four where nobody lives
    exposure = Exposure(people, "people", (("slope", slope), ("flat", Raster(np.ones((1, 1)), 0, 2000, 2000, 2000))))
    progress = Progress()
    return (
        fit(town.area, incidents, town.factors, Settings(100.0, 50.0), None, progress, exposure),
        exposure,
        progress,
    )


def test_rates_are_found_and_explained(rated):
    terrain, _, progress = rated
    model = terrain.model
    bars = next(chosen for chosen in model.selected if chosen.variable.factor == "bars")
    assert bars.variable.name == "bars_proximity_150"
    assert bars.coefficient == pytest.approx(1.2, abs=3 * bars.std_error)
    assert model.denominator == "people"
    (slope,) = model.adjustments
    assert slope.name == "slope" and slope.coefficient == pytest.approx(-0.1, abs=3 * slope.std_error)
    empty = terrain.exposure.amounts == 0
    assert f"{empty.sum()} of 1,600 cells have none of the denominator 'people'" in " ".join(progress.warnings)
    assert "their 4 incidents are left out" in " ".join(progress.warnings)
    assert "'flat' is the same in every cell" in " ".join(progress.warnings)
    assert (terrain.expected[empty] == 0).all() and (terrain.rrs[empty] >= 1).all()
    assert terrain.rrs.min() == 1.0


def test_the_fit_is_that_of_the_cells_with_people(rated):
    terrain, *_ = rated
    model, laid = terrain.model, terrain.exposure
    used = laid.amounts > 0
    signs = [chosen.variable.sign for chosen in model.selected]
    design = np.column_stack(
        [
            np.ones(used.sum()),
            laid.unpenalised[used] - laid.unpenalised[used].mean(axis=0),
            (terrain.flags.T * signs)[used],
        ]
    )
    fits = fit_counts(
        model.family,
        GroupedCounts.from_cells(design, terrain.counts[used], np.log(laid.amounts[used])),
        tolerance=1e-16,
    )
    ours = [
        model.intercept,
        model.adjustments[0].coefficient,
        *(chosen.coefficient for chosen in model.selected),
    ]
    np.testing.assert_allclose(ours, fits.coefficients[0], atol=1e-6)
    assert model.bic == pytest.approx(fits.bic(used.sum())[0], abs=1e-6)
    np.testing.assert_allclose(terrain.expected[used], np.exp(design @ ours) * laid.amounts[used], rtol=1e-9)
    for record in model.candidates[:3]:
        here = terrain.candidates.flags([terrain.candidates.variables.index(record.variable)])[0].astype(bool)
        rates = [terrain.counts[used & part].sum() / laid.amounts[part].sum() for part in (here, ~here)]
        assert record.single_rrv == pytest.approx(rates[0] / rates[1])


def test_a_saved_model_of_rates_scores_its_own_grid(rated, town):
    terrain, exposure, _ = rated
    model = RiskTerrainModel.from_json(terrain.model.to_json())
    assert model.to_json() == terrain.model.to_json()
    expected, _ = model.score(terrain.grid, town.shapes(), exposure=exposure)
    np.testing.assert_allclose(expected, terrain.expected, rtol=1e-9)
    rates, flags = model.score(terrain.grid, town.shapes(), exposure=Exposure(adjustments=exposure.adjustments[:1]))
    np.testing.assert_allclose(rates / model.lowest, terrain.rrs, rtol=1e-9)
    np.testing.assert_allclose(model.rate(flags, terrain.exposure.unpenalised), rates, rtol=1e-12)
    with pytest.raises(ModelFileError, match=r"needs the adjustment 'slope'"):
        model.score(terrain.grid, town.shapes())


def test_an_even_denominator_changes_nothing_but_the_unit(town):
    settings = Settings(100.0, 50.0)
    plain = fit(town.area, town.incidents, town.factors, settings)
    everywhere = Raster(np.full((1, 1), 1600 * 8.0), 0.0, 2000.0, 2000.0, 2000.0)
    even = fit(town.area, town.incidents, town.factors, settings, exposure=Exposure(everywhere, "people"))
    assert [c.variable for c in even.model.selected] == [c.variable for c in plain.model.selected]
    assert even.model.bic == pytest.approx(plain.model.bic, abs=1e-5)
    assert even.model.intercept == pytest.approx(plain.model.intercept - np.log(8), abs=1e-6)
    np.testing.assert_allclose(even.expected, plain.expected, rtol=1e-6)
    np.testing.assert_allclose(even.rrs, plain.rrs, rtol=1e-6)


def test_too_few_cells_with_people(town):
    corner = Raster(np.ones((1, 1)), 0.0, 50.0, 50.0, 50.0)
    with pytest.raises(IncidentError, match="Only one cell has incidents"):
        fit(
            town.area,
            town.incidents,
            town.factors,
            Settings(100.0, 50.0),
            exposure=Exposure(corner, "people"),
        )


def test_adjustments_are_taken_by_their_names():
    """Two adjustments given in the other order, or with names exchanged, against the formula."""
    grid = StudyGrid(0.0, 200.0, 100.0, np.ones((2, 2), dtype=bool))
    values = {"age": np.array([[1.0, 2.0], [3.0, 4.0]]), "income": np.array([[40.0, 10.0], [30.0, 20.0]])}
    rasters = {name: Raster(one, 0.0, 200.0, 100.0, 100.0) for name, one in values.items()}
    model = RiskTerrainModel(
        settings=Settings(100.0, 100.0, ("poisson",)),
        frame=GridFrame(0.0, 200.0, 100.0, 2, 2, 4),
        specs=(FactorSpec("bars"),),
        family="poisson",
        intercept=-1.0,
        intercept_se=0.1,
        selected=(),
        dispersion=None,
        log_likelihood=-5.0,
        bic=12.0,
        fits=(FamilyFit("poisson", 12.0, -5.0, None, (), 1),),
        candidates=(),
        constant=(),
        alpha=None,
        penalty=None,
        cv_deviance=None,
        n_cells_with_incidents=2,
        n_incidents=3,
        n_incidents_outside=0,
        n_incidents_excluded=0,
        lowest=0.1,
        rrs_mean=2.0,
        rrs_sd=1.0,
        rrs_max=4.0,
        adjustments=(Adjustment("age", 0.5, 0.1, 0.01, 2.5), Adjustment("income", -0.02, 0.01, 0.04, 25.0)),
    )
    expected = np.exp(-1.0 + 0.5 * (values["age"] - 2.5) - 0.02 * (values["income"] - 25.0)).ravel()
    for order in (("age", "income"), ("income", "age")):
        exposure = Exposure(adjustments=tuple((name, rasters[name]) for name in order))
        np.testing.assert_allclose(model.score(grid, {}, exposure=exposure)[0], expected, rtol=1e-12)
    turned = Exposure(adjustments=(("income", rasters["age"]), ("age", rasters["income"])))
    assert not np.allclose(model.score(grid, {}, exposure=turned)[0], expected)
