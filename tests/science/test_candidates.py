"""The 0/1 variables: ladders, names, packing, thresholds, and the rows left when equal ones are counted."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import FactorError
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.variables import candidates as module
from risk_terrain_modelling.rtm_plugin.variables.candidates import (
    Candidates,
    column_sums,
    distinct_rows,
    make_candidates,
    unpack,
)
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec, Variable
from risk_terrain_modelling.rtm_plugin.variables.operationalisations import KINDS


def test_ladders_names_and_numbers_of_variables():
    assert FactorSpec("pubs").distances(500) == (250, 500, 750, 1000, 1250, 1500)
    assert FactorSpec("pubs", max_blocks=4.0, increment="whole").distances(100) == (100, 200, 300, 400)
    assert FactorSpec("pubs", max_blocks=2.5, increment="whole").distances(100) == (100, 200)
    assert FactorSpec("pubs", max_blocks=0.3 * 5).distances(0.1)[-1] == pytest.approx(0.15)  # float noise
    assert [v.name for v in FactorSpec("p", "both", 1).variables(0.3 + 0.1)] == [
        "p_proximity_0.2", "p_proximity_0.4", "p_density_0.2", "p_density_0.4",
    ]  # fmt: skip

    leeds = [FactorSpec("houses", "both", 3, "whole"), FactorSpec("stops", "proximity", 3, "whole")]
    assert sum(len(spec.variables(500)) for spec in leeds) == 9
    manual = [FactorSpec(f"f{i}") for i in range(14)] + [FactorSpec("last", "proximity")]
    assert sum(len(spec.variables(500)) for spec in manual) == 174


@pytest.mark.parametrize(
    "spec, words",
    [
        (FactorSpec("pubs", "kernel"), ["pubs", "kernel", "proximity, density, both"]),
        (FactorSpec("pubs", increment="third"), ["pubs", "third", "half, whole"]),
        (FactorSpec("pubs", direction="up"), ["pubs", "up", "aggravating, protective"]),
        (FactorSpec(""), ["no name"]),
        (FactorSpec("pubs", max_blocks=0), ["pubs", "0 blocks", "above 0"]),
        (FactorSpec("pubs", max_blocks=float("nan")), ["pubs", "nan", "above 0"]),
        (FactorSpec("pubs", max_blocks=0.5, increment="whole"), ["pubs", "0.5 blocks", "half blocks"]),
    ],
)
def test_wrong_settings_of_a_factor_are_named(spec, words):
    with pytest.raises(FactorError) as error:
        spec.validate()
    assert all(word in str(error.value) for word in words), error.value


def test_density_of_lines_is_refused():
    roads = Shapes.lines([np.array([[0, 0], [1, 1.0]])])
    Factor(FactorSpec("roads", "proximity"), roads).validate()
    with pytest.raises(FactorError, match=r"'roads' has lines.*points only.*proximity"):
        Factor(FactorSpec("roads", "density"), roads).validate()
    both = Factor(FactorSpec("roads", "both"), roads).validate().spec.variables(100.0, "line")
    assert {variable.operationalisation for variable in both} == {"proximity"}


def random_candidates(rng, n_cells=500, n_variables=21):
    columns = rng.rand(n_cells, n_variables) < rng.uniform(0.05, 0.9, n_variables)
    columns[:, 4] = True
    columns[:, 9] = False
    variables = [
        Variable(f"f{j // 3}", "proximity", 100.0 * (1 + j % 3), "protective" if j // 3 == 2 else "aggravating")
        for j in range(n_variables)
    ]
    made = Candidates.from_columns(n_cells, [(v, columns[:, j], float(j)) for j, v in enumerate(variables)])
    kept = [j for j in range(n_variables) if j not in (4, 9)]
    return made, columns[:, kept], [variables[j] for j in kept], [variables[j] for j in (4, 9)]


def test_packing_keeps_every_entry_and_sets_constants_apart(monkeypatch):
    rng = np.random.RandomState(0)
    made, columns, variables, constant = random_candidates(rng)
    assert list(made.variables) == variables and list(made.constant) == constant
    assert np.array_equal(made.flags(range(len(variables))).T, columns)
    assert np.array_equal(made.flags([7, 2]).T, columns[:, [7, 2]])
    assert np.array_equal(unpack(made.packed)[: len(variables)].T, columns)
    assert list(made.thresholds) == [j for j in range(21) if j not in (4, 9)]
    assert made.packed.shape == (3, 500)
    generated = ((v, c, 0.0) for v, c in zip(variables, columns.T))
    assert np.array_equal(Candidates.from_columns(500, generated, 40).packed, made.packed)
    assert list(made.signs) == [-1 if v.factor == "f2" else 1 for v in variables]

    weights = rng.rand(len(columns), 3)
    monkeypatch.setattr(module, "_UNPACK_CELLS", 64)
    np.testing.assert_allclose(made.sums(weights.__getitem__), columns.T @ weights, rtol=1e-12)
    assert column_sums(np.empty((0, 500), np.uint8), weights.__getitem__).shape == (0, 3)


def test_high_density_is_mean_plus_two_sample_sds():
    density = np.concatenate([np.zeros(50), np.ones(49), [100.0]])
    assert (density >= KINDS["density"].threshold(density)).sum() == 1
    assert KINDS["density"].threshold(density) == pytest.approx(density.mean() + 2 * np.std(density, ddof=1), rel=1e-14)
    assert KINDS["density"].threshold(np.full(9, 3.0)) == np.inf
    assert KINDS["density"].threshold(np.full(1, 0.1)) == np.inf
    many = np.random.RandomState(3).rand(100_003) ** 3 + 1e3  # added up piece by piece
    assert KINDS["density"].threshold(many) == pytest.approx(many.mean() + 2 * many.std(ddof=1), rel=1e-15)


def test_candidates_of_a_small_layer_by_hand():
    square = np.array([[0, 0], [800, 0], [800, 400], [0, 400], [0, 0.0]])
    grid = lay_grid(Shapes.polygons([[square]]), 100.0)
    points = np.array([[50.0, 350.0], [150.0, 350.0], [5000.0, 0.0]])  # at the centres of two cells; far away
    made = make_candidates(grid, [Factor(FactorSpec("a", "both", 1, "half"), Shapes.points(points))], 200.0)
    assert [v.name for v in made.variables] == [
        "a_proximity_100", "a_proximity_200", "a_density_100", "a_density_200",
    ]  # fmt: skip
    at_100 = grid.raster(made.flags([0])[0], 0)
    assert at_100[:, :4].tolist() == [
        [1, 1, 1, 0],
        [1, 1, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
    ]  # <= 100, inclusive
    distance = np.hypot(*(grid.centroids[:, None] - points).transpose(2, 0, 1))
    for place, h in ((2, 100.0), (3, 200.0)):
        density = (2 / (np.pi * h**2) * np.maximum(1 - (distance / h) ** 2, 0)).sum(axis=1)
        cut = density.mean() + 2 * density.std(ddof=1)
        assert np.array_equal(made.flags([place])[0], density >= cut)
        assert made.thresholds[place] == pytest.approx(cut, rel=1e-12)


def assert_groups(rows, packed, unpenalised):
    table = np.column_stack([packed.T.astype(float), unpenalised])
    distinct = np.column_stack([rows.packed.T.astype(float), rows.unpenalised])
    assert np.array_equal(distinct[rows.row_of], table)
    assert rows.n_rows == len(np.unique(table, axis=0))


@pytest.mark.parametrize("n_bytes, q", [(0, 0), (1, 0), (8, 0), (9, 0), (19, 0), (3, 2), (0, 1), (17, 1)])
def test_distinct_rows(n_bytes, q):
    rng = np.random.RandomState(n_bytes + q)
    patterns = rng.randint(0, 256, (n_bytes, 40)).astype(np.uint8)
    levels = rng.choice([0.0, -0.0, 1.5, -2.0], (40, q))
    chosen = rng.randint(0, 40, 3000)
    packed, unpenalised = patterns[:, chosen], levels[chosen]
    rows = distinct_rows(packed, unpenalised if q else None)
    assert_groups(rows, packed, unpenalised)
    weights = rng.rand(3000)
    expected = np.zeros(rows.n_rows)
    np.add.at(expected, rows.row_of, weights)
    np.testing.assert_allclose(rows.sum(weights), expected, rtol=1e-12)


def test_rows_whose_hashes_collide_stay_apart():
    def first_round(word):
        key = word * np.uint64(0x9E3779B97F4A7C15)
        return key ^ (key >> np.uint64(29))

    with np.errstate(over="ignore"):
        left, right = np.array([1], np.uint64), np.array([2], np.uint64)
        second = np.array([77], np.uint64)
        words = np.array([[left[0], second[0]], [right[0], (first_round(left) ^ first_round(right) ^ second)[0]]])
    packed = np.ascontiguousarray(words).view(np.uint8).reshape(2, 16).T[:, [0, 1, 1, 0, 1]]
    _, keys = np.unique(np.stack(list(module._words(packed, np.empty((5, 0))))), axis=1, return_inverse=True)
    assert len(np.unique(keys)) == 2
    rows = distinct_rows(packed)
    assert rows.n_rows == 2
    assert_groups(rows, packed, np.empty((5, 0)))
