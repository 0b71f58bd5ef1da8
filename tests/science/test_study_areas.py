"""Proposed study areas: the same as slow obvious ways, and what can be said without computing."""

import numpy as np
import pytest
from oracles import slow_areas

from risk_terrain_modelling.rtm_plugin.errors import SettingsError
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.use.study_areas import AreaRules, grow_areas, incidents_of_polygons, rank


def whole_grid(rows, cols, size=100.0):
    return StudyGrid(0.0, rows * size, size, np.ones((rows, cols), dtype=bool))


def square(x, y, side):
    return np.array([[x, y], [x + side, y], [x + side, y + side], [x, y + side]], dtype=float)


def test_incidents_of_polygons_are_counted_like_one_by_one():
    rng = np.random.RandomState(3)
    points = np.vstack([rng.rand(300, 2) * 1000, [[200, 250], [400, 400]]])
    with_hole = Shapes.polygons([[square(100, 100, 600), square(300, 300, 200)]])
    two_parts = Shapes.polygons([[square(0, 0, 200)], [square(800, 800, 150)]])
    away = Shapes.polygons([[square(5000, 0, 10)]])
    found = incidents_of_polygons([with_hole, two_parts, away], points)

    def within(x, y, side):
        return ((points >= [x, y]) & (points <= [x + side, y + side])).all(axis=1)

    hole = ((points > 300) & (points < 500)).all(axis=1)
    assert found[0].tolist() == np.flatnonzero(within(100, 100, 600) & ~hole).tolist()
    assert found[1].tolist() == np.flatnonzero(within(0, 0, 200) | within(800, 800, 150)).tolist()
    assert len(found[2]) == 0


def test_ranking_by_count_and_by_density():
    counts, areas = [50, 120, 200, 120, 300], [1.0, 2.0, 5.0, 2.0, 0.0]
    rules = AreaRules(n_areas=3, min_incidents=100)
    assert rank(counts, areas, rules).tolist() == [2, 1, 3]
    by_density = AreaRules(n_areas=9, min_incidents=1, ranking="density")
    assert rank(counts, areas, by_density).tolist() == [1, 3, 0, 2]
    assert rank(counts, areas, AreaRules(min_incidents=1000)).tolist() == []


def test_one_hot_spot_becomes_the_disc_around_it():
    grid = whole_grid(41, 41)
    points = np.repeat([[2050.0, 2050.0]], 30, axis=0)
    rules = AreaRules(min_incidents=30, min_area=500_000.0)
    (cells,) = grow_areas(grid, points, 1000.0, rules)
    assert len(cells) == 50
    away = np.hypot(*(grid.centroids - [2050, 2050]).T)
    others = np.delete(away, cells)
    assert away[cells].max() <= others.min() + 1e-9  # nearest cells only: the density falls with distance


def test_an_isolated_hot_spot_grows_beyond_its_kernel():
    """Where the density is 0 the nearest cells are taken."""
    grid = whole_grid(31, 31)
    points = np.repeat([[1550.0, 1550.0]], 10, axis=0)
    (cells,) = grow_areas(grid, points, 150.0, AreaRules(min_incidents=10, min_area=1_000_000.0))
    assert len(cells) == 100
    assert np.hypot(*(grid.centroids[cells] - [1550, 1550]).T).max() < 700


def test_two_hot_spots_are_two_areas_and_the_slope_of_one_is_none():
    grid = whole_grid(30, 60)
    points = np.vstack([np.repeat([[950.0, 1550.0]], 60, 0), np.repeat([[4550.0, 1550.0]], 40, 0)])
    areas = grow_areas(grid, points, 800.0, AreaRules(n_areas=9, min_incidents=40, min_area=400_000.0))
    assert [len(cells) for cells in areas] == [40, 40]
    counts = [grid.count(points)[cells].sum() for cells in areas]
    assert counts == [60, 40]
    more = AreaRules(n_areas=9, min_incidents=41, min_area=400_000.0)
    alone, *rest = grow_areas(grid, points, 800.0, more)
    assert grid.count(points)[alone].sum() == 60 and not rest  # the second cannot reach 41 by itself


def test_areas_are_grown_like_the_slow_obvious_way():
    rng = np.random.RandomState(5)
    mask = rng.rand(25, 30) < 0.9
    grid = StudyGrid(0.0, 2500.0, 100.0, mask)
    centres = rng.rand(5, 2) * [3000, 2500]
    points = np.vstack([rng.normal(centre, 150, (60, 2)) for centre in centres] + [rng.rand(80, 2) * 2500])
    rules = AreaRules(n_areas=4, min_incidents=45, min_area=250_000.0)
    areas = grow_areas(grid, points, 400.0, rules)
    assert [cells.tolist() for cells in areas] == slow_areas(grid, points, 400.0, rules)
    shuffled = grow_areas(grid, points[rng.permutation(len(points))], 400.0, rules)
    assert [cells.tolist() for cells in areas] == [cells.tolist() for cells in shuffled]
    together = np.concatenate(areas)
    assert len(np.unique(together)) == len(together) and len(areas) == 4


@pytest.mark.parametrize(
    "rules, words",
    [
        ({"n_areas": 0}, "0 study areas are too few; use at least 1."),
        ({"min_incidents": 0}, "use at least 1"),
        ({"min_area": -1.0}, "A smallest study area of -1 is not an area; use 0 or more."),
        ({"ranking": "size"}, "use one of count, density"),
    ],
)
def test_what_is_no_rule_is_refused(rules, words):
    with pytest.raises(SettingsError, match=words):
        AreaRules(**rules).validate()


def test_a_bandwidth_below_a_cell_is_refused():
    with pytest.raises(SettingsError, match="A bandwidth of 50 is too small for cells of 100"):
        grow_areas(whole_grid(3, 3), np.zeros((1, 2)), 50.0, AreaRules())


def test_nothing_anywhere_makes_no_area():
    assert grow_areas(whole_grid(3, 3), np.empty((0, 2)), 200.0, AreaRules()) == []
