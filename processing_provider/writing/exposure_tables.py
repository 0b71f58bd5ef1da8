"""Who lives in or near flagged places: tables, the layer of what is flagged, and the numbers."""

import numpy as np

from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.space.outlines import outlines
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use import residents_words as words
from ...rtm_plugin.use.places import contiguous, members_of
from ..fields import INTEGER, REAL, TEXT, make_fields
from ..reading.geometry import polygons_geometry
from .place_styles import FLAGGED, NEAR, PARTLY

GROUP_FIELDS = make_fields(
    [
        ("group", TEXT),
        ("people", INTEGER),
        ("people_there", INTEGER),
        ("share_percent", REAL),
        ("ratio", REAL),
        ("ratio_low", REAL),
        ("ratio_high", REAL),
        ("outcome", TEXT),
        ("areas", INTEGER),
        ("area_percent", REAL),
        ("area_near_percent", REAL),
        ("flagged", TEXT),
        ("near", TEXT),
    ]
)
CURVE_FIELDS = make_fields([("group", TEXT), ("area_percent", REAL), ("ratio", REAL)])
DRIVER_FIELDS = make_fields([("group", TEXT), ("factor", TEXT), ("ratio", REAL), ("ratio_without", REAL)])
FLAGGED_FIELDS = make_fields([("class", TEXT), ("cells", INTEGER), ("area_ha", REAL)])


def group_rows(found, flagged, near):
    """Rows of :data:`GROUP_FIELDS`: all people, then each group; NULL is what is not told.

    ``flagged`` and ``near`` say what is: the same in each row, so that the table can be read alone.
    """
    where = (*(tidy_number(100 * one) for one in (found.area_flagged, found.area_near)), flagged, near)
    rows = [(tr("All people"), *_counted(found, 0), None, None, None, None, found.n_areas, *where)]
    for group, name in enumerate(found.names):
        ratio, low, high = found.ratio[group], found.low[group], found.high[group]
        outcome = words.outcome_of(found, group) or None
        numbers = map(tidy_number, (ratio, low, high))
        rows.append((name, *_counted(found, group + 1), *numbers, outcome, int(found.areas[group]), *where))
    return rows


def _counted(found, place):
    people, inside, share = (float(values[place]) for values in (found.people, found.inside, found.share))
    whole = (None if np.isnan(value) else round(value) for value in (people, inside))
    return (*whole, None if np.isnan(share) else tidy_number(100 * share))


def curve_rows(found):
    """Rows of :data:`CURVE_FIELDS`, those that are told."""
    return [
        (name, tidy_number(100 * level), tidy_number(found.curve[place, group]))
        for group, name in enumerate(found.names)
        for place, level in enumerate(found.levels.tolist())
        if np.isfinite(found.curve[place, group])
    ]


def driver_rows(found):
    """Rows of :data:`DRIVER_FIELDS`; none where no model was given."""
    if found.drivers is None:
        return []
    return [
        (name, one.factor, tidy_number(found.drivers.ratio[group]), tidy_number(one.ratio[group]))
        for group, name in enumerate(found.names)
        for one in found.drivers.factors
    ]


def flagged_places(grid, flagged, wide, hectare):
    """Rows of :data:`FLAGGED_FIELDS` and their geometries: what hangs together of each class is one feature."""
    rows, shapes = [], []
    near = (wide.whole | wide.tied) & ~(flagged.whole | flagged.tied)
    for code, cells in ((FLAGGED, flagged.whole), (PARTLY, flagged.tied), (NEAR, near)):
        members = members_of(contiguous(grid, cells, True))
        rows += [(code, len(one), tidy_number(len(one) * grid.cell_size**2 / hectare)) for one in members]
        shapes += [polygons_geometry(one) for one in outlines(grid, members)]
    return rows, shapes


def exposure_numbers(found):
    """The declared numbers and texts; the ends are of groups that the page calls more or less exposed, too."""
    told = np.flatnonzero(np.isfinite(found.ratio) & (found.areas >= words.FEW_AREAS)).tolist()
    told.sort(key=lambda group: found.ratio[group])
    ends = {}
    for key, group in (("LOWEST", told[:1]), ("HIGHEST", told[-1:])):
        ends[f"{key}_RATIO"] = tidy_number(found.ratio[group[0]]) if group else None
        ends[f"{key}_GROUP"] = found.names[group[0]] if group else ""
    return {
        "N_CELLS": found.n_cells,
        "N_AREAS": found.n_areas,
        "AREA_PERCENT": tidy_number(100 * found.area_flagged),
        "AREA_NEAR_PERCENT": tidy_number(100 * found.area_near),
        "PEOPLE_PERCENT": tidy_number(100 * found.share[0]),
        "N_GROUPS": len(found.names),
        "N_HIDDEN": found.n_hidden,
        **ends,
        "SEED_USED": found.seed,
        "SUMMARY": " ".join([words.summary(found), *words.strongest_sentences(found)]),
    }
