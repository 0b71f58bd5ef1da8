"""The plan of the sample city: its outline, streets, blocks and junctions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..space.shapes import Shapes, contains

CITY_NAME = "Tidewick"
CENTRE = np.array([520_000.0, 900_000.0])
_RADII = np.array([3_000.0, 2_500.0])
_BEYOND = 500.0  # the city goes on this far outside the study area, past the reach of any factor
STREET_STEP = 10.0


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


STREET_WORDS = words(
    "Mill Anchor Chapel Orchard Tanner Weaver Harbour Castle Meadow Station Foundry Victoria Albert Cooper "
    "Quarry Bridge Elm Ash Willow Rowan Hazel Saffron Market Priory Abbey Warren Heron Falcon Drover Linden "
    "Poplar Cedar Granary Kiln Ropewalk Sluice Beacon Laurel Juniper Barley"
)
_STREET_KINDS = words("Street Road Lane Avenue Row")


@dataclass(frozen=True)
class CityLayer:
    """One layer: ``attributes`` maps a field's name to one value per feature, in the order of ``shapes``."""

    name: str
    shapes: Shapes
    attributes: dict


def draw_outline(rng: np.random.RandomState) -> np.ndarray:
    """Ring of the study area: an ellipse of 6 by 5 km with an uneven edge."""
    angle = np.linspace(0, 2 * np.pi, 49)[:-1]
    uneven = sum(rng.uniform(0.03, 0.06) * np.cos(wave * angle + rng.uniform(0, 2 * np.pi)) for wave in (2, 3, 5, 7))
    ring = CENTRE + _RADII * (1 + uneven)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return np.vstack([ring, ring[:1]]).round(1)


class TownPlan:
    """Districts, each with a street grid of its own direction, and the main roads out of the centre."""

    def __init__(self, rng: np.random.RandomState) -> None:
        n_outer = 7
        angle = rng.uniform(0, 2 * np.pi) + np.arange(n_outer) * 2 * np.pi / n_outer + rng.uniform(-0.3, 0.3, n_outer)
        far = rng.uniform(0.55, 0.75, n_outer)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
        self.seeds = CENTRE + np.vstack([[0.0, 0.0], far]) * _RADII
        self.turns = rng.uniform(0, np.pi / 2, n_outer + 1)
        self.spacings = rng.uniform(90, 130, (n_outer + 1, 2))
        self.main_roads = self._main_roads(rng)
        self.names = [
            f"{word} {_STREET_KINDS[kind]}"
            for word, kind in zip(rng.permutation(STREET_WORDS), rng.randint(0, 5, len(STREET_WORDS)))
        ]

    def _main_roads(self, rng: np.random.RandomState) -> list[np.ndarray]:
        """Roads from the centre outwards, and a ring road."""
        n_roads = 6
        start = rng.uniform(0, 2 * np.pi)
        length = np.arange(0, 3_600, STREET_STEP)
        roads = []
        for k in range(n_roads):
            bend = 0.12 * np.sin(length / rng.uniform(600, 1_000) + rng.uniform(0, 2 * np.pi))
            angle = start + k * 2 * np.pi / n_roads + rng.uniform(-0.2, 0.2) + bend
            roads.append(CENTRE + length[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]))
        angle = np.linspace(0, 2 * np.pi, 900)
        radius = 1_500 * (1 + 0.08 * np.cos(3 * angle + rng.uniform(0, 2 * np.pi)))
        roads.append(CENTRE + radius[:, None] * np.column_stack([np.cos(angle), np.sin(angle)]))
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
        reach = np.arange(-7_000, 7_000, STREET_STEP)
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
    offset = outline - CENTRE
    return CENTRE + offset * (1 + _BEYOND / np.hypot(*offset.T))[:, None]


class Town:
    """Where places can be: on the streets, out of the parks, up to :data:`_BEYOND` outside the study area."""

    def __init__(self, rng: np.random.RandomState, outline: np.ndarray, plan: TownPlan, parks: Shapes) -> None:
        self.rng = rng
        self.plan = plan
        self.parks = parks
        self.edge = Shapes.polygons([[_grown(outline)]])
        # local high streets, some way out of the centre
        angle = rng.uniform(0, 2 * np.pi) + np.arange(6) * np.pi / 3 + rng.uniform(-0.3, 0.3, 6)
        self.local_centres = CENTRE + rng.uniform(0.45, 0.7, 6)[:, None] * _RADII * np.column_stack(
            [np.cos(angle), np.sin(angle)]
        )

    def anywhere(self, n: int) -> np.ndarray:
        low, high = self.edge.vertices.min(axis=0), self.edge.vertices.max(axis=0)
        return self.rng.uniform(low, high, (n, 2))

    def around(self, centres: Sequence | np.ndarray, spread: float, n: int) -> np.ndarray:
        chosen = self.rng.randint(0, len(centres), n)
        return np.asarray(centres)[chosen] + self.rng.normal(0, spread, (n, 2))

    def settle(self, draw: Callable[[int], np.ndarray], n: int) -> np.ndarray:
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


def pairs(rng: np.random.RandomState, first: tuple[str, ...], second: tuple[str, ...], n: int) -> list[str]:
    """``n`` combinations of two lists of words, none twice before all are used."""
    order = rng.permutation(len(first) * len(second))
    chosen = order[np.arange(n) % len(order)]
    return [f"{first[k // len(second)]} {second[k % len(second)]}" for k in chosen]
