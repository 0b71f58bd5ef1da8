"""Which incidents count: those in the study area and in a model cell, looked at one by one."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.incidents import count_incidents
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.trust.diagnostics import diagnose

SIZE = 50.0


def square(west, south, side):
    return Shapes.polygons([[np.array([[0, 0], [side, 0], [side, side], [0, side]]) + [west, south]]])


def one_by_one(grid, points, west, south, side):
    """Counts of the cells, incidents outside the square, incidents in it that lie in no cell."""
    counts, n_outside, n_elsewhere = np.zeros(grid.n_cells, dtype=int), 0, 0
    for x, y in points:
        if not (west <= x <= west + side and south <= y <= south + side):
            n_outside += 1
            continue
        off = np.abs(grid.centroids - [x, y]).max(axis=1)
        if off.min() > grid.cell_size / 2:
            n_elsewhere += 1
        else:
            counts[off.argmin()] += 1
    return counts, n_outside, n_elsewhere


@pytest.mark.parametrize("rule", ["overlap", "centroid"])
@pytest.mark.parametrize("seed", range(5))
def test_incidents_are_counted_one_by_one(rule, seed):
    rng = np.random.RandomState(seed)
    (west, south), side = 1000 + rng.uniform(0, 50, 2), 430.0
    area = square(west, south, side)
    grid = lay_grid(area, SIZE, rule, exclude=square(west + 100, south + 100, 170.0))
    points = np.array([west, south]) + rng.uniform(-60, side + 60, (400, 2))
    counts, n_outside, n_elsewhere = one_by_one(grid, points, west, south, side)
    found = count_incidents(grid, points, area)
    assert (found.counts == counts).all() and len(found.points) == counts.sum()
    assert (found.n_outside, found.n_in_no_cell) == (n_outside, n_elsewhere)
    assert n_outside and n_elsewhere and found.n_left_out == 400 - counts.sum()
    in_cells = count_incidents(grid, points)
    assert (in_cells.counts == grid.count(points)).all() and in_cells.n_outside == 0
    if rule == "overlap":  # at the boundary cells reach beyond the area
        assert in_cells.counts.sum() > counts.sum()


def test_the_edge_of_the_area_is_in_it():
    area = square(1010.0, 1010.0, 400.0)
    grid = lay_grid(area, SIZE)
    corners = area.vertices
    assert count_incidents(grid, corners, area).n_left_out == 0
    assert count_incidents(grid, np.empty((0, 2)), area).counts.sum() == 0


def test_fit_and_diagnostics_count_the_same(town):
    area = square(10.0, 10.0, 1980.0)  # not along the grid's lines
    terrain = fit(area, town.incidents, town.factors, Settings(100.0, 50.0))
    counted = count_incidents(terrain.grid, town.incidents, area)
    assert terrain.model.n_incidents == counted.counts.sum() == len(counted.points)
    assert counted.counts.sum() < terrain.grid.count(town.incidents).sum()
    assert terrain.model.n_incidents_outside == counted.n_outside
    findings = diagnose(terrain, town.incidents, area).findings
    (stacked,) = (finding for finding in findings if finding.name == "Stacked incidents")
    assert stacked.values["n_incidents"] == terrain.model.n_incidents


def test_a_few_outside_are_warned_of_and_most_are_noted(town):
    """Incidents of a whole force, of which a district has its part, are no loss."""
    settings = Settings(100.0, 50.0, families=("poisson",))
    for side, are_most in ((1900.0, False), (1000.0, True)):
        area, said = square(0.0, 0.0, side), []
        terrain = fit(area, town.incidents, town.factors, settings, progress=Progress(say=said.append))
        counted = count_incidents(terrain.grid, town.incidents, area)
        assert counted.n_outside and counted.are_of_a_larger_area == are_most
        text = f"{counted.n_outside} of {len(town.incidents)} incidents lie outside the study area and are left out."
        assert (text in said, text in terrain.model.warnings) == (are_most, not are_most)
