"""Who lives in or near flagged places: shares and ratios by hand, ties, intervals, the curve, drivers, small counts."""

from itertools import combinations, permutations
from types import SimpleNamespace

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.errors import ExposureError
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import SelectedVariable
from risk_terrain_modelling.rtm_plugin.report import residents as page
from risk_terrain_modelling.rtm_plugin.space.exposure import area_shares, covered
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.use.explanation import Explanation
from risk_terrain_modelling.rtm_plugin.use.residents import (
    CURVE,
    Flagged,
    Population,
    flag_cells,
    flag_share,
    lay_population,
    who_lives_there,
    widened,
)
from risk_terrain_modelling.rtm_plugin.use.residents_words import (
    cautions,
    doubts,
    group_sentence,
    group_sentences,
    outcome,
    outcome_of,
    strongest_sentences,
    summary,
)
from risk_terrain_modelling.rtm_plugin.use.small_counts import Rests, hidden, rests_among, sums_among
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable

from .test_exposure import ring


def box(x0, y0, x1, y1):
    return ring((x0, y0), (x1, y0), (x1, y1), (x0, y1))


def row_of(n_cells, size=100.0):
    return StudyGrid(0.0, size, size, np.ones((1, n_cells), dtype=bool))


def chosen(*cells, n):
    return flag_cells(np.isin(np.arange(n), cells))


def laid(grid, boxes, counts, names=("g",)):
    shapes = Shapes.polygons([[one] for one in boxes])
    return lay_population(grid, shapes, np.arange(len(boxes)), counts, names)


def test_shares_of_areas_are_those_of_one_area_at_a_time():
    rng = np.random.RandomState(1)
    grid = StudyGrid(1000.0, 5000.0, 50.0, rng.rand(24, 31) < 0.8)
    polygons, feature = [], []
    for number in range(30):  # stars inside, across the edges of and beside the raster; some features have two
        centre = [1000, 3800] + rng.uniform(-0.3, 1.3, 2) * [1550, 1200]
        angle, radius = np.sort(rng.rand(9)) * 2 * np.pi, rng.uniform(20, 400, 9)
        star = ring(*np.column_stack([centre[0] + radius * np.cos(angle), centre[1] + radius * np.sin(angle)]))
        polygons.append([star if number % 2 else star[::-1]])
        feature.append(number - number % 3 // 2)
    polygons.append([box(1100, 4000, 1500, 4400), box(1210, 4110, 1333, 4222)])  # with a hole
    polygons.append([box(900, 4000, 1100, 4100)])  # along the grid lines, half of it beyond them
    feature = np.array([*feature, 30, 31])
    shapes = Shapes.polygons(polygons)
    found = area_shares(grid, shapes, feature, 33).toarray()
    for number in range(33):
        own = (feature[shapes.polygon] == number).astype(float)
        area = covered(grid, shapes, own)[grid.cells]
        everywhere = StudyGrid(0.0, 6000.0, 3000.0, np.ones((2, 2), dtype=bool))
        size = covered(everywhere, shapes, own).sum()
        assert found[number] == pytest.approx(area / size if size else 0.0, abs=1e-12)
    assert found[30].sum() == pytest.approx(found[30][found[30] > 0].sum()) and found[32].sum() == 0


def test_shares_and_ratios_by_hand():
    """Two areas of two cells each: 100 people, 60 of the group, and 300 people, 30 of the group."""
    grid = row_of(4)
    population = laid(grid, [box(0, 0, 200, 100), box(200, 0, 400, 100)], [[100, 60], [300, 30]])
    found = who_lives_there(grid, population, chosen(0, n=4), np.array([4.0, 3, 2, 1]), resamples=0)
    assert found.people.tolist() == pytest.approx([400, 90])
    assert found.inside.tolist() == pytest.approx([50, 30])
    assert found.share.tolist() == pytest.approx([1 / 8, 1 / 3]) and found.ratio.tolist() == pytest.approx([8 / 3])
    assert found.area_flagged == found.area_near == 0.25 and found.n_areas == 2
    assert np.isnan(found.low).all()
    two = who_lives_there(grid, population, chosen(0, 2, n=4), np.arange(4.0), resamples=0)
    assert two.inside.tolist() == pytest.approx([50 + 150, 30 + 15]) and two.ratio.tolist() == pytest.approx([1.0])
    near = who_lives_there(grid, population, chosen(0, n=4), np.arange(4.0), 100.0, resamples=0)
    assert near.inside.tolist() == pytest.approx([100, 60]) and near.area_near == 0.5 and near.area_flagged == 0.25
    assert near.ratio.tolist() == pytest.approx([(60 / 90) / (100 / 400)])
    # of an area that lies half outside all cells, half of the people count
    population = laid(grid, [box(0, 0, 200, 100), box(300, 0, 500, 100)], [[100, 60], [300, 30]])
    found = who_lives_there(grid, population, chosen(0, n=4), np.arange(4.0), resamples=0)
    assert found.people.tolist() == pytest.approx([250, 75]) and found.ratio.tolist() == pytest.approx([0.4 / 0.2])


def test_what_must_be():
    rng = np.random.RandomState(2)
    grid = StudyGrid(0.0, 1000.0, 50.0, np.ones((20, 20), dtype=bool))
    boxes = [box(x, y, x + 125, y + 125) for x in range(0, 1000, 125) for y in range(0, 1000, 125)]
    people = rng.randint(100, 400, len(boxes)).astype(float)
    scores = rng.rand(400)
    # a group that is everywhere the same part of the people has ratio 1, without any doubt
    found = who_lives_there(
        grid, laid(grid, boxes, np.column_stack([people, 0.3 * people])), flag_share(scores, 0.1), scores, resamples=50
    )
    assert found.ratio == pytest.approx([1]) and found.low == pytest.approx([1]) and found.high == pytest.approx([1])
    assert found.curve[~np.isnan(found.curve)] == pytest.approx(1)
    # people spread evenly over all: their share is that of the area
    even = laid(grid, boxes, np.column_stack([np.full(64, 100.0)] * 2))
    found = who_lives_there(grid, even, flag_share(scores, 0.1), scores, resamples=0)
    assert found.share[0] == pytest.approx(0.1) == found.area_flagged
    # a group that lives only where it is flagged: share 1, ratio 1 over the share of all
    west = np.array([one[:, 0].max() <= 500 for one in boxes])
    only = laid(grid, boxes, np.column_stack([people, people * west]))
    flagged = flag_cells(grid.centroids[:, 0] < 500)
    found = who_lives_there(grid, only, flagged, scores, smallest=0, resamples=0)
    assert found.share[1] == pytest.approx(1) and found.ratio[0] == pytest.approx(people.sum() / people[west].sum())
    # no difference of risk: every cell counts by the same part, and no group is more exposed than another
    found = who_lives_there(grid, only, flag_share(np.ones(400), 0.07), np.ones(400), resamples=0)
    assert found.share == pytest.approx(0.07) and found.ratio == pytest.approx(1)


def test_ties_count_as_if_drawn_by_lot():
    scores, people = np.array([3.0, 2.0, 2.0, 2.0, 1.0]), np.array([5.0, 1.0, 10.0, 100.0, 1000.0])
    for n_wanted in (1, 2, 3, 4, 5):
        drawn = []
        for order in permutations(range(5)):
            ranked = sorted(order, key=lambda cell: -scores[cell])
            drawn.append(people[ranked[:n_wanted]].sum())
        flagged = flag_share(scores, n_wanted / 5)
        assert flagged.n_cells == pytest.approx(n_wanted)
        assert flagged.weights @ people == pytest.approx(np.mean(drawn))
    assert flag_share(scores, 0.41).n_cells == pytest.approx(3)  # the least number of whole cells that holds it


def test_near_is_within_a_distance_of_a_flagged_cells_centroid():
    rng = np.random.RandomState(3)
    grid = StudyGrid(0.0, 600.0, 50.0, rng.rand(12, 15) < 0.8)
    whole = rng.rand(grid.n_cells) < 0.03
    tied = (rng.rand(grid.n_cells) < 0.03) & ~whole
    away = np.hypot(*(grid.centroids[:, None] - grid.centroids).transpose(2, 0, 1))
    for distance in (50.0, 100.0, 120.0):
        found = widened(grid, Flagged(whole, tied, 0.25), distance)
        near, near_tie = ((away[:, which] <= distance).any(axis=1) for which in (whole, tied))
        assert found.whole.tolist() == near.tolist() and found.tied.tolist() == (near_tie & ~near).tolist()


def test_near_a_tie_counts_as_if_its_cells_were_drawn_by_lot():
    """Against every draw of a small tie, and 20,000 draws of a large one on a ragged grid."""
    mask = np.ones((4, 5), dtype=bool)
    mask[1, 2] = mask[3, 4] = False
    grid = StudyGrid(0.0, 400.0, 100.0, mask)
    scores = np.array([9.0, 5, 5, 1, 5, 1, 1, 5, 1, 1, 1, 5, 1, 1, 1, 1, 5, 1])
    centroids = grid.centroids
    away = np.hypot(*(centroids[:, None] - centroids).transpose(2, 0, 1))
    tied = np.flatnonzero(scores == 5)
    for distance in (100.0, 150.0, 260.0, 5000.0):
        for n_wanted in (1, 2, 3, 5, 7):
            near = [
                (away[:, [0, *drawn]] <= distance).any(axis=1) for drawn in combinations(tied.tolist(), n_wanted - 1)
            ]
            found = widened(grid, flag_share(scores, n_wanted / len(scores)), distance)
            assert found.weights == pytest.approx(np.mean(near, axis=0), abs=1e-12)
    rng = np.random.RandomState(8)
    grid = StudyGrid(0.0, 2000.0, 50.0, rng.rand(40, 40) > 0.2)
    scores, centroids = rng.randint(1, 5, grid.n_cells).astype(float), grid.centroids
    flagged = flag_share(scores, 0.02)
    n_drawn, tied = round(flagged.n_cells - flagged.whole.sum()), np.flatnonzero(flagged.tied)
    assert not flagged.whole.any() and 10 < n_drawn < len(tied)
    reach = np.hypot(*(centroids[:, None] - centroids[tied]).transpose(2, 0, 1)) <= 100
    drawn = np.argsort(rng.rand(20_000, len(tied)), axis=1)[:, :n_drawn]
    n_near = sum(reach[:, some].any(axis=2).sum(axis=1) for some in np.array_split(drawn, 100))
    weights = widened(grid, flagged, 100.0).weights
    error = np.sqrt(np.maximum(weights * (1 - weights), 1e-4) / 20_000)
    assert np.abs(n_near / 20_000 - weights).max() < 4.5 * error.max()
    assert weights.sum() == pytest.approx(n_near.sum() / 20_000, rel=2e-3)
    assert weights.max() > 3 * flagged.part  # by the largest weight of its neighbours it would be as small as that


def test_intervals_are_those_of_polygons_drawn_anew():
    rng = np.random.RandomState(4)
    n = 30
    everybody = rng.randint(200, 900, n).astype(float)
    group = np.floor(everybody * rng.beta(2, 5, n))
    part = rng.rand(n)
    from scipy.sparse import csr_matrix

    grid = row_of(2)
    shares = csr_matrix(np.column_stack([part, 1 - part]))
    population = Population(("g",), np.column_stack([everybody, group]), shares)
    found = who_lives_there(grid, population, chosen(0, n=2), np.array([2.0, 1.0]), resamples=400, seed=9)

    def log_ratio(areas):
        a, b, c, d = (group * part)[areas], group[areas], (everybody * part)[areas], everybody[areas]
        ratio = a.sum() / b.sum() / (c.sum() / d.sum())
        changes = a / a.sum() - b / b.sum() - c / c.sum() + d / d.sum()
        return np.log(ratio), np.sqrt((changes**2).sum())

    ratio, error = log_ratio(np.arange(n))
    random, studentised = np.random.RandomState(9), []
    for times in random.multinomial(n, [1 / n] * n, size=400):
        other, its_error = log_ratio(np.repeat(np.arange(n), times))
        studentised.append((other - ratio) / its_error)
    high, low = np.exp(ratio - np.percentile(studentised, [2.5, 97.5]) * error)
    assert [found.low[0], found.high[0]] == pytest.approx([low, high])
    again = who_lives_there(grid, population, chosen(0, n=2), np.array([2.0, 1.0]), resamples=400, seed=9)
    assert (again.low, again.high) == (found.low, found.high)


def test_intervals_hold_the_ratio_as_often_as_they_say():
    """Areas drawn from a population whose ratio is known: E[N_g f] E[N] / (E[N_g] E[N f]), f and the mix related."""
    from scipy.sparse import csr_matrix

    rng, grid, n = np.random.RandomState(5), row_of(2), 150

    def areas(size):
        part, everybody = rng.beta(0.6, 1.5, size), rng.poisson(300, size) + 1.0
        return everybody, everybody * (0.1 + 0.3 * part * rng.rand(size)), part

    many, group, part = areas(2_000_000)
    truth = (group * part).mean() / group.mean() * many.mean() / (many * part).mean()
    held = 0
    for _ in range(300):
        everybody, group, part = areas(n)
        shares = csr_matrix(np.column_stack([part, 1 - part]))
        population = Population(("g",), np.column_stack([everybody, group]), shares)
        found = who_lives_there(grid, population, chosen(0, n=2), np.array([2.0, 1.0]), resamples=200)
        held += found.low[0] <= truth <= found.high[0]
    assert 0.92 <= held / 300 <= 0.98  # binomial


@pytest.mark.parametrize(("empty", "least"), [(0.0, 0.92), (0.5, 0.92)])
def test_intervals_of_a_class_of_13_polygons_hold_the_ratio(empty, least):
    """A decile of 13 of 130 polygons, half of them with nobody there; of percentiles 88% held it, or fewer."""
    from scipy.sparse import csr_matrix

    rng, grid, n, k = np.random.RandomState(11), row_of(2), 130, 13
    held = known = 0
    for _ in range(300):
        part = np.where(rng.rand(n) < empty, 0.0, rng.beta(1, 2, n))
        everybody = rng.lognormal(7.3, 0.3, n)
        shares = csr_matrix(np.column_stack([part, 1 - part]))
        population = Population(("g",), np.column_stack([everybody, everybody * (np.arange(n) < k)]), shares)
        found = who_lives_there(grid, population, chosen(0, n=2), np.array([2.0, 1.0]), resamples=300, smallest=0)
        assert found.areas.tolist() == [k]
        known += bool(np.isfinite(found.low[0]))
        held += bool(found.low[0] <= 1 <= found.high[0])  # the class is as all are
    assert known >= 270 and held / known >= least


def factor(name, rrv):
    return SelectedVariable(Variable(name, "proximity", 100.0), float(np.log(rrv)), 0.1, 0.001, None)


def test_drivers_take_one_factor_away_and_flag_as_many_cells():
    """Ten cells. Factor a (RRV 8) acts in cells 0 and 1, b (RRV 2) in cells 2 and 3; the group lives around a."""
    grid = row_of(10)
    flags = np.array([np.isin(np.arange(10), cells) for cells in ((0, 1), (2, 3))])
    explanation = Explanation((factor("a", 8.0), factor("b", 2.0)), 1.0, flags)
    counts = np.column_stack([np.full(10, 100.0), [50.0] * 2 + [10.0] * 8])
    population = laid(grid, [box(100 * x, 0, 100 * x + 100, 100) for x in range(10)], counts)
    found = who_lives_there(
        grid, population, flag_share(explanation.scores, 0.2), explanation.scores, 0.0, explanation, resamples=0
    )
    assert found.ratio == pytest.approx([(100 / 180) / 0.2])
    assert found.drivers.ratio == pytest.approx(found.ratio)
    without_a, without_b = found.drivers.factors
    assert without_a.ratio == pytest.approx([(20 / 180) / 0.2])  # cells 2 and 3 instead
    assert without_b.ratio == pytest.approx(found.ratio)
    assert found.drivers.strongest(0) is without_a
    assert "RRV of a" in strongest_sentences(found)[-1] and "0.56" in strongest_sentences(found)[-1]


def test_the_curve_is_the_ratio_at_each_share_of_the_area():
    rng = np.random.RandomState(6)
    grid = StudyGrid(0.0, 1000.0, 50.0, np.ones((20, 20), dtype=bool))
    boxes = [box(x, y, x + 200, y + 200) for x in range(0, 1000, 200) for y in range(0, 1000, 200)]
    counts = np.column_stack([rng.randint(2000, 4000, 25), rng.randint(100, 1000, 25)]).astype(float)
    population, scores = laid(grid, boxes, counts), rng.rand(400)
    found = who_lives_there(grid, population, flag_share(scores, 0.1), scores, resamples=0)
    assert found.levels.tolist() == list(CURVE) and found.curve.shape == (len(CURVE), 1)
    for level, (ratio,) in zip(CURVE, found.curve):
        alone = who_lives_there(grid, population, flag_share(scores, level), scores, resamples=0)
        assert ratio == pytest.approx(alone.ratio[0])


def test_numbers_that_are_not_whole_are_warned_of():
    grid, boxes = row_of(4), [box(x, 0, x + 100, 100) for x in range(0, 400, 100)]
    counts = np.column_stack([[400.0] * 4, [50, 60.5, 70, 80], [12.5, 33.3, 0, 7], [0.0] * 4])
    population = laid(grid, boxes, counts, ("people", "per hectare", "nobody"))
    assert population.not_whole == ("per hectare",)
    found = who_lives_there(grid, population, chosen(0, n=4), np.arange(4.0), resamples=0)
    (said,) = (one for one in doubts(found) if "not whole" in one)
    assert said.startswith("In most areas the numbers of per hectare are not whole: if these are shares or densities")


def test_where_all_cells_are_flagged_nobody_lives_outside():
    grid = row_of(4)
    population = laid(grid, [box(0, 0, 200, 100), box(200, 0, 400, 100)], [[100, 60], [300, 30]])
    found = who_lives_there(grid, population, chosen(0, 1, 2, 3, n=4), np.arange(4.0), resamples=0)
    assert summary(found) == "Everything is flagged: there is nobody outside to compare with."
    assert group_sentences(found) == [] and doubts(found) == doubts(found)[:1]  # two areas; no group's few ones
    assert page.group_table(found).headers == ("Group", "People")
    assert page.group_table(found).rows == (("All people", "400"), ("g", "90")) and page.driver_table(found) is None
    people = laid(grid, [box(0, 0, 200, 100), box(200, 0, 400, 100)], [[4, 4], [300, 30]])
    found = who_lives_there(grid, people, chosen(0, 1, n=4), np.arange(4.0), resamples=0)
    assert summary(found).startswith("Too few people live in the flagged places, which are 50% of the area, for their")


def test_few_people_are_not_told_nor_to_be_found_by_subtraction():
    grid = row_of(2)

    def found(*groups, **more):
        counts = np.array([[sum(one) for one in zip(*groups)], *groups]).T
        population = laid(grid, [box(0, 0, 100, 100), box(100, 0, 200, 100)], counts, list("abcdef"[: len(groups)]))
        return who_lives_there(grid, population, chosen(0, n=2), np.array([2.0, 1.0]), resamples=20, **more)

    plain = found((500, 500), (300, 400), (200, 100))
    assert plain.n_hidden == 0
    # nine of the last are in the flagged cell: what is left of all people would tell it, so that the next goes too
    few = found((500, 500), (300, 400), (9, 100))
    assert np.isnan(few.ratio).tolist() == [False, True, True]
    for values in (few.share, few.inside):
        assert np.isnan(values).tolist() == [False, False, True, True]
    assert np.isnan(few.low[1:]).all() and np.isnan(few.high[1:]).all()
    assert np.isnan(few.curve[:, 2]).all() and not np.isnan(few.people).any()
    assert "fewer than 10" in group_sentence(few, 2) and "9" not in group_sentence(few, 2).replace("95%", "")
    # few outside the flagged cell are as easily found
    assert found((500, 500), (300, 400), (100, 9)).n_hidden == 2
    # two that are hidden anyway, and are fewer than ten together, take a third with them
    assert np.isnan(found((500, 500), (300, 400), (4, 100), (4, 100)).ratio).tolist() == [False, True, True, True]
    assert np.isnan(found((500, 500), (300, 400), (6, 100), (6, 100)).ratio).tolist() == [False, False, True, True]
    assert found((500, 500), (300, 400), (9, 100), smallest=0).n_hidden == 0
    # nor are few together to be found outside: two of 4 and 3 take a third with them
    assert found((500, 500), (300, 400), (100, 4), (100, 3)).n_hidden == 3
    nobody = found((500, 500), (0, 0), smallest=0)
    assert group_sentence(nobody, 1) == "b: nobody is counted in the cells."
    # of everybody too few: nothing is told
    assert found((4, 500), (2, 400)).n_hidden == 2


def test_who_has_no_field_of_his_own_is_not_to_be_found_by_subtraction():
    """All people less three groups are 3 persons; nobody is told who they are, nor how many."""
    rng = np.random.RandomState(8)
    grid = StudyGrid(0.0, 500.0, 50.0, np.ones((10, 10), dtype=bool))
    boxes = [box(x, y, x + 100, y + 100) for x in range(0, 500, 100) for y in range(0, 500, 100)]
    groups = rng.randint(100, 300, (25, 3)).astype(float)
    others = np.zeros(25)
    others[[3, 9, 20]] = 1
    scores = rng.rand(100)

    def told(all_people, groups):
        population = laid(grid, boxes, np.column_stack([all_people, groups]), list("abc")[: groups.shape[1]])
        return who_lives_there(grid, population, flag_share(scores, 0.2), scores, resamples=0)

    exact = told(groups.sum(axis=1), groups)
    assert exact.n_hidden == 0 and not np.isnan(exact.people).any()
    three = told(groups.sum(axis=1) + others, groups)
    for values in (three.people, three.inside, three.share):
        assert not np.isnan(values[0]) and np.isnan(values[1:]).sum() == 1, values
    assert np.isnan(three.ratio).sum() == 1
    assert (np.isnan(three.curve).sum(axis=1) >= 1).all(), "nor along the curve"
    # one group of nearly all: who is not of it are few
    nearly = told(groups.sum(axis=1) + others, groups.sum(axis=1, keepdims=True))
    assert nearly.n_hidden == 1 and np.isnan(nearly.people).tolist() == [False, True]
    # who are many in all, but few where it is flagged, are as easily found
    flagged = flag_share(scores, 0.2)
    there = laid(grid, boxes, np.column_stack([others, others])).inside(flagged.weights)[:, 1].sum()
    many = told(groups.sum(axis=1) + 20 / there * others * 0.25, groups)  # 5 of them there
    assert not np.isnan(many.people).any() and np.isnan(many.inside).sum() == 1


def test_rests_are_those_of_every_combination_that_fits():
    rng = np.random.RandomState(9)
    counts = rng.randint(0, 6, (4, 4)).astype(float)
    counts[:, 0] = counts[:, 1:3].sum(axis=1) + [0, 1, 0, 2]
    found = rests_among(counts)
    expected = {
        (whole, parts)
        for whole in range(4)
        for size in (1, 2, 3)
        for parts in combinations([one for one in (1, 2, 3) if one != whole], size)
        if (counts[:, list(parts)].sum(axis=1) <= counts[:, whole]).all()
    }
    pairs = {(int(w), tuple(np.flatnonzero(row).tolist())) for w, row in zip(found.whole, found.parts)}
    assert pairs == expected and (0, (1, 2)) in pairs
    place = [one for one, row in enumerate(found.parts) if found.whole[one] == 0 and row.tolist()[1:] == [1, 1, 0]]
    assert found.of(counts.sum(axis=0))[place] == [3]
    # secret: 3 of the rest, so that the smaller part goes; and both where the smaller one and the rest are few
    values = np.array([103.0, 60, 40, 50])
    assert hidden(values, (), 10, (), Rests(np.array([0]), np.array([[0, 1, 1, 0]], bool))).tolist() == [
        *(False, False, True, False)
    ]
    values = np.array([67.0, 60, 4, 50])
    assert hidden(values, (), 10, (), Rests(np.array([0]), np.array([[0, 1, 1, 0]], bool))).tolist() == [
        *(False, True, True, False)
    ]


def test_sums_are_found_by_areas():
    rng = np.random.RandomState(7)
    parts = rng.randint(20, 90, (40, 3)).astype(float)
    women = np.round(parts.sum(axis=1) * rng.uniform(0.45, 0.55, 40))
    counts = np.column_stack([parts.sum(axis=1), parts, women, parts.sum(axis=1) - women, parts[:, :2].sum(axis=1)])
    assert set(sums_among(counts)) == {(0, 1, 2, 3), (0, 4, 5), (6, 1, 2), (0, 3, 6)}
    secret = hidden(np.array([100.0, 50, 46, 4, 60, 40, 96]), sums_among(counts), 10)
    # 3 is few: of 0 = 3 + 6 the other part goes as well, and of 0 = 1 + 2 + 3 and 6 = 1 + 2 the smaller of 1 and 2
    assert secret.tolist() == [False, False, True, True, False, False, True]
    # of many groups only runs: ten classes of areas behind two halves and two others
    half, classes = rng.randint(300, 600, 40).astype(float), np.eye(10)[np.arange(40) % 10]
    many = np.column_stack([2 * half, half, half, half / 3, half / 4, 2 * half[:, None] * classes])
    assert set(sums_among(many)) == {(0, 1, 2), (1, 2), (0, *range(5, 15))}
    # a group of few beside those that add up: it is one of them, not an error of theirs
    few = np.column_stack([parts.sum(axis=1) + 1, parts, np.ones(40), women, parts.sum(axis=1) + 1 - women])
    assert set(sums_among(few)) == {(0, 1, 2, 3, 4), (0, 5, 6)}
    rounding = few + np.array([0, 0.2, -0.2, 0.2, 0.0, 0, 0])  # as some offices publish them
    assert set(sums_among(rounding)) == {(0, 1, 2, 3, 4), (0, 5, 6)}
    unknown = np.column_stack([np.full(5, 1300.0), *(np.full((13, 5), 1.0) * 3.0 ** np.arange(13)[:, None] / 1000)])
    assert sums_among(unknown) == ((0, *range(1, 14)),)


def test_numbers_that_cannot_be():
    grid, boxes = row_of(2), [box(0, 0, 100, 100), box(100, 0, 200, 100)]
    with pytest.raises(ExposureError, match="'g' is -3 in an area"):
        laid(grid, boxes, [[10, 5], [10, -3]])
    with pytest.raises(ExposureError, match="'g' has 30 people, and there are 20 in all"):
        laid(grid, boxes, [[10, 15], [10, 15]])
    with pytest.raises(ExposureError, match="Nobody lives in a cell"):
        laid(grid, [box(900, 0, 990, 100)], [[10, 5]])
    population = laid(grid, boxes, [[100, 50], [0, 0]])
    with pytest.raises(ExposureError, match="Nobody lives in or near a flagged cell"):
        who_lives_there(grid, population, chosen(1, n=2), np.arange(2.0))
    with pytest.raises(ExposureError, match="No cell is flagged"):
        who_lives_there(grid, population, chosen(n=2), np.arange(2.0))


def test_words_say_who_is_more_exposed_and_what_it_is_not():
    found = SimpleNamespace(
        names=("a", "b", "c"),
        n_areas=60,
        areas=np.array([60, 60, 20]),
        area_flagged=0.05,
        area_near=0.08,
        people=np.array([1000.0, 400, 300, 300]),
        inside=np.array([100.0, 60, 30, 10]),
        share=np.array([0.1, 0.15, 0.1, 0.0333]),
        ratio=np.array([1.5, 1.0, 0.333]),
        low=np.array([1.2, 0.8, 0.2]),
        high=np.array([1.9, 1.3, 0.6]),
        drivers=None,
        smallest=10,
        resamples=1000,
        n_hidden=0,
        not_whole=(),
        few_outside=False,
        without=("", "", ""),
    )
    assert summary(found) == (
        "10% of all people live in or near the flagged places, which are 8.0% of the area (5.0% are flagged)."
    )
    assert group_sentence(found, 0) == (
        "a: 15% live there, 1.50 times the share of all people (95% interval 1.20 to 1.90): more than all people."
    )
    assert group_sentence(found, 1).endswith("(95% interval 0.80 to 1.30): no clear difference.")
    assert group_sentence(found, 2).endswith("(95% interval 0.20 to 0.60): too few areas (20) to say more or less.")
    assert strongest_sentences(found) == ["More exposed than all people: a."]
    (few,) = doubts(found)
    assert "fewer than 50 areas, of which single ones decide the ratio: c (20)." in few
    assert any(one.startswith("3 intervals are read at once") and "would be 14% if" in one for one in cautions(found))
    found.areas = np.array([60, 60, 60])
    assert strongest_sentences(found) == ["More exposed than all people: a.", "Less exposed than all people: c."]
    assert doubts(found) == []


def test_no_name_is_called_out_for_what_is_printed_as_no_difference():
    """A ratio of 1.002 (1.0003 to 1.004) is beyond chance, printed 1.00 (1.00 to 1.00), and no difference to tell."""
    found = SimpleNamespace(
        names=("other", "a", "b"),
        areas=np.array([60, 60, 60]),
        ratio=np.array([1.002, 1.2, 0.998]),
        low=np.array([1.0003, 1.1, 0.9970]),
        high=np.array([1.004, 1.3, 0.9999]),
        resamples=1000,
        drivers=SimpleNamespace(
            ratio=np.array([1.3, 1.002, 0.6]), strongest=lambda _: SimpleNamespace(factor="f", ratio=[0.5] * 3)
        ),
    )
    assert strongest_sentences(found) == ["More exposed than all people: a."]  # of drivers a's ratio is 1.00
    assert outcome(1.0003, 1.004, 60) == outcome(1.0003, 1.004, 20) == "no clear difference"
    assert outcome(1.0003, 1.006, 60) == "more than all people"
    found.low[1], found.high[1] = 1.001, 1.004
    assert strongest_sentences(found) == ["No group's share clearly differs from that of all people."]


def test_why_a_ratio_has_no_interval():
    """Two groups of as many areas: one of which few live there has none for its resamples, not for its areas."""
    grid, n = row_of(40), 40
    counts = np.full((n, 3), 100.0)
    counts[:, 1:] = 0
    counts[0, 1] = counts[13:25, 1] = 40  # in 13 areas, one of them flagged
    counts[6:19, 2] = 40  # in 13, four of them flagged
    population = laid(grid, [box(100 * x, 0, 100 * x + 100, 100) for x in range(n)], counts, ("seldom", "often"))
    found = who_lives_there(
        grid, population, chosen(*range(10), n=n), -np.arange(n), 0.0, None, resamples=400, smallest=0
    )
    assert found.areas.tolist() == [13, 13] and np.isfinite(found.ratio).all()
    assert found.without == ("nobody there", "") and np.isnan(found.low).tolist() == [True, False]
    assert group_sentence(found, 0).endswith(
        "; without an interval, because too many resamples of the areas had nobody of them there."
    )
    assert any("too many resamples had nobody" in one for one in doubts(found))
    assert outcome_of(found, 0) == "no interval: too many resamples had nobody there"
    assert outcome_of(found, 1) == outcome(found.low[1], found.high[1], 13)
    none = who_lives_there(grid, population, chosen(*range(10), n=n), -np.arange(n), 0.0, None, resamples=0, smallest=0)
    assert group_sentence(none, 0).endswith(" times the share of all people.") and none.without == ("", "")
    assert outcome_of(none, 0) == ""


def test_hidden_groups_have_no_row_of_drivers_and_curves_are_told_apart():
    ratio = np.array([1.2, np.nan, 0.8])
    drivers = SimpleNamespace(ratio=ratio, factors=(SimpleNamespace(factor="bars", ratio=ratio / 2),))
    table = page.driver_table(SimpleNamespace(names=("a", "hidden", "c"), drivers=drivers))
    assert table.rows == (("a", "1.20", "0.60"), ("c", "0.80", "0.40"))
    looks = {(page._COLOURS[number], page._DASHES[number % len(page._DASHES)]) for number in range(page._MOST_CURVES)}
    assert len({colour for colour, _ in looks}) == page._MOST_CURVES == 8


def test_the_curves_say_which_groups_they_show():
    """Ten groups: that of a clear difference first, though one of few areas lies farther from 1; the least goes."""
    curve = np.tile(np.linspace(1.1, 2.0, 10), (len(CURVE), 1))
    found = SimpleNamespace(
        names=tuple("abcdefghij"),
        curve=curve,
        low=np.where(np.arange(10) == 0, 1.05, 0.5),
        high=np.full(10, 3.0),
        areas=np.full(10, 60),
    )
    assert page._by_interest(found) == [0, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert page.curve_words(found).startswith(
        "Shown are 8 of the 10 groups of which a point is told: of those of 50 or more areas first"
    )
    found.areas[0] = 49
    assert page._by_interest(found)[-1] == 0
    found.curve[:, :3] = np.nan
    assert len(page._by_interest(found)) == 7 and page.curve_words(found) == (
        "Shown are the 7 of 10 groups of which a point is told."
    )
    few = SimpleNamespace(
        names=("a",), curve=curve[:, 9:], low=found.low[:1], high=found.high[:1], areas=found.areas[:1]
    )
    assert page.curve_words(few) == "Shown are all groups."
