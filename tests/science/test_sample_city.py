"""The sample city: the same seed gives the same city, and its incidents follow the truth that it states."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin import sample_city
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.sample_city import BLOCK_LENGTH, CELL_SIZE, NULL_FACTORS, TRUTH, build_city
from risk_terrain_modelling.rtm_plugin.sample_city.planted_trial import N_PLACES, TAKEN_AWAY
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes, contains
from risk_terrain_modelling.rtm_plugin.use.impact import Counted, assess
from risk_terrain_modelling.rtm_plugin.use.randomisation import Design
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec


@pytest.fixture(scope="module")
def city():
    return build_city(1)


def test_the_same_seed_gives_the_same_city(city):
    for layer, again, other in zip(city.layers, build_city(1).layers, build_city(2).layers):
        assert layer.attributes == again.attributes
        assert np.array_equal(layer.shapes.vertices, again.shapes.vertices)
        assert not np.array_equal(layer.shapes.vertices, other.shapes.vertices)


def test_every_feature_has_its_attributes(city):
    names = {layer.name: layer for layer in city.layers}
    assert len(names) == len(city.layers)
    assert {effect.factor for effect in TRUTH} | set(NULL_FACTORS) == {layer.name for layer in city.factors}
    assert {layer.shapes.kind for layer in city.factors} == {"point", "line", "polygon"}
    for layer in city.layers:
        assert all(len(values) == layer.shapes.n_features for values in layer.attributes.values())
    for layer in city.factors:
        assert len(set(layer.attributes["name"])) == layer.shapes.n_features
    for period, layer in enumerate(city.incidents, start=1):
        year = str(sample_city.PERIODS[period])
        assert set(layer.attributes["period"]) == {period}
        assert all(date.startswith(year) for date in layer.attributes["date"])
        assert contains(city.study_area.shapes, layer.shapes.vertices).all()


def test_the_city_goes_on_beyond_the_study_area(city):
    reach = 3 * BLOCK_LENGTH
    for layer in city.factors:
        outside = layer.shapes.vertices[~contains(city.study_area.shapes, layer.shapes.vertices)]
        assert len(outside), layer.name
    west, south, east, north = city.study_area.shapes.bounds
    houses = next(layer for layer in city.factors if layer.name == "post_boxes").shapes.bounds
    assert houses[0] < west - reach / 2 and houses[2] > east + reach / 2
    assert houses[1] < south - reach / 2 and houses[3] > north + reach / 2


def test_counts_have_the_stated_mean_and_dispersion(city):
    grid = lay_grid(city.study_area.shapes, CELL_SIZE)
    expected = sample_city.expected_incidents(grid, {layer.name: layer.shapes for layer in city.factors})
    for layer in city.incidents:
        if layer is city.incidents[1]:  # in the second period treatment took its share
            treated = [arm == "treatment" for arm in city.trial_places.attributes["arm"]]
            rings = city.trial_places.shapes.vertices.reshape(-1, 5, 2)[treated]
            inside = contains(Shapes.polygons([[ring] for ring in rings]), grid.centroids)
            assert inside.sum() == 16 * N_PLACES / 2
            expected = expected * np.where(inside, 1 - TAKEN_AWAY, 1.0)
        counts = grid.count(layer.shapes.vertices)
        variance = expected + expected**2 / sample_city.THETA
        assert abs(counts.sum() - expected.sum()) < 4 * np.sqrt(variance.sum())
        pearson = ((counts - expected) ** 2 / variance).mean()
        assert pearson == pytest.approx(1.0, abs=0.15)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_effect_of_treatment_is_found_again(seed):
    """That it is there beyond doubt, and its size within the interval of the change."""
    city = build_city(seed)
    rings = city.trial_places.shapes.vertices.reshape(-1, 5, 2)
    before, after = (
        np.array([contains(Shapes.polygons([[ring]]), layer.shapes.vertices).sum() for ring in rings])
        for layer in city.incidents
    )
    treated = np.array([arm == "treatment" for arm in city.trial_places.attributes["arm"]])
    design = Design.parallel(treated, city.trial_places.attributes["block"])
    counted = Counted(before, after[:, None], np.ones(len(rings)))
    found = assess(counted, treated, (365, 366), design=design, level=0.99)
    assert found.verdict == -1 and found.p_value < 0.01
    assert found.change.low < 1 - TAKEN_AWAY < found.change.high
    assert np.array_equal(before, city.trial_places.attributes["observed"])


def fitted(city, directions):
    """Selected variables by factor, of a model with default settings but for some factors' directions."""
    factors = [
        Factor(
            FactorSpec(
                layer.name,
                "both" if layer.shapes.kind == "point" else "proximity",
                direction=directions.get(layer.name, "aggravating"),
            ),
            layer.shapes,
        )
        for layer in city.factors
    ]
    settings = Settings(block_length=BLOCK_LENGTH, cell_size=CELL_SIZE)
    incidents = city.incidents[0].shapes.vertices
    selected = fit(city.study_area.shapes, incidents, factors, settings).model.selected
    return {chosen.variable.factor: chosen for chosen in selected}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_truth_is_found_and_nothing_else(seed):
    found = fitted(build_city(seed), {effect.factor: effect.direction for effect in TRUTH})
    assert sorted(found) == sorted(effect.factor for effect in TRUTH)
    for effect in TRUTH:
        chosen = found[effect.factor]
        assert chosen.variable.operationalisation == effect.operationalisation
        assert abs(chosen.variable.distance - effect.distance) <= BLOCK_LENGTH / 2
        low, high = np.exp(np.log(chosen.rrv) + np.array([-4, 4]) * chosen.std_error)
        assert low < effect.rrv < high


def test_with_every_factor_aggravating_the_protective_one_is_left_out(city):
    found = fitted(city, {})
    assert sorted(found) == sorted(effect.factor for effect in TRUTH if effect.direction == "aggravating")
