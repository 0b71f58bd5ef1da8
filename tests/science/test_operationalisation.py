"""The nearest-neighbour test against its closed form on a lattice, and its three verdicts."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.variables.clustering import suggest_operationalisation

SIDE = 1000.0


def _lattice(n, spacing):
    x, y = np.meshgrid(np.arange(n) * spacing, np.arange(n) * spacing)
    return np.column_stack([x.ravel(), y.ravel()])


def test_a_square_lattice_has_the_known_index_of_two():
    found = suggest_operationalisation(_lattice(20, 50.0), (20 * 50.0) ** 2, 150.0)
    assert found.index == pytest.approx(2.0, rel=1e-12)
    assert found.z == pytest.approx((50.0 - 25.0) / (0.26136 * 1000.0 / 400), rel=1e-12)
    assert found.operationalisation == "proximity"


def test_clustered_points_within_reach_of_each_other_suggest_density():
    rng = np.random.RandomState(1)
    centres = rng.uniform(0, SIDE, (5, 2))
    points = np.repeat(centres, 20, axis=0) + rng.normal(0, 10, (100, 2))
    found = suggest_operationalisation(points, SIDE**2, 150.0)
    assert found.z < -1.96
    assert found.operationalisation == "density"
    assert "significantly clustered" in found.why


def test_clusters_wider_than_the_influence_suggest_proximity():
    rng = np.random.RandomState(1)
    points = np.repeat(rng.uniform(0, SIDE, (5, 2)), 20, axis=0) + rng.normal(0, 10, (100, 2))
    found = suggest_operationalisation(points, SIDE**2, 1.0)
    assert found.operationalisation == "proximity"
    assert "farther apart than the maximum influence of 1" in found.why


@pytest.mark.parametrize("n", [0, 1, 4])
def test_too_few_points_are_not_tested(n):
    found = suggest_operationalisation(_lattice(2, 10.0)[:n], SIDE**2, 150.0)
    assert found.operationalisation == "proximity"
    assert f"only {n} of its points" in found.why
    assert np.isnan(found.z)


def test_points_on_one_spot_are_clustered():
    found = suggest_operationalisation(np.zeros((50, 2)), SIDE**2, 150.0)
    assert found.operationalisation == "density"
    assert found.observed == 0
