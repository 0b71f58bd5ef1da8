"""Priority places: the same cells as the slow obvious way, outlines that never change them."""

import json

import numpy as np
import pytest
from oracles import flood, slow_budget, slow_compact
from scipy import ndimage

from risk_terrain_modelling.rtm_plugin.errors import SettingsError
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid, lay_grid
from risk_terrain_modelling.rtm_plugin.space.outlines import outlines
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes, contains
from risk_terrain_modelling.rtm_plugin.use.history import join
from risk_terrain_modelling.rtm_plugin.use.places import METHODS, PlaceRules, compact_places, find_places, levels


def grid_of(mask):
    return StudyGrid(530000.0, 181000.0, 50.0, np.asarray(mask, dtype=bool))


def risky(seed, shape=(23, 31), n_levels=6):
    """A ragged grid with clumped scores of few distinct values."""
    random = np.random.RandomState(seed)
    grid = grid_of(random.rand(*shape) < 0.93)
    smooth = random.rand(*shape)
    for axis in (0, 1):
        smooth = smooth + np.roll(smooth, 1, axis) + np.roll(smooth, -1, axis)
    cut = np.quantile(smooth, np.linspace(0.5, 0.98, n_levels))
    scores = 2.0 ** np.searchsorted(cut, smooth[grid.mask])
    return grid, scores


def run(grid, scores, counts=None, **rules):
    said = []
    places = find_places(
        grid,
        scores,
        PlaceRules(**{"method": "above_2sd", **rules}),
        scores.mean(),
        scores.std(ddof=1),
        scores / 10,
        counts,
        Progress(say=said.append, alert=said.append),
    )
    return places, " ".join(said)


def cells_of(places):
    return {frozenset(place.cells.tolist()) for place in places}


@pytest.mark.parametrize("bridge", [True, False])
@pytest.mark.parametrize("seed", range(5))
def test_places_above_two_sd_are_those_of_a_flood_fill(seed, bridge):
    grid, scores = risky(seed)
    counts = np.random.RandomState(seed).poisson(1, grid.n_cells)
    places, _ = run(grid, scores, counts, bridge=bridge)
    groups = flood(grid, scores > scores.mean() + 2 * scores.std(ddof=1), bridge)
    assert cells_of(places) == set(groups)
    key = [(-round(sum(scores[list(g)]), 6), min(g)) for g in groups]
    assert [min(place.cells) for place in places] == [first for _, first in sorted(key)]
    for rank, place in enumerate(places, 1):
        here = scores[place.cells]
        assert place.rank == rank
        assert (place.score_mean, place.score_max) == pytest.approx((here.mean(), here.max()))
        assert place.expected == pytest.approx(here.sum() / 10)
        assert place.observed == counts[place.cells].sum()


def test_corners_bridge_only_where_asked():
    grid = grid_of(np.ones((6, 6)))
    scores = np.ones(36)
    scores[[7, 14]] = 9.0  # (1, 1) and (2, 2)
    assert cells_of(run(grid, scores)[0]) == {frozenset([7, 14])}
    assert [place.cells.tolist() for place in run(grid, scores, bridge=False)[0]] == [[7], [14]]


@pytest.mark.parametrize("percent", [0.1, 1, 5, 20, 60, 100])
def test_top_percent_takes_whole_levels_and_comes_nearest(percent):
    grid, scores = risky(3)
    places, said = run(grid, scores, method="top_percent", percent=percent)
    n = sum(len(place.cells) for place in places)
    possible = [(scores >= level).sum() for level in np.unique(scores)]
    assert abs(n - percent / 100 * len(scores)) == min(abs(p - percent / 100 * len(scores)) for p in possible)
    assert n in possible
    assert "taken or left together" in said


def test_top_places_are_the_first_of_those_above_two_sd():
    grid, scores = risky(1)
    everything, _ = run(grid, scores)
    assert len(everything) > 3
    first, _ = run(grid, scores, method="top_places", n_places=3)
    assert [p.cells.tolist() for p in first] == [p.cells.tolist() for p in everything[:3]]
    _, said = run(grid, scores, method="top_places", n_places=1000)
    assert f"Only {len(everything)} of the 1,000 places asked for" in said


@pytest.mark.parametrize("budget", [1, 7, 40, 41, 150, 10_000])
def test_an_area_budget_is_spent_to_the_last_cell(budget):
    grid, scores = risky(4)
    places, said = run(grid, scores, method="area_budget", area=budget * 2500.0 + 3)
    taken = sorted(cell for place in places for cell in place.cells.tolist())
    assert len(taken) == min(budget, grid.n_cells)
    assert taken == sorted(slow_budget(grid, scores, budget))
    cut = budget < grid.n_cells and budget not in [(scores >= level).sum() for level in np.unique(scores)]
    assert ("The budget ends among" in said) == cut


@pytest.mark.parametrize("bridge", [True, False])
def test_patrol_places_hold_what_a_patrol_covers(bridge):
    grid, scores = risky(2)
    places, _ = run(grid, scores, method="patrol_places", n_places=6, patrol_area=9 * 2500.0, bridge=bridge)
    assert len(places) == 6
    every = [cell for place in places for cell in place.cells.tolist()]
    assert len(every) == len(set(every))
    assert max(scores[every]) == scores.max()
    for place in places:
        assert len(place.cells) <= 9
        assert (scores[place.cells] > scores.mean()).all()
        first = place.cells[scores[place.cells] == scores[place.cells].max()]
        far = np.hypot(*(grid.centroids[place.cells][:, None] - grid.centroids[first]).transpose(2, 0, 1))
        assert far.max(axis=0).min() <= 3 * 50.0, "no farther from its beginning than a square's side"
        alone = np.zeros(grid.n_cells, dtype=bool)
        alone[place.cells] = True
        assert len(flood(grid, alone, bridge)) == 1
    few, said = run(grid, scores, method="patrol_places", n_places=10_000, patrol_area=2500.0)
    assert len(few) == (scores > scores.mean()).sum()
    assert "No cell above the mean score is left" in said


def test_one_patrol_place_on_a_hill_is_compact():
    grid = grid_of(np.ones((9, 9)))
    scores = np.ones(81)
    scores[40] = 3.0
    scores[[31, 39, 41, 49, 0]] = 2.0
    (place,), _ = run(grid, scores, method="patrol_places", n_places=1, patrol_area=4 * 2500.0)
    assert place.cells.tolist() == [31, 39, 40, 41]


def test_small_places_are_left_out():
    grid, scores = risky(0)
    everything, _ = run(grid, scores)
    large, said = run(grid, scores, min_cells=4)
    assert cells_of(large) == {cells for cells in cells_of(everything) if len(cells) >= 4}
    assert f"fewer than 4 cells: {len(everything) - len(large)}" in said


@pytest.mark.parametrize("ranking", ["expected", "mean", "maximum"])
def test_ranking_and_ties_by_position(ranking):
    grid = grid_of(np.ones((9, 30)))
    scores = np.ones(270)
    scores[[62, 68]] = 8.0  # equal places
    scores[[130, 131, 132, 133]] = 6.0
    places, _ = run(grid, scores, ranking=ranking, method="top_percent", percent=6 / 2.7)
    first = {"expected": [130, 62, 68], "mean": [62, 68, 130], "maximum": [62, 68, 130]}[ranking]
    assert [place.cells[0] for place in places] == first


def test_rounding_noise_makes_no_levels():
    scores = np.array([1.0, 2.0, 2.0 * (1 + 1e-15), 2.1, 1.0 - 1e-16])
    assert levels(scores).tolist() == [0, 1, 1, 2, 0]


@pytest.mark.parametrize("method", METHODS)
def test_the_same_risk_everywhere_has_no_places(method):
    grid = grid_of(np.ones((4, 4)))
    places, said = run(grid, np.ones(16), method=method)
    assert places == []
    assert "no priority places" in said


@pytest.mark.parametrize(
    "rules, words",
    [
        ({"method": "best"}, "use one of compact_places, above_2sd"),
        ({"percent": 0}, "0% of the area cannot be taken"),
        ({"n_places": 0}, "0 places are too few"),
        ({"area": -1.0}, "A budget of -1 is not an area"),
        ({"min_cells": 0}, "use at least 1"),
        ({"method": "area_budget", "area": 2000.0}, "smaller than one cell"),
        ({"method": "patrol_places", "patrol_area": 2000.0}, "smaller than one cell"),
    ],
)
def test_rules_that_make_no_sense_are_named(rules, words):
    grid, scores = risky(0)
    with pytest.raises(SettingsError, match=words):
        run(grid, scores, **rules)


def groups_of(numbers):
    return [np.flatnonzero(numbers == rank) for rank in range(1, numbers.max() + 1)]


def random_places(seed, bridge):
    """Places of every awkward kind: noise at many densities, holes, parts that touch at corners."""
    random = np.random.RandomState(seed)
    grid = grid_of(np.ones((17, 19)))
    density = random.uniform(0.2, 0.9)
    mask = random.rand(grid.n_cells) < density
    numbers = np.zeros(grid.n_cells, dtype=np.int64)
    for number, group in enumerate(sorted(flood(grid, mask, bridge), key=min), 1):
        numbers[list(group)] = number
    return grid, numbers


@pytest.mark.parametrize("bridge", [True, False])
@pytest.mark.parametrize("smooth", [True, False])
@pytest.mark.parametrize("seed", range(20))
def test_outlines_hold_exactly_their_cells(seed, smooth, bridge):
    grid, numbers = random_places(seed, bridge)
    drawn = outlines(grid, groups_of(numbers), smooth, bridge)
    for number, polygons in enumerate(drawn, 1):
        member = numbers == number
        assert contains(Shapes.polygons(polygons), grid.centroids).tolist() == member.tolist()
        area = 0.0
        for rings in polygons:
            for place, ring in enumerate(rings):
                x, y = ring.T
                signed = 0.5 * (x[:-1] * y[1:] - x[1:] * y[:-1]).sum()
                assert (signed < 0) == (place == 0), "the exterior comes first and turns clockwise"
                area -= signed
        if not smooth:
            assert area == pytest.approx(member.sum() * 2500.0)
        elif bridge:
            assert len(polygons) == 1, "smoothed outlines bridge the corners"


def test_an_outline_follows_the_cells_edges_without_needless_vertices():
    grid = grid_of(np.ones((5, 5)))
    numbers = np.zeros(25, dtype=np.int64)
    numbers[[6, 7, 8, 11, 13, 16, 17, 18]] = 1  # a ring with one cell missing
    (((exterior, hole),),) = outlines(grid, groups_of(numbers))
    assert exterior.tolist() == [
        [530200, 180950],
        [530200, 180800],
        [530050, 180800],
        [530050, 180950],
        [530200, 180950],
    ]
    assert len(hole) == 5


def test_neighbouring_places_share_their_edge():
    grid = grid_of(np.ones((1, 2)))
    left, right = outlines(grid, groups_of(np.array([1, 2])))
    assert left[0][0][:, 0].max() == right[0][0][:, 0].min() == 530050


@pytest.mark.parametrize("seed", range(6))
def test_compact_places_are_those_of_the_slow_way(seed):
    rng = np.random.RandomState(seed)
    grid = StudyGrid(0.0, 1600.0, 50.0, rng.rand(32, 27) < 0.9)
    weights = rng.gamma(0.5, 2.0, grid.n_cells)
    start = weights > weights.mean()
    numbers = compact_places(grid, weights, start, 6, 9 + seed)
    found = [np.flatnonzero(numbers == number).tolist() for number in range(1, numbers.max() + 1)]
    assert found == slow_compact(grid, weights, start, 6, 9 + seed)


def test_compact_places_can_be_walked():
    """In one piece, of the size asked for, with short outlines, and apart from each other."""
    rng = np.random.RandomState(8)
    grid = StudyGrid(0.0, 5000.0, 50.0, np.ones((100, 100), dtype=bool))
    hills = sum(np.exp(-((grid.centroids - centre) ** 2).sum(axis=1) / 400.0**2) for centre in rng.rand(12, 2) * 5000)
    weights = hills * rng.gamma(0.7, 1.0, grid.n_cells)
    numbers = compact_places(grid, weights, weights > weights.mean(), 12, 16)
    check_walkable(grid, numbers, 12, 16)
    held = [weights[numbers == number].sum() for number in range(1, 13)]
    assert held[0] == max(held) or held[0] > 0.8 * max(held)


def check_walkable(grid, numbers, n_places, most):
    """``most`` cells in one piece, Polsby-Popper above 0.4 (a square has 0.79), half a side between two places."""
    assert numbers.max() == n_places
    raster = grid.raster(numbers, fill=0).astype(int)
    for number in range(1, n_places + 1):
        place = np.pad(raster == number, 1)
        assert place.sum() == most and ndimage.label(place)[1] == 1
        outline = sum((place != np.roll(place, 1, axis)).sum() for axis in (0, 1))
        assert 4 * np.pi * most / outline**2 > 0.4
        others = (raster > 0) & (raster != number)
        apart = ndimage.distance_transform_edt(~(raster == number))[others]
        assert apart.min() > round(most**0.5 / 2)


@pytest.mark.parametrize("layer, cell, most", [("robbery_2022", 50.0, 16), ("violence_2022", 25.0, 64)])
def test_places_of_camden_can_be_walked(shared_data, layer, cell, most):
    """Ten places of 4 ha in a real borough, cut from a flat terrain and its history: as ragged as weights come.

    A place is worth its walk: hardly a square of its size holds more.
    """
    ogr = pytest.importorskip("osgeo.ogr")
    ogr.UseExceptions()
    data = ogr.Open(str(shared_data / "london_camden.gpkg"))
    feature = data.GetLayerByName("study_area").GetNextFeature()  # kept: its geometry lives as long as it
    area = json.loads(feature.GetGeometryRef().ExportToJson())
    polygons = [area["coordinates"]] if area["type"] == "Polygon" else area["coordinates"]
    grid = lay_grid(Shapes.polygons([[np.array(ring)[:, :2] for ring in rings] for rings in polygons]), cell)
    points = np.array([one.GetGeometryRef().GetPoint_2D() for one in data.GetLayerByName(layer)])
    weights = join(grid, np.ones(grid.n_cells), grid.count(points)).expected
    numbers = compact_places(grid, weights, weights > weights.mean(), 10, most)
    check_walkable(grid, numbers, 10, most)
    side = round(most**0.5)
    square = ndimage.convolve(grid.raster(weights, fill=0.0), np.ones((side, side)), mode="constant")
    held = np.bincount(numbers, weights)[1:]
    assert held.min() > np.quantile(square[grid.mask], 0.97) and held[0] > 0.8 * square.max()


def test_equal_surroundings_are_taken_from_the_north_west():
    grid = StudyGrid(0.0, 1000.0, 50.0, np.ones((20, 20), dtype=bool))
    numbers = compact_places(grid, np.ones(400), np.ones(400, dtype=bool), 3, 4)
    first = np.flatnonzero(numbers == 1)
    assert (np.array(divmod(first, 20)) < 6).all()
    assert (compact_places(grid, np.full(400, 7.3), np.ones(400, dtype=bool), 3, 4) == numbers).all()
