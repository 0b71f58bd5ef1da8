"""How well terrain, history and both foretell later incidents: makes the tables of docs/validation.md.

``foretelling.py [--quick]``; without London it takes a minute, with it a few.
"""

import argparse
import sys
from collections import namedtuple

import numpy as np
from harness import ROOT, SHARED, load_package, table
from problems import FACTOR_LAYERS, layer_features, layer_shapes

PAGE = ROOT / "docs" / "validation.md"
LEVELS = ("1%", "5%", "10%", "20%")
_EM_STEPS = 500

CAMDEN = [
    "pubs",
    "bars",
    "nightclubs",
    "fast_food",
    "convenience_stores",
    "off_licences",
    "banks",
    "bus_stops",
    "rail_tube_stations",
    "registered_parks",
]
CHICAGO = [
    "abandoned_buildings_2017",
    "abandoned_cars_2017",
    "graffiti_2017",
    "liquor_retail",
    "sanitation_2017",
    "street_lights_out_2017",
]

# ``start``, ``late`` and ``end`` are months: the earlier period begins with start, the later one with late,
# and end is the first month after it. Chicago has a layer for each
# period; of the sample city ``layers`` is the seed.
City = namedtuple("City", "name file cell layers start late end factors")
_HALVES = ("2022-01", "2022-07", "2023-01")
_SPRING = ("2022-01", "2022-05", "2022-09")
_AUTUMN = ("2022-05", "2022-09", "2023-01")
_YEARS = ("", "", "")


def _chicago(cell):
    name = f"Chicago, burglary, 2017 → 2018, {cell} m"
    return City(name, "chicago", cell, "burglary_2017 burglary_2018", *_YEARS, CHICAGO)


def _camden(words, layer, cell, months, when):
    return City(f"Camden, {words}, {when}, {cell} m", "london_camden", cell, layer, *months, CAMDEN)


def _london(words, layer):
    return City(f"London, {words}, Jan–Jun → Jul–Dec, 100 m", "greater_london", 100, layer, *_HALVES, CAMDEN)


def _sample_city(seed):
    return City(f"Sample city, seed {seed}, 50 m", "", 50, str(seed), *_YEARS, [])


# What the rule was chosen with ...
CHOSEN_WITH = (
    _chicago(200),
    _camden("violence", "violence_2022", 100, _HALVES, "Jan–Jun → Jul–Dec"),
    _camden("violence", "violence_2022", 50, _HALVES, "Jan–Jun → Jul–Dec"),
    _camden("robbery", "robbery_2022", 100, _HALVES, "Jan–Jun → Jul–Dec"),
    _camden("burglary", "burglary_2022", 100, _HALVES, "Jan–Jun → Jul–Dec"),
    _camden("theft from the person", "theft_from_person_2022", 100, _HALVES, "Jan–Jun → Jul–Dec"),
    _london("robbery", "robbery_2022"),
    _sample_city(1),
    _chicago(100),
    _camden("all crime", "crimes_2022_all", 100, _HALVES, "Jan–Jun → Jul–Dec"),
    _camden("violence", "violence_2022", 100, _SPRING, "Jan–Apr → May–Aug"),
    _camden("violence", "violence_2022", 100, _AUTUMN, "May–Aug → Sep–Dec"),
    _sample_city(2),
    _sample_city(3),
)
# ... and what was looked at only once it stood
FRESH = (
    _chicago(300),
    _camden("robbery", "robbery_2022", 50, _AUTUMN, "May–Aug → Sep–Dec"),
    _camden("burglary", "burglary_2022", 50, _AUTUMN, "May–Aug → Sep–Dec"),
    _camden("theft from the person", "theft_from_person_2022", 100, _SPRING, "Jan–Apr → May–Aug"),
    _camden("theft from the person", "theft_from_person_2022", 50, _AUTUMN, "May–Aug → Sep–Dec"),
    _sample_city(4),
)

PLACES, HECTARES = 10, 4.0  # of the default of priority places
IN_PLACES = (
    _camden("violence", "violence_2022", 50, _HALVES, "Jan–Jun → Jul–Dec"),
    _camden("robbery", "robbery_2022", 50, _HALVES, "Jan–Jun → Jul–Dec"),
    _camden("theft from the person", "theft_from_person_2022", 50, _HALVES, "Jan–Jun → Jul–Dec"),
    _chicago(100),
)

# Whose factors are put to the test by random shifts: whole years, all layers
_YEAR = ("2022-01", "2023-01", "2023-01")
STANDING = (
    City("Camden, violence, 2022, 50 m", "london_camden", 50, "violence_2022", *_YEAR, FACTOR_LAYERS),
    City("Camden, robbery, 2022, 50 m", "london_camden", 50, "robbery_2022", *_YEAR, FACTOR_LAYERS),
    _chicago(100),
)

Case = namedtuple("Case", "city terrain earlier months later")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="without London, and without writing the page")
    parser.add_argument("--places", action="store_true", help="only what the default places hold, a minute")
    parser.add_argument("--standing", action="store_true", help="only which factors stand random shifts, some minutes")
    options = parser.parse_args()
    load_package()
    if options.places:
        _put({"places": places_table([read(city) for city in IN_PLACES])})
        return 0
    if options.standing:
        _put({"standing": standing_table()})
        return 0
    parts, ways = {}, {}
    for group, cities in (("chosen with", CHOSEN_WITH), ("fresh", FRESH)):
        found = []
        for city in cities:
            if city.file == "greater_london" and options.quick:
                continue
            if city.file and not (SHARED / "data" / f"{city.file}.gpkg").is_file():
                print(f"{city.name}: skipped, ../shared/data/{city.file}.gpkg beside the repository is absent.")
                continue
            case = read(city)
            found.append((case, judge(case)))
            for way, ratios in ways_to_join(case).items():
                ways.setdefault(way, ([], []))[group == "fresh"].append(ratios)
            print(f"{city.name}: {found[-1][1].n_incidents} later incidents", flush=True)
        parts[group] = cities_table(found)
    parts["ways"] = ways_table(ways)
    if not options.quick:
        parts["places"] = places_table([read(city) for city in IN_PLACES])
        parts["standing"] = standing_table()
    for name, text in parts.items():
        print(f"\n{name}\n{text}")
    if not options.quick:
        _put(parts)
    return 0


# Data


def read(city, test="none"):
    from risk_terrain_modelling.rtm_plugin.model.settings import Settings
    from risk_terrain_modelling.rtm_plugin.pipeline import fit

    if not city.file:
        area, earlier, later, factors, block = _sample(int(city.layers))
        months = None
    else:
        area = layer_shapes(_path(city), "study_area")
        first, *second = city.layers.split()
        earlier, months = _points(city, first, "" if second else "month")
        if second:
            later, months, block = _points(city, second[0], "")[0], None, max(200.0, city.cell)
        else:
            known = (months >= city.start) & (months < city.end)
            early = months < city.late
            later, earlier, months = earlier[known & ~early], earlier[known & early], months[known & early]
            block = 100.0
        factors = [_factor(name, layer_shapes(_path(city), name)) for name in city.factors]
    return Case(
        city, fit(area, earlier, factors, Settings(block, float(city.cell), spatial_test=test)), earlier, months, later
    )


def _sample(seed):
    from risk_terrain_modelling.rtm_plugin.sample_city import BLOCK_LENGTH, TRUTH, build_city

    city = build_city(seed)
    protective = {effect.factor for effect in TRUTH if effect.direction == "protective"}
    factors = [_factor(one.name, one.shapes, one.name in protective) for one in city.factors]
    earlier, later = (one.shapes.vertices for one in city.incidents)
    return city.study_area.shapes, earlier, later, factors, BLOCK_LENGTH


def _factor(name, shapes, protective=False):
    from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec

    kind = "both" if shapes.kind == "point" else "proximity"
    return Factor(FactorSpec(name, kind, direction="protective" if protective else "aggravating"), shapes)


def _path(city):
    return SHARED / "data" / f"{city.file}.gpkg"


def _points(city, name, field):
    features = [
        (one.GetGeometryRef().GetPoint_2D(), one[field] if field else "") for one in layer_features(_path(city), name)
    ]
    return np.array([place for place, _ in features]), np.array([month for _, month in features])


# What came of it


def judge(case):
    from risk_terrain_modelling.rtm_plugin.trust import validation
    from risk_terrain_modelling.rtm_plugin.use.history import join

    terrain, grid = case.terrain, case.terrain.grid
    scores = np.round(terrain.rrs, 9)
    surfaces = [
        validation.Surface("terrain", scores),
        validation.Surface("terrain and history", join(grid, terrain.expected, terrain.counts).expected),
        *validation.baselines(grid, case.earlier),
    ]
    return validation.validate(grid, grid.count(case.later), surfaces)


def cities_table(found):
    """PAI of each way at each level, and how both differ from the best baseline of the level."""
    from risk_terrain_modelling.rtm_plugin.trust import validation

    rows = []
    for case, result in found:
        rows.append((f"**{case.city.name}**", *[""] * 5))
        for name in [one.name for one in result.surfaces if one.name != validation.CHANCE]:
            figures = [f"{result.figure(name, 'PAI', level).value:.2f}" for level in LEVELS]
            rows.append((name, *figures, f"{result.figure(name, validation.AUC).value:.3f}"))
        for name in ("terrain", "terrain and history"):
            apart = []
            for level in LEVELS:
                best = validation.best_baseline(result, level)
                one = result.difference(name, best, "hit rate", level)
                text = f"{100 * one.value:+.1f} ({100 * one.low:+.1f} to {100 * one.high:+.1f})"
                apart.append(f"**{text}**" if one.beyond_chance else text)
            rows.append((f"*{name} minus best baseline, points*", *apart, ""))
    return table(("PAI at", *LEVELS, "AUC"), rows)


def ways_to_join(case):
    """PAI of every way that was tried, over that of the best baseline, at the four levels."""
    from risk_terrain_modelling.rtm_plugin.space.influence import kernel_density
    from risk_terrain_modelling.rtm_plugin.trust.validation import KERNEL_CELLS, Ranking
    from risk_terrain_modelling.rtm_plugin.use.history import empirical_bayes, join, nb1_dispersion, neighbours_mean

    terrain, grid = case.terrain, case.terrain.grid
    later, own = grid.count(case.later), terrain.counts.astype(float)
    kernels = kernel_density(grid, case.earlier, [cells * grid.cell_size for cells in KERNEL_CELLS])
    mu = terrain.expected * own.sum() / terrain.expected.sum()
    around = neighbours_mean(grid, own, instead=mu)
    around = around * own.sum() / around.sum()
    mean = (mu + around) / 2
    ratio = mu * (around + own.mean()) / (_smoothed(grid, mu) + own.mean())
    dispersion = terrain.model.dispersion
    ways = {
        "terrain": np.round(terrain.rrs, 9),
        "prior counts": own,
        **{f"kernel density, {cells:g} cells": kernel for cells, kernel in zip(KERNEL_CELLS, kernels)},
        "empirical Bayes on the terrain alone, as fitted": empirical_bayes(
            terrain.model.family, terrain.expected, own, dispersion
        ),
        "… with the neighbours as half of the mean": _nb1(mean, own, nb1_dispersion(mean, own)),
        "… with the neighbours as a ratio to the terrain": _nb1(ratio, own, nb1_dispersion(ratio, own)),
        "mixture, shares by leaving incidents out one by one": _mixture(grid, mu, own, None),
        "mixture, shares by the last half of the earlier months": _mixture(grid, mu, own, case),
        "a third each: terrain, neighbours, own count": _nb1(mean, own, 0.5),
        "neighbours as half of the mean, own count at most a third": _nb1(
            mean, own, min(nb1_dispersion(mean, own), 0.5)
        ),
        "**chosen: neighbours as half of the mean, own count at most half**": join(
            grid, terrain.expected, terrain.counts
        ).expected,
    }
    pai = {}
    for way, scores in ways.items():
        ranking = Ranking.of(scores, later)
        shares = np.array([np.ceil(float(level.split()[0]) / 100 * grid.n_cells - 1e-9) for level in LEVELS])
        pai[way] = ranking.captured(shares) / later.sum() * grid.n_cells / shares
    rivals = [pai[way] for way in ways if way == "prior counts" or way.startswith("kernel")]
    return {way: values / np.max(rivals, axis=0) for way, values in pai.items()}


def _nb1(mean, own, sigma):
    return (mean + sigma * own) / (1 + sigma)


def _smoothed(grid, values):
    from risk_terrain_modelling.rtm_plugin.use.history import neighbours_mean

    return neighbours_mean(grid, values, instead=values)


def _mixture(grid, mu, own, case):
    """Terrain, neighbours and own counts in the shares that best foretell held-out incidents (EM).

    Held out is each incident in turn or, with a case that has months, the last half of its earlier months.
    """
    parts = [mu, _smoothed(grid, own), own]
    if case is not None and case.months is not None:
        months = np.unique(case.months)
        early = case.months < months[len(months) // 2]
        first, target = grid.count(case.earlier[early]).astype(float), grid.count(case.earlier[~early])
        known = [mu, _smoothed(grid, first), first]
    else:
        known, target = [mu, parts[1], np.maximum(own - 1, 0)], own
    known = np.array([part / part.sum() for part in known])[:, target > 0]
    target = target[target > 0]
    shares = np.full(3, 1 / 3)
    for _ in range(_EM_STEPS):
        credit = shares[:, None] * known
        shares = (credit / np.maximum(credit.sum(axis=0), 1e-300) * target).sum(axis=1) / target.sum()
    return shares @ np.array([part / part.sum() for part in parts])


def ways_table(ways):
    """Of each way the mean over the cities it was chosen with, and what it did on the fresh ones."""
    rows = []
    for way, (chosen_with, fresh) in ways.items():
        ratios, new = np.array(chosen_with), np.array(fresh)
        rows.append((way, *(f"{value:.2f}" for value in ratios.mean(axis=0)), *_summary(ratios), *_summary(new)))
    header = ("PAI over that of the best baseline", *LEVELS, "all", "worst", "level or ahead")
    return table((*header, "fresh: all", "worst", "level or ahead"), rows)


def _summary(ratios):
    if not ratios.size:
        return "", "", ""
    return f"{ratios.mean():.3f}", f"{ratios.min():.2f}", f"{(ratios >= 0.995).sum()} of {ratios.size}"


def places_table(cases):
    """Percent of the later incidents in ten compact places of 4 ha, cut by one rule from each surface."""
    from risk_terrain_modelling.rtm_plugin.use.places import compact_places

    rows, headers = [], ()
    for case in cases:
        grid, result = case.terrain.grid, judge(case)
        later, most = grid.count(case.later), round(HECTARES * 10_000 / grid.cell_size**2)
        shares = {}
        for surface in result.surfaces:
            if np.ptp(surface.scores) == 0:
                continue
            weights = case.terrain.expected if surface.name == "terrain" else surface.scores
            numbers = compact_places(grid, weights, weights > weights.mean(), PLACES, most)
            kind = surface.name
            if kind.startswith("kernel density"):
                cells = float(kind.rsplit(" ", 1)[1]) / grid.cell_size
                kind = f"kernel density, {cells:g} cells"
            shares[kind] = f"{100 * later[numbers > 0].sum() / later.sum():.1f}"
            area = 100 * (numbers > 0).mean()
        headers = ("Ten places of 4 ha", "area, %", *shares)
        rows.append((case.city.name, f"{area:.1f}", *shares.values()))
        print(rows[-1], flush=True)
    return table(headers, rows)


def standing_table():
    """Which factors are in the model as published, and which stand random shifts."""
    rows = []
    for city in STANDING:
        plain, tested = (read(city, test).terrain.model for test in ("none", "random_shift"))
        spatial = tested.spatial
        stand = ", ".join(f"{one.factor} ({one.as_high})" for one in spatial.factors)
        dropped = ", ".join(f"{one.factor} ({one.as_high})" for one in spatial.dropped)
        chosen = ", ".join(sorted(one.variable.factor for one in plain.selected))
        rows.append((city.name, chosen, stand or "none", dropped or "none", f"{tested.bic - plain.bic:+,.0f}"))
        print(rows[-1], flush=True)
    header = ("", "as published", "stand (shifts of 99 that did as well)", "taken out", "BIC")
    return table(header, rows).replace("_", " ")


def _put(parts):
    """Put each table into the page, between its marks."""
    text = PAGE.read_text(encoding="utf-8")
    for name, made in parts.items():
        start, stop = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
        head, rest = text.split(start)
        text = f"{head}{start}{made}\n{stop}{rest.split(stop)[1]}"
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
