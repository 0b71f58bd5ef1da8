"""Moved incidents: the kernel by its closed form, the edge, ties by lot; zero changes nothing, much loses all."""

import json
from dataclasses import replace

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import Cancelled, IncidentError, SettingsError
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit, select
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.selection.observations import Observations
from risk_terrain_modelling.rtm_plugin.selection.random_shift import FactorShift, SpatialTest
from risk_terrain_modelling.rtm_plugin.space.exposure import Areas, Exposure
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes, contains
from risk_terrain_modelling.rtm_plugin.trust import displacement_words as words
from risk_terrain_modelling.rtm_plugin.trust.displacement import (
    Displacement,
    FactorDisplacement,
    LevelDisplacement,
    displace,
    moved,
    riskiest,
)

SHOWN = {"bars": "Bars", "boxes": "Boxes", "trees": "Trees", "park": "Park"}


@pytest.fixture(scope="module")
def terrain(town):
    return fit(town.area, town.incidents, town.factors, Settings(100.0, 50.0, ("poisson", "nb2")))


def test_the_kernel_is_epanechnikov_s():
    """P(farther than u) = (1 - u^2)^2 in the plane, all directions alike; E[u^2] = 1/3."""
    area = Shapes.polygons([[np.array([[0, 0], [9000, 0], [9000, 9000], [0, 9000]], dtype=float)]])
    start = np.full((40_000, 2), 4500.0)
    steps = moved(start, 300.0, area, lay_grid(area, 500.0), np.random.RandomState(3)) - start
    u = np.hypot(*steps.T) / 300.0
    assert u.max() <= 1.0
    for limit in (0.2, 0.5, 0.8):
        assert (u > limit).mean() == pytest.approx((1 - limit**2) ** 2, abs=4 * 0.5 / 200)
    assert (u**2).mean() == pytest.approx(1 / 3, abs=0.005)
    assert np.abs(steps.mean(axis=0)).max() < 4 * 300 / np.sqrt(6) / 200
    assert np.cov(steps.T) == pytest.approx(300**2 / 6 * np.eye(2), abs=300)


def test_nobody_leaves_the_study_area_nor_its_cells():
    """A strip along an edge, a hole of excluded cells, an incident on a corner, one with nowhere to go."""
    ring = np.array([[0, 0], [2000, 0], [2000, 1000], [0, 1000]], dtype=float)
    area = Shapes.polygons([[ring]])
    lake = Shapes.polygons([[np.array([[500, 0], [1500, 0], [1500, 500], [500, 500]], dtype=float)]])
    grid = lay_grid(area, 100.0, exclude=lake)
    rng = np.random.RandomState(1)
    points = np.vstack([rng.uniform((0, 500), (2000, 1000), (3000, 2)), np.zeros((500, 2))])
    found = moved(points, 200.0, area, grid, np.random.RandomState(2))
    assert contains(area, found).all() and (grid.cell_of(found) >= 0).all()
    assert (np.hypot(*(found - points).T) <= 200.0).all() and (found != points).any(axis=1).all()
    inwards = found[-500:]
    assert 35 < inwards.mean() < 95, "at a corner a quarter of the kernel is left"
    far = np.array([[5000.0, 5000.0]])
    assert np.array_equal(moved(far, 200.0, area, grid, rng), far), "without a place, it stays"
    assert np.array_equal(moved(points, 0.0, area, grid, rng), points)


def test_the_riskiest_cells_with_ties_shared_out():
    assert riskiest(np.array([1.0, 5.0, 3.0, 3.0, 3.0, 1.0, 1.0, 1.0, 1.0, 1.0]), 0.3).tolist() == [
        *(0.0, 1.0, 2 / 3, 2 / 3, 2 / 3),
        *(0.0,) * 5,
    ]
    rng = np.random.RandomState(0)
    scores = rng.randint(0, 4, 30).astype(float)
    for level in (0.05, 0.1, 0.5):
        lots = np.zeros(30)
        for _ in range(4000):
            order = np.lexsort((rng.random_sample(30), -scores))
            lots[order[: int(level * 30)]] += 1
            lots[order[int(level * 30)]] += level * 30 - int(level * 30)
        np.testing.assert_allclose(riskiest(scores, level), lots / 4000, atol=0.04)
        assert riskiest(scores, level).sum() == pytest.approx(level * 30)


def test_at_zero_width_every_draw_is_the_model(terrain, town):
    said = []
    found = displace(terrain, town.incidents, town.area, 0.0, 3, Progress(said.append))
    assert min(np.diff(said)) > -0.01 and said[-1] == 1.0
    assert [one.factor for one in found.factors] == [one.variable.factor for one in terrain.model.selected]
    for one, chosen in zip(found.factors, terrain.model.selected):
        assert one.selected == 3 and one.survives(3)
        assert (one.rrv_low, one.rrv_middle, one.rrv_high) == pytest.approx((chosen.rrv,) * 3, rel=1e-6)
    for level in found.levels:
        assert (level.stays, level.low, level.high, level.sure) == pytest.approx((1.0,) * 4)
    own = riskiest(terrain.rrs, 0.1)
    assert found.survives and found.kept == pytest.approx(own)
    assert (
        found.stays_of(np.flatnonzero(own)) == pytest.approx(1.0) and found.stays_of(np.flatnonzero(own == 0)) is None
    )


def test_the_planted_factor_survives_a_small_width_and_is_lost_under_a_huge_one(terrain, town):
    """Incidents lie within 90 m of bars, and bars 300 m apart: 50 m leave that, 3 km anywhere leave nothing."""
    near = displace(terrain, town.incidents, town.area, 50.0, 8)
    bars = next(one for one in near.factors if one.factor == "bars")
    assert bars.survives(8) and 1.5 < bars.rrv_low <= bars.rrv_middle <= bars.rrv_high < bars.rrv
    assert near.levels[0].stays > 0.6
    assert near.stays_of(np.arange(1600)) == pytest.approx(near.levels[1].stays), "the whole town is a place of it"
    assert words.place_words(0.8) == "Where incidents are moved, 80% of it stays."
    assert words.place_words(0.5).endswith("50% of it stays: it does not survive.") and not words.place_words(None)
    far = displace(terrain, town.incidents, town.area, 3000.0, 8)
    lost = next(one for one in far.factors if one.factor == "bars")
    assert lost.selected <= 4 and not lost.survives(8) and not far.survives
    assert far.levels[0].stays < 0.3 and far.levels[0].stays < near.levels[0].stays
    text = words.verdict(far, SHOWN, "m")
    assert "up to 3000 m from where they were recorded (8 draws), 0 of 2" in text
    assert f"Bars (found in {lost.selected} of 8 draws" in text and "use exact coordinates" in text
    assert words.fate(lost, 8) == "lost" and words.fate(bars, 8) == "survives"


def test_the_seed_decides_and_not_the_order_of_the_incidents(terrain, town):
    mixed = town.incidents[np.random.RandomState(9).permutation(len(town.incidents))]
    found = displace(terrain, town.incidents, town.area, 80.0, 2)
    again = displace(terrain, mixed, town.area, 80.0, 2)
    assert again.plain() == found.plain() and np.array_equal(again.kept, found.kept)
    seeded = replace(terrain, model=replace(terrain.model, settings=replace(terrain.model.settings, seed=2)))
    assert displace(seeded, town.incidents, town.area, 80.0, 2).plain() != found.plain()


def test_incidents_outside_stay_outside_and_are_not_asked_for(terrain, town):
    beyond = np.vstack([town.incidents, np.full((500, 2), -10.0)])
    assert (
        displace(terrain, beyond, town.area, 80.0, 1).plain()
        == displace(terrain, town.incidents, town.area, 80.0, 1).plain()
    )


def test_what_random_shifts_have_taken_out_stays_out(terrain, town):
    test = SpatialTest(19, 0, (FactorShift("bars", 0),), (FactorShift("boxes", 5),))
    tested = replace(terrain, model=replace(terrain.model, spatial=test))
    settings, counted = terrain.model.settings, Observations(terrain.counts)
    found = select(terrain.grid, terrain.candidates, counted, settings, hurried=True, without=frozenset({"boxes"}))
    seen = {terrain.candidates.variables[index].factor for index in found.survivors}
    assert "boxes" not in seen and "bars" in seen
    boxes = next(one for one in displace(tested, town.incidents, town.area, 0.0, 1).factors if one.factor == "boxes")
    assert boxes.selected == 0 and boxes.rrv_low is None


def test_with_a_denominator_only_fitted_cells_count(town):
    ring = np.array([[0, 0], [1200, 0], [1200, 2000], [0, 2000]], dtype=float)
    people = Exposure(Areas(Shapes.polygons([[ring]]), np.array([9000.0]), np.array([0])), "people")
    terrain = fit(town.area, town.incidents, town.factors, Settings(100.0, 50.0, ("poisson",)), exposure=people)
    found = displace(terrain, town.incidents, town.area, 0.0, 1)
    for one, chosen in zip(found.factors, terrain.model.selected):
        assert one.rrv_middle == pytest.approx(chosen.rrv, rel=1e-6)
    assert found.levels[1].stays == pytest.approx(1.0)


def test_survival_is_what_it_says():
    strong, weak = FactorDisplacement("a", 16, 4.0, 2.1, 2.2, 2.4), FactorDisplacement("b", 20, 4.0, 1.5, 1.9, 4.0)
    rare, never = FactorDisplacement("c", 15, 4.0, 4.0, 4.0, 4.0), FactorDisplacement("d", 0, 2.0, None, None, None)
    assert [one.survives(20) for one in (strong, weak, rare, never)] == [True, False, False, False]
    assert [words.fate(one, 20) for one in (strong, weak, rare, never)] == ["survives", "much weaker", "lost", "lost"]
    levels = (LevelDisplacement(0.05, 0.79, 0.7, 0.9, 0.6), LevelDisplacement(0.1, 0.85, 0.8, 0.9, 0.7))
    found = Displacement(100.0, 20, (strong, weak, rare, never), levels, *(np.zeros(3),) * 3)
    assert [one.factor for one in found.lost] == ["b", "c", "d"] and not found.survives
    text = words.verdict(found, dict(zip("abcd", ("Bars", "ATMs", "Pubs", "Gyms"))), "m")
    assert text == (
        "Had incidents happened up to 100 m from where they were recorded (20 draws), 1 of 4 risk factors would be "
        "found again with most of their effect. Not so: ATMs (found in 20 of 20 draws, by ×1.9 and not ×4), Pubs "
        "(found in 15 of 20 draws), Gyms (found in 0 of 20 draws). Of the riskiest 5% of the area 79% would stay; of "
        "the riskiest 10% of the area 85% would stay. What does not survive hangs on exactly where incidents were "
        "recorded, and may be made by the places that they were moved to: use exact coordinates, or larger cells and "
        "influences."
    )
    again = Displacement.from_plain(json.loads(json.dumps(found.plain())))
    assert again.plain() == found.plain() and words.verdict(again, dict.fromkeys("abcd", "x"))


@pytest.mark.parametrize(
    ("width", "n_draws", "told"),
    [
        (-1.0, 20, r"moved by up to -1 map units; use 0 for not at all"),
        (float("nan"), 20, "moved by up to nan map units"),
        (1e9, 20, r"moved by up to 1e\+09 map units"),
        (100.0, 0, "0 draws of moved incidents cannot be made; use 1 to 1000, usually 20"),
        (100.0, 1001, "1001 draws"),
    ],
)
def test_what_cannot_be_drawn_is_refused(terrain, town, width, n_draws, told):
    with pytest.raises(SettingsError, match=told):
        displace(terrain, town.incidents, town.area, width, n_draws)


def test_cancelling_and_too_few_cells(terrain, town):
    calls = []
    with pytest.raises(Cancelled):
        displace(
            terrain, town.incidents, town.area, 50.0, 5, Progress(calls.append, cancelled=lambda: len(calls) > 150)
        )
    with pytest.raises(IncidentError, match="too few for a model"):
        displace(terrain, town.incidents[:6], town.area, 1.0, 1)
