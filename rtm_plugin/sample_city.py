"""Tidewick: a made-up city whose risk is known, for trying things out and for testing the whole method.

The city does not exist: its coordinates lie in the North Sea. Streets, places and incidents are invented
from a seed. Incidents are drawn from :data:`TRUTH`, in the method's own terms, so that a model fitted to them
can be compared with what was put in:

    expected incidents of a cell = exp(BASE_RATE + sum of sign * log(rrv) over the effects present there)

with the negative binomial's variance, mean + mean² / THETA.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from .progress import Progress
from .space.grid import lay_grid
from .space.shapes import Shapes, contains
from .variables.factors import Variable

if TYPE_CHECKING:
    from .space.grid import StudyGrid


CITY_NAME = "Tidewick"
CRS = "EPSG:27700"
BLOCK_LENGTH = 100.0
CELL_SIZE = 50.0


@dataclass(frozen=True)
class PlantedEffect:
    """One effect that the incidents were drawn with.

    ``rrv`` is the relative risk value as a model reports it, above 1 whatever the direction: cells at an
    aggravating factor are ``rrv`` times as risky as others, cells at a protective one 1 / ``rrv`` times.
    """

    factor: str
    operationalisation: str
    distance: float
    direction: str
    rrv: float

    @property
    def variable(self) -> Variable:
        return Variable(self.factor, self.operationalisation, self.distance, self.direction)


TRUTH = (
    PlantedEffect("bars", "density", 200.0, "aggravating", 3.0),
    PlantedEffect("takeaways", "proximity", 100.0, "aggravating", 2.2),
    PlantedEffect("convenience_stores", "proximity", 150.0, "aggravating", 1.8),
    PlantedEffect("bus_stops", "proximity", 100.0, "aggravating", 1.8),
    PlantedEffect("canal", "proximity", 100.0, "aggravating", 2.5),
    PlantedEffect("parks", "proximity", 50.0, "aggravating", 1.8),
    PlantedEffect("community_centres", "proximity", 250.0, "protective", 2.0),
)
NULL_FACTORS = ("churches", "post_boxes")
BASE_RATE = -1.4  # log of the expected incidents of a cell that no effect reaches, in one period
THETA = 2.0
PERIODS = {1: 2023, 2: 2024}  # period -> the year it covers
INCIDENT_TYPES = (("violence", 0.62), ("robbery", 0.23), ("theft from the person", 0.15))

_CENTRE = np.array([520_000.0, 900_000.0])
_RADII = np.array([3_000.0, 2_500.0])
_BEYOND = 500.0  # the city goes on this far outside the study area, past the reach of any factor
_STREET_STEP = 10.0


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STREET_WORDS = _words(
    "Mill Anchor Chapel Orchard Tanner Weaver Harbour Castle Meadow Station Foundry Victoria Albert Cooper "
    "Quarry Bridge Elm Ash Willow Rowan Hazel Saffron Market Priory Abbey Warren Heron Falcon Drover Linden "
    "Poplar Cedar Granary Kiln Ropewalk Sluice Beacon Laurel Juniper Barley"
)
_STREET_KINDS = _words("Street Road Lane Avenue Row")
_BAR_FIRST = _words("Red Golden White Black Blue Jolly Old Green Silver Crooked")
_BAR_SECOND = _words("Lion Anchor Swan Hart Bell Plough Compass Heron Sailor Crown Lantern Boot")
_TAKEAWAY_FIRST = _words("Saffron Neptune Golden Corner Bosphorus Lucky Harbour Spice Ocean Pepper")
_TAKEAWAY_SECOND = ("Grill", "Fish Bar", "Kitchen", "Pizza", "Kebab House", "Wok", "Chicken")
_STORE_SECOND = ("Stores", "Mini Market", "News and Food", "Local", "Corner Shop")
_SAINTS = _words("Aidan Brigid Cuthbert Dunstan Edith Frideswide Giles Hilda Oswald Petroc Swithun Winifred")


@dataclass(frozen=True)
class CityLayer:
    """One layer: ``attributes`` maps a field's name to one value per feature, in the order of ``shapes``."""

    name: str
    shapes: Shapes
    attributes: dict


@dataclass(frozen=True)
class SampleCity:
    """Everything :func:`build_city` makes, in map units of :data:`CRS` (metres).

    ``factors`` are the risk factors (planted ones first, in the order of :data:`TRUTH`), ``incidents`` one
    layer per period, ``streets`` is there for the map only.
    """

    seed: int
    study_area: CityLayer
    incidents: tuple
    factors: tuple
    streets: CityLayer

    @property
    def layers(self) -> tuple[CityLayer, ...]:
        return (self.study_area, *self.incidents, *self.factors, self.streets)


def build_city(seed: int = 1, progress: Progress | None = None) -> SampleCity:
    """Invent the city of a seed: the same seed gives the same city, to the last digit.

    Parameters
    ----------
    seed : int
        0 to 2**32 - 1; another seed is another town plan with other incidents, but the same :data:`TRUTH`.
    progress : Progress, optional

    Returns
    -------
    SampleCity
    """
    progress = progress or Progress()
    rng = np.random.RandomState(seed)
    outline = _outline(rng)
    plan = _TownPlan(rng)
    parks = _parks(rng, outline)
    builders = {
        "bars": _bars,
        "takeaways": _takeaways,
        "convenience_stores": _convenience_stores,
        "bus_stops": _bus_stops,
        "canal": _canal,
        "community_centres": _community_centres,
        "churches": _churches,
        "post_boxes": _post_boxes,
    }
    town = _Town(rng, outline, plan, parks.shapes)
    made = {name: build(town) for name, build in builders.items()} | {"parks": parks}
    progress(0.1)
    factors = tuple(made[name] for name in (*(effect.factor for effect in TRUTH), *NULL_FACTORS))

    study_area = Shapes.polygons([[outline]])
    grid = lay_grid(study_area, CELL_SIZE)
    expected = expected_incidents(grid, {layer.name: layer.shapes for layer in factors}, progress.part(0.1, 0.7))
    incidents = []
    for period, year in PERIODS.items():
        incidents.append(_draw_incidents(rng, grid, study_area, expected, period, year))
        progress(0.7 + 0.1 * period)
    return SampleCity(
        seed=seed,
        study_area=CityLayer("study_area", study_area, {"name": [CITY_NAME]}),
        incidents=tuple(incidents),
        factors=factors,
        streets=plan.streets(outline),
    )


def expected_incidents(
    grid: StudyGrid, factor_shapes: dict[str, Shapes], progress: Progress | None = None
) -> np.ndarray:
    """The true expected incidents of each cell in one period.

    Parameters
    ----------
    grid : StudyGrid
        High density is relative to the mean and SD over its cells, so the truth belongs to a grid of 50 m.
    factor_shapes : dict of str to Shapes
        Must hold every planted factor.

    Returns
    -------
    (n_cells,) float64
    """
    progress = progress or Progress()
    log_mean = np.full(grid.n_cells, BASE_RATE)
    for done, effect in enumerate(TRUTH):
        step = progress.part(done / len(TRUTH), (done + 1) / len(TRUTH))
        present = _present(effect, grid, factor_shapes[effect.factor], step)
        log_mean += effect.variable.sign * np.log(effect.rrv) * present
    return np.exp(log_mean)


def _present(effect: PlantedEffect, grid: StudyGrid, shapes: Shapes, progress: Progress) -> np.ndarray:
    """Where a planted effect is at work: within the distance, or where density is at least mean + 2 SD."""
    kind = effect.variable.kind
    (measured,) = kind.measure(grid, shapes, [effect.distance], progress)
    return kind.acts(measured, effect.distance, kind.threshold(measured))


def _draw_incidents(
    rng: np.random.RandomState, grid: StudyGrid, study_area: Shapes, expected: np.ndarray, period: int, year: int
) -> CityLayer:
    """Negative binomial counts of the cells; each incident at a random place of its cell."""
    counts = rng.negative_binomial(THETA, THETA / (THETA + expected))
    centres = np.repeat(grid.centroids, counts, axis=0)
    points = centres + _within_cell(rng, grid, len(centres))
    # cells on the boundary are cut: what fell outside is drawn again, and given up only in thin slivers
    for _ in range(100):
        outside = np.flatnonzero(~contains(study_area, points))
        if not len(outside):
            break
        points[outside] = centres[outside] + _within_cell(rng, grid, len(outside))
    points = points[contains(study_area, points)]

    n_days = (datetime.date(year + 1, 1, 1) - datetime.date(year, 1, 1)).days
    days = np.sort(rng.randint(0, n_days, len(points)))
    points = points[rng.permutation(len(points))]
    kinds, shares = zip(*INCIDENT_TYPES)
    first_day = datetime.date(year, 1, 1)
    attributes = {
        "date": [(first_day + datetime.timedelta(days=int(day))).isoformat() for day in days],
        "period": [period] * len(points),
        "type": [kinds[kind] for kind in rng.choice(len(kinds), len(points), p=np.array(shares))],
    }
    return CityLayer(f"incidents_period_{period}", Shapes.points(points), attributes)


def _within_cell(rng: np.random.RandomState, grid: StudyGrid, n: int) -> np.ndarray:
    return (rng.random_sample((n, 2)) - 0.5) * grid.cell_size


# The town plan


def _outline(rng: np.random.RandomState) -> np.ndarray:
    """Ring of the study area: an ellipse of 6 by 5 km with an uneven edge."""
    angle = np.linspace(0, 2 * np.pi, 49)[:-1]
    uneven = sum(rng.uniform(0.03, 0.06) * np.cos(wave * angle + rng.uniform(0, 2 * np.pi)) for wave in (2, 3, 5, 7))
    ring = _CENTRE + _RADII * (1 + uneven)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return np.vstack([ring, ring[:1]]).round(1)


class _TownPlan:
    """Districts, each with a street grid of its own direction, and the main roads out of the centre."""

    def __init__(self, rng: np.random.RandomState) -> None:
        n_outer = 7
        angle = rng.uniform(0, 2 * np.pi) + np.arange(n_outer) * 2 * np.pi / n_outer + rng.uniform(-0.3, 0.3, n_outer)
        far = rng.uniform(0.55, 0.75, n_outer)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        self.seeds = _CENTRE + np.vstack([[0.0, 0.0], far]) * _RADII
        self.turns = rng.uniform(0, np.pi / 2, n_outer + 1)
        self.spacings = rng.uniform(90, 130, (n_outer + 1, 2))
        self.main_roads = self._main_roads(rng)
        self.names = [
            f"{word} {_STREET_KINDS[kind]}"
            for word, kind in zip(rng.permutation(_STREET_WORDS), rng.randint(0, 5, len(_STREET_WORDS)))
        ]

    def _main_roads(self, rng: np.random.RandomState) -> list[np.ndarray]:
        """Roads from the centre outwards, and a ring road."""
        n_roads = 6
        start = rng.uniform(0, 2 * np.pi)
        length = np.arange(0, 3_600, _STREET_STEP)
        roads = []
        for k in range(n_roads):
            bend = 0.12 * np.sin(length / rng.uniform(600, 1_000) + rng.uniform(0, 2 * np.pi))
            angle = start + k * 2 * np.pi / n_roads + rng.uniform(-0.2, 0.2) + bend
            roads.append(_CENTRE + length[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]))
        angle = np.linspace(0, 2 * np.pi, 900)
        radius = 1_500 * (1 + 0.08 * np.cos(3 * angle + rng.uniform(0, 2 * np.pi)))
        roads.append(_CENTRE + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]))
        return roads

    def district_of(self, points: np.ndarray) -> np.ndarray:
        return ((points[:, None, :] - self.seeds) ** 2).sum(axis=2).argmin(axis=1)

    def snap(self, points: np.ndarray) -> np.ndarray:
        """Move points to the nearest street of their district."""
        district = self.district_of(points)
        turn, spacing = self.turns[district], self.spacings[district]
        cos, sin = np.cos(turn), np.sin(turn)
        offset = points - self.seeds[district]
        local = np.column_stack([offset[:, 0] * cos + offset[:, 1] * sin, offset[:, 1] * cos - offset[:, 0] * sin])
        on_street = np.round(local / spacing) * spacing
        nearer = np.abs(local - on_street).argmin(axis=1)
        rows = np.arange(len(points))
        local[rows, nearer] = on_street[rows, nearer]
        return self.seeds[district] + np.column_stack(
            [local[:, 0] * cos - local[:, 1] * sin, local[:, 0] * sin + local[:, 1] * cos]
        )

    def streets(self, outline: np.ndarray) -> CityLayer:
        """The street lines inside the city, for the map."""
        edge = Shapes.polygons([[_grown(outline)]])
        reach = np.arange(-7_000, 7_000, _STREET_STEP)
        lines, kinds = [], []
        for district, (seed, turn, spacing) in enumerate(zip(self.seeds, self.turns, self.spacings)):
            along = np.array([np.cos(turn), np.sin(turn)])
            across = np.array([-along[1], along[0]])
            for step, (run, shift) in zip(spacing, ((across, along), (along, across))):
                for k in range(-int(4_500 / step), int(4_500 / step) + 1):
                    line = seed + reach[:, None] * run + k * step * shift
                    inside = (self.district_of(line) == district) & contains(edge, line)
                    runs = [np.array([run[0], run[-1]]) for run in _runs(line, inside)]
                    lines += runs
                    kinds += ["street"] * len(runs)
        for road in self.main_roads:
            runs = _runs(road, contains(edge, road))
            lines += runs
            kinds += ["main road"] * len(runs)
        names = [self.names[k % len(self.names)] for k in range(len(lines))]
        return CityLayer("streets", Shapes.lines(lines), {"name": names, "kind": kinds})


def _runs(line: np.ndarray, inside: np.ndarray) -> list:
    """The parts of a line whose vertices are inside, those of a single vertex left out."""
    change = np.flatnonzero(np.diff(inside.astype(np.int8))) + 1
    return [part for part, keep in zip(np.split(line, change), np.split(inside, change)) if keep[0] and len(part) > 1]


def _grown(outline: np.ndarray) -> np.ndarray:
    """The outline moved outwards by about :data:`_BEYOND`: where the city itself ends."""
    offset = outline - _CENTRE
    return _CENTRE + offset * (1 + _BEYOND / np.hypot(*offset.T))[:, None]


class _Town:
    """Where places can be: on the streets, out of the parks, up to :data:`_BEYOND` outside the study area."""

    def __init__(self, rng: np.random.RandomState, outline: np.ndarray, plan: _TownPlan, parks: Shapes) -> None:
        self.rng = rng
        self.plan = plan
        self.parks = parks
        self.edge = Shapes.polygons([[_grown(outline)]])
        # local high streets, some way out of the centre
        angle = rng.uniform(0, 2 * np.pi) + np.arange(6) * np.pi / 3 + rng.uniform(-0.3, 0.3, 6)
        self.local_centres = _CENTRE + rng.uniform(0.45, 0.7, 6)[:, None] * _RADII * np.column_stack(
            [np.cos(angle), np.sin(angle)]
        )

    def anywhere(self, n: int) -> np.ndarray:
        low, high = self.edge.vertices.min(axis=0), self.edge.vertices.max(axis=0)
        return self.rng.uniform(low, high, (n, 2))

    def around(self, centres: Sequence | np.ndarray, spread: float, n: int) -> np.ndarray:
        chosen = self.rng.randint(0, len(centres), n)
        return np.asarray(centres)[chosen] + self.rng.normal(0, spread, (n, 2))

    def settle(self, draw: Any, n: int) -> np.ndarray:
        """``n`` places on the streets, from as many draws as that takes; ``draw(n)`` gives raw positions."""
        places = np.empty((0, 2))
        while len(places) < n:
            # a few metres off the line: at the shop fronts, not in the road
            more = self.plan.snap(draw(2 * n)) + self.rng.normal(0, 4, (2 * n, 2))
            more = more[contains(self.edge, more) & ~contains(self.parks, more)]
            places = np.vstack([places, more])
        return places[:n].round(1)

    def mixture(self, *parts: Any) -> np.ndarray:
        """Places settled from several ``(draw, n)`` in turn."""
        return np.vstack([self.settle(draw, n) for draw, n in parts])

    def street_names(self, n: int) -> list[str]:
        return [self.plan.names[k] for k in self.rng.randint(0, len(self.plan.names), n)]

    def layer(self, name: str, places: np.ndarray, names: list[str]) -> CityLayer:
        return CityLayer(name, Shapes.points(places), {"name": _numbered(names)})


def _numbered(names: list[str]) -> list[str]:
    """Names made unique: the second 'Mill Lane stop' becomes 'Mill Lane stop 2'."""
    seen = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return unique


def _pairs(rng: np.random.RandomState, first: tuple[str, ...], second: tuple[str, ...], n: int) -> list[str]:
    """``n`` combinations of two lists of words, none twice before all are used."""
    order = rng.permutation(len(first) * len(second))
    chosen = order[np.arange(n) % len(order)]
    return [f"{first[k // len(second)]} {second[k % len(second)]}" for k in chosen]


# The risk factors


def _bars(town: _Town) -> CityLayer:
    places = town.mixture(
        (lambda n: town.around([_CENTRE], 350, n), 55),
        (lambda n: town.around(town.local_centres[:2], 150, n), 25),
        (town.anywhere, 30),
    )
    names = _pairs(town.rng, _BAR_FIRST, _BAR_SECOND, len(places))
    return town.layer("bars", places, [f"The {name}" for name in names])


def _takeaways(town: _Town) -> CityLayer:
    places = town.mixture(
        (lambda n: town.around([_CENTRE], 600, n), 30),
        (lambda n: town.around(town.local_centres, 250, n), 40),
        (town.anywhere, 50),
    )
    names = _pairs(town.rng, _TAKEAWAY_FIRST, _TAKEAWAY_SECOND, len(places))
    return town.layer("takeaways", places, names)


def _convenience_stores(town: _Town) -> CityLayer:
    places = town.mixture((lambda n: town.around(town.local_centres, 400, n), 30), (town.anywhere, 80))
    kinds = town.rng.randint(0, len(_STORE_SECOND), len(places))
    names = [f"{street} {_STORE_SECOND[kind]}" for street, kind in zip(town.street_names(len(places)), kinds)]
    return town.layer("convenience_stores", places, names)


def _bus_stops(town: _Town) -> CityLayer:
    """Pairs of stops, one on each side of a main road, every 300 m or so."""
    stops = []
    for road in town.plan.main_roads:
        at = np.cumsum(town.rng.uniform(240, 360, 40)) / _STREET_STEP
        at = at[at < len(road) - 1].astype(int)
        ahead = road[at + 1] - road[at]
        side = np.column_stack([-ahead[:, 1], ahead[:, 0]]) / np.hypot(*ahead.T)[:, None]
        aside = 8 * side + 12 * ahead / _STREET_STEP
        stops += [road[at] + aside, road[at] - aside]
    stops = np.vstack(stops).round(1)
    stops = stops[contains(town.edge, stops)]
    return town.layer("bus_stops", stops, [f"{street} stop" for street in town.street_names(len(stops))])


def _canal(town: _Town) -> CityLayer:
    """One waterway across the city, south of the centre, with a short arm."""
    x = np.arange(-4_000, 4_001, 100.0)
    wave = town.rng.uniform(0, 2 * np.pi)
    course = _CENTRE + np.column_stack([x, -700 + 0.12 * x + 250 * np.sin(x / 900 + wave)])
    start = course[town.rng.randint(30, 50)]
    arm = start + np.linspace(0, 1, 9)[:, None] * [town.rng.uniform(200, 500), -1_100]
    return CityLayer(
        "canal",
        Shapes.lines([course.round(1), arm.round(1)]),
        {"name": [f"{CITY_NAME} Canal", "Foundry Arm"]},
    )


def _parks(rng: np.random.RandomState, outline: np.ndarray) -> CityLayer:
    """Twelve parks of uneven shape, apart from each other. They come first: other places keep out of them."""
    edge = Shapes.polygons([[outline]])
    angle = np.linspace(0, 2 * np.pi, 17)[:-1]
    centres, parks = [], []
    while len(parks) < 12:
        centre = rng.uniform(outline.min(axis=0), outline.max(axis=0))
        if not contains(edge, centre[None])[0] or any(np.hypot(*(centre - other)) < 700 for other in centres):
            continue
        centres.append(centre)
        stretch = 0.2 * np.cos(2 * angle + rng.uniform(0, 2 * np.pi))
        radius = rng.uniform(110, 230) * (1 + stretch + rng.uniform(-0.1, 0.1, len(angle)))
        ring = centre + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        parks.append([np.vstack([ring, ring[:1]]).round(1)])
    words = rng.permutation(_STREET_WORDS)[: len(parks)]
    return CityLayer("parks", Shapes.polygons(parks), {"name": [f"{word} Park" for word in words]})


def _community_centres(town: _Town) -> CityLayer:
    places = town.settle(town.anywhere, 35)
    names = [f"{street} Community Centre" for street in town.street_names(len(places))]
    return town.layer("community_centres", places, names)


def _churches(town: _Town) -> CityLayer:
    places = town.settle(town.anywhere, 45)
    saints = town.rng.randint(0, len(_SAINTS), len(places))
    names = [f"St {_SAINTS[k]}, {street}" for k, street in zip(saints, town.street_names(len(places)))]
    return town.layer("churches", places, names)


def _post_boxes(town: _Town) -> CityLayer:
    places = town.settle(town.anywhere, 160)
    return town.layer("post_boxes", places, [f"{street} post box" for street in town.street_names(len(places))])
