"""The method from top to bottom, on a small town with a known truth."""

from dataclasses import replace

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import Cancelled, FactorError, IncidentError, SettingsError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import RiskTerrainModel
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec

SETTINGS = Settings(100.0, 50.0)


@pytest.fixture(scope="module")
def terrain(town):
    return fit(town.area, town.incidents, town.factors, SETTINGS)


def test_the_truth_is_found(terrain, town):
    model = terrain.model
    found = {chosen.variable.factor: chosen for chosen in model.selected}
    assert {"bars", "boxes"} <= set(found) and "trees" not in found
    assert found["bars"].variable.distance in (100.0, 150.0)
    assert all(chosen.rrv > 1 and chosen.p_value <= 0.05 for chosen in model.selected)
    assert [chosen.rrv for chosen in model.selected] == sorted((c.rrv for c in model.selected), reverse=True)
    near_box = terrain.flags[[chosen.variable.factor for chosen in model.selected].index("boxes")]
    assert terrain.expected[near_box].mean() < terrain.expected[~near_box].mean()
    assert model.family == min(model.fits, key=lambda one: one.bic).family
    assert len(model.candidates) + len(model.constant) == 12 + 12 + 6 + 2


def test_counts_and_scores(terrain, town):
    model = terrain.model
    edge = 2000.0
    inside = ((town.incidents >= 0) & (town.incidents <= edge)).all(axis=1).sum()
    assert terrain.counts.sum() == model.n_incidents == inside
    assert model.n_incidents_outside == len(town.incidents) - inside > 0
    assert any(f"{model.n_incidents_outside} of {len(town.incidents)} incidents" in text for text in model.warnings)
    assert terrain.rrs.min() == 1.0
    np.testing.assert_allclose(terrain.rrs, terrain.expected / terrain.expected.min(), rtol=1e-14)
    assert model.rrs_sd == pytest.approx(terrain.rrs.std(ddof=1))
    for record in model.candidates:
        j = terrain.candidates.variables.index(record.variable)
        here = terrain.candidates.flags([j])[0].astype(bool)
        assert (record.cells, record.incidents) == (here.sum(), terrain.counts[here].sum())
        ratio = terrain.counts[here].mean() / terrain.counts[~here].mean()
        assert record.single_rrv == pytest.approx(ratio ** (1 if record.variable.sign > 0 else -1))
        assert record.survived or not record.selected


def test_a_saved_model_scores_its_own_grid_as_it_was_fitted(terrain, town):
    model = RiskTerrainModel.from_json(terrain.model.to_json())
    expected, flags = model.score(terrain.grid, town.shapes())
    assert np.array_equal(flags, terrain.flags)
    np.testing.assert_allclose(expected, terrain.expected, rtol=1e-10)
    np.testing.assert_allclose(model.expected(terrain.flags), terrain.expected, rtol=1e-10)
    assert np.array_equal(terrain.model.expected(terrain.flags), terrain.expected)


def test_order_of_factors_features_and_incidents_is_irrelevant_to_the_last_bit(terrain, town):
    factors = [
        replace(factor, shapes=Shapes.points(factor.shapes.vertices[::-1])) if factor.shapes.kind == "point" else factor
        for factor in town.factors[::-1]
    ]
    again = fit(town.area, town.incidents[::-1], factors, SETTINGS)
    assert again.model.to_json() == terrain.model.to_json()
    assert np.array_equal(again.expected, terrain.expected) and np.array_equal(again.rrs, terrain.rrs)


def test_the_seed_decides_the_folds_and_spatial_folds_work(terrain, town):
    again = fit(town.area, town.incidents, town.factors, SETTINGS)
    assert again.model.to_json() == terrain.model.to_json()
    other = fit(town.area, town.incidents, town.factors, replace(SETTINGS, seed=2))
    assert other.model.cv_deviance != terrain.model.cv_deviance
    spatial = fit(town.area, town.incidents, town.factors, replace(SETTINGS, fold_kind="spatial", cv_repeats=2))
    assert {chosen.variable.factor for chosen in spatial.model.selected} >= {"bars", "boxes"}


def test_spatial_folds_when_all_incidents_lie_in_one_block(town):
    rng = np.random.RandomState(0)
    incidents = [901, 801] + rng.rand(400, 2) * 298
    with pytest.raises(IncidentError, match=r"within one block of 300 map units.*use stratified folds"):
        fit(town.area, incidents, town.factors, replace(SETTINGS, fold_kind="spatial"))
    assert np.isfinite(fit(town.area, incidents, town.factors, SETTINGS).expected).all()


def test_the_null_model(town):
    rng = np.random.RandomState(1)
    progress = Progress()
    incidents = rng.rand(150, 2) * 2000
    terrain = fit(town.area, incidents, [town.factors[1]], replace(SETTINGS, p_limit=1e-6), progress=progress)
    assert terrain.model.selected == () and terrain.flags.shape == (0, terrain.grid.n_cells)
    assert (terrain.rrs == 1).all() and terrain.model.rrs_sd == 0.0
    np.testing.assert_allclose(terrain.expected, 150 / terrain.grid.n_cells, rtol=1e-8)
    assert progress.warnings == list(terrain.model.warnings)
    assert progress.warnings[0].startswith("No risk factor met the selection criteria") and len(progress.warnings) == 1
    again = RiskTerrainModel.from_json(terrain.model.to_json())
    np.testing.assert_allclose(again.score(terrain.grid, {})[0], terrain.expected, rtol=1e-10)


def test_excluded_cells_are_no_model_cells(town):
    lake = Shapes.polygons([[np.array([[500, 500], [1500, 500], [1500, 1500], [500, 1500], [500, 500.0]])]])
    progress = Progress()
    terrain = fit(town.area, town.incidents, town.factors, SETTINGS, exclude=lake, progress=progress)
    assert terrain.grid.n_cells == 40 * 40 - 20 * 20
    inside = ((town.incidents > 500) & (town.incidents < 1500)).all(axis=1).sum()
    assert terrain.model.n_incidents_excluded == inside
    assert any("excluded" in text and str(inside) in text for text in progress.warnings)


def test_one_factor_with_one_variable_is_not_culled(town):
    bars = Factor(FactorSpec("bars", "proximity", 1.0, "whole"), town.factors[0].shapes)
    model = fit(town.area, town.incidents, [bars], SETTINGS).model
    assert [chosen.variable.name for chosen in model.selected] == ["bars_proximity_100"]
    assert model.alpha is None and RiskTerrainModel.from_json(model.to_json()).cv_deviance is None


def test_bad_input_is_named(town):
    with pytest.raises(FactorError, match="Two risk factors are called 'bars'; rename"):
        fit(town.area, town.incidents, [town.factors[0], town.factors[1], town.factors[0]], SETTINGS)
    with pytest.raises(SettingsError, match="cell size"):
        fit(town.area, town.incidents, town.factors, replace(SETTINGS, cell_size=0.0))
    with pytest.raises(IncidentError, match="There are no incidents"):
        fit(town.area, np.empty((0, 2)), town.factors, SETTINGS)
    with pytest.raises(IncidentError, match=r"None of the 3 incidents lies inside.*CRS"):
        fit(town.area, np.full((3, 2), 1e6), town.factors, SETTINGS)
    with pytest.raises(IncidentError, match=r"Only 3 cells have incidents.*5 folds.*at least 10"):
        fit(town.area, [[10.0, 10], [10, 10], [500, 500], [900, 900]], town.factors, SETTINGS)


def test_a_factor_out_of_reach_is_no_error(town):
    far = Factor(FactorSpec("far"), Shapes.points(np.array([[1e5, 1e5]])))
    model = fit(town.area, town.incidents, [*town.factors, far], SETTINGS).model
    assert sum(name.startswith("far_") for name in model.constant) == 12


def test_cancelling_stops_every_stage(town):
    calls = []
    fit(town.area, town.incidents, town.factors, SETTINGS, progress=Progress(calls.append))
    assert calls == sorted(calls) and calls[-1] == 1.0
    for stop in np.linspace(0, len(calls) - 1, 12).astype(int):
        seen = []
        with pytest.raises(Cancelled):
            fit(
                town.area, town.incidents, town.factors, SETTINGS,
                progress=Progress(seen.append, cancelled=lambda seen=seen, stop=stop: len(seen) >= stop),
            )  # fmt: skip
        assert len(seen) == stop
