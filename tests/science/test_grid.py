"""The study grid: which cells are model cells, and which of them a point belongs to."""

import re

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import GridError, SettingsError
from risk_terrain_modelling.rtm_plugin.space import grid as grid_module
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid, lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes, contains


def box(x0, y0, x1, y1):
    return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], dtype=float)


def area(*rings):
    """One polygon for each list of rings; a lone ring is a polygon without holes."""
    return Shapes.polygons([ring if isinstance(ring, list) else [ring] for ring in rings])


L_SHAPE = np.array([(0, 0), (400, 0), (400, 100), (200, 100), (200, 400), (0, 400)], dtype=float)
BIG_L = np.array([(0, 0), (400, 0), (400, 200), (200, 200), (200, 400), (0, 400)], dtype=float)


def star(centre, n, radius, seed):
    random = np.random.RandomState(seed)
    angle = np.linspace(0, 2 * np.pi, n, endpoint=False)
    length = radius * (0.4 + 0.6 * random.rand(n))
    return np.column_stack([centre[0] + length * np.cos(angle), centre[1] + length * np.sin(angle)])


def test_touching_cells_are_no_model_cells():
    grid = lay_grid(area(BIG_L), 100)
    assert grid.n_cells == 12  # 15 cells touch it
    assert grid.mask.astype(int).tolist() == [[1, 1, 0, 0], [1, 1, 0, 0], [1, 1, 1, 1], [1, 1, 1, 1]]
    assert (grid.x_min, grid.y_max, grid.cell_size) == (0, 400, 100)
    assert lay_grid(area(L_SHAPE), 100).n_cells == 10


@pytest.mark.parametrize("noise", [1e-9, 1e-5])
def test_float_noise_of_an_aligned_area_adds_no_cells(noise):
    random = np.random.RandomState(0)
    for _ in range(20):
        ring = BIG_L + 523900 + noise * (random.rand(6, 2) - 0.5)
        assert lay_grid(area(ring), 100).n_cells == 12
    assert lay_grid(area(BIG_L + 0.01), 100).n_cells == 21, "a true overlap counts"


@pytest.mark.parametrize("cell_size", [76.2, 0.1, 30.48, 1 / 3])
def test_area_whose_bounds_are_multiples_of_an_awkward_cell_size(cell_size):
    ring = box(*(np.array([6871, 2362, 6871 + 13, 2362 + 7]) * cell_size))
    grid = lay_grid(area(ring), cell_size)
    assert grid.mask.shape == (7, 13)
    assert grid.mask.all()


@pytest.mark.parametrize("cell_size", [37.0, 23.0, 400.0])
def test_overlap_against_dense_sampling(cell_size):
    """Every sampled point inside lies in a model cell, and every model cell has one (up to slivers)."""
    rings = [star((100, 50), 40, 300, 1), star((180, 90), 23, 250, 2)]
    study_area = Shapes.polygons([[rings[0], (rings[0] - (100, 50)) * 0.5 + (100, 50)], [rings[1]]])
    grid = lay_grid(study_area, cell_size)
    step = np.linspace(1e-4, 1 - 1e-4, 41)
    x = (grid.x_min + (np.arange(grid.cols)[:, None] + step) * cell_size).ravel()
    y = (grid.y_max - (np.arange(grid.rows)[:, None] + step) * cell_size).ravel()
    sampled = contains(study_area, np.column_stack([np.tile(x, len(y)), np.repeat(y, len(x))]))
    sampled = sampled.reshape(grid.rows, 41, grid.cols, 41).any(axis=(1, 3))
    assert not (sampled & ~grid.mask).any()
    assert (grid.mask & ~sampled).sum() <= 0.01 * grid.n_cells  # samples miss the thinnest corners


def test_centroid_rule():
    study_area = area([star((0, 0), 60, 900, 5), star((0, 0), 30, 300, 6)], star((300, 200), 60, 700, 7))
    overlap, centroid = lay_grid(study_area, 40), lay_grid(study_area, 40, rule="centroid")
    assert centroid.mask.shape == overlap.mask.shape
    assert np.array_equal(centroid.mask.ravel()[overlap.cells], contains(study_area, overlap.centroids))
    assert not (centroid.mask & ~overlap.mask).any()


def test_neighbours_share_centroids_on_their_common_edge():
    west, east = box(0, 0, 150, 100), box(150, 0, 300, 100)  # the edge runs through centroids
    cells = [lay_grid(area(ring), 100, rule="centroid").n_cells for ring in (west, east)]
    assert sum(cells) == 3


def test_holes_and_overlapping_polygons():
    with_hole = [box(0, 0, 1000, 1000), box(200, 200, 500, 500)]
    assert lay_grid(area(with_hole), 100).n_cells == 100 - 9
    assert lay_grid(area(with_hole, box(300, 300, 400, 400)), 100).n_cells == 100 - 9 + 1
    assert lay_grid(area(with_hole, with_hole, box(900, 900, 1100, 1000)), 100).n_cells == 100 - 9 + 1


def test_exclude_drops_only_cells_that_lie_wholly_inside():
    square = area(box(0, 0, 1000, 1000))
    assert lay_grid(square, 100, exclude=area(box(0, 0, 525, 525))).n_cells == 75
    assert lay_grid(square, 100, exclude=area(box(-5e6, -5e6, 525, 525))).n_cells == 75
    assert lay_grid(square, 100, exclude=area(box(200, 200, 300, 300))).n_cells == 99
    assert lay_grid(square, 100, exclude=area([box(0, 0, 500, 500), box(210, 210, 220, 220)])).n_cells == 76
    assert lay_grid(square, 100, exclude=area(box(2000, 0, 3000, 1000))).n_cells == 100
    assert lay_grid(square, 100, exclude=Shapes.polygons([])).n_cells == 100


def test_neighbouring_areas_have_the_same_grid_lines():
    a = lay_grid(area(box(523951.7, 180964.5, 524400, 181300)), 50)
    b = lay_grid(area(box(524395, 181111.1, 525000, 181299)), 50)
    assert (a.x_min, a.y_max) == (523950, 181300)
    assert (b.x_min % 50, b.y_max % 50) == (0, 0)
    shared = np.isin(a.centroids.view(complex), b.centroids.view(complex)).sum()
    assert shared == 1 * 4


def test_cells_centroids_and_raster():
    grid = lay_grid(area(L_SHAPE), 100)
    assert grid.cells.tolist() == [0, 1, 4, 5, 8, 9, 12, 13, 14, 15]
    assert grid.centroids[0].tolist() == [50, 350]
    assert grid.centroids[-1].tolist() == [350, 50]
    raster = grid.raster(np.arange(10), fill=-1)
    assert raster.tolist() == [[0, 1, -1, -1], [2, 3, -1, -1], [4, 5, -1, -1], [6, 7, 8, 9]]
    assert np.isnan(grid.raster(np.arange(10))).sum() == 6
    assert np.array_equal(grid.cell_of(grid.centroids), np.arange(10))


def test_points_on_edges_are_counted_once():
    grid = StudyGrid(0.0, 2.0, 1.0, np.ones((2, 2), dtype=bool))  # cells: 0 1 / 2 3
    cases = {
        (1, 0.5): 2, (0.5, 1): 2, (1, 1): 2, (2, 0.5): 3, (1.5, 1): 3, (1, 1.5): 0,
        (2, 2): 1, (0, 0): 2, (0, 2): 0, (2, 0): 3, (1, 2): 0,
        (2.001, 1): -1, (-0.001, 1): -1, (0.5, 2.001): -1, (1e12, -1e12): -1,
    }  # fmt: skip
    points = np.array(list(cases), dtype=float)
    assert grid.cell_of(points).tolist() == list(cases.values())
    assert grid.count(points).tolist() == [3, 1, 4, 3]

    ring = StudyGrid(0.0, 3.0, 1.0, np.array([[0, 1, 1], [1, 0, 1], [0, 1, 0]], dtype=bool))
    corners = np.array([(1, 1), (2, 1), (1, 2), (2, 2), (1.5, 1.0), (1.0, 1.5), (0.5, 0.5), (3, 1), (0, 1)])
    #                   SE,     SW,     SW,     SE,     south,      west,       none,       NW,     NE
    assert ring.cell_of(corners).tolist() == [4, 4, 2, 3, 4, 2, -1, 3, 2]


def test_points_on_the_edges_of_awkward_cells():
    grid = lay_grid(area(box(*(np.array([6871, 2362, 6884, 2369]) * 76.2))), 76.2)
    k = np.arange(6871, 6885) * 76.2
    on_lines = np.column_stack([k, np.full(14, 2363 * 76.2)])
    row = 6 * 13  # south of the second line from the south
    assert grid.cell_of(on_lines).tolist() == [row, *range(row, row + 13)]


def test_cell_of_against_the_slow_way():
    grid = lay_grid(area(star((0, 0), 50, 900, 5)), 60)
    points = np.random.RandomState(1).rand(2000, 2) * 2000 - 1000
    cell = grid.cell_of(points)
    for point, found in zip(points, cell):
        hit = np.flatnonzero((np.abs(grid.centroids - point) <= 30).all(axis=1))
        assert hit.tolist() == ([found] if found >= 0 else [])
    assert grid.count(points).sum() == (cell >= 0).sum() > 0
    assert grid.count(np.empty((0, 2))).sum() == 0


@pytest.mark.parametrize("width, height", [(1000, 1000), (58389.3, 45083.1), (1e6, 0.001), (3.3, 7e7)])
def test_too_many_cells_names_a_size_that_fits(width, height):
    study_area = area(box(523951.7, 180964.5, 523951.7 + width, 180964.5 + height))
    for cell_size in (1e-5, 1e-6):
        with pytest.raises(GridError, match=r"too small .* 10,000 cells; use a cell size of") as caught:
            lay_grid(study_area, cell_size, max_cells=10_000)
    advice = float(re.search(r"size of ([-+.e\d]+) or more", str(caught.value))[1])
    grid = lay_grid(study_area, advice, max_cells=10_000)
    assert grid.mask.size <= 10_000
    assert advice <= 1.15 * max(np.sqrt(width * height / 1e4), width / 1e4, height / 1e4) * 1.1


def test_the_check_of_the_number_of_cells_comes_first(monkeypatch):
    monkeypatch.setattr(grid_module, "centres_inside", None)
    with pytest.raises(GridError, match="25,000,000"):
        lay_grid(area(box(0, 0, 1e9, 1e9)), 1)


@pytest.mark.parametrize(
    "study_area, settings, text",
    [
        (Shapes.polygons([]), {}, "no polygon; use"),
        (Shapes.points([(1, 2)]), {}, "no polygon; use"),
        (area(BIG_L), {"cell_size": 0}, "cell size of 0 is not a length"),
        (area(BIG_L), {"cell_size": -5}, "cell size of -5"),
        (area(BIG_L), {"cell_size": float("nan")}, "cell size of nan"),
        (area(BIG_L), {"cell_size": float("inf")}, "cell size of inf"),
        (area(BIG_L), {"rule": "touch"}, "'touch' is not known; use overlap or centroid"),
        (area(box(0, 0, 20, 20)), {"rule": "centroid"}, "No cell of 100 map units .* smaller cells or"),
        (area(box(10, 10, 20, 10)), {}, "no extent; use a layer of areas"),
        (area(box(1e-5, 0, 2e-5, 400)), {}, "No cell of 100 map units .* smaller cells"),
        (area(BIG_L), {"exclude": area(box(-1, -1, 500, 500))}, "exclude cover every cell"),
    ],
)
def test_unusable_input_is_refused_with_a_remedy(study_area, settings, text):
    with pytest.raises((GridError, SettingsError), match=text):
        lay_grid(study_area, **{"cell_size": 100, **settings})
