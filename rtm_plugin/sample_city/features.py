"""The layers of the sample city: where its bars, stops and parks are, and what they are called."""

from __future__ import annotations

import numpy as np

from ..space.shapes import Shapes, contains
from .town import CENTRE, CITY_NAME, STREET_STEP, STREET_WORDS, CityLayer, Town, pairs, words

_BAR_FIRST = words("Red Golden White Black Blue Jolly Old Green Silver Crooked")
_BAR_SECOND = words("Lion Anchor Swan Hart Bell Plough Compass Heron Sailor Crown Lantern Boot")
_TAKEAWAY_FIRST = words("Saffron Neptune Golden Corner Bosphorus Lucky Harbour Spice Ocean Pepper")
_TAKEAWAY_SECOND = ("Grill", "Fish Bar", "Kitchen", "Pizza", "Kebab House", "Wok", "Chicken")
_STORE_SECOND = ("Stores", "Mini Market", "News and Food", "Local", "Corner Shop")
_SAINTS = words("Aidan Brigid Cuthbert Dunstan Edith Frideswide Giles Hilda Oswald Petroc Swithun Winifred")


def bars(town: Town) -> CityLayer:
    places = town.mixture(
        (lambda n: town.around([CENTRE], 350, n), 55),
        (lambda n: town.around(town.local_centres[:2], 150, n), 25),
        (town.anywhere, 30),
    )
    names = pairs(town.rng, _BAR_FIRST, _BAR_SECOND, len(places))
    return town.layer("bars", places, [f"The {name}" for name in names])


def takeaways(town: Town) -> CityLayer:
    places = town.mixture(
        (lambda n: town.around([CENTRE], 600, n), 30),
        (lambda n: town.around(town.local_centres, 250, n), 40),
        (town.anywhere, 50),
    )
    names = pairs(town.rng, _TAKEAWAY_FIRST, _TAKEAWAY_SECOND, len(places))
    return town.layer("takeaways", places, names)


def convenience_stores(town: Town) -> CityLayer:
    places = town.mixture((lambda n: town.around(town.local_centres, 400, n), 30), (town.anywhere, 80))
    kinds = town.rng.randint(0, len(_STORE_SECOND), len(places))
    names = [f"{street} {_STORE_SECOND[kind]}" for street, kind in zip(town.street_names(len(places)), kinds)]
    return town.layer("convenience_stores", places, names)


def bus_stops(town: Town) -> CityLayer:
    """Pairs of stops, one on each side of a main road, every 300 m or so."""
    stops = []
    for road in town.plan.main_roads:
        at = np.cumsum(town.rng.uniform(240, 360, 40)) / STREET_STEP
        at = at[at < len(road) - 1].astype(int)
        ahead = road[at + 1] - road[at]
        side = np.column_stack([-ahead[:, 1], ahead[:, 0]]) / np.hypot(*ahead.T)[:, None]
        aside = 8 * side + 12 * ahead / STREET_STEP
        stops += [road[at] + aside, road[at] - aside]
    stops = np.vstack(stops).round(1)
    stops = stops[contains(town.edge, stops)]
    return town.layer("bus_stops", stops, [f"{street} stop" for street in town.street_names(len(stops))])


def canal(town: Town) -> CityLayer:
    """One waterway across the city, south of the centre, with a short arm."""
    x = np.arange(-4_000, 4_001, 100.0)
    wave = town.rng.uniform(0, 2 * np.pi)
    course = CENTRE + np.column_stack([x, -700 + 0.12 * x + 250 * np.sin(x / 900 + wave)])
    start = course[town.rng.randint(30, 50)]
    arm = start + np.linspace(0, 1, 9)[:, None] * [town.rng.uniform(200, 500), -1_100]
    return CityLayer(
        "canal",
        Shapes.lines([course.round(1), arm.round(1)]),
        {"name": [f"{CITY_NAME} Canal", "Foundry Arm"]},
    )


def parks(rng: np.random.RandomState, outline: np.ndarray) -> CityLayer:
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
    words = rng.permutation(STREET_WORDS)[: len(parks)]
    return CityLayer("parks", Shapes.polygons(parks), {"name": [f"{word} Park" for word in words]})


def community_centres(town: Town) -> CityLayer:
    places = town.settle(town.anywhere, 35)
    names = [f"{street} Community Centre" for street in town.street_names(len(places))]
    return town.layer("community_centres", places, names)


def churches(town: Town) -> CityLayer:
    places = town.settle(town.anywhere, 45)
    saints = town.rng.randint(0, len(_SAINTS), len(places))
    names = [f"St {_SAINTS[k]}, {street}" for k, street in zip(saints, town.street_names(len(places)))]
    return town.layer("churches", places, names)


def post_boxes(town: Town) -> CityLayer:
    places = town.settle(town.anywhere, 160)
    return town.layer("post_boxes", places, [f"{street} post box" for street in town.street_names(len(places))])
