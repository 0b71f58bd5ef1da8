"""Blocks of streets against closed forms and against walking every street by hand."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.space.street_blocks import block_lengths

EVERYWHERE = Shapes.polygons([[[(-1e5, -1e5), (1e5, -1e5), (1e5, 1e5), (-1e5, 1e5)]]])


def chequered(n, width, height):
    """Streets along a grid of n by n junctions, each drawn as one line through all of them."""
    across = [[(column * width, row * height) for column in range(n)] for row in range(n)]
    return across + [[(column * width, row * height) for row in range(n)] for column in range(n)]


def walked(lines):
    """Block lengths the slow and obvious way: from every junction along every stretch, vertex by vertex."""
    near = {}
    for line in lines:
        for a, b in zip(line, line[1:]):
            near.setdefault(a, set()).add(b)
            near.setdefault(b, set()).add(a)
    junctions = {place for place, others in near.items() if len(others) > 2}
    found = {}
    for start in junctions:
        for step in near[start]:
            path = [start, step]
            while path[-1] not in junctions and len(near[path[-1]]) == 2:
                path.append(next(one for one in near[path[-1]] if one != path[-2]))
            if path[-1] in junctions:
                found[frozenset(map(frozenset, zip(path, path[1:])))] = sum(
                    np.hypot(*np.subtract(path[1:], path[:-1]).T)
                )
    return sorted(found.values())


def test_a_chequered_town_has_blocks_of_its_two_sides():
    lengths = block_lengths(Shapes.lines(chequered(5, 80.0, 200.0)), EVERYWHERE)
    # of 20 stretches each way, those in the corners, where only two streets meet, make one block round the corner
    kept = np.repeat([80.0, 200.0, 280.0], [16, 16, 4])
    assert_allclose(np.sort(lengths), kept)


@pytest.mark.parametrize("seed", range(20))
def test_lengths_are_those_of_walking_every_street(seed):
    random = np.random.RandomState(seed)
    lines = []
    for _ in range(40):  # walks on a coarse lattice: shared vertices, loops, doubled stretches, dead ends
        walk = random.randint(0, 7, 2) + np.cumsum(
            random.permutation([(1, 0), (0, 1), (-1, 0), (0, -1)] * 2)[:5], axis=0
        )
        lines.append([tuple(map(float, place * 10.0)) for place in walk])
    assert_allclose(np.sort(block_lengths(Shapes.lines(lines), EVERYWHERE)), walked(lines))


def test_only_blocks_of_the_study_area_count():
    half = Shapes.polygons([[[(-1, -1), (161, -1), (161, 1e4), (-1, 1e4)]]])
    lengths = block_lengths(Shapes.lines(chequered(5, 80.0, 200.0)), half)
    assert_allclose(np.sort(lengths), np.repeat([80.0, 200.0, 280.0], [8, 10, 2]))


def test_streets_that_never_meet_make_no_block():
    assert len(block_lengths(Shapes.lines([[(0, 0), (100, 0)], [(50, -50), (50, 50)]]), EVERYWHERE)) == 0
    assert len(block_lengths(Shapes.lines([]), EVERYWHERE)) == 0
