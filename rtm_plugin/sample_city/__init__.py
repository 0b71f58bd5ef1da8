"""Tidewick: a made-up city whose risk is known, for trying things out and for testing the whole method.

The city does not exist: its coordinates lie in the North Sea. Streets, places and incidents are invented
from a seed. Incidents are drawn from :data:`TRUTH`, in the method's own terms, so that a model fitted to them
can be compared with what was put in:

    expected incidents of a cell = exp(BASE_RATE + sum of sign * log(rrv) over the effects present there)

with the negative binomial's variance, mean + mean² / THETA. In the second period half of some small squares, drawn by
lot, were treated, which took away a known share of their incidents: see :mod:`planted_trial`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..progress import Progress
from ..space.grid import lay_grid
from ..space.shapes import Shapes, contains
from ..variables.factors import Variable
from . import features
from .planted_trial import lay_places, take_away
from .town import CITY_NAME, CityLayer, Town, TownPlan, draw_outline

if TYPE_CHECKING:
    from ..space.grid import StudyGrid


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
HOUR_WEIGHTS = (6, 5, 3, 2, 1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 7, 8, 9, 9, 8)  # from midnight on


@dataclass(frozen=True)
class SampleCity:
    """Everything :func:`build_city` makes, in map units of :data:`CRS` (metres).

    ``factors`` are the risk factors (planted ones first, in the order of :data:`TRUTH`), ``incidents`` one
    layer per period, ``trial_places`` the squares of which some were treated in the second one, ``streets`` is
    there for the map only.
    """

    seed: int
    study_area: CityLayer
    incidents: tuple
    factors: tuple
    trial_places: CityLayer
    streets: CityLayer

    @property
    def layers(self) -> tuple[CityLayer, ...]:
        return (self.study_area, *self.incidents, *self.factors, self.trial_places, self.streets)


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
    outline = draw_outline(rng)
    plan = TownPlan(rng)
    parks = features.parks(rng, outline)
    builders = {
        "bars": features.bars,
        "takeaways": features.takeaways,
        "convenience_stores": features.convenience_stores,
        "bus_stops": features.bus_stops,
        "canal": features.canal,
        "community_centres": features.community_centres,
        "churches": features.churches,
        "post_boxes": features.post_boxes,
    }
    town = Town(rng, outline, plan, parks.shapes)
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
    incidents = [
        replace(one, attributes={**one.attributes, "hour": _draw_hours(rng, len(one.shapes.vertices))})
        for one in incidents
    ]
    first, second = incidents
    trial_places = lay_places(seed, grid, expected, grid.count(first.shapes.vertices))
    return SampleCity(
        seed=seed,
        study_area=CityLayer("study_area", study_area, {"name": [CITY_NAME]}),
        incidents=(first, take_away(seed, second, trial_places)),
        factors=factors,
        trial_places=trial_places,
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


def _draw_hours(rng: np.random.RandomState, n: int) -> list[int]:
    weights = np.array(HOUR_WEIGHTS, dtype=np.float64)
    return rng.choice(24, n, p=weights / weights.sum()).tolist()


def _within_cell(rng: np.random.RandomState, grid: StudyGrid, n: int) -> np.ndarray:
    return (rng.random_sample((n, 2)) - 0.5) * grid.cell_size
