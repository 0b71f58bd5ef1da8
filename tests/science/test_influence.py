"""Distances and densities: closed forms, and the slow way of all cells by all features."""

import numpy as np
import pytest
from oracles import slow_density, slow_distance

from risk_terrain_modelling.rtm_plugin.errors import Cancelled
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space import influence
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid, lay_grid
from risk_terrain_modelling.rtm_plugin.space.influence import distance_to, kernel_density
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes


def study_grid(cell_size=25.0):
    """A ragged area of a few thousand cells far from the origin, as in national grids."""
    random = np.random.RandomState(4)
    angle = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    length = 600 + 600 * random.rand(40)
    ring = np.column_stack([530012.3 + length * np.cos(angle), 181007.9 + length * np.sin(angle)])
    return lay_grid(Shapes.polygons([[ring]]), cell_size)


def near(n, seed, spread=3200):
    return (np.random.RandomState(seed).rand(n, 2) - 0.5) * spread + (530000, 181000)


def walks(n_lines, n_vertices, step, seed):
    random = np.random.RandomState(seed)
    return [np.cumsum(random.randn(n_vertices, 2) * step, axis=0) + start for start in near(n_lines, seed)]


def blobs(n, radius, seed):
    random = np.random.RandomState(seed)
    angle = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    polygons = []
    for centre in near(n, seed):
        ring = np.column_stack([np.cos(angle), np.sin(angle)]) * radius * (0.5 + random.rand(24, 1))
        polygons.append([ring + centre, ring * 0.4 + centre])
    return polygons


LAYERS = {
    "few points": Shapes.points(near(9, 1)),
    "points": Shapes.points(near(800, 2)),
    "stacked points": Shapes.points(np.repeat(near(60, 3), 40, axis=0)),
    "dense points": Shapes.points(near(4000, 4, 300)),
    "one point far away": Shapes.points([(530000, 184000)]),
    "roads": Shapes.lines(walks(40, 30, 40, 5)),
    "long straight lines": Shapes.lines([near(2, seed, 9000) for seed in range(12)]),
    "a line of length 0": Shapes.lines([[(530003.3, 181004.4)]]),
    "polygons with holes, overlapping": Shapes.polygons(blobs(30, 180, 6)),
    "a polygon that holds everything": Shapes.polygons([[[(5e5, 1e5), (6e5, 1e5), (6e5, 2e5), (5e5, 2e5)]]]),
}


@pytest.mark.parametrize("limit", [40.0, 300.0, np.inf])
@pytest.mark.parametrize("name", LAYERS)
def test_distance_against_the_slow_way(name, limit):
    grid = study_grid()
    distance = distance_to(grid, LAYERS[name], limit)
    expected = slow_distance(grid, LAYERS[name], limit)
    assert np.array_equal(np.isinf(distance), np.isinf(expected))
    np.testing.assert_allclose(distance, expected, rtol=1e-9, atol=1e-9)


def test_distance_to_points_is_as_computed_directly():
    """To the last bit, so that a threshold at a distance of whole map units is a clean one."""
    grid = StudyGrid(0.0, 600.0, 10.0, np.ones((60, 80), dtype=bool))
    points = np.array([(35.0, 45.0), (405.0, 300.0)])
    dx, dy = (grid.centroids[:, None] - points[None]).transpose(2, 0, 1)
    distance = distance_to(grid, Shapes.points(points), 50.0)
    direct = np.sqrt(dx * dx + dy * dy).min(axis=1)
    assert np.array_equal(distance[direct <= 50], direct[direct <= 50])
    assert (distance == 50).sum() > 5  # triangles of 30, 40 and 50: the limit itself is within
    assert np.isinf(distance[direct > 50]).all()


def test_distance_of_tiny_grids_and_empty_layers():
    grid = StudyGrid(0.0, 1.0, 1.0, np.ones((1, 1), dtype=bool))
    assert distance_to(grid, Shapes.points([(3.5, 4.5)]), 10).tolist() == [5]
    assert distance_to(grid, Shapes.points([]), 10).tolist() == [np.inf]
    assert distance_to(grid, Shapes.polygons([]), np.inf).tolist() == [np.inf]
    row = StudyGrid(0.0, 1.0, 1.0, np.array([[True, False, False, True, True]]))
    assert distance_to(row, Shapes.lines([[(0, 0), (5, 0)]]), 10).tolist() == [0.5, 0.5, 0.5]


def test_inside_a_polygon_is_distance_0_and_in_its_hole_is_not():
    ring = np.array([(100, 100), (700, 100), (700, 700), (100, 700)], dtype=float)
    hole = np.array([(300, 300), (500, 300), (500, 500), (300, 500)], dtype=float)
    grid = StudyGrid(0.0, 800.0, 100.0, np.ones((8, 8), dtype=bool))
    distance = grid.raster(distance_to(grid, Shapes.polygons([[ring, hole]]), 60.0))
    assert (distance[1:7, 1:7] > 0).sum() == 4  # the hole's cells
    assert (distance[3:5, 3:5] == 50).all()
    assert distance[0, 3] == 50
    assert np.isinf(distance[0, 0])


def test_kernel_closed_form():
    grid = StudyGrid(0.0, 100.0, 100.0, np.ones((1, 20), dtype=bool))
    density = kernel_density(grid, np.array([(50.0, 50.0)]), [500.0])[0]
    assert density[0] == pytest.approx(2.5464791e-6, rel=1e-7)
    u = np.arange(20) / 5
    np.testing.assert_allclose(density, np.maximum(0, 2 / (np.pi * 500**2) * (1 - u**2)), rtol=1e-14)
    half = kernel_density(grid, np.array([(300.0, 50.0)]), [500.0])[0, 0]
    assert half == pytest.approx(1.9098593e-6, rel=1e-7)


@pytest.mark.parametrize("cell_size", [25.0, 40.0, 333.3])
def test_density_against_the_slow_way(cell_size):
    grid = study_grid(cell_size)
    points = np.vstack([near(900, 8, 4000), np.repeat(near(10, 9), 50, axis=0)])
    bandwidths = [150.0, 50.0, 300.0, 10.0, 100.0]
    density = kernel_density(grid, points, bandwidths)
    assert density.shape == (5, grid.n_cells)
    for h, row in zip(bandwidths, density):
        expected = slow_density(grid, points, h)
        np.testing.assert_allclose(row, expected, rtol=1e-9, atol=1e-15 / h**2)


@pytest.mark.parametrize("at", [0.0, 0.5])
def test_density_of_points_on_the_grid_reaches_no_further_than_the_bandwidth(at):
    """Bandwidths of whole and half cells end at centroids: smaller windows lose none of a larger one's cells."""
    grid = StudyGrid(530012.3, 181020.7, 33.3, np.random.RandomState(1).rand(40, 30) < 0.7)
    points = np.random.RandomState(2).randint(-4, 34, (60, 2)) + at
    points = points * 33.3 + (530012.3, 181020.7 - 40 * 33.3)
    ladder = [33.3 * half / 2 for half in range(1, 7)]
    for h, together in zip(ladder, kernel_density(grid, points, ladder)):
        np.testing.assert_allclose(together, slow_density(grid, points, h), rtol=1e-9, atol=1e-10 / h**2)


def test_density_integrates_to_the_number_of_points():
    grid = StudyGrid(0.0, 1000.0, 2.0, np.ones((500, 500), dtype=bool))
    points = np.random.RandomState(0).rand(20, 2) * 600 + 200
    density = kernel_density(grid, points, [100.0, 150.0])
    np.testing.assert_allclose(density.sum(axis=1) * 4, 20, rtol=1e-4)


def test_density_without_points():
    grid = study_grid(100.0)
    assert not kernel_density(grid, np.empty((0, 2)), [50.0, 100.0]).any()
    assert not kernel_density(grid, np.array([(0.0, 0.0)]), [50.0]).any()


def test_order_of_the_features_changes_no_bit(monkeypatch):
    grid = study_grid()
    random = np.random.RandomState(11)
    points = np.vstack([near(3000, 12), near(20, 13), near(20, 13)])
    lines, polygons = walks(60, 20, 40, 14), blobs(60, 100, 15)
    density = kernel_density(grid, points, [60.0, 300.0])
    distances = [distance_to(grid, s, 300.0) for s in
                 (Shapes.points(points), Shapes.lines(lines), Shapes.polygons(polygons))]  # fmt: skip
    for _ in range(3):
        points = points[random.permutation(len(points))]
        lines = [lines[i][::-1] for i in random.permutation(60)]
        polygons = [[ring[::-1] for ring in polygons[i]] for i in random.permutation(60)]
        assert np.array_equal(kernel_density(grid, points, [60.0, 300.0]), density)
        shapes = Shapes.points(points), Shapes.lines(lines), Shapes.polygons(polygons)
        for each, expected in zip(shapes, distances):
            assert np.array_equal(distance_to(grid, each, 300.0), expected)
        monkeypatch.setattr(influence, "_BATCH", 5000)
        for each, expected in zip(shapes, distances):
            assert np.array_equal(distance_to(grid, each, 300.0), expected), "batches change a distance"
        monkeypatch.undo()


def test_progress_rises_to_1_and_cancels():
    grid, points = study_grid(10.0), near(2000, 16)
    told = []
    for run in (
        lambda progress: distance_to(grid, Shapes.points(points), 300.0, progress),
        lambda progress: kernel_density(grid, points, [100.0, 300.0], progress),
    ):
        told.clear()
        run(Progress(told.append))
        assert told == sorted(told)
        assert told[-1] == 1
        assert len(told) > 5
        told.clear()
        with pytest.raises(Cancelled):
            run(Progress(told.append, cancelled=lambda: len(told) >= 3))
        assert len(told) == 3
