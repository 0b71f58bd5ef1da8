"""Geometry as arrays: closed rings, and which points are inside."""

import numpy as np
import pytest
from oracles import slow_contains

from risk_terrain_modelling.rtm_plugin.errors import RtmError
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes, batches, contains, expand, fingerprint


def square(x, y, side):
    return np.array([(x, y), (x + side, y), (x + side, y + side), (x, y + side)], dtype=float)


def test_parts_rings_and_segments():
    polygons = Shapes.polygons([[square(0, 0, 10), square(2, 2, 3)], [square(20, 0, 5)]], n_features=1)
    assert polygons.n_features == 1
    assert polygons.starts.tolist() == [0, 5, 10, 15]
    assert polygons.polygon.tolist() == [0, 0, 1]
    assert np.array_equal(polygons.vertices[polygons.starts[:-1]], polygons.vertices[polygons.starts[1:] - 1])
    assert polygons.segments.shape == (12, 4)
    assert polygons.segment_polygon.tolist() == [0] * 8 + [1] * 4
    assert polygons.bounds == (0, 0, 25, 10)

    lines = Shapes.lines([[(0, 0), (3, 4), (3, 5)], [(7, 7)]])
    assert lines.segments.tolist() == [[0, 0, 3, 4], [3, 4, 3, 5], [7, 7, 7, 7]]

    points = Shapes.points([(1, 2), (3, 4)])
    assert len(points.segments) == 0
    assert points.n_features == 2


@pytest.mark.parametrize("empty", [Shapes.points([]), Shapes.lines([]), Shapes.polygons([])])
def test_empty_shapes(empty):
    assert empty.is_empty
    assert empty.n_features == 0
    assert empty.segments.shape == (0, 4)
    with pytest.raises(RtmError, match="no extent"):
        _ = empty.bounds


def test_coordinates_that_are_not_numbers():
    with pytest.raises(RtmError, match=r"1 vertices .* \(nan, 2.0\); repair"):
        Shapes.points([(0, 0), (np.nan, 2)])


def test_ranges_and_batches():
    owner, member = expand([5, 0, 9], [2, 0, 1])
    assert owner.tolist() == [0, 0, 2]
    assert member.tolist() == [5, 6, 9]
    assert [(s.start, s.stop) for s in batches([2, 2, 9, 1, 1, 1], 4)] == [(0, 2), (2, 3), (3, 6)]
    assert list(batches([])) == []


def test_contains_against_the_slow_way(monkeypatch):
    random = np.random.RandomState(3)
    stars = []
    for x, y in random.rand(12, 2) * 100:  # they overlap
        angle = np.sort(random.rand(17)) * 2 * np.pi
        radius = 5 + 20 * random.rand(17)
        star = np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)])
        stars.append([star, (star - (x, y)) / 3 + (x, y)])  # with a hole
    polygons = Shapes.polygons(stars)
    points = random.rand(1000, 2) * 160 - 30
    expected = slow_contains(polygons, points)
    assert 0.1 < expected.mean() < 0.9
    assert np.array_equal(contains(polygons, points), expected)
    monkeypatch.setattr(contains.__globals__["batches"], "__defaults__", (50,))
    assert np.array_equal(contains(polygons, points), expected), "batches change the result"


def test_contains_on_edges_holes_and_overlaps():
    polygons = Shapes.polygons([[square(0, 0, 10), square(4, 4, 2)], [square(5, 5, 20)]])
    cases = {
        (0, 0): True, (10, 0): True, (3, 0): True, (0, 7): True, (25, 25): True, (25, 13): True,  # edges
        (4, 4.5): True,  # on the hole's edge
        (4.5, 4.5): False,  # in the hole
        (5.5, 5.5): True,  # in the hole, but in the other polygon
        (7, 7): True,  # in both polygons
        (-1, 0): False, (11, 0): False, (0, -1e-6): False, (10.5, 4): False,
    }  # fmt: skip
    assert contains(polygons, np.array(list(cases), dtype=float)).tolist() == list(cases.values())


def test_contains_interpolated_points_of_a_slanted_edge():
    triangle = Shapes.polygons([[[(530000.1, 180000.3), (530977.7, 180411.9), (530100.2, 181003.3)]]])
    start, end = triangle.vertices[:2]
    t = np.linspace(0, 1, 1001)[:, None]
    on_edge = start + t * (end - start)
    assert contains(triangle, on_edge).all()
    assert not contains(triangle, on_edge + (1e-6, -1e-6)).any()


def test_contains_nothing():
    assert contains(Shapes.polygons([]), np.zeros((2, 2))).tolist() == [False, False]
    assert contains(Shapes.polygons([[square(0, 0, 1)]]), np.empty((0, 2))).shape == (0,)


def test_a_fingerprint_is_that_of_the_coordinates_whatever_their_order():
    rng = np.random.RandomState(0)
    places = rng.uniform(5e5, 6e5, (500, 2))
    same = fingerprint(places)
    assert fingerprint(places[rng.permutation(500)] + 1e-9) == same != fingerprint(places[1:])
    moved = places.copy()
    moved[7, 1] += 0.02
    assert fingerprint(moved) != same and fingerprint(np.zeros((1, 2))) == fingerprint(np.full((1, 2), -0.0))
