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
# and end is the first month after it. Chicago has a layer for each period, or one of which a random half is "later"; of
# the sample city ``layers`` is the seed.
City = namedtuple("City", "name file cell layers start late end factors")
_QUARTERS = ("2022-01", "2022-04", "2022-07")
_HALVES = ("2022-01", "2022-07", "2023-01")
_SPRING = ("2022-01", "2022-05", "2022-09")
_AUTUMN = ("2022-05", "2022-09", "2023-01")
_YEARS = ("", "", "")


def _chicago(cell, layers="burglary_2017 burglary_2018", when="2017 → 2018"):
    return City(f"Chicago, burglary, {when}, {cell} m", "chicago", cell, layers, *_YEARS, CHICAGO)


def _camden(words, layer, cell, months, when):
    return City(f"Camden, {words}, {when}, {cell} m", "london_camden", cell, layer, *months, CAMDEN)


def _london(words, layer, months=_HALVES, when="Jan–Jun → Jul–Dec"):
    return City(f"London, {words}, {when}, 100 m", "greater_london", 100, layer, *months, CAMDEN)


def _sample_city(seed):
    return City(f"Sample city, seed {seed}, 50 m", "", 50, str(seed), *_YEARS, [])


_CRIMES = {
    "violence": "violence_2022",
    "robbery": "robbery_2022",
    "burglary": "burglary_2022",
    "theft from the person": "theft_from_person_2022",
    "all crime": "crimes_2022_all",
}
# What the rule was chosen with: parts of the earlier periods that were held out, nothing of a later one ...
HELD_OUT = (
    *(
        _camden(words, layer, cell, _QUARTERS, "Jan–Mar → Apr–Jun")
        for words, layer in _CRIMES.items()
        for cell in (50, 100)
    ),
    _london("robbery", "robbery_2022", _QUARTERS, "Jan–Mar → Apr–Jun"),
    *(_chicago(cell, "burglary_2017", "a random half of 2017 → the other") for cell in (100, 200, 300)),
    *(_sample_city(seed) for seed in (11, 12, 13)),
)
# ... and what it is judged by
LATER = (
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
    City(
        "Camden, theft from the person, 2022, 50 m",
        "london_camden",
        50,
        "theft_from_person_2022",
        *_YEAR,
        FACTOR_LAYERS,
    ),
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
    ways = {}
    for case in cases(HELD_OUT, options.quick):
        for way, ratios in ways_to_join(case).items():
            ways.setdefault(way, ([], []))[0].append(ratios)
    found = []
    for case in cases(LATER, options.quick):
        found.append((case, judge(case)))
        for way, ratios in ways_to_join(case).items():
            ways[way][1].append(ratios)
    parts = {"cities": cities_table(found), "ways": ways_table(ways), "summary": summary(found)}
    if not options.quick:
        parts["places"] = places_table([read(city) for city in IN_PLACES])
        parts["standing"] = standing_table()
    for name, text in parts.items():
        print(f"\n{name}\n{text}")
    if not options.quick:
        _put(parts)
    return 0


# Data


def cases(cities, quick):
    """Those whose layers are there; without London where it is to be quick."""
    for city in cities:
        if city.file == "greater_london" and quick:
            continue
        if city.file and not _path(city).is_file():
            print(f"{city.name}: skipped, ../shared/data/{city.file}.gpkg beside the repository is absent.")
            continue
        print(city.name, flush=True)
        yield read(city)


def read(city, test="none"):
    from risk_terrain_modelling.rtm_plugin.model.settings import Settings
    from risk_terrain_modelling.rtm_plugin.pipeline import fit

    if not city.file:
        area, earlier, later, factors, block = _sample(int(city.layers))
        months = None
    else:
        area = layer_shapes(_path(city), "study_area")
        first, *second = city.layers.split()
        earlier, months = _points(city, first, "" if city.file == "chicago" else "month")
        if city.file == "chicago":
            months, block = None, max(200.0, city.cell)
            if second:
                later = _points(city, second[0], "")[0]
            else:
                half = np.random.RandomState(1).permutation(len(earlier)) % 2 == 0
                earlier, later = earlier[half], earlier[~half]
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
        validation.Surface(
            "terrain and history", join(grid, terrain.expected, terrain.counts, terrain.model.family).expected
        ),
        *validation.baselines(grid, case.earlier, unit="m"),
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
    from risk_terrain_modelling.rtm_plugin.use.history import join, neighbours_mean, shared_surface

    terrain, grid = case.terrain, case.terrain.grid
    later, own = grid.count(case.later), terrain.counts.astype(float)
    kernels = kernel_density(grid, case.earlier, [cells * grid.cell_size for cells in KERNEL_CELLS])
    mu = terrain.expected * own.sum() / terrain.expected.sum()
    around = neighbours_mean(grid, own, instead=mu)
    around = around * own.sum() / around.sum()
    surface = shared_surface(grid, mu, own, terrain.model.family)
    means = {
        "terrain": mu,
        "surface": surface,
        "terrain and neighbours": (mu + around) / 2,
        "terrain and surface": (mu + surface) / 2,
        "surface and neighbours": (surface + around) / 2,
        "terrain, surface and neighbours": (mu + surface + around) / 3,
    }
    ways = {
        "terrain, without history": np.round(terrain.rrs, 9),
        "prior counts": own,
        **{f"kernel density, {cells:g} cells": kernel for cells, kernel in zip(KERNEL_CELLS, kernels)},
        **{
            f"{name}, {limit}": _nb1(mean, own, most)
            for name, mean in means.items()
            for limit, most in (("own count at most half", 1.0), ("at most two thirds", 2.0), ("no limit", np.inf))
        },
        "**twice the surface and neighbours, no limit**": join(
            grid, terrain.expected, terrain.counts, terrain.model.family
        ).expected,
    }
    pai = {}
    for way, scores in ways.items():
        ranking = Ranking.of(np.round(scores, 12), later)
        shares = np.array([np.ceil(float(level.split("%")[0]) / 100 * grid.n_cells - 1e-9) for level in LEVELS])
        pai[way] = ranking.captured(shares) / later.sum() * grid.n_cells / shares
    rivals = [pai[way] for way in ways if way == "prior counts" or way.startswith("kernel")]
    return {way: values / np.max(rivals, axis=0) for way, values in pai.items()}


def _nb1(mean, own, most):
    from risk_terrain_modelling.rtm_plugin.use.history import nb1_dispersion

    sigma = min(nb1_dispersion(mean, own), most)
    return (mean + sigma * own) / (1 + sigma)


def ways_table(ways):
    """Of each way what it did on the incidents that were held out, and then in the later periods."""
    rows = []
    for way, (held_out, later) in ways.items():
        rows.append((way, *_summary(np.array(held_out)), *_summary(np.array(later))))
    half = ("mean", "worst", "level or ahead", "at 1%")
    header = ("PAI over that of the best baseline", *(f"held out: {half[0]}", *half[1:]))
    return table((*header, *(f"later: {half[0]}", *half[1:])), rows)


def summary(found):
    """How often terrain and history are ahead of the best baseline of a level, and behind, beyond chance."""
    from risk_terrain_modelling.rtm_plugin.trust import validation

    ahead, behind, n = [], [], 0
    for case, result in found:
        for level in LEVELS:
            best = validation.best_baseline(result, level)
            one = result.difference("terrain and history", best, "hit rate", level)
            n += 1
            if one.beyond_chance:
                (ahead if one.value > 0 else behind).append(f"{case.city.name} at {level}")
    return f"Of {n} pairs ahead beyond chance {len(ahead)}, behind {len(behind)}: {'; '.join(behind) or 'none'}."


def _summary(ratios):
    if not ratios.size:
        return "", "", "", ""
    level = ratios >= 0.995
    return (
        f"{ratios.mean():.3f}",
        f"{ratios.min():.2f}",
        f"{level.sum()} of {level.size}",
        f"{level[:, 0].sum()} of {len(level)}",
    )


def places_table(read_cases):
    """Percent of the later incidents in ten compact places of 4 ha, cut by one rule from each surface."""
    from risk_terrain_modelling.rtm_plugin.use.places import compact_places

    rows, headers = [], ()
    for case in read_cases:
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
                cells = float(kind.split()[2]) / grid.cell_size
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
        p_values = {factor: f"{p:.2g}" if p >= 0.01 else "<0.01" for factor, p in spatial.p_values.items()}
        stand = ", ".join(f"{one.factor} ({p_values[one.factor]})" for one in spatial.factors)
        dropped = ", ".join(f"{one.factor} ({p_values[one.factor]})" for one in spatial.dropped)
        chosen = ", ".join(sorted(one.variable.factor for one in plain.selected))
        rows.append((city.name, chosen, stand or "none", dropped or "none", f"{tested.bic - plain.bic:+,.0f}"))
        print(rows[-1], flush=True)
    header = ("", "as published", "stand (p by all shifts)", "taken out (p)", "BIC")
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
